/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-place.h"
#include "clinic-settings.h"
#include "clinic-window-actions.h"
#include "clinic-window-private.h"
#include "clinic-window-way.h"

G_DEFINE_FINAL_TYPE (ClinicWindow, clinic_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
clinic_window_close_request (GtkWindow *window)
{
  ClinicWindow *self = CLINIC_WINDOW (window);
  ClinicPage *page = clinic_window_get_page (self);

  if (page != NULL)
    clinic_page_leave (page);

  if (self->leaving != NULL && !clinic_leaving_may_close (self->leaving))
    return GDK_EVENT_STOP;

  clinic_settings_save_size (window, self->patient != 0);

  return GTK_WINDOW_CLASS (clinic_window_parent_class)->close_request (window);
}

static void
clinic_window_map (GtkWidget *widget)
{
  ClinicPage *page = clinic_window_get_page (CLINIC_WINDOW (widget));

  GTK_WIDGET_CLASS (clinic_window_parent_class)->map (widget);

  if (page != NULL)
    clinic_page_start (page);
}

static void
clinic_window_dispose (GObject *object)
{
  ClinicWindow *self = CLINIC_WINDOW (object);

  g_clear_object (&self->leaving);
  gtk_widget_dispose_template (GTK_WIDGET (self), CLINIC_TYPE_WINDOW);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (clinic_window_parent_class)->dispose (object);
}

static void
clinic_window_finalize (GObject *object)
{
  g_queue_free_full (CLINIC_WINDOW (object)->way, g_free);

  G_OBJECT_CLASS (clinic_window_parent_class)->finalize (object);
}

static void
clinic_window_class_init (ClinicWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = clinic_window_dispose;
  object_class->finalize = clinic_window_finalize;
  widget_class->map = clinic_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = clinic_window_close_request;

  g_type_ensure (CLINIC_TYPE_NOTICE);
  g_type_ensure (CLINIC_TYPE_STAFF);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/anagen/Anagen/ui/clinic-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, unkept);
  gtk_widget_class_bind_template_child (widget_class, ClinicWindow, stack);
  clinic_window_class_bind_side (widget_class);
  clinic_window_class_install_actions (widget_class);
}

static void
clinic_window_init (ClinicWindow *self)
{
  self->way = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", FALSE);
}

static ClinicWindow *
make_window (GtkApplication *application,
             ClinicDesk     *desk)
{
  ClinicWindow *self = g_object_new (CLINIC_TYPE_WINDOW, "application", application, NULL);

  self->desk = g_object_ref (desk);
  self->leaving = clinic_leaving_new (self, self->unkept);
  clinic_window_follow_desk (self);

  return self;
}

void
clinic_window_prepare (void)
{
  /* Classes stay: their templates are read once. */
  g_type_class_ref (CLINIC_TYPE_WINDOW);
  g_type_class_ref (clinic_place_find ("today")->get_type ());
}

ClinicWindow *
clinic_window_new (GtkApplication *application,
                   ClinicDesk     *desk)
{
  ClinicWindow *self;
  ClinicStaff *actor;
  g_autofree const char **names = NULL;
  g_autofree char *last = clinic_settings_dup_place ();

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  self = make_window (application, desk);
  actor = clinic_desk_get_actor (desk);
  names = clinic_place_list_for (actor != NULL ? actor->roles : NULL);
  clinic_settings_restore_size (GTK_WINDOW (self), FALSE);
  /* It is read while the window is laid out. */
  clinic_page_load_ahead (clinic_window_go (self, last != NULL && clinic_window_find_row (self, last) != NULL
                                            ? last : names[0], 0));

  return self;
}

ClinicWindow *
clinic_window_new_for_patient (GtkApplication *application,
                               ClinicDesk     *desk,
                               gint64          patient)
{
  ClinicWindow *self;

  g_return_val_if_fail (CLINIC_IS_DESK (desk), NULL);

  self = make_window (application, desk);
  self->patient = patient;
  gtk_widget_set_visible (self->sidebar, FALSE);
  gtk_widget_set_visible (self->separator, FALSE);
  gtk_widget_set_visible (self->line, TRUE);
  clinic_settings_restore_size (GTK_WINDOW (self), TRUE);
  clinic_window_go (self, "patient", patient);

  return self;
}

gint64
clinic_window_get_patient (ClinicWindow *self)
{
  g_return_val_if_fail (CLINIC_IS_WINDOW (self), 0);

  return self->patient;
}

ClinicDesk *
clinic_window_get_desk (ClinicWindow *self)
{
  g_return_val_if_fail (CLINIC_IS_WINDOW (self), NULL);

  return self->desk;
}
