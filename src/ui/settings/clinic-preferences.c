/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-window.h"
#include "clinic-defaults-window.h"
#include "clinic-form-save.h"
#include "clinic-forms-window.h"
#include "clinic-hours-row.h"
#include "clinic-keep-dialog.h"
#include "clinic-kinds-window.h"
#include "clinic-phases-window.h"
#include "clinic-phrases-window.h"
#include "clinic-preferences.h"
#include "clinic-present.h"
#include "clinic-pull-window.h"
#include "clinic-query-model.h"
#include "clinic-room.h"
#include "clinic-settings.h"
#include "clinic-setup.h"
#include "clinic-toast.h"

struct _ClinicPreferences
{
  AdwWindow parent_instance;

  ClinicDesk       *desk;
  ClinicForm       *form;
  ClinicFormSave   *save;
  ClinicQueryModel *room_list;
  ClinicNotice     *notice;
  AdwComboRow      *appearance;
  GtkWidget        *hide_names;
  GtkWidget        *clinic_group;
  GtkListBox       *people;
  GtkListBox       *rooms;
};

G_DEFINE_FINAL_TYPE (ClinicPreferences, clinic_preferences, ADW_TYPE_WINDOW)

static const AdwColorScheme schemes[] = {
  ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK
};

static gboolean
save_clinic (ClinicAct     *act,
             ClinicRecord  *clinic,
             gpointer       with,
             GError       **error)
{
  return clinic_clinic_save (act, CLINIC_CLINIC (clinic), error) != 0;
}

static void
saved_cb (ClinicPreferences *self,
          ClinicRecord      *clinic,
          gint64             operation)
{
  g_autoptr(ClinicRecord) draft = clinic_record_copy (clinic);

  clinic_form_set_record (self->form, draft, clinic_desk_get_today (self->desk));
  clinic_toast_show (GTK_WIDGET (self), _("Saved"), 0);
}

static void
save_clinic_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ClinicFormSave *form_save = CLINIC_PREFERENCES (widget)->save;

  if (clinic_form_save_check (form_save))
    clinic_form_save_run (form_save, save_clinic, NULL, NULL);
}

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
add_staff_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr(ClinicStaff) staff = clinic_staff_new ();

  clinic_keep_dialog_present (widget, CLINIC_PREFERENCES (widget)->desk, CLINIC_RECORD (staff));
}

static void
add_room_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr(ClinicRoom) room = clinic_room_new ();

  clinic_keep_dialog_present (widget, CLINIC_PREFERENCES (widget)->desk, CLINIC_RECORD (room));
}

static void
row_activated_cb (GtkListBoxRow     *row,
                  ClinicPreferences *self)
{
  clinic_keep_dialog_present (GTK_WIDGET (self), self->desk,
                              g_object_get_data (G_OBJECT (row), "clinic-record"));
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  ClinicPreferences *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_bind_property (item, "name", row, "title", G_BINDING_SYNC_CREATE);

  if (CLINIC_IS_STAFF (item))
    g_object_bind_property (item, "hours", row, "subtitle", G_BINDING_SYNC_CREATE);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "clinic-record", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);

  return row;
}

static GPtrArray *
list_rooms (ClinicDb    *db,
            const char  *argument,
            GError     **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_ROOM, NULL, 0, error);
}

static void
appearance_changed_cb (ClinicPreferences *self)
{
  GSettings *settings = clinic_settings_get ();
  guint selected = adw_combo_row_get_selected (self->appearance);

  if (selected >= G_N_ELEMENTS (schemes))
    return;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[selected]);

  if (settings != NULL)
    g_settings_set_enum (settings, "appearance", selected);
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
  gtk_widget_class_install_action (widget_class, "preferences.save-clinic", NULL,
                                   save_clinic_action);
  gtk_widget_class_install_action (widget_class, "preferences.forms", NULL, forms_action);
  gtk_widget_class_install_action (widget_class, "preferences.aftercare", NULL, aftercare_action);
  gtk_widget_class_install_action (widget_class, "preferences.defaults", NULL, defaults_action);
  gtk_widget_class_install_action (widget_class, "preferences.kinds", NULL, kinds_action);
  gtk_widget_class_install_action (widget_class, "preferences.phases", NULL, phases_action);
  gtk_widget_class_install_action (widget_class, "preferences.pull", NULL, pull_action);
  gtk_widget_class_install_action (widget_class, "preferences.phrases", NULL, phrases_action);
  gtk_widget_class_install_action (widget_class, "preferences.add-staff", NULL, add_staff_action);
  gtk_widget_class_install_action (widget_class, "preferences.add-room", NULL, add_room_action);
  clinic_toast_pass_undo (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_preferences_init (ClinicPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_lists (ClinicPreferences *self)
{
  self->room_list = clinic_query_model_new (clinic_desk_get_reader (self->desk), CLINIC_TYPE_ROOM,
                                            list_rooms);
  clinic_query_model_reload (self->room_list);
  g_signal_connect_object (self->desk, "changed::room", G_CALLBACK (clinic_query_model_reload),
                           self->room_list, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->people, clinic_desk_get_staff (self->desk), make_row, self, NULL);
  gtk_list_box_bind_model (self->rooms, G_LIST_MODEL (self->room_list), make_row, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.save-clinic",
                                 clinic_desk_may (self->desk, "setting.save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.add-staff",
                                 clinic_desk_may (self->desk, "staff.save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.add-room",
                                 clinic_desk_may (self->desk, "room.save"));
}

void
clinic_preferences_present (GtkWidget  *parent,
                            ClinicDesk *desk)
{
  g_autoptr(ClinicRecord) draft = NULL;
  GSettings *settings = clinic_settings_get ();
  ClinicPreferences *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (CLINIC_IS_DESK (desk));

  self = g_object_new (CLINIC_TYPE_PREFERENCES, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  self->desk = g_object_ref (desk);
  self->form = clinic_form_new (self->clinic_group, CLINIC_TYPE_CLINIC);
  self->save = clinic_form_save_new (desk, self->form, self->notice, "preferences.save-clinic");
  g_signal_connect_object (self->save, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  draft = clinic_record_copy (CLINIC_RECORD (clinic_desk_get_clinic (desk)));
  clinic_form_set_record (self->form, draft, clinic_desk_get_today (desk));
  gtk_widget_set_sensitive (self->clinic_group, clinic_desk_may (desk, "setting.save"));

  if (!clinic_desk_may (desk, "setting.save"))
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->clinic_group),
                                           _("Managers and owners may change this."));

  show_lists (self);

  if (settings != NULL)
    {
      adw_combo_row_set_selected (self->appearance, g_settings_get_enum (settings, "appearance"));
      g_settings_bind (settings, "hide-names", self->hide_names, "active", G_SETTINGS_BIND_DEFAULT);
    }

  g_signal_connect_object (self->appearance, "notify::selected",
                           G_CALLBACK (appearance_changed_cb), self, G_CONNECT_SWAPPED);
  clinic_present (GTK_WINDOW (self));
}

void
clinic_preferences_apply (void)
{
  GSettings *settings = clinic_settings_get ();
  int chosen = settings != NULL ? g_settings_get_enum (settings, "appearance") : 0;

  if (chosen > 0 && chosen < (int) G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[chosen]);
}
