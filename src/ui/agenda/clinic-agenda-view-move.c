/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pointer in the agenda: a click books, a visit can be dragged. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-agenda-view-private.h"
#include "clinic-locale.h"

/* This near to the edge of what is seen a drag scrolls on, so far each frame. */
#define EDGE 28
#define SCROLL 10
/* Pixels of a column that has no room for a line of words. */
#define NARROW 136

static void
set_mark_text (GtkWidget  *mark,
               const char *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (adw_bin_get_child (ADW_BIN (mark))), text);
}

void
clinic_agenda_view_settle (ClinicAgendaView *self)
{
  gboolean dragging;
  gboolean spanning;

  g_return_if_fail (CLINIC_IS_AGENDA_VIEW (self));

  dragging = self->dragging;
  spanning = self->spanning;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);

  if (self->moving != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->moving), "moving");

  self->tick = 0;
  self->dragging = FALSE;
  self->given = FALSE;
  self->sizing = FALSE;
  self->spanning = FALSE;
  g_clear_object (&self->moving);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (spanning)
    clinic_agenda_view_say_cursor (self);

  /* The button is still held down: moving it on must not begin again. */
  if (dragging)
    gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
}

void
clinic_agenda_view_write_ghost (ClinicAgendaView *self,
                                const char       *words,
                                const char       *lines)
{
  GdkRectangle area;

  clinic_agenda_view_get_area (self, self->ghost_column, self->ghost_minute, self->ghost_minutes, &area);
  set_mark_text (self->ghost, area.width < NARROW ? lines : words);

  if (area.width < NARROW)
    gtk_widget_add_css_class (self->ghost, "narrow");
  else
    gtk_widget_remove_css_class (self->ghost, "narrow");
}

void
clinic_agenda_view_say_ghost (ClinicAgendaView *self)
{
  ClinicAgendaColumn *column = self->columns->pdata[self->ghost_column];
  g_autofree char *starts = clinic_agenda_view_dup_wall (self, self->ghost_column,
                                                         self->ghost_minute);
  g_autofree char *ends = clinic_agenda_view_dup_wall (self, self->ghost_column,
                                                       (self->ghost_minute + self->ghost_minutes) %
                                                       CLINIC_DAY_MINUTES);
  g_autofree char *from = clinic_locale_time (starts);
  g_autofree char *to = clinic_locale_time (ends);
  /* Translators: where a visit is moved to: "10:15–10:45 Dr Weber" */
  g_autofree char *words = g_strdup_printf (_("%s–%s %s"), from, to, column->title);
  g_autofree char *lines = g_strjoin ("\n", from, to, NULL);

  clinic_agenda_view_write_ghost (self, words, lines);
}

void
clinic_agenda_view_carry (ClinicAgendaView  *self,
                          ClinicAgendaPlace *place,
                          guint              column,
                          guint              minute)
{
  GdkRectangle area;

  g_set_object (&self->moving, place->widget);
  gtk_widget_add_css_class (GTK_WIDGET (place->widget), "moving");
  self->ghost_column = column;
  self->ghost_minute = minute;
  self->ghost_minutes = place->block.to - place->block.from;
  clinic_agenda_view_say_ghost (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (self->dragging)
    return;

  clinic_agenda_view_get_area (self, column, minute, place->block.to - place->block.from, &area);
  clinic_agenda_view_scroll_to (self, &area);
}

void
clinic_agenda_view_drop (ClinicAgendaView *self)
{
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));
  ClinicAgendaColumn *column;
  ClinicVisit *visit;
  g_autofree char *wall = NULL;

  if (self->spanning)
    {
      clinic_agenda_view_give_span (self);
      return;
    }

  if (self->sizing)
    {
      clinic_agenda_view_drop_size (self);
      return;
    }

  if (place == NULL ||
      (place->column == self->ghost_column && place->block.from == self->ghost_minute))
    {
      clinic_agenda_view_settle (self);
      return;
    }

  visit = clinic_agenda_visit_get_visit (place->widget);
  column = self->columns->pdata[self->ghost_column];
  wall = clinic_agenda_view_dup_wall (self, self->ghost_column, self->ghost_minute);
  clinic_agenda_view_set_cursor (self, self->ghost_column, self->ghost_minute);
  self->dragging = FALSE;
  self->given = TRUE;

  if (!gtk_widget_activate_action (GTK_WIDGET (self), "agenda.move", "(xxs)",
                                   clinic_record_get_id (CLINIC_RECORD (visit)),
                                   column->practitioner != 0 ? column->practitioner
                                                             : visit->practitioner_id, wall))
    clinic_agenda_view_settle (self);
}

