/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The side of the window: the clinic, its places, and who is at the desk. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-place.h"
#include "clinic-settings.h"
#include "clinic-window-private.h"
#include "clinic-window-way.h"

static GtkWidget *
make_row (const ClinicPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (place->icon);
  GtkWidget *label = gtk_label_new (_(place->title));

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, place->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(place->title), -1);

  return row;
}

GtkListBoxRow *
clinic_window_find_row (ClinicWindow *self,
                        const char   *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->places, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0)
        return row;
    }

  return NULL;
}

/* What somebody of these roles uses; a page they have no place for gives way to the first. */
static void
update_places (ClinicWindow *self)
{
  ClinicStaff *actor = clinic_desk_get_actor (self->desk);
  g_autofree const char **names = clinic_place_list_for (actor != NULL ? actor->roles : NULL);
  const char *now = gtk_stack_get_visible_child_name (self->stack);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->places, 0)) != NULL)
    gtk_list_box_remove (self->places, GTK_WIDGET (row));

  for (const char **name = names; *name != NULL; name++)
    gtk_list_box_append (self->places, make_row (clinic_place_find (*name)));

  gtk_list_box_select_row (self->places, now != NULL ? clinic_window_find_row (self, now) : NULL);

  if (now != NULL && clinic_place_find (now)->title != NULL && clinic_window_find_row (self, now) == NULL)
    clinic_window_go (self, names[0], 0);
}

static void
actor_changed_cb (ClinicWindow *self)
{
  ClinicStaff *actor = clinic_desk_get_actor (self->desk);
  GListModel *staff = clinic_desk_get_staff (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) member = g_list_model_get_item (staff, i);

      if (member == actor && gtk_drop_down_get_selected (self->actor) != i)
        gtk_drop_down_set_selected (self->actor, i);
    }

  update_places (self);
}

static void
actor_selected_cb (ClinicWindow *self)
{
  ClinicStaff *member = gtk_drop_down_get_selected_item (self->actor);

  if (member == NULL || self->desk == NULL || member == clinic_desk_get_actor (self->desk))
    return;

  clinic_desk_set_actor (self->desk, member);
  clinic_settings_set_actor (clinic_desk_get_location (self->desk), member);
}

/* Enter or a click. Tab and arrows only pass by. */
static void
place_activated_cb (ClinicWindow  *self,
                    GtkListBoxRow *row)
{
  clinic_window_go (self, gtk_widget_get_name (GTK_WIDGET (row)), 0);
}

/* The list shows where one is, not where the keyboard was last. */
static void
places_left_cb (ClinicWindow *self)
{
  const char *now = gtk_stack_get_visible_child_name (self->stack);

  gtk_list_box_select_row (self->places, now != NULL ? clinic_window_find_row (self, now) : NULL);
}

void
clinic_window_class_bind_side (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, clinic_name);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, demonstration);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, line);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, places);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, actor);
  gtk_widget_class_bind_template_callback (widget_class, places_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
}

void
clinic_window_follow_desk (ClinicWindow *self)
{
  ClinicClinic *clinic = clinic_desk_get_clinic (self->desk);
  GBindingFlags flags = G_BINDING_SYNC_CREATE;

  g_object_bind_property (clinic, "name", self->clinic_name, "label", flags);
  g_object_bind_property (clinic, "name", self->clinic_name, "tooltip-text", flags);
  g_object_bind_property (clinic, "demonstration", self->demonstration, "visible", flags);
  g_object_bind_property (clinic_desk_get_watch (self->desk), "trouble", self->trouble, "text",
                          flags);
  gtk_drop_down_set_model (self->actor, clinic_desk_get_staff (self->desk));
  actor_changed_cb (self);
  g_signal_connect_object (self->desk, "notify::actor", G_CALLBACK (actor_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actor, "notify::selected-item", G_CALLBACK (actor_selected_cb),
                           self, G_CONNECT_SWAPPED);
}
