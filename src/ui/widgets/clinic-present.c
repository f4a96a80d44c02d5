/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-present.h"

/* Before a picture is drawn, after input. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 1)
#define PIECE_MICROSECONDS (10 * G_TIME_SPAN_MILLISECOND)
/* Then it is as it is: the machine has other things to do. */
#define MOST_PIECES 25

/* A window on its way. */
typedef struct
{
  GtkWindow          *window;     /* it owns this */
  GtkWidget          *behind;     /* weak */
  GtkEventController *keys;
  GtkEventController *clicks;
  GtkWidget          *focus;      /* weak: where the keyboard goes */
  gboolean            modal;
  gboolean            called_off; /* by Escape */
  guint               measured;   /* widths, height, least height */
  guint               pieces;
  guint               source;
} Coming;

static GQuark
coming_quark (void)
{
  return g_quark_from_static_string ("clinic-present-coming");
}

static Coming *
get_coming (gpointer window)
{
  return g_object_get_qdata (window, coming_quark ());
}

static void
coming_free (gpointer data)
{
  Coming *self = data;

  g_clear_handle_id (&self->source, g_source_remove);

  if (self->behind != NULL && self->modal)
    {
      gtk_widget_remove_controller (self->behind, self->keys);
      gtk_widget_remove_controller (self->behind, self->clicks);
    }

  g_clear_weak_pointer (&self->behind);
  g_clear_weak_pointer (&self->focus);
  g_free (self);
}

static gboolean
is_alive (gpointer window)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) other = g_list_model_get_item (windows, i);

      if (other == window)
        return TRUE;
    }

  return FALSE;
}

/* What is in a widget first: GTK remembers what it has measured. FALSE: the time is over. Popovers
 * are measured when they open. */
static gboolean
measure_within (GtkWidget *widget,
                gint64     end)
{
  int least;

  if (GTK_IS_NATIVE (widget) && !GTK_IS_WINDOW (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child) && !measure_within (child, end))
        return FALSE;
    }

  if (g_get_monotonic_time () >= end)
    return FALSE;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return TRUE;
}

gboolean
clinic_present_measure (GtkWidget *widget,
                        guint     *pieces)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), TRUE);

  return measure_within (widget, g_get_monotonic_time () + PIECE_MICROSECONDS) || ++*pieces >= MOST_PIECES;
}

/* A piece of it: the widths; the height at the width that the window will have; that at its least
 * width, which GTK asks for too. */
static void
measure (Coming *self)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  int width, height, least;

  if (self->measured == 0 && !clinic_present_measure (widget, &self->pieces))
    return;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_window_get_default_size (self->window, &width, &height);

  if (self->measured > 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, self->measured == 1 ? MAX (width, least) : least, &least, NULL,
                        NULL, NULL);

  self->measured++;
}

/* A row that takes it forward is selected by that, as if somebody had chosen it. */
static void
give_focus (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    gtk_widget_grab_focus (widget);
  else
    gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
appear (Coming *self)
{
  GtkWindow *window = self->window;
  g_autoptr(GtkWidget) focus = self->focus != NULL ? g_object_ref (self->focus) : NULL;

  self->source = 0;
  g_object_set_qdata (G_OBJECT (window), coming_quark (), NULL);
  gtk_window_present (window);

  if (focus != NULL)
    give_focus (focus);
}

/* gtk_window_close () only closes what was realized; and GTK 4.8 does not bear that a window is which
 * then never is shown. */
static void
give_up (Coming *self)
{
  GtkWindow *window = self->window;
  gboolean kept = FALSE;

  self->source = 0;
  g_object_set_qdata (G_OBJECT (window), coming_quark (), NULL);

  if (!is_alive (window))
    return;

  g_signal_emit_by_name (window, "close-request", &kept);

  if (!kept)
    gtk_window_destroy (window);
}

static gboolean
come_cb (gpointer user_data)
{
  Coming *self = user_data;
  gboolean orphan = self->modal && (self->behind == NULL || !is_alive (self->behind));

  if (self->called_off || orphan || !is_alive (self->window))
    give_up (self);
  else if (self->measured == 3)
    appear (self);
  else
    {
      measure (self);

      return G_SOURCE_CONTINUE;
    }

  return G_SOURCE_REMOVE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkWindow             *window)
{
  Coming *self = get_coming (window);

  if (self != NULL && key == GDK_KEY_Escape)
    self->called_off = TRUE;

  return GDK_EVENT_STOP;
}

static gboolean
event_cb (GtkEventController *clicks,
          GdkEvent           *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  return type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN;
}

/* As a window that is there does it. */
static void
hold_behind (Coming *self)
{
  self->keys = gtk_event_controller_key_new ();
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self->window, 0);
  self->clicks = gtk_event_controller_legacy_new ();
  g_signal_connect (self->clicks, "event", G_CALLBACK (event_cb), NULL);
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (self->clicks, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->behind, self->keys);
  gtk_widget_add_controller (self->behind, self->clicks);
}

void
clinic_present (GtkWindow *window)
{
  Coming *self;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (window);

  if (gtk_widget_get_visible (GTK_WIDGET (window)) || get_coming (window) != NULL)
    return;

  self = g_new0 (Coming, 1);
  self->window = window;
  g_set_weak_pointer (&self->behind, GTK_WIDGET (gtk_window_get_transient_for (window)));
  self->modal = self->behind != NULL && gtk_window_get_modal (window);

  if (self->modal)
    hold_behind (self);

  self->source = g_idle_add_full (PRIORITY, come_cb, self, NULL);
  g_object_set_qdata_full (G_OBJECT (window), coming_quark (), self, coming_free);
}

void
clinic_present_focus (GtkWidget *container)
{
  GtkRoot *root;
  Coming *coming;

  g_return_if_fail (GTK_IS_WIDGET (container));

  root = gtk_widget_get_root (container);
  coming = root != NULL ? get_coming (root) : NULL;

  if (coming != NULL)
    g_set_weak_pointer (&coming->focus, container);
  else
    give_focus (container);
}
