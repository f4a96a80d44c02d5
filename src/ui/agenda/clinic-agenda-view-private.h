/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-agenda-hours.h"
#include "clinic-agenda-layout.h"
#include "clinic-agenda-view.h"

G_BEGIN_DECLS

/* What is where. */
typedef struct
{
  ClinicVisit       *visit;             /* of the view */
  ClinicAgendaVisit *widget;            /* NULL: far out of sight */
  guint              column;
  ClinicAgendaBlock  block;
} ClinicAgendaPlace;

struct _ClinicAgendaView
{
  GtkWidget          parent_instance;

  GPtrArray         *columns;
  GPtrArray         *visits;
  GArray            *places;            /* ClinicAgendaPlace, column after column */
  ClinicAgendaScale  scale;
  gboolean           movable;
  char              *now;

  GtkScrolledWindow *scroller;          /* around this, while it is in a window; may be NULL */
  GPtrArray         *spares;            /* ClinicAgendaVisit, hidden children */
  guint              filler;            /* the tick that makes what comes into sight */
  int                laid_width;
  int                laid_height;
  gboolean           stale;             /* what is shown was not laid out yet */
  gboolean           sought;            /* scroll to the cursor once it is */
  gboolean           sought_time;       /* to its minute too */
  guint              shortest;          /* minutes: no visit is drawn lower */

  GtkWidget         *hours;
  GtkWidget         *hover;             /* the time under the pointer */
  GtkWidget         *cursor;            /* the time that arrows walk over */
  GtkWidget         *now_line;
  GtkWidget         *ghost;             /* where a visit that is moved would be */

  guint              cursor_column;
  guint              cursor_minute;
  guint              hover_column;
  guint              hover_minute;

  ClinicAgendaVisit *moving;            /* owned */
  GtkGesture        *drag;              /* owned by the widget */
  gboolean           dragging;          /* by the pointer */
  gboolean           given;             /* agenda.move was given; waits for what becomes of it */
  gboolean           sizing;            /* the end of what is moved, not its beginning */
  gboolean           spanning;          /* a free time is marked out, by the pointer or the keyboard */
  guint              anchor;            /* where that began */
  guint              ghost_column;
  guint              ghost_minute;
  guint              ghost_minutes;
  guint              tick;
  double             pointer_x;
  double             pointer_y;
  double             grip;              /* from the top of the visit to the pointer */
};

/* What is in a column from @minute on. */
void               clinic_agenda_view_get_area     (ClinicAgendaView *self,
                                                    guint             column,
                                                    guint             minute,
                                                    guint             minutes,
                                                    GdkRectangle     *area);
guint              clinic_agenda_view_get_column   (ClinicAgendaView *self,
                                                    double            x);
ClinicAgendaPlace *clinic_agenda_view_find_place   (ClinicAgendaView *self,
                                                    GtkWidget        *widget);
/* The visit that takes up this time, or NULL. */
ClinicAgendaPlace *clinic_agenda_view_find_at      (ClinicAgendaView *self,
                                                    guint             column,
                                                    guint             minute);
/* "2026-11-23T10:15"; caller frees. */
char              *clinic_agenda_view_dup_wall     (ClinicAgendaView *self,
                                                    guint             column,
                                                    guint             minute);
void               clinic_agenda_view_book         (ClinicAgendaView *self,
                                                    guint             column,
                                                    guint             minute);

gboolean           clinic_agenda_view_is_mirrored  (ClinicAgendaView *self);
/* What is seen of all of it now. */
void               clinic_agenda_view_get_seen     (ClinicAgendaView *self,
                                                    GdkRectangle     *seen);
/* Where a visit is. */
void               clinic_agenda_view_get_place_area (ClinicAgendaView  *self,
                                                      ClinicAgendaPlace *place,
                                                      GdkRectangle      *area);
/* Of all columns. */
double             clinic_agenda_view_get_columns_width (ClinicAgendaView *self);
/* The minute of the day of a wall time. */
guint              clinic_agenda_view_read_minute  (const char       *wall);

/* clinic-agenda-view-place.c */
/* Finds a column for each visit, and then a lane. */
void               clinic_agenda_view_place_visits (ClinicAgendaView *self);
void               clinic_agenda_view_place_lanes  (ClinicAgendaView *self);
void               clinic_agenda_view_size_allocate (GtkWidget       *widget,
                                                     int              width,
                                                     int              height,
                                                     int              baseline);
void               clinic_agenda_view_snapshot     (GtkWidget        *widget,
                                                    GtkSnapshot      *snapshot);

