/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long visits in the agenda are: one that is there, by its lower edge, and one to be booked, by
 * the time that the pointer marks out. */

#include "config.h"

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"

/* Pixels of a visit that its end is taken by, and the part of a low one. */
#define EDGE 7
#define PART 4

static gboolean
takes_time (ClinicVisit *visit)
{
  return g_strcmp0 (visit->status, "cancelled") != 0 && g_strcmp0 (visit->status, "no_show") != 0;
}

/* Where the next visit of the same practitioner begins, or what is shown ends. */
static guint
find_next (ClinicAgendaView *self,
           guint             column,
           gint64            practitioner,
           guint             from,
           ClinicVisit      *but)
{
  guint next = self->scale.to;

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (place->column == column && place->visit != but && place->block.from >= from &&
          (practitioner == 0 || place->visit->practitioner_id == practitioner) &&
          takes_time (place->visit))
        next = MIN (next, place->block.from);
    }

  return next;
}

/* Where the visit before @until ends, or what is shown begins. */
static guint
find_last (ClinicAgendaView *self,
           guint             column,
           guint             until)
{
  guint last = self->scale.from;

  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (place->column == column && place->block.to <= until && takes_time (place->visit))
        last = MAX (last, place->block.to);
    }

  return last;
}

static void
show_ghost (ClinicAgendaView *self)
{
  GdkRectangle area;

  clinic_agenda_view_say_ghost (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (self->dragging)
    return;

  clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute, self->ghost_minutes,
                               &area);
  clinic_agenda_view_scroll_to (self, &area);
}

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
  int most = (int) MAX (find_next (self, place->column, place->visit->practitioner_id,
                                   place->block.to, place->visit), place->block.to);

  self->sizing = TRUE;
  g_set_object (&self->moving, place->widget);
  gtk_widget_add_css_class (GTK_WIDGET (place->widget), "moving");
  self->ghost_column = place->column;
  self->ghost_minute = place->block.from;
  self->ghost_minutes = (guint) CLAMP (minute, MIN (least, most), most) - place->block.from;
  show_ghost (self);
}

void
clinic_agenda_view_span (ClinicAgendaView *self,
                         guint             minute)
{
  guint from = MAX (MIN (self->anchor, minute),
                    find_last (self, self->ghost_column, self->anchor));
  guint to = MIN (MAX (self->anchor, minute) + self->scale.slot,
                  find_next (self, self->ghost_column, 0, self->anchor, NULL));

  self->ghost_minute = from;
  self->ghost_minutes = to - from;
  show_ghost (self);
}

static void
give_span (ClinicAgendaView *self)
{
  ClinicAgendaColumn *column = self->columns->pdata[self->ghost_column];
  g_autofree char *from = clinic_agenda_view_dup_wall (self, self->ghost_column,
                                                       self->ghost_minute);
  g_autofree char *to = clinic_wall_add_minutes (from, self->ghost_minutes);
  g_autofree char *span = g_strconcat (from, "/", to, NULL);
  gint64 practitioner = column->practitioner;

  clinic_agenda_view_set_cursor (self, self->ghost_column, self->ghost_minute);
  clinic_agenda_view_settle (self);

  gtk_widget_activate_action (GTK_WIDGET (self), "agenda.book", "(xs)", practitioner, span);
}

void
clinic_agenda_view_drop_size (ClinicAgendaView *self)
{
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));

  self->dragging = FALSE;

  if (self->spanning)
    {
      give_span (self);
      return;
    }

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
