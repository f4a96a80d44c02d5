/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From page to page, and back. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-place.h"
#include "clinic-settings.h"
#include "clinic-window-find.h"
#include "clinic-window-private.h"
#include "clinic-window-way.h"

/* How far back one can go. */
#define LONGEST_WAY 50

/* A page one came from. */
typedef struct
{
  const char *name;
  gint64      id;
} Stop;

ClinicPage *
clinic_window_get_page (ClinicWindow * self)
{
  GtkWidget *page;

  g_return_val_if_fail (CLINIC_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);

  return page != NULL ? CLINIC_PAGE (page) : NULL;
}

static void
update_title (ClinicWindow *self)
{
  ClinicPage *page = clinic_window_get_page (self);
  const char *name = gtk_stack_get_visible_child_name (self->stack);
  const ClinicPlace *place = clinic_place_find (name);
  g_autofree char *title = NULL;

  if (page == NULL)
    return;

  /* The desktop keeps titles of windows: patients' names have no business there. */
  if (place->title != NULL)
    /* Translators: title of the window: a place, the program */
    title = g_strdup_printf (_("%s – Anagen"), _(place->title));
  else
    title = g_strdup (clinic_page_get_title (page) != NULL ? clinic_page_get_title (page)
                                                           : _("Anagen"));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static ClinicPage *
ensure_page (ClinicWindow      *self,
             const ClinicPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, place->name);

  if (page == NULL)
    {
      page = g_object_new (place->get_type (), "desk", self->desk, NULL);
      gtk_stack_add_named (self->stack, page, place->name);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (update_title), self,
                               G_CONNECT_SWAPPED);
    }

  return CLINIC_PAGE (page);
}

static void
show_page (ClinicWindow      *self,
           const ClinicPlace *place,
           gint64             id)
{
  ClinicPage *before = clinic_window_get_page (self);
  ClinicPage *page = ensure_page (self, place);

  if (before != NULL)
    clinic_page_leave (before);

  if (id != 0)
    clinic_page_set_id (page, id);

  if (place->title != NULL)
    clinic_settings_set_place (place->name);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  gtk_list_box_select_row (self->places, clinic_window_find_row (self, place->name));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->way->length > 0);
  update_title (self);
  clinic_leaving_update (self->leaving);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    clinic_page_start (page);
}

ClinicPage *
clinic_window_go (ClinicWindow *self,
                  const char   *name,
                  gint64        id)
{
  const ClinicPlace *place = clinic_place_find (name);
  ClinicPage *page = clinic_window_get_page (self);
  const char *now = gtk_stack_get_visible_child_name (self->stack);
  gboolean moves;

  g_return_val_if_fail (place != NULL, NULL);

  if (self->patient != 0 && place->title != NULL)
    return clinic_window_go (clinic_window_present_places (self), name, id);

  moves = page != NULL &&
          (g_strcmp0 (now, name) != 0 || (id != 0 && id != clinic_page_get_id (page)));

  if (moves && !clinic_leaving_may_go (self->leaving, name, id))
    return NULL;

  if (moves)
    {
      Stop *stop = g_new0 (Stop, 1);

      stop->name = clinic_place_find (now)->name;
      stop->id = clinic_page_get_id (page);
      g_queue_push_head (self->way, stop);
      g_free (self->way->length > LONGEST_WAY ? g_queue_pop_tail (self->way) : NULL);
    }

  /* A place chosen at the side is a new beginning. */
  if (place->title != NULL && page != NULL && clinic_place_find (now)->title != NULL)
    g_queue_clear_full (self->way, g_free);

  show_page (self, place, id);

  return clinic_window_get_page (self);
}

void
clinic_window_go_back (ClinicWindow *self)
{
  g_autofree Stop *stop = NULL;

  if (!clinic_leaving_may_go (self->leaving, NULL, 0))
    return;

  stop = g_queue_pop_head (self->way);

  if (stop != NULL)
    show_page (self, clinic_place_find (stop->name), stop->id);
}

void
clinic_window_go_unkept (ClinicWindow *self)
{
  gint64 session = clinic_leaving_find (self->leaving);

  if (session != 0)
    clinic_window_go (self, "chart", session);
}

void
clinic_window_go_nth (ClinicWindow *self,
                      int           nth)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->places, nth - 1);

  if (row != NULL)
    clinic_window_go (self, gtk_widget_get_name (GTK_WIDGET (row)), 0);
}