/* clinic-agenda-view-seen.c: only visits in sight and near it have widgets. */
/* Makes them in the frames to come, a few milliseconds in each. */
void               clinic_agenda_view_queue_fill   (ClinicAgendaView  *self);
/* FALSE when there is more to make than there was time for. */
gboolean           clinic_agenda_view_fill         (ClinicAgendaView  *self);
/* The widget at @place, made now where there is none. */
/* The visit that is at the cursor takes the keyboard, else the free time does: nobody books where somebody is. */
gboolean           clinic_agenda_view_focus_cursor (ClinicAgendaView  *self);
GtkWidget         *clinic_agenda_view_reach        (ClinicAgendaView  *self,
                                                    ClinicAgendaPlace *place);
/* Hands the widgets of @old places on to those of the same session; the rest are spare. */
void               clinic_agenda_view_hand_on      (ClinicAgendaView  *self,
                                                    GArray            *old);
/* Visits in sight; of those that have no widget yet where they will be. */
void               clinic_agenda_view_draw_visits  (ClinicAgendaView  *self,
                                                    GtkSnapshot       *snapshot);
/* So that all of @area is seen, or its beginning. */
void               clinic_agenda_view_scroll_to    (ClinicAgendaView  *self,
                                                    GdkRectangle      *area);
void               clinic_agenda_view_root         (GtkWidget         *widget);
void               clinic_agenda_view_unroot       (GtkWidget         *widget);
void               clinic_agenda_view_set_focus_child (GtkWidget      *widget,
                                                       GtkWidget      *child);

/* clinic-agenda-view-keys.c */
void               clinic_agenda_view_add_keys     (GtkWidgetClass   *widget_class);
gboolean           clinic_agenda_view_focus        (GtkWidget        *widget,
                                                    GtkDirectionType  direction);
/* Says the time that the keyboard is at, to be booked. */
void               clinic_agenda_view_say_cursor   (ClinicAgendaView *self);
/* Nothing is marked any more where it moves. */
void               clinic_agenda_view_set_cursor   (ClinicAgendaView *self,
                                                    guint             column,
                                                    guint             minute);

/* clinic-agenda-view-move.c */
void               clinic_agenda_view_add_pointer  (ClinicAgendaView *self);
/* Shows where @visit would be. */
void               clinic_agenda_view_carry        (ClinicAgendaView  *self,
                                                    ClinicAgendaPlace *place,
                                                    guint              column,
                                                    guint              minute);
/* Writes @words into what is moved or marked out, or @lines where a line has no room for them. */
void               clinic_agenda_view_write_ghost  (ClinicAgendaView  *self,
                                                    const char        *words,
                                                    const char        *lines);
/* Says where what is moved would be. */
void               clinic_agenda_view_say_ghost    (ClinicAgendaView  *self);
/* Gives the move that is shown, or does nothing where it is. */
void               clinic_agenda_view_drop         (ClinicAgendaView  *self);

/* clinic-agenda-view-size.c: how long a visit is. It does not reach into a time that is taken. */
/* Whether the pointer is on the edge that a visit ends at. */
gboolean           clinic_agenda_view_is_at_end    (ClinicAgendaView  *self,
                                                    ClinicAgendaPlace *place,
                                                    double             y);
/* Shows a visit that ends at @minute. */
void               clinic_agenda_view_size         (ClinicAgendaView  *self,
                                                    ClinicAgendaPlace *place,
                                                    int                minute);
/* Gives the length that is shown. */
void               clinic_agenda_view_drop_size    (ClinicAgendaView  *self);

/* clinic-agenda-view-mark.c: free time to be booked as long. */
/* Where the next visit of the same practitioner begins, or what is shown ends. @practitioner 0: of anybody; @but: not
 * this one, may be NULL. */
guint              clinic_agenda_view_find_next    (ClinicAgendaView  *self,
                                                    guint              column,
                                                    gint64             practitioner,
                                                    guint              from,
                                                    ClinicVisit       *but);
/* Marks the free time from where the pointer was pressed to @minute's step. */
void               clinic_agenda_view_span         (ClinicAgendaView  *self,
                                                    guint              minute);
/* Makes what is marked from the keyboard's time on so many steps longer. It ends where a visit begins, where it closes
 * and where the day ends. */
void               clinic_agenda_view_mark         (ClinicAgendaView  *self,
                                                    int                steps);
/* The same of other visits in its column: as much of it as is free still. */
void               clinic_agenda_view_mark_again   (ClinicAgendaView  *self);
/* Whether something is marked by keyboard. */
gboolean           clinic_agenda_view_is_marked    (ClinicAgendaView  *self);
/* Marks it no longer. */
void               clinic_agenda_view_unmark       (ClinicAgendaView  *self);
/* Books what is marked. */
void               clinic_agenda_view_give_span    (ClinicAgendaView  *self);

G_END_DECLS
