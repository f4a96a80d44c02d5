/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-closures.h"
#include "clinic-gradual-model.h"
#include "clinic-present.h"
#include "clinic-time-zone.h"
#include "clinic-time-zone-window.h"
#include "clinic-typing.h"
#include "clinic-walk.h"

struct _ClinicTimeZoneWindow
{
  AdwWindow parent_instance;

  GPtrArray          *zones;        /* NULL: being read */
  GListStore         *found;
  GtkSingleSelection *selection;
  gboolean            hasty;        /* Enter came before they were read */

  GtkEditable        *entry;
  GtkStack           *stack;
  GtkListView        *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ClinicTimeZoneWindow, clinic_time_zone_window, ADW_TYPE_WINDOW)

static void
take (ClinicTimeZoneWindow *self,
      ClinicTimeZone       *zone)
{
  g_signal_emit (self, chosen_signal, 0, zone->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
decide (ClinicTimeZoneWindow *self)
{
  ClinicTimeZone *zone = gtk_single_selection_get_selected_item (self->selection);

  self->hasty = self->zones == NULL;

  if (zone != NULL)
    take (self, zone);
}

static void
update (ClinicTimeZoneWindow *self)
{
  g_autoptr(GPtrArray) found = NULL;

  if (self->zones == NULL)
    return;

  found = clinic_time_zone_find (self->zones, gtk_editable_get_text (self->entry));
  g_list_store_remove_all (self->found);
  g_list_store_splice (self->found, 0, 0, found->pdata, found->len);
  gtk_stack_set_visible_child_name (self->stack, found->len > 0 ? "list" : "none");

  if (found->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);

  if (self->hasty)
    decide (self);
}

/* The one that holds stands above the others, also when people of no place live by it. */
static void
put_first (GPtrArray  *zones,
           const char *id)
{
  g_autoptr(ClinicTimeZone) zone = NULL;

  for (guint i = 0; i < zones->len && zone == NULL; i++)
    {
      if (g_strcmp0 (CLINIC_TIME_ZONE (zones->pdata[i])->id, id) == 0)
        zone = g_object_ref (zones->pdata[i]);
    }

  if (zone != NULL)
    g_ptr_array_remove (zones, zone);
  else
    zone = clinic_time_zone_new (id);

  if (zone != NULL)
    g_ptr_array_insert (zones, 0, g_steal_pointer (&zone));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray *zones = clinic_time_zone_list ();

  put_first (zones, data);
  g_task_return_pointer (task, zones, (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ClinicTimeZoneWindow *self = CLINIC_TIME_ZONE_WINDOW (source);

  self->zones = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->entry != NULL)
    update (self);
}

static void
typed_cb (ClinicTimeZoneWindow *self)
{
  self->hasty = FALSE;
  update (self);
}

static void
entry_activated_cb (ClinicTimeZoneWindow *self)
{
  decide (self);
}

static void
stop_search_cb (ClinicTimeZoneWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (ClinicTimeZoneWindow *self,
                  guint                 position)
{
  g_autoptr(ClinicTimeZone) zone = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (zone != NULL)
    take (self, zone);
}

/* Up and Down walk what was found while the keyboard stays in the entry. */
static gboolean
key_pressed_cb (ClinicTimeZoneWindow *self,
                guint                 keyval,
                guint                 keycode,
                GdkModifierType       state)
{
  return clinic_walk_key (self->list, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
clinic_time_zone_window_dispose (GObject *object)
{
  ClinicTimeZoneWindow *self = CLINIC_TIME_ZONE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_TIME_ZONE_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_pointer (&self->zones, g_ptr_array_unref);

  G_OBJECT_CLASS (clinic_time_zone_window_parent_class)->dispose (object);
}

static void
clinic_time_zone_window_class_init (ClinicTimeZoneWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_time_zone_window_dispose;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CLINIC_TYPE_TIME_ZONE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-time-zone-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicTimeZoneWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, ClinicTimeZoneWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ClinicTimeZoneWindow, list);
  clinic_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
clinic_time_zone_window_init (ClinicTimeZoneWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  ClinicGradualModel *gradual;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_list_store_new (CLINIC_TYPE_TIME_ZONE);
  gradual = clinic_gradual_model_new (G_LIST_MODEL (self->found));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gradual));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

ClinicTimeZoneWindow *
clinic_time_zone_window_present (GtkWidget  *parent,
                                 const char *zone)
{
  g_autoptr(GTask) task = NULL;
  ClinicTimeZoneWindow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  self = g_object_new (CLINIC_TYPE_TIME_ZONE_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       NULL);
  clinic_typing_ignore (GTK_WINDOW (self));
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_source_tag (task, clinic_time_zone_window_present);
  g_task_set_task_data (task, g_strdup (zone), g_free);
  g_task_run_in_thread (task, read_in_thread);
  clinic_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return self;
}
