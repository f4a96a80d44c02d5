/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-aftercare-window.h"
#include "clinic-defaults-window.h"
#include "clinic-forms-window.h"
#include "clinic-hours-row.h"
#include "clinic-kinds-window.h"
#include "clinic-phases-window.h"
#include "clinic-phrases-window.h"
#include "clinic-preferences-private.h"
#include "clinic-present.h"
#include "clinic-pull-window.h"
#include "clinic-toast.h"

G_DEFINE_FINAL_TYPE (ClinicPreferences, clinic_preferences, ADW_TYPE_WINDOW)

static void
forms_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_forms_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
aftercare_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  clinic_aftercare_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
defaults_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  clinic_defaults_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
kinds_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  clinic_kinds_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
phases_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  clinic_phases_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
pull_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  clinic_pull_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
phrases_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  clinic_phrases_window_present (widget, CLINIC_PREFERENCES (widget)->desk);
}

static void
clinic_preferences_dispose (GObject *object)
{
  ClinicPreferences *self = CLINIC_PREFERENCES (object);

  g_clear_object (&self->form);
  g_clear_object (&self->save);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_PREFERENCES);
  g_clear_object (&self->room_list);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_preferences_parent_class)->dispose (object);
}

static void
clinic_preferences_class_init (ClinicPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = clinic_preferences_dispose;

  g_type_ensure (CLINIC_TYPE_HOURS_ROW);
  g_type_ensure (CLINIC_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicPreferences, notice);
  gtk_widget_class_bind_template_child (widget_class, ClinicPreferences, appearance);
  gtk_widget_class_bind_template_child (widget_class, ClinicPreferences, hide_names);
  gtk_widget_class_bind_template_child (widget_class, ClinicPreferences, clinic_group);
  gtk_widget_class_bind_template_child (widget_class, ClinicPreferences, people);
  gtk_widget_class_bind_template_child (widget_class, ClinicPreferences, rooms);
  clinic_preferences_install_clinic (widget_class);
  clinic_preferences_install_people (widget_class);
  gtk_widget_class_install_action (widget_class, "preferences.forms", NULL, forms_action);
  gtk_widget_class_install_action (widget_class, "preferences.aftercare", NULL, aftercare_action);
  gtk_widget_class_install_action (widget_class, "preferences.defaults", NULL, defaults_action);
  gtk_widget_class_install_action (widget_class, "preferences.kinds", NULL, kinds_action);
  gtk_widget_class_install_action (widget_class, "preferences.phases", NULL, phases_action);
  gtk_widget_class_install_action (widget_class, "preferences.pull", NULL, pull_action);
  gtk_widget_class_install_action (widget_class, "preferences.phrases", NULL, phrases_action);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_preferences_init (ClinicPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
clinic_preferences_present (GtkWidget  *parent,
                            ClinicDesk *desk)
{
  ClinicPreferences *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  self = g_object_new (CLINIC_TYPE_PREFERENCES, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  clinic_preferences_show_computer (self);
  clinic_preferences_show_clinic (self);
  clinic_preferences_show_people (self);
  clinic_present (GTK_WINDOW (self));
}
