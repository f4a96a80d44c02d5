/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-present.h"
#include "clinic-scan-choice.h"
#include "clinic-wedge.h"

struct _ClinicScanChoice
{
  AdwWindow parent_instance;

  GtkLabel             *question;
  GtkListBox           *list;
  ClinicWedge          *wedge;
  ClinicScanChoiceFunc  func;       /* NULL once it was called */
  gpointer              data;
};

G_DEFINE_FINAL_TYPE (ClinicScanChoice, clinic_scan_choice, ADW_TYPE_WINDOW)

static void
answer (ClinicScanChoice *self,
        int               chosen)
{
  ClinicScanChoiceFunc func = self->func;

  self->func = NULL;

  if (func != NULL)
    func (chosen, self->data);
}

static void
row_activated_cb (ClinicScanChoice *self,
                  GtkListBoxRow    *row)
{
  int chosen = gtk_list_box_row_get_index (row);

  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  answer (self, chosen);
  g_object_unref (self);
}

static void
clinic_scan_choice_dispose (GObject *object)
{
  g_clear_object (&CLINIC_SCAN_CHOICE (object)->wedge);
  gtk_widget_dispose_template (GTK_WIDGET (object), CLINIC_TYPE_SCAN_CHOICE);
  answer (CLINIC_SCAN_CHOICE (object), -1);

  G_OBJECT_CLASS (clinic_scan_choice_parent_class)->dispose (object);
}

static void
clinic_scan_choice_class_init (ClinicScanChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_scan_choice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/anagen/Anagen/ui/clinic-scan-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicScanChoice, question);
  gtk_widget_class_bind_template_child (widget_class, ClinicScanChoice, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_scan_choice_init (ClinicScanChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The end of one more scan is no answer: nobody hears of it. */
  self->wedge = clinic_wedge_new (GTK_WIDGET (self));
}

static void
add_row (ClinicScanChoice *self,
         const char       *title,
         const char       *subtitle)
{
  gtk_list_box_append (self->list, g_object_new (ADW_TYPE_ACTION_ROW,
                                                 "title", title, "subtitle", subtitle, "use-markup", FALSE,
                                                 "activatable", TRUE,
                                                 NULL));
}

void
clinic_scan_choice_present (GtkWidget            *parent,
                            const char           *question,
                            const char *const    *titles,
                            const char *const    *subtitles,
                            ClinicScanChoiceFunc  func,
                            gpointer              data)
{
  ClinicScanChoice *self = g_object_new (CLINIC_TYPE_SCAN_CHOICE, "transient-for", gtk_widget_get_root (parent), NULL);

  self->func = func;
  self->data = data;

  if (question != NULL)
    gtk_label_set_label (self->question, question);

  for (guint i = 0; titles[i] != NULL; i++)
    add_row (self, titles[i], subtitles[i]);

  add_row (self, _("None of these"), _("Type what the package says"));
  clinic_present (GTK_WINDOW (self));
}
