/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Free time that is marked out to be booked as long: by the pointer with its button held down, or with Shift and
 * arrows from the time that the keyboard is at. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-view-private.h"
#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-session.h"

static gboolean
takes_time (ClinicVisit *visit)
{
  return g_strcmp0 (visit->status, "cancelled") != 0 && g_strcmp0 (visit->status, "no_show") != 0;
}

guint
clinic_agenda_view_find_next (ClinicAgendaView *self,
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

/* A click can put the keyboard beside a visit in its lane. */
static gboolean
is_taken (ClinicAgendaView *self,
          guint             column,
          guint             minute)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (self->places, ClinicAgendaPlace, i);

      if (place->column == column && place->block.from <= minute && minute < place->block.to &&
          takes_time (place->visit))
        return TRUE;
    }

  return FALSE;
}

/* Until when it is open from @minute on; @minute itself where it is closed. */
static guint
find_closing (ClinicAgendaColumn *column,
              guint               minute)
{
  guint closing = minute;

  for (guint i = 0; i < column->n_open; i++)
    {
      if (column->open[i].from <= closing && closing < column->open[i].to)
        closing = column->open[i].to;
    }

  return closing;
}

/* How far the keyboard can mark, and what is there. */
static guint
find_limit (ClinicAgendaView  *self,
            guint              column,
            guint              from,
            const char       **what)
{
  guint next = clinic_agenda_view_find_next (self, column, 0, from, NULL);
  guint closing = find_closing (self->columns->pdata[column], from);
  guint longest = from + CLINIC_SESSION_LONGEST;

  if (is_taken (self, column, from))
    {
      *what = _("This time is taken");
      return from;
    }

  if (closing == from)
    *what = _("It is closed at this time");
  else if (next <= closing && next < self->scale.to)
    *what = _("The next visit begins then");
  else if (closing < self->scale.to)
    *what = _("It closes then");
  else
    *what = _("The day ends then");

  if (longest < MIN (next, closing))
    *what = _("No visit is longer");

  return MIN (MIN (next, closing), longest);
}

static char *
dup_words (ClinicAgendaView *self,
           const char       *from,
           const char       *to,
           const char       *length)
{
  ClinicAgendaColumn *column = self->columns->pdata[self->ghost_column];

  /* Translators: a free time that is marked out, how long it is and in whose column: "10:15–11:00, 45 min, Dr Weber" */
  return g_strdup_printf (_("%s–%s, %s, %s"), from, to, length, column->title);
}

/* The keyboard is at its beginning, and says all of it. */
static void
say_span (ClinicAgendaView *self)
{
  guint end = (self->ghost_minute + self->ghost_minutes) % CLINIC_DAY_MINUTES;
  g_autofree char *starts = clinic_agenda_view_dup_wall (self, self->ghost_column, self->ghost_minute);
  g_autofree char *ends = clinic_agenda_view_dup_wall (self, self->ghost_column, end);
  g_autofree char *from = clinic_locale_time (starts);
  g_autofree char *to = clinic_locale_time (ends);
  g_autofree char *length = clinic_locale_minutes (self->ghost_minutes);
  g_autofree char *minutes = g_strdup_printf (ngettext ("%u minute", "%u minutes", self->ghost_minutes),
                                              self->ghost_minutes);
  g_autofree char *words = dup_words (self, from, to, length);
  g_autofree char *lines = g_strjoin ("\n", from, to, length, NULL);
  g_autofree char *said = dup_words (self, from, to, minutes);

  clinic_agenda_view_write_ghost (self, words, lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursor), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Why it goes no further; GTK 4.8 has no other words for a screen reader than those of what has the keyboard. */
static void
say_limit (ClinicAgendaView *self,
           const char       *what)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  what != NULL ? what : "", -1);

  if (what != NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
clinic_agenda_view_span (ClinicAgendaView *self,
                         guint             minute)
{
  guint from = MAX (MIN (self->anchor, minute),
                    find_last (self, self->ghost_column, self->anchor));
  guint to = MIN (MAX (self->anchor, minute) + self->scale.slot,
                  clinic_agenda_view_find_next (self, self->ghost_column, 0, self->anchor, NULL));

  self->ghost_minute = from;
  self->ghost_minutes = to - from;
  say_span (self);
}

/* The step that was made longer or shorter by. */
static void
scroll_to_end (ClinicAgendaView *self)
{
  guint minutes = MIN (self->scale.slot, self->ghost_minutes);
  GdkRectangle area;

  clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute + self->ghost_minutes - minutes,
                               minutes, &area);
  clinic_agenda_view_scroll_to (self, &area);
}

void
clinic_agenda_view_mark (ClinicAgendaView *self,
                         int               steps)
{
  const char *what;
  guint slot = self->scale.slot;
  guint limit = find_limit (self, self->cursor_column, self->cursor_minute, &what);
  guint most = limit - self->cursor_minute;
  int now = 1;

  if (most == 0)
    {
      say_limit (self, what);
      return;
    }

  /* Before anything is marked the keyboard is at one step: shorter marks just that. */
  if (self->spanning)
    now = (int) ((self->ghost_minutes + slot - 1) / slot);
  else if (steps < 0)
    now = 2;

  if (now + steps < 1)
    what = _("It cannot be shorter");
  else if ((guint) (now + steps) * slot <= most)
    what = NULL;

  self->spanning = TRUE;
  self->ghost_column = self->cursor_column;
  self->ghost_minute = self->cursor_minute;
  self->ghost_minutes = MIN ((guint) MAX (now + steps, 1) * slot, most);
  say_span (self);
  say_limit (self, what);
  scroll_to_end (self);
}

void
clinic_agenda_view_mark_again (ClinicAgendaView *self)
{
  const char *what;
  guint most = find_limit (self, self->ghost_column, self->ghost_minute, &what) - self->ghost_minute;

  if (most == 0)
    {
      clinic_agenda_view_settle (self);
      return;
    }

  self->ghost_minutes = MIN (self->ghost_minutes, most);
  say_span (self);
}

gboolean
clinic_agenda_view_is_marked (ClinicAgendaView *self)
{
  return self->spanning && !self->dragging;
}

void
clinic_agenda_view_unmark (ClinicAgendaView *self)
{
  if (clinic_agenda_view_is_marked (self))
    clinic_agenda_view_settle (self);
}

void
clinic_agenda_view_give_span (ClinicAgendaView *self)
{
  ClinicAgendaColumn *column = self->columns->pdata[self->ghost_column];
  g_autofree char *from = clinic_agenda_view_dup_wall (self, self->ghost_column,
                                                       self->ghost_minute);
  g_autofree char *to = clinic_wall_add_minutes (from, self->ghost_minutes);
  g_autofree char *span = g_strconcat (from, "/", to, NULL);
  gint64 practitioner = column->practitioner;

  self->dragging = FALSE;
  clinic_agenda_view_settle (self);
  clinic_agenda_view_set_cursor (self, self->ghost_column, self->ghost_minute);

  gtk_widget_activate_action (GTK_WIDGET (self), "agenda.book", "(xs)", practitioner, span);
}
