/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of the agenda go, and what is drawn beneath them. */

#include "config.h"

#include <string.h>

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"

#define GAP 2

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ClinicAgendaPlace *left = a;
  const ClinicAgendaPlace *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;

  if (left->block.from != right->block.from)
    return left->block.from < right->block.from ? -1 : 1;

  return left->block.lane < right->block.lane ? -1 : left->block.lane > right->block.lane;
}

static void
lay_out_column (ClinicAgendaView *self,
                guint             first,
                guint             next)
{
  g_autofree ClinicAgendaBlock *blocks = g_new (ClinicAgendaBlock, next - first);

  for (guint i = first; i < next; i++)
    blocks[i - first] = g_array_index (self->places, ClinicAgendaPlace, i).block;

  clinic_agenda_layout_lanes (blocks, next - first, self->shortest);

  for (guint i = first; i < next; i++)
    g_array_index (self->places, ClinicAgendaPlace, i).block = blocks[i - first];
}

void
clinic_agenda_view_place_visits (ClinicAgendaView *self)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      ClinicVisit *visit = self->visits->pdata[i];
      int column = clinic_agenda_columns_find (self->columns, visit->starts,
                                               visit->practitioner_id);
      ClinicAgendaPlace place = {
        .visit = visit,
        .column = column,
        .block.from = clinic_agenda_view_read_minute (visit->starts),
      };

      place.block.to = MIN (place.block.from + (guint) (clinic_wall_to_minutes (visit->ends) -
                                                        clinic_wall_to_minutes (visit->starts)),
                            CLINIC_DAY_MINUTES);

      if (column >= 0)
        g_array_append_val (self->places, place);
    }

  g_array_sort (self->places, compare_places);
}

void
clinic_agenda_view_place_lanes (ClinicAgendaView *self)
{
  guint first = 0;

  for (guint i = 1; i <= self->places->len; i++)
    {
      if (i == self->places->len ||
          g_array_index (self->places, ClinicAgendaPlace, i).column !=
          g_array_index (self->places, ClinicAgendaPlace, first).column)
        {
          lay_out_column (self, first, i);
          first = i;
        }
    }
}

static void
allocate_area (GtkWidget    *child,
               gboolean      visible,
               GdkRectangle *area)
{
  gtk_widget_set_child_visible (child, visible);

  if (visible)
    gtk_widget_size_allocate (child, area, -1);
}

void
clinic_agenda_view_get_place_area (ClinicAgendaView  *self,
                                   ClinicAgendaPlace *place,
                                   GdkRectangle      *area)
{
  guint minutes = MAX (place->block.to - place->block.from, self->shortest);
  guint lanes = MAX (place->block.lanes, 1);
  guint lane = clinic_agenda_view_is_mirrored (self) ? lanes - 1 - place->block.lane
                                                     : place->block.lane;
  GdkRectangle column;

  clinic_agenda_view_get_area (self, place->column, place->block.from, minutes, &column);
  column.x += GAP;
  column.width = MAX (column.width - 3 * GAP, 1);
  area->x = column.x + column.width * lane / lanes;
  area->width = column.x + column.width * (lane + 1) / lanes - area->x - (lanes > 1 ? GAP : 0);
  area->width = MAX (area->width, 1);
  area->y = column.y + 1;
  area->height = MAX (column.height - 2, 1);
}

/* Beside the columns, however far they are scrolled. */
static void
allocate_hours (ClinicAgendaView *self)
{
  GdkRectangle area;
  int least;

  clinic_agenda_view_get_seen (self, &area);

  if (clinic_agenda_view_is_mirrored (self))
    area.x += area.width - CLINIC_AGENDA_GUTTER;

  area.width = CLINIC_AGENDA_GUTTER;
  area.y = 0;
  area.height = gtk_widget_get_height (GTK_WIDGET (self));
  clinic_agenda_hours_set_scale (CLINIC_AGENDA_HOURS (self->hours), &self->scale);
  gtk_widget_measure (self->hours, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->hours, &area, -1);
}

static gboolean
get_now_area (ClinicAgendaView *self,
              GdkRectangle     *area)
{
  guint minute = self->now != NULL ? clinic_agenda_view_read_minute (self->now) : 0;
  gboolean any = FALSE;

  if (self->now == NULL || minute < self->scale.from || minute >= self->scale.to)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicAgendaColumn *column = self->columns->pdata[i];
      GdkRectangle own;

      if (!g_str_has_prefix (self->now, column->date))
        continue;

      clinic_agenda_view_get_area (self, i, minute, 0, &own);
      own.y -= 1;
      own.height = 2;

      if (any)
        gdk_rectangle_union (area, &own, area);
      else
        *area = own;

      any = TRUE;
    }

  return any;
}

