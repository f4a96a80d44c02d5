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

void
clinic_agenda_view_get_seen (ClinicAgendaView *self,
                             GdkRectangle     *seen)
{
  GtkAdjustment *across;
  GtkAdjustment *down;

  *seen = (GdkRectangle) { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)) };

  if (self->scroller == NULL)
    return;

  across = gtk_scrolled_window_get_hadjustment (self->scroller);
  down = gtk_scrolled_window_get_vadjustment (self->scroller);
  seen->x = (int) gtk_adjustment_get_value (across);
  seen->y = (int) gtk_adjustment_get_value (down);
  seen->width = (int) gtk_adjustment_get_page_size (across);
  seen->height = (int) gtk_adjustment_get_page_size (down);
}

void
clinic_agenda_view_get_area (ClinicAgendaView *self,
                             guint             column,
                             guint             minute,
                             guint             minutes,
                             GdkRectangle     *area)
{
  guint n_columns = self->columns != NULL ? self->columns->len : 0;
  double width = clinic_agenda_view_get_columns_width (self);
  int start = clinic_agenda_layout_edge (width, n_columns, column);
  int end = clinic_agenda_layout_edge (width, n_columns, column + 1);

  area->x = clinic_agenda_view_is_mirrored (self) ? (int) width - end
                                                  : CLINIC_AGENDA_GUTTER + start;
  area->width = end - start;
  area->y = clinic_agenda_scale_y (&self->scale, minute);
  area->height = (int) clinic_agenda_scale_y (&self->scale, minute + minutes) - area->y;
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
