/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long visits in the agenda are, by their lower edge. */

#include "config.h"

#include "clinic-agenda-view-private.h"

/* Pixels of a visit that its end is taken by, and the part of a low one. */
#define EDGE 7
#define PART 4

gboolean
clinic_agenda_view_is_at_end (ClinicAgendaView  *self,
                              ClinicAgendaPlace *place,
                              double             y)
{
  GdkRectangle area;

  if (!self->movable || !clinic_agenda_visit_can_move (place->widget))
    return FALSE;

  clinic_agenda_view_get_place_area (self, place, &area);

  return y >= area.y + area.height - MIN (EDGE, area.height / PART);
}

void
clinic_agenda_view_size (ClinicAgendaView  *self,
                         ClinicAgendaPlace *place,
                         int                minute)
{
  int least = (int) (place->block.from + self->scale.slot);
  int most = (int) MAX (clinic_agenda_view_find_next (self, place->column, place->visit->practitioner_id,
                                                      place->block.to, place->visit), place->block.to);
  GdkRectangle area;

  self->sizing = TRUE;
  g_set_object (&self->moving, place->widget);
  gtk_widget_add_css_class (GTK_WIDGET (place->widget), "moving");
  self->ghost_column = place->column;
  self->ghost_minute = place->block.from;
  self->ghost_minutes = (guint) CLAMP (minute, MIN (least, most), most) - place->block.from;
  clinic_agenda_view_say_ghost (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (self->dragging)
    return;

  clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute, self->ghost_minutes,
                               &area);
  clinic_agenda_view_scroll_to (self, &area);
}

void
clinic_agenda_view_drop_size (ClinicAgendaView *self)
{
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));

  self->dragging = FALSE;

  if (place == NULL || self->ghost_minutes == place->block.to - place->block.from)
    {
      clinic_agenda_view_settle (self);
      return;
    }

  self->given = TRUE;

  if (!gtk_widget_activate_action (GTK_WIDGET (self), "agenda.length", "(xx)",
                                   clinic_record_get_id (CLINIC_RECORD (place->visit)),
                                   (gint64) self->ghost_minutes))
    clinic_agenda_view_settle (self);
}
