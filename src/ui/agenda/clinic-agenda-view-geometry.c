/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where days, times and visits are in the agenda. */

#include "config.h"

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"

gboolean
clinic_agenda_view_is_mirrored (ClinicAgendaView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
clinic_agenda_view_get_columns_width (ClinicAgendaView *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - CLINIC_AGENDA_GUTTER, 1);
}

guint
clinic_agenda_view_read_minute (const char *wall)
{
  return (guint) (clinic_wall_to_minutes (wall) % CLINIC_DAY_MINUTES);
}

/* Columns begin and end on whole pixels. */
static int
get_column_x (ClinicAgendaView *self,
              guint             column)
{
  double width = clinic_agenda_view_get_columns_width (self);
  guint n_columns = MAX (self->columns != NULL ? self->columns->len : 0, 1);

  if (clinic_agenda_view_is_mirrored (self))
    return (int) (width - width * (column + 1) / n_columns);

  return CLINIC_AGENDA_GUTTER + (int) (width * column / n_columns);
}

void
clinic_agenda_view_get_area (ClinicAgendaView *self,
                             guint             column,
                             guint             minute,
                             guint             minutes,
                             GdkRectangle     *area)
{
  guint n_columns = MAX (self->columns != NULL ? self->columns->len : 0, 1);
  int y = clinic_agenda_scale_y (&self->scale, minute);

  area->x = get_column_x (self, column);
  area->width = (int) (clinic_agenda_view_get_columns_width (self) * (column + 1) / n_columns) -
                (int) (clinic_agenda_view_get_columns_width (self) * column / n_columns);
  area->y = y;
  area->height = (int) clinic_agenda_scale_y (&self->scale, minute + minutes) - y;
}

guint
clinic_agenda_view_get_column (ClinicAgendaView *self,
                               double            x)
{
  gboolean mirrored = clinic_agenda_view_is_mirrored (self);

  return clinic_agenda_layout_column (mirrored ? x : x - CLINIC_AGENDA_GUTTER,
                                      clinic_agenda_view_get_columns_width (self),
                                      self->columns->len, mirrored);
}

ClinicAgendaPlace *
clinic_agenda_view_find_place (ClinicAgendaView *self,
                               GtkWidget        *widget)
{
  for (guint i = 0; widget != NULL && i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (GTK_WIDGET (place->widget) == widget)
        return place;
    }

  return NULL;
}

ClinicAgendaPlace *
clinic_agenda_view_find_at (ClinicAgendaView *self,
                            guint             column,
                            guint             minute)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (place->column == column && place->block.from <= minute && minute < place->block.to)
        return place;
    }

  return NULL;
}

char *
clinic_agenda_view_dup_wall (ClinicAgendaView *self,
                             guint             column,
                             guint             minute)
{
  ClinicAgendaColumn *day = self->columns->pdata[column];

  return g_strdup_printf ("%sT%02u:%02u", day->date, minute / 60, minute % 60);
}

gboolean
clinic_agenda_view_locate (ClinicAgendaView *self,
                           const char       *wall,
                           gint64            practitioner,
                           GdkRectangle     *area)
{
  int column;

  g_return_val_if_fail (CLINIC_IS_AGENDA_VIEW (self) && clinic_wall_is_valid (wall), FALSE);

  column = clinic_agenda_columns_find (self->columns, wall, practitioner);

  if (column < 0)
    return FALSE;

  clinic_agenda_view_get_area (self, column, clinic_agenda_view_read_minute (wall),
                               self->scale.slot, area);

  return TRUE;
}