static void
allocate_marks (ClinicAgendaView *self)
{
  gboolean any = self->columns != NULL && self->columns->len > 0;
  GdkRectangle area = { 0, 0, CLINIC_AGENDA_GUTTER, 1 };
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));

  /* What is marked out is all at the keyboard. */
  if (any && self->spanning)
    clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute, self->ghost_minutes,
                                 &area);
  else if (any)
    clinic_agenda_view_get_area (self, self->cursor_column, self->cursor_minute, self->scale.slot,
                                 &area);

  /* A visit below says its own time, and so does what is marked out. */
  gtk_widget_set_child_visible (adw_bin_get_child (ADW_BIN (self->cursor)),
                                !self->spanning &&
                                clinic_agenda_view_find_at (self, self->cursor_column,
                                                            self->cursor_minute) == NULL);
  allocate_area (self->cursor, TRUE, &area);

  if (self->hover_minute != G_MAXUINT && any)
    clinic_agenda_view_get_area (self, self->hover_column, self->hover_minute, self->scale.slot,
                                 &area);

  /* Below what is marked out it could not be read. */
  allocate_area (self->hover, any && self->hover_minute != G_MAXUINT && !self->spanning, &area);

  if (place != NULL || self->spanning)
    clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute, self->ghost_minutes,
                                 &area);

  allocate_area (self->ghost, place != NULL || self->spanning, &area);
  allocate_area (self->now_line, any && get_now_area (self, &area), &area);
}

void
clinic_agenda_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);

  if (self->scale.to > self->scale.from)
    self->scale.minute = (double) height / (self->scale.to - self->scale.from);

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);
      GdkRectangle area;

      if (place->widget == NULL)
        continue;

      clinic_agenda_view_get_place_area (self, place, &area);
      gtk_widget_size_allocate (GTK_WIDGET (place->widget), &area, -1);
    }

  allocate_hours (self);
  allocate_marks (self);

  if (self->stale || width != self->laid_width || height != self->laid_height)
    clinic_agenda_view_queue_fill (self);

  self->stale = FALSE;
  self->laid_width = width;
  self->laid_height = height;
}

/* Grey on any background: light, dark and high contrast have the same lines. */
static void
fill (GtkSnapshot *snapshot,
      float        x,
      float        y,
      float        width,
      float        height,
      float        alpha)
{
  const GdkRGBA colour = { 0.5, 0.5, 0.5, alpha };

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_closed (ClinicAgendaView *self,
             GtkSnapshot      *snapshot,
             guint             index)
{
  ClinicAgendaColumn *column = self->columns->pdata[index];
  guint from = self->scale.from;

  for (guint i = 0; i <= column->n_open; i++)
    {
      guint to = i < column->n_open ? MIN (column->open[i].from, self->scale.to) : self->scale.to;
      GdkRectangle area;

      if (to > from)
        {
          clinic_agenda_view_get_area (self, index, from, to - from, &area);
          fill (snapshot, area.x, area.y, area.width, area.height, 0.13);
        }

      if (i < column->n_open)
        from = MAX (from, column->open[i].to);
    }
}

/* Of a day that has several columns, among other days. */
static gboolean
is_first_of_day (ClinicAgendaView *self,
                 guint             index)
{
  ClinicAgendaColumn *column = self->columns->pdata[index];

  return index > 0 && column->practitioner != 0 &&
         strcmp (column->date, ((ClinicAgendaColumn *) self->columns->pdata[index - 1])->date) != 0;
}

static void
draw_column (ClinicAgendaView *self,
             GtkSnapshot      *snapshot,
             guint             index)
{
  ClinicAgendaColumn *column = self->columns->pdata[index];
  GdkRectangle area;
  GdkRGBA colour;

  clinic_agenda_view_get_area (self, index, self->scale.from, self->scale.to - self->scale.from,
                               &area);
  draw_closed (self, snapshot, index);
  fill (snapshot, clinic_agenda_view_is_mirrored (self) ? area.x + area.width - 1 : area.x, area.y,
        1, area.height, is_first_of_day (self, index) ? 0.5 : 0.25);

  if (column->colour != NULL && gdk_rgba_parse (&colour, column->colour))
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (area.x, area.y, area.width, 2));
}

void
clinic_agenda_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  GtkWidget *const marks[] = { self->hover, self->cursor, self->now_line, self->ghost, self->hours };
  double width = clinic_agenda_view_get_columns_width (self);
  int x = clinic_agenda_view_is_mirrored (self) ? 0 : CLINIC_AGENDA_GUTTER;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    draw_column (self, snapshot, i);

  for (guint minute = self->scale.from; minute < self->scale.to; minute += self->scale.slot)
    fill (snapshot, x, (int) clinic_agenda_scale_y (&self->scale, minute), width, 1,
          minute % 60 == 0 ? 0.28 : 0.11);

  clinic_agenda_view_draw_visits (self, snapshot);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_snapshot_child (widget, marks[i], snapshot);
}
