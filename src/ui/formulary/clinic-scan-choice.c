/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-gs1.h"
#include "clinic-locale.h"
#include "clinic-scan-choice.h"

struct _ClinicScanChoice
{
  AdwWindow parent_instance;

  GtkListBox           *list;
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
  gtk_widget_class_bind_template_child (widget_class, ClinicScanChoice, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_scan_choice_init (ClinicScanChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Lot LOT42X · expires 30 Jun 2025 · serial number 12345ABC". */
static char *
dup_words (const ClinicGs1Reading *reading)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *expires = clinic_locale_date (reading->expires_on);

  g_ptr_array_add (words, reading->lot != NULL ? g_strdup_printf (_("Lot %s"), reading->lot) : g_strdup (_("No lot")));

  if (reading->expires_on != NULL)
    g_ptr_array_add (words, g_strdup_printf (_("expires %s"), expires));

  if (reading->serial != NULL)
    g_ptr_array_add (words, g_strdup_printf (_("serial number %s"), reading->serial));

  g_ptr_array_add (words, NULL);

  return g_strjoinv (" · ", (char **) words->pdata);
}

void
clinic_scan_choice_present (GtkWidget            *parent,
                            GPtrArray            *readings,
                            ClinicScanChoiceFunc  func,
                            gpointer              data)
{
  ClinicScanChoice *self = g_object_new (CLINIC_TYPE_SCAN_CHOICE, "transient-for", gtk_widget_get_root (parent), NULL);

  self->func = func;
  self->data = data;

  for (guint i = 0; i < readings->len; i++)
    {
      g_autofree char *words = dup_words (readings->pdata[i]);
      g_autofree char *text = clinic_gs1_reading_dup_text (readings->pdata[i]);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "title", words, "subtitle", text, "use-markup", FALSE, "activatable", TRUE,
                                     NULL);

      gtk_list_box_append (self->list, row);
    }

  gtk_window_present (GTK_WINDOW (self));
}