static void
follow_pointer (ClinicAgendaView *self)
{
  ClinicAgendaPlace *place = clinic_agenda_view_find_place (self, GTK_WIDGET (self->moving));

  if (self->spanning)
    {
      clinic_agenda_view_span (self, clinic_agenda_scale_step (&self->scale, self->pointer_y));
      return;
    }

  if (place == NULL)
    {
      clinic_agenda_view_settle (self);
      return;
    }

  if (self->sizing)
    {
      clinic_agenda_view_size (self, place, (int) clinic_agenda_scale_snap (&self->scale,
                                                                            self->pointer_y, 0));
      return;
    }

  clinic_agenda_view_carry (self, place, clinic_agenda_view_get_column (self, self->pointer_x),
                            clinic_agenda_scale_snap (&self->scale, self->pointer_y - self->grip,
                                                      place->block.to - place->block.from));
}

/* How far it was scrolled on, for a pointer at @place between the edges @from and @to. */
static double
scroll_on (GtkAdjustment *adjustment,
           double         place,
           double         from,
           double         to)
{
  double value = gtk_adjustment_get_value (adjustment);
  double by = 0;

  if (place < from + EDGE)
    by = -SCROLL;
  else if (place > to - EDGE)
    by = SCROLL;

  gtk_adjustment_set_value (adjustment, value + by);

  return gtk_adjustment_get_value (adjustment) - value;
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ClinicAgendaView *self = CLINIC_AGENDA_VIEW (widget);
  gboolean mirrored = clinic_agenda_view_is_mirrored (self);
  GdkRectangle seen;
  double across;
  double down;

  if (self->scroller == NULL)
    return G_SOURCE_CONTINUE;

  clinic_agenda_view_get_seen (self, &seen);
  down = scroll_on (gtk_scrolled_window_get_vadjustment (self->scroller), self->pointer_y, seen.y,
                    seen.y + seen.height);
  across = scroll_on (gtk_scrolled_window_get_hadjustment (self->scroller), self->pointer_x,
                      seen.x + (mirrored ? 0 : CLINIC_AGENDA_GUTTER),
                      seen.x + seen.width - (mirrored ? CLINIC_AGENDA_GUTTER : 0));

  if (down != 0 || across != 0)
    {
      self->pointer_x += across;
      self->pointer_y += down;
      follow_pointer (self);
    }

  return self->tick != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static ClinicAgendaPlace *
pick (ClinicAgendaView *self,
      double            x,
      double            y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && !CLINIC_IS_AGENDA_VISIT (picked))
    picked = gtk_widget_get_ancestor (picked, CLINIC_TYPE_AGENDA_VISIT);

  return clinic_agenda_view_find_place (self, picked);
}

/* A time that can be clicked on. */
static gboolean
find_free (ClinicAgendaView *self,
           double            x,
           double            y,
           guint            *column,
           guint            *minute)
{
  gboolean mirrored = clinic_agenda_view_is_mirrored (self);
  GdkRectangle seen;

  clinic_agenda_view_get_seen (self, &seen);

  if (self->columns->len == 0 || self->moving != NULL || self->dragging || pick (self, x, y) != NULL ||
      (mirrored ? x > seen.x + seen.width - CLINIC_AGENDA_GUTTER
                : x < seen.x + CLINIC_AGENDA_GUTTER))
    return FALSE;

  *column = clinic_agenda_view_get_column (self, x);
  *minute = clinic_agenda_scale_step (&self->scale, y);

  return TRUE;
}

static void
pressed_cb (ClinicAgendaView *self,
            int               n_press,
            double            x,
            double            y)
{
  guint column;
  guint minute;

  clinic_agenda_view_unmark (self);

  if (!find_free (self, x, y, &column, &minute))
    return;

  clinic_agenda_view_set_cursor (self, column, minute);
  gtk_widget_grab_focus (self->cursor);
}

