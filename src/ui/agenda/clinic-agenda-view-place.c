/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of the agenda go, and what is drawn beneath them. */

#include "config.h"

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"

/* No visit is drawn lower. */
#define SHORTEST 15
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

  clinic_agenda_layout_lanes (blocks, next - first, SHORTEST);

  for (guint i = first; i < next; i++)
    g_array_index (self->places, ClinicAgendaPlace, i).block = blocks[i - first];
}

void
clinic_agenda_view_place_visits (ClinicAgendaView *self)
{
  guint first = 0;

  g_array_set_size (self->places, 0);

  for (guint i = 0; i < self->visits->len; i++)
    {
      ClinicVisit *visit = self->visits->pdata[i];
      int column = clinic_agenda_columns_find (self->columns, visit->starts,
                                               visit->practitioner_id);
      ClinicAgendaPlace place = {
        .widget = clinic_agenda_view_find (self, clinic_record_get_id (CLINIC_RECORD (visit))),
        .column = column,
        .block.from = clinic_agenda_view_read_minute (visit->starts),
      };

      gtk_widget_set_child_visible (GTK_WIDGET (place.widget), column >= 0);
      place.block.to = MIN (place.block.from + (guint) (clinic_wall_to_minutes (visit->ends) -
                                                        clinic_wall_to_minutes (visit->starts)),
                            CLINIC_DAY_MINUTES);

      if (column >= 0)
        g_array_append_val (self->places, place);
    }

  g_array_sort (self->places, compare_places);

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

static void
allocate_visit (ClinicAgendaView  *self,
                ClinicAgendaPlace *place)
{
  guint minutes = MAX (place->block.to - place->block.from, SHORTEST);
  guint lane = clinic_agenda_view_is_mirrored (self) ? place->block.lanes - 1 - place->block.lane : place->block.lane;
  GdkRectangle column;
  GdkRectangle area;

  clinic_agenda_view_get_area (self, place->column, place->block.from, minutes, &column);
  column.x += GAP;
  column.width = MAX (column.width - 3 * GAP, 1);
  area.x = column.x + column.width * lane / place->block.lanes;
  area.width = column.x + column.width * (lane + 1) / place->block.lanes - area.x -
               (place->block.lanes > 1 ? GAP : 0);
  area.width = MAX (area.width, 1);
  area.y = column.y + 1;
  area.height = MAX (column.height - 2, 1);
  gtk_widget_size_allocate (GTK_WIDGET (place->widget), &area, -1);
}

static void
allocate_hours (ClinicAgendaView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < self->hours->len; i++)
    {
      GtkWidget *label = self->hours->pdata[i];
      GdkRectangle area;
      int height;

      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &area.width, NULL, NULL, NULL);
      area.width = MAX (area.width, CLINIC_AGENDA_GUTTER - 10);
      area.x = clinic_agenda_view_is_mirrored (self) ? width - area.width : 0;
      area.height = height;
      area.y = (int) clinic_agenda_scale_y (&self->scale, self->scale.from + i * 60);
      area.y = i == 0 ? area.y + 1 : area.y - height / 2;
      gtk_widget_size_allocate (label, &area, -1);
    }
}

static gboolean
get_now_area (ClinicAgendaView *self,
              GdkRectangle     *area)
{
  guint minute = self->now != NULL ? clinic_agenda_view_read_minute (self->now) : 0;
  GdkRectangle last;

  if (self->now == NULL || minute < self->scale.from || minute >= self->scale.to)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicAgendaColumn *column = self->columns->pdata[i];

      if (!g_str_has_prefix (self->now, column->date))
        continue;

      clinic_agenda_view_get_area (self, i, minute, 0, area);

      /* One line for all, where all columns are today. */
      if (i == 0 && self->columns->len > 1 &&
          ((ClinicAgendaColumn *) self->columns->pdata[self->columns->len - 1])->today)
        {
          clinic_agenda_view_get_area (self, self->columns->len - 1, minute, 0, &last);
          gdk_rectangle_union (area, &last, area);
          area->width = clinic_agenda_view_get_columns_width (self);
          area->x = clinic_agenda_view_is_mirrored (self) ? 0 : CLINIC_AGENDA_GUTTER;
        }

      area->height = 2;
      area->y -= 1;

      return TRUE;
    }

  return FALSE;
}

static void
allocate_marks (ClinicAgendaView *self)
{
  gboolean any = self->columns != NULL && self->columns->len > 0;
  GdkRectangle area = { 0, 0, 1, 1 };
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));

  if (any)
    clinic_agenda_view_get_area (self, self->cursor_column, self->cursor_minute, self->scale.slot,
                                 &area);

  allocate_area (self->cursor, any, &area);

  if (self->hover_minute != G_MAXUINT && any)
    clinic_agenda_view_get_area (self, self->hover_column, self->hover_minute, self->scale.slot,
                                 &area);

  allocate_area (self->hover, any && self->hover_minute != G_MAXUINT, &area);

  if (place != NULL)
    clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute,
                                 place->block.to - place->block.from, &area);

  allocate_area (self->ghost, place != NULL, &area);
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
    allocate_visit (self, &g_array_index (self->places, ClinicAgendaPlace, i));

  allocate_hours (self);
  allocate_marks (self);
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
  fill (snapshot, clinic_agenda_view_is_mirrored (self) ? area.x + area.width - 1 : area.x, area.y, 1, area.height,
        0.25);

  if (column->colour != NULL && gdk_rgba_parse (&colour, column->colour))
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (area.x, area.y, area.width, 2));
}

void
clinic_agenda_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  double width = clinic_agenda_view_get_columns_width (self);
  int x = clinic_agenda_view_is_mirrored (self) ? 0 : CLINIC_AGENDA_GUTTER;

  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    draw_column (self, snapshot, i);

  for (guint minute = self->scale.from; minute < self->scale.to; minute += self->scale.slot)
    fill (snapshot, x, (int) clinic_agenda_scale_y (&self->scale, minute), width, 1,
          minute % 60 == 0 ? 0.28 : 0.11);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}
