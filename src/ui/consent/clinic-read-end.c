/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-read-end.h"

/* A line of text and its margin. */
#define NEAR 12

typedef struct
{
  GtkAdjustment     *adjustment;
  ClinicReadEndFunc  func;
  gpointer           user_data;
  guint              waiting;
} Watch;

static void
watch_free (gpointer data)
{
  Watch *self = data;

  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_object_unref (self->adjustment);
  g_clear_handle_id (&self->waiting, g_source_remove);
  g_free (self);
}

static gboolean
look (gpointer data)
{
  Watch *self = data;
  double size = gtk_adjustment_get_page_size (self->adjustment);
  double seen = gtk_adjustment_get_value (self->adjustment) + size;

  self->waiting = 0;

  if (size > 1 && seen >= gtk_adjustment_get_upper (self->adjustment) - NEAR)
    self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (Watch *self)
{
  if (self->waiting == 0)
    self->waiting = g_idle_add_full (G_PRIORITY_LOW, look, self, NULL);
}

void
clinic_read_end_watch (GtkScrolledWindow *scroll,
                       ClinicReadEndFunc  func,
                       gpointer           user_data)
{
  Watch *self = g_new0 (Watch, 1);

  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (scroll));
  self->func = func;
  self->user_data = user_data;
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (changed_cb), self);
  g_object_set_data_full (G_OBJECT (scroll), "clinic-read-end", self, watch_free);
}
