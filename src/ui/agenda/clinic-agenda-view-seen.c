/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A big clinic has thousands of visits on a day, and a screen has room for some hundred: only those
 * in sight or near it have widgets, which go from visit to visit as the agenda is scrolled. What
 * the keyboard is on keeps its own, wherever it is. */

#include "config.h"

#include "clinic-agenda-view-private.h"

/* Microseconds of a frame for making widgets; drawing them costs about as much again. */
#define BUDGET 4000
/* No frame makes fewer. */
#define LEAST 8
/* Of what is seen, on each side: so far widgets are made before they are needed, and kept. */
#define NEAR 8
#define FAR 5
#define MOST_SPARES 200
/* Beside what is scrolled to. */
#define MARGIN 12

static void
grow (GdkRectangle *area,
      int           part)
{
  int width = area->width / part;
  int height = area->height / part;

  area->x -= width;
  area->y -= height;
  area->width += 2 * width;
  area->height += 2 * height;
}

static gboolean
is_in (ClinicAgendaView  *self,
       ClinicAgendaPlace *place,
       GdkRectangle      *area)
{
  GdkRectangle own;

  clinic_agenda_view_get_place_area (self, place, &own);

  return gdk_rectangle_intersect (&own, area, NULL);
}

static ClinicAgendaPlace *
place_at (ClinicAgendaView *self,
          guint             i)
{
  return &g_array_index (self->places, ClinicAgendaPlace, i);
}

static void
spare (ClinicAgendaView  *self,
       ClinicAgendaVisit *widget)
{
  gtk_widget_remove_css_class (GTK_WIDGET (widget), "moving");
  g_ptr_array_add (self->spares, widget);
}

static void
give_up_far (ClinicAgendaView *self,
             GdkRectangle     *far)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = place_at (self, i);

      if (place->widget == NULL || GTK_WIDGET (place->widget) == focus ||
          place->widget == self->moving || is_in (self, place, far))
        continue;

      spare (self, place->widget);
      place->widget = NULL;
    }
}

/* Those that no visit took over are out of the way, of the screen reader too. */
static void
put_spares_away (ClinicAgendaView *self)
{
  while (self->spares->len > MOST_SPARES)
    {
      gtk_widget_unparent (self->spares->pdata[self->spares->len - 1]);
      g_ptr_array_remove_index (self->spares, self->spares->len - 1);
    }

  for (guint i = 0; i < self->spares->len; i++)
    gtk_widget_set_visible (self->spares->pdata[i], FALSE);
}

static void
make (ClinicAgendaView  *self,
      ClinicAgendaPlace *place,
      GtkWidget         *previous)
{
  if (self->spares->len > 0)
    {
      place->widget = g_ptr_array_steal_index_fast (self->spares, self->spares->len - 1);
      clinic_agenda_visit_set_visit (place->widget, place->visit);
      gtk_widget_set_visible (GTK_WIDGET (place->widget), TRUE);
    }
  else
    {
      place->widget = CLINIC_AGENDA_VISIT (clinic_agenda_visit_new (place->visit));
    }

  /* In the order that they are read in. */
  gtk_widget_insert_after (GTK_WIDGET (place->widget), GTK_WIDGET (self), previous);
}

/* Which are in @area; FALSE when time is up. */
static gboolean
make_those_in (ClinicAgendaView *self,
               GdkRectangle     *area,
               gint64            until)
{
  GtkWidget *previous = NULL;
  guint n_made = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = place_at (self, i);

      if (place->widget == NULL && is_in (self, place, area))
        {
          if (n_made++ >= LEAST && g_get_monotonic_time () > until)
            return FALSE;

          make (self, place, previous);
        }

      if (place->widget != NULL)
        previous = GTK_WIDGET (place->widget);
    }

  return TRUE;
}

gboolean
clinic_agenda_view_fill (ClinicAgendaView *self)
{
  gint64 until = g_get_monotonic_time () + BUDGET;
  gboolean all;
  GdkRectangle seen;
  GdkRectangle near;
  GdkRectangle far;

  clinic_agenda_view_get_seen (self, &seen);
  near = far = seen;
  grow (&near, NEAR);
  grow (&far, FAR);
  give_up_far (self, &far);
  all = make_those_in (self, &seen, until) && make_those_in (self, &near, until);
  put_spares_away (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  /* What was drawn in place of them. */
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return all;
}

/* A time to a third of the height. */
static void
scroll_to_sought (ClinicAgendaView *self)
{
  GdkRectangle area;
  GtkAdjustment *adjustment;

  self->sought = FALSE;

  if (self->scroller == NULL || self->columns->len == 0)
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  clinic_agenda_view_get_area (self, self->cursor_column, self->cursor_minute, self->scale.slot,
                               &area);

  if (self->sought_time)
    gtk_adjustment_set_value (adjustment,
                              area.y - gtk_adjustment_get_page_size (adjustment) / 3);
  else
    area.y = (int) gtk_adjustment_get_value (adjustment) + MARGIN;

  clinic_agenda_view_scroll_to (self, &area);
}

static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);

  if (self->sought && !self->stale)
    scroll_to_sought (self);

  if (!clinic_agenda_view_fill (self))
    return G_SOURCE_CONTINUE;

  self->filler = 0;

  return G_SOURCE_REMOVE;
}

