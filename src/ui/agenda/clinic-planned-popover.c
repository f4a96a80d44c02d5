/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-planned-popover.h"
#include "clinic-typed-entry.h"

struct _ClinicPlannedPopover
{
  GtkPopover parent_instance;

  ClinicPlannedSession *session;
  char                 *today;

  GtkEditable          *date_entry;
  GtkEditable          *time_entry;
};

G_DEFINE_FINAL_TYPE (ClinicPlannedPopover, clinic_planned_popover, GTK_TYPE_POPOVER)

static void
update_entries (ClinicPlannedPopover *self)
{
  g_autofree char *date = clinic_wall_dup_date (self->session->starts);
  g_autofree char *day = clinic_locale_date_entry (date);
  g_autofree char *time = clinic_locale_time (self->session->starts);

  gtk_editable_set_text (self->date_entry, day);
  gtk_editable_set_text (self->time_entry, time);
  clinic_typed_entry_mark (self->date_entry, FALSE);
  clinic_typed_entry_mark (self->time_entry, FALSE);
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ClinicPlannedPopover *self = CLINIC_PLANNED_POPOVER (widget);
  g_autofree char *date = clinic_locale_parse_date (gtk_editable_get_text (self->date_entry),
                                                    self->today, TRUE);
  g_autofree char *time = clinic_locale_parse_time (gtk_editable_get_text (self->time_entry));
  g_autofree char *wall = NULL;

  clinic_typed_entry_mark (self->date_entry, date == NULL);
  clinic_typed_entry_mark (self->time_entry, time == NULL);

  if (date == NULL || time == NULL)
    return;

  wall = g_strconcat (date, "T", time, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (widget, "course.choose", "(us)", (guint) self->session->number, wall);
}

static void
apply_cb (ClinicPlannedPopover *self)
{
  apply_action (GTK_WIDGET (self), NULL, NULL);
}

static void
opened_cb (ClinicPlannedPopover *self)
{
  update_entries (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date_entry));
}

static void
clinic_planned_popover_dispose (GObject *object)
{
  ClinicPlannedPopover *self = CLINIC_PLANNED_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PLANNED_POPOVER);
  g_clear_object (&self->session);
  g_clear_pointer (&self->today, g_free);

  G_OBJECT_CLASS (clinic_planned_popover_parent_class)->dispose (object);
}

static void
clinic_planned_popover_class_init (ClinicPlannedPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_planned_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-planned-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPlannedPopover, date_entry);
  gtk_widget_class_bind_template_child (widget_class, ClinicPlannedPopover, time_entry);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_install_action (widget_class, "popover.apply", NULL, apply_action);
}

static void
clinic_planned_popover_init (ClinicPlannedPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
clinic_planned_popover_new (ClinicPlannedSession *session,
                            const char           *today)
{
  ClinicPlannedPopover *self;

  g_return_val_if_fail (CLINIC_IS_PLANNED_SESSION (session), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  self = g_object_new (CLINIC_TYPE_PLANNED_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->today = g_strdup (today);
  g_signal_connect_object (session, "notify::starts", G_CALLBACK (update_entries), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
