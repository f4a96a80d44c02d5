/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-typing.h"

#define TYPED   "clinic-typed"
#define IGNORED "clinic-typing-ignored"
#define WATCHED "clinic-typing-watched"

static gboolean
is_field (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));

  return GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget));
}

/* Whether the key changes the text of a field. */
static gboolean
is_typing (guint           key,
           GdkModifierType state)
{
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  if ((state & GDK_CONTROL_MASK) != 0)
    return key == GDK_KEY_v || key == GDK_KEY_x;

  return key == GDK_KEY_BackSpace || key == GDK_KEY_Delete ||
         g_unichar_isprint (gdk_keyval_to_unicode (key));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkWindow             *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL && is_field (focus) && is_typing (key, state))
    g_object_set_data (G_OBJECT (window), TYPED, window);

  return GDK_EVENT_PROPAGATE;
}

static void
watch (GtkWindow *window)
{
  GtkEventController *controller;

  if (g_object_get_data (G_OBJECT (window), WATCHED) != NULL)
    return;

  g_object_set_data (G_OBJECT (window), WATCHED, window);
  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       removed,
                    guint       added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      watch (window);
    }
}

void
clinic_typing_init (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb), NULL);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows));
}

void
clinic_typing_ignore (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_object_set_data (G_OBJECT (window), IGNORED, window);
}

static gboolean
is_above (GtkWindow *window,
          GtkWindow *below)
{
  while (window != NULL && window != below)
    window = gtk_window_get_transient_for (window);

  return window == below;
}

static GtkWindow *
find_above (GtkWindow *window,
            gboolean   typed)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != window && gtk_widget_get_visible (GTK_WIDGET (other)) &&
          is_above (other, window) &&
          (!typed || (g_object_get_data (G_OBJECT (other), TYPED) != NULL &&
                      g_object_get_data (G_OBJECT (other), IGNORED) == NULL)))
        return other;
    }

  return NULL;
}

GtkWindow *
clinic_typing_find (GtkWindow *window)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  return find_above (window, TRUE);
}

GtkWindow *
clinic_typing_find_above (GtkWindow *window)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  return find_above (window, FALSE);
}
