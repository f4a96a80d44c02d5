/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-hours.h"
#include "clinic-keep-dialog.h"
#include "clinic-preferences-private.h"
#include "clinic-room.h"

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

/* In words; what cannot be read as it is. */
static gboolean
describe_hours (GBinding     *binding,
                const GValue *hours,
                GValue       *words,
                gpointer      user_data)
{
  const char *text = g_value_get_string (hours);
  ClinicHours week;

  if (text != NULL && clinic_hours_parse (text, &week, NULL))
    g_value_take_string (words, clinic_hours_describe (&week));
  else
    g_value_set_string (words, text != NULL ? text : "");

  return TRUE;
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
    g_object_bind_property_full (item, "hours", row, "subtitle", G_BINDING_SYNC_CREATE, describe_hours,
                                 NULL, NULL, NULL);

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

void
clinic_preferences_install_people (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "preferences.add-staff", NULL, add_staff_action);
  gtk_widget_class_install_action (widget_class, "preferences.add-room", NULL, add_room_action);
}

void
clinic_preferences_show_people (ClinicPreferences *self)
{
  self->room_list = clinic_query_model_new (clinic_desk_get_reader (self->desk), CLINIC_TYPE_ROOM,
                                            list_rooms);
  clinic_query_model_reload (self->room_list);
  g_signal_connect_object (self->desk, "changed::room", G_CALLBACK (clinic_query_model_reload),
                           self->room_list, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->people, clinic_desk_get_staff (self->desk), make_row, self, NULL);
  gtk_list_box_bind_model (self->rooms, G_LIST_MODEL (self->room_list), make_row, self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.add-staff",
                                 clinic_desk_may (self->desk, "staff.save"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.add-room",
                                 clinic_desk_may (self->desk, "room.save"));
}