static void
released_cb (ClinicAgendaView *self,
             int               n_press,
             double            x,
             double            y)
{
  guint column;
  guint minute;

  if (n_press == 1 && find_free (self, x, y, &column, &minute) &&
      column == self->cursor_column && minute == self->cursor_minute)
    clinic_agenda_view_book (self, column, minute);
}

/* Where a visit can be made longer the pointer says so. */
static void
show_grip (ClinicAgendaView *self,
           double            x,
           double            y)
{
  ClinicAgendaPlace *place = self->moving == NULL ? pick (self, x, y) : NULL;
  gboolean grip = self->moving != NULL
                  ? self->sizing : place != NULL && clinic_agenda_view_is_at_end (self, place, y);

  if (grip == (gtk_widget_get_cursor (GTK_WIDGET (self)) != NULL))
    return;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), grip ? "ns-resize" : NULL);
}

static void
motion_cb (ClinicAgendaView *self,
           double            x,
           double            y)
{
  guint column = 0;
  guint minute = G_MAXUINT;
  g_autofree char *wall = NULL;
  g_autofree char *time = NULL;

  if (!find_free (self, x, y, &column, &minute))
    minute = G_MAXUINT;

  show_grip (self, x, y);

  if (column == self->hover_column && minute == self->hover_minute)
    return;

  self->hover_column = column;
  self->hover_minute = minute;

  if (minute != G_MAXUINT)
    {
      wall = clinic_agenda_view_dup_wall (self, column, minute);
      time = clinic_locale_time (wall);
      set_mark_text (self->hover, time);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
leave_cb (ClinicAgendaView *self)
{
  if (self->hover_minute == G_MAXUINT)
    return;

  self->hover_minute = G_MAXUINT;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
drag_begin_cb (ClinicAgendaView *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  ClinicAgendaPlace *place = pick (self, x, y);
  guint column;
  guint minute;

  clinic_agenda_view_unmark (self);

  if (place == NULL && find_free (self, x, y, &column, &minute))
    return;

  if (place == NULL || !self->movable || self->moving != NULL ||
      !clinic_agenda_visit_can_move (place->widget))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->grip = y - clinic_agenda_scale_y (&self->scale, place->block.from);
}

/* @place NULL: of free time. */
static void
start_drag (ClinicAgendaView  *self,
            ClinicAgendaPlace *place,
            GtkGesture        *gesture,
            double             y)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragging = TRUE;
  self->spanning = place == NULL;

  if (place != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (place->widget));
      self->sizing = clinic_agenda_view_is_at_end (self, place, y);
      g_set_object (&self->moving, place->widget);
    }

  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
  leave_cb (self);
}

static void
drag_update_cb (ClinicAgendaView *self,
                double            offset_x,
                double            offset_y,
                GtkGesture       *gesture)
{
  double x;
  double y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);

  if (!self->dragging)
    {
      ClinicAgendaPlace *place = self->moving == NULL ? pick (self, x, y) : NULL;

      if (!gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + offset_x, y + offset_y))
        return;

      /* Gone while the button was held down. */
      if (place == NULL && !find_free (self, x, y, &self->ghost_column, &self->anchor))
        {
          gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
          return;
        }

      start_drag (self, place, gesture, y);
    }

  self->pointer_x = x + offset_x;
  self->pointer_y = y + offset_y;
  follow_pointer (self);
}

static void
drag_end_cb (ClinicAgendaView *self)
{
  if (!self->dragging)
    return;

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);

  self->tick = 0;
  clinic_agenda_view_drop (self);
}

static void
drag_cancel_cb (ClinicAgendaView *self)
{
  if (!self->dragging)
    return;

  self->dragging = FALSE;
  clinic_agenda_view_settle (self);
}

/* A visit carried with Ctrl and arrows is put down, and so is an end carried with Shift. */
static void
key_released_cb (ClinicAgendaView *self,
                 guint             keyval)
{
  gboolean own = self->sizing ? keyval == GDK_KEY_Shift_L || keyval == GDK_KEY_Shift_R
                              : keyval == GDK_KEY_Control_L || keyval == GDK_KEY_Control_R;

  if (own && self->moving != NULL && !self->dragging && !self->given)
    clinic_agenda_view_drop (self);
}

void
clinic_agenda_view_add_pointer (ClinicAgendaView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  self->drag = drag;
}
