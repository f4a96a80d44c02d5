/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-hours-line.h"
#include "clinic-text.h"
#include "clinic-typed-entry.h"

struct _ClinicHoursLine
{
  GtkBox parent_instance;

  GtkEditable *from;
  GtkEditable *to;
  GtkWidget   *button;
};

typedef enum
{
  CHANGED,
  LEFT,
  N_SIGNALS
} Signal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ClinicHoursLine, clinic_hours_line, GTK_TYPE_BOX)

static void
write_time (GtkEditable *entry,
            int          minute)
{
  g_autofree char *text = minute >= 0 ? clinic_hours_write_minute (minute) : NULL;

  if (text != NULL && g_strcmp0 (gtk_editable_get_text (entry), text) != 0)
    gtk_editable_set_text (entry, text);
}

static void
changed_cb (ClinicHoursLine *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (ClinicHoursLine *self)
{
  write_time (self->from, clinic_hours_read_minute (gtk_editable_get_text (self->from), FALSE));
  write_time (self->to, clinic_hours_read_minute (gtk_editable_get_text (self->to), TRUE));
  g_signal_emit (self, signals[LEFT], 0);
}

static GtkEditable *
add_entry (ClinicHoursLine *self)
{
  g_autofree char *longest = clinic_hours_write_minute (22 * 60 + 30);
  GtkWidget *entry = gtk_entry_new ();
  int width = (int) clinic_text_length (longest);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 0.5);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), entry);

  return GTK_EDITABLE (entry);
}

static void
clinic_hours_line_class_init (ClinicHoursLineClass *klass)
{
  static const char * const names[N_SIGNALS] = { "changed", "left" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
clinic_hours_line_init (ClinicHoursLine *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->from = add_entry (self);
  gtk_box_append (GTK_BOX (self), gtk_label_new (C_("from – to", "–")));
  self->to = add_entry (self);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->button);

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
name_entry (GtkEditable *entry,
            const char  *name,
            guint        nth)
{
  /* Translators: a field for a time, of several of one day: "Monday, from (2)" */
  g_autofree char *numbered = nth > 0 ? g_strdup_printf (_("%s (%u)"), name, nth + 1) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  numbered != NULL ? numbered : name, -1);
}

GtkWidget *
clinic_hours_line_new (const char *day,
                       guint       nth)
{
  ClinicHoursLine *self = g_object_new (CLINIC_TYPE_HOURS_LINE, NULL);
  /* Translators: fields for times, of a day: "Monday, from", "Monday, to" */
  g_autofree char *from = g_strdup_printf (_("%s, from"), day);
  g_autofree char *to = g_strdup_printf (_("%s, to"), day);
  /* Translators: buttons; %s is a day: "Monday: more hours" */
  g_autofree char *button = g_strdup_printf (nth == 0 ? _("%s: more hours") : _("%s: without these hours"),
                                             day);

  name_entry (self->from, from, nth);
  name_entry (self->to, to, nth);
  gtk_button_set_icon_name (GTK_BUTTON (self->button), nth == 0 ? "list-add-symbolic"
                                                                : "list-remove-symbolic");
  gtk_widget_set_tooltip_text (self->button, nth == 0 ? _("More hours, such as after a break")
                                                      : _("Without these hours"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, button,
                                  -1);

  if (nth == 0)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "hours-day.more");
  else
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "u", nth);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "hours-day.less");
    }

  return GTK_WIDGET (self);
}

void
clinic_hours_line_set_span (ClinicHoursLine  *self,
                            const ClinicSpan *span)
{
  g_return_if_fail (CLINIC_IS_HOURS_LINE (self));

  write_time (self->from, (int) span->from);
  write_time (self->to, (int) span->to);
}

ClinicHoursFault
clinic_hours_line_read (ClinicHoursLine *self,
                        ClinicSpan      *span)
{
  int from;
  int to;

  g_return_val_if_fail (CLINIC_IS_HOURS_LINE (self), CLINIC_HOURS_FAULT_FROM);

  from = clinic_hours_read_minute (gtk_editable_get_text (self->from), FALSE);
  to = clinic_hours_read_minute (gtk_editable_get_text (self->to), TRUE);
  *span = (ClinicSpan) { (guint) MAX (from, 0), (guint) MAX (to, 0) };

  if (from < 0)
    return CLINIC_HOURS_FAULT_FROM;

  if (to < 0)
    return CLINIC_HOURS_FAULT_TO;

  return from < to ? CLINIC_HOURS_FAULT_NONE : CLINIC_HOURS_FAULT_ORDER;
}

void
clinic_hours_line_copy (ClinicHoursLine *self,
                        ClinicHoursLine *other)
{
  g_return_if_fail (CLINIC_IS_HOURS_LINE (self) && CLINIC_IS_HOURS_LINE (other));

  gtk_editable_set_text (self->from, gtk_editable_get_text (other->from));
  gtk_editable_set_text (self->to, gtk_editable_get_text (other->to));
}

void
clinic_hours_line_mark (ClinicHoursLine  *self,
                        ClinicHoursFault  fault)
{
  g_return_if_fail (CLINIC_IS_HOURS_LINE (self));

  clinic_typed_entry_mark (self->from, fault != CLINIC_HOURS_FAULT_NONE && fault != CLINIC_HOURS_FAULT_TO);
  clinic_typed_entry_mark (self->to, fault != CLINIC_HOURS_FAULT_NONE && fault != CLINIC_HOURS_FAULT_FROM);
}

void
clinic_hours_line_start (ClinicHoursLine  *self,
                         ClinicHoursFault  fault)
{
  g_return_if_fail (CLINIC_IS_HOURS_LINE (self));

  gtk_widget_grab_focus (GTK_WIDGET (fault == CLINIC_HOURS_FAULT_TO || fault == CLINIC_HOURS_FAULT_ORDER
                                     ? self->to : self->from));
}
