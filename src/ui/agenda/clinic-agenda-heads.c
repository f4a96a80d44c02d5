/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-column.h"
#include "clinic-agenda-heads.h"
#include "clinic-agenda-view.h"
#include "clinic-locale.h"

struct _ClinicAgendaHeads
{
  GtkBox parent_instance;

  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (ClinicAgendaHeads, clinic_agenda_heads, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "width-chars", 3,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_words (ClinicAgendaColumn *column,
            gboolean            days)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "valign", GTK_ALIGN_CENTER,
                                 "margin-top", 6,
                                 "margin-bottom", 6,
                                 "margin-start", 3,
                                 "margin-end", 3,
                                 NULL);
  GtkWidget *title = make_label (column->title, "heading");

  if (column->today && days)
    gtk_widget_add_css_class (title, "accent");

  gtk_box_append (GTK_BOX (box), title);

  if (column->subtitle != NULL || (column->today && days))
    gtk_box_append (GTK_BOX (box), make_label (column->subtitle != NULL ? column->subtitle
                                                                        : _("Today"), "caption"));

  return box;
}

static GtkWidget *
make_head (ClinicAgendaColumn *column,
           gboolean            days)
{
  GtkWidget *words = make_words (column, days);
  GtkWidget *button;
  g_autofree char *long_date = NULL;

  if (!days)
    {
      gtk_widget_set_tooltip_text (words, column->title);
      return words;
    }

  long_date = clinic_locale_long_date (column->date);
  button = g_object_new (GTK_TYPE_BUTTON,
                         "child", words,
                         "action-name", "agenda.show-day",
                         "tooltip-text", long_date,
                         NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", column->date);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, long_date,
                                  -1);

  return button;
}

static void
clinic_agenda_heads_class_init (ClinicAgendaHeadsClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "agendaheads");
}

static void
clinic_agenda_heads_init (ClinicAgendaHeads *self)
{
  GtkWidget *gutter = g_object_new (GTK_TYPE_BOX, "width-request", CLINIC_AGENDA_GUTTER, NULL);

  self->row = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "hexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (self), gutter);
  gtk_box_append (GTK_BOX (self), self->row);
}

void
clinic_agenda_heads_show (ClinicAgendaHeads *self,
                          GPtrArray         *columns,
                          gboolean           days)
{
  GtkWidget *child;

  g_return_if_fail (CLINIC_IS_AGENDA_HEADS (self) && columns != NULL);

  while ((child = gtk_widget_get_first_child (self->row)) != NULL)
    gtk_box_remove (GTK_BOX (self->row), child);

  for (guint i = 0; i < columns->len; i++)
    gtk_box_append (GTK_BOX (self->row), make_head (columns->pdata[i], days));
}