void
clinic_agenda_view_queue_fill (ClinicAgendaView *self)
{
  if (self->filler == 0)
    self->filler = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

GtkWidget *
clinic_agenda_view_reach (ClinicAgendaView  *self,
                          ClinicAgendaPlace *place)
{
  GtkWidget *previous = NULL;

  if (place->widget != NULL)
    return GTK_WIDGET (place->widget);

  for (guint i = 0; place_at (self, i) != place; i++)
    {
      if (place_at (self, i)->widget != NULL)
        previous = GTK_WIDGET (place_at (self, i)->widget);
    }

  make (self, place, previous);

  return GTK_WIDGET (place->widget);
}

void
clinic_agenda_view_hand_on (ClinicAgendaView *self,
                            GArray           *old)
{
  g_autoptr(GHashTable) widgets = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  g_autoptr(GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), old->len);
  GHashTableIter iter;
  gpointer widget;

  for (guint i = 0; i < old->len; i++)
    {
      ClinicAgendaVisit *one = g_array_index (old, ClinicAgendaPlace, i).widget;
      gint64 id = one != NULL
                  ? clinic_record_get_id (CLINIC_RECORD (clinic_agenda_visit_get_visit (one))) : 0;

      g_array_append_val (ids, id);

      if (one != NULL)
        g_hash_table_insert (widgets, &g_array_index (ids, gint64, i), one);
    }

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = place_at (self, i);
      gint64 id = clinic_record_get_id (CLINIC_RECORD (place->visit));

      place->widget = g_hash_table_lookup (widgets, &id);
      g_hash_table_remove (widgets, &id);

      if (place->widget != NULL &&
          !clinic_record_equal (CLINIC_RECORD (clinic_agenda_visit_get_visit (place->widget)),
                                CLINIC_RECORD (place->visit)))
        clinic_agenda_visit_set_visit (place->widget, place->visit);
    }

  g_hash_table_iter_init (&iter, widgets);

  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      if (widget == (gpointer) focus || widget == (gpointer) self->moving)
        gtk_widget_unparent (widget);
      else
        spare (self, widget);
    }
}

static void
draw_unmade (ClinicAgendaView  *self,
             ClinicAgendaPlace *place,
             GtkSnapshot       *snapshot)
{
  GdkRGBA colour;
  GdkRectangle area;

  if (place->visit->colour == NULL || !gdk_rgba_parse (&colour, place->visit->colour))
    gdk_rgba_parse (&colour, "#77767b");

  colour.alpha = 0.18f;
  clinic_agenda_view_get_place_area (self, place, &area);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
}

void
clinic_agenda_view_draw_visits (ClinicAgendaView *self,
                                GtkSnapshot      *snapshot)
{
  GdkRectangle near;

  clinic_agenda_view_get_seen (self, &near);
  grow (&near, NEAR);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = place_at (self, i);

      if (!is_in (self, place, &near))
        continue;

      if (place->widget == NULL)
        draw_unmade (self, place, snapshot);
      else
        gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (place->widget), snapshot);
    }
}

void
clinic_agenda_view_scroll_to (ClinicAgendaView *self,
                              GdkRectangle     *area)
{
  gboolean mirrored = clinic_agenda_view_is_mirrored (self);
  int before = MARGIN + (mirrored ? 0 : CLINIC_AGENDA_GUTTER);
  int after = MARGIN + (mirrored ? CLINIC_AGENDA_GUTTER : 0);

  if (self->scroller == NULL)
    return;

  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller),
                             area->y - MARGIN, area->y + area->height + MARGIN);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller),
                             area->x - before, area->x + area->width + after);
}

static void
moved_cb (ClinicAgendaView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  clinic_agenda_view_queue_fill (self);
}

void
clinic_agenda_view_root (GtkWidget *widget)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget));
  GtkWidget *scroller;

  parent_class->root (widget);
  scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return;

  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

void
clinic_agenda_view_unroot (GtkWidget *widget)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget));

  if (self->scroller != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_hadjustment (self->scroller),
                                            self);
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller),
                                            self);
    }

  self->scroller = NULL;
  parent_class->unroot (widget);
}

void
clinic_agenda_view_set_focus_child (GtkWidget *widget,
                                    GtkWidget *child)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  GtkWidgetClass *parent_class = g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget));
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, child);
  GdkRectangle area;

  parent_class->set_focus_child (widget, child);

  if (child != self->cursor)
    clinic_agenda_view_unmark (self);

  if (place != NULL)
    clinic_agenda_view_get_place_area (self, place, &area);
  else if (child != NULL && child == self->cursor && self->columns->len > 0)
    clinic_agenda_view_get_area (self, self->cursor_column, self->cursor_minute, self->scale.slot,
                                 &area);
  else
    return;

  clinic_agenda_view_scroll_to (self, &area);
}
