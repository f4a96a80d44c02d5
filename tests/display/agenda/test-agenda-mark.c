/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-agenda-test.h"
#include "clinic-agenda-view-private.h"
#include "clinic-booking-dialog.h"
#include "clinic-display.h"

/* Free time marked out by keyboard, and booked as long. The clinic is open from 8 to 12 and from 13 to 18. */

/* The keyboard on a time of the first practitioner. */
static ClinicAgendaView *
begin_at (ClinicDesk *desk,
          const char *wall,
          const char *mode)
{
  GtkWidget *page = agenda_test_show (desk, wall, mode);
  ClinicAgendaView *view = agenda_test_get_view (page);

  clinic_page_start (CLINIC_PAGE (page));
  g_assert_true (gtk_widget_has_focus (view->cursor));

  return view;
}

/* What is marked is at the keyboard, is drawn, and says so. */
static void
assert_marked (ClinicAgendaView *view,
               guint             from,
               guint             minutes,
               const char       *name)
{
  g_assert_true (gtk_widget_has_focus (view->cursor));
  g_assert_true (clinic_agenda_view_is_marked (view));
  g_assert_true (gtk_widget_get_child_visible (view->ghost));
  g_assert_cmpuint (view->ghost_column, ==, view->cursor_column);
  g_assert_cmpuint (view->ghost_minute, ==, from);
  g_assert_cmpuint (view->ghost_minutes, ==, minutes);
  gtk_test_accessible_assert_property (view->cursor, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
assert_unmarked (ClinicAgendaView *view,
                 const char       *name)
{
  g_assert_false (view->spanning);
  g_assert_false (gtk_widget_get_child_visible (view->ghost));
  gtk_test_accessible_assert_property (view->cursor, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  gtk_test_accessible_assert_property (view->cursor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
assert_says (ClinicAgendaView *view,
             const char       *words)
{
  gtk_test_accessible_assert_property (view->cursor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

/* Whoever is found first is booked; when the visit ends. */
static char *
book_in (ClinicDesk *desk,
         GtkWindow  *dialog,
         const char *starts)
{
  g_autoptr(GPtrArray) visits = NULL;

  g_assert_true (CLINIC_IS_BOOKING_DIALOG (dialog));
  clinic_display_type ("hof");
  clinic_display_press ("Return Return");
  agenda_test_await_closed (dialog);
  visits = agenda_test_list (desk, DAY, "2026-11-25");

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];

      if (strcmp (visit->starts, starts) == 0 && strcmp (visit->family_name, "Hofer") == 0)
        return g_strdup (visit->ends);
    }

  g_assert_not_reached ();
}

static void
test_return_books_as_long (ClinicDesk *desk)
{
  ClinicAgendaView *view = begin_at (desk, DAY "T09:45", "day");
  g_autofree char *ends = NULL;

  clinic_display_press ("shift+Down");
  assert_marked (view, 585, 30, "09:45–10:15, 30 minutes, Anna Leitner");
  clinic_display_press ("shift+Down shift+Down shift+Down");
  assert_marked (view, 585, 75, "09:45–11:00, 75 minutes, Anna Leitner");
  g_assert_nonnull (clinic_display_find_text (view->ghost, "09:45–11:00, 1 h 15 min, Anna Leitner"));
  clinic_display_press ("shift+Up");
  assert_marked (view, 585, 60, "09:45–10:45, 60 minutes, Anna Leitner");
  assert_says (view, "");
  clinic_display_press ("Return");
  g_assert_false (view->spanning);
  ends = book_in (desk, clinic_display_top (), DAY "T09:45");
  g_assert_cmpstr (ends, ==, DAY "T10:45");
}

/* As it is drawn when the pointer marks it out. */
static void
test_drawn_as_by_pointer (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY "T09:45", "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  graphene_rect_t dragged;
  graphene_rect_t marked;
  GdkRectangle start;
  GdkRectangle end;

  g_assert_true (clinic_agenda_view_locate (view, DAY "T09:45", first, &start));
  g_assert_true (clinic_agenda_view_locate (view, DAY "T10:30", first, &end));
  clinic_display_drag_to (GTK_WIDGET (view), start.x + 30, start.y + 6, end.x + 35, end.y + 6);
  g_assert_nonnull (clinic_display_find_text (view->ghost, "09:45–10:45, 1 h, Anna Leitner"));
  g_assert_true (gtk_widget_compute_bounds (view->ghost, GTK_WIDGET (view), &dragged));
  clinic_display_picture (page, "agenda-mark-dragged");
  clinic_display_press ("Escape");
  clinic_display_drop ();
  assert_unmarked (view, "Anna Leitner, 09:45: book a visit");

  clinic_display_press ("shift+Down shift+Down shift+Down");
  g_assert_nonnull (clinic_display_find_text (view->ghost, "09:45–10:45, 1 h, Anna Leitner"));
  g_assert_true (gtk_widget_compute_bounds (view->ghost, GTK_WIDGET (view), &marked));
  clinic_display_picture (page, "agenda-mark");
  g_assert_true (graphene_rect_equal (&dragged, &marked));
}

static void
test_stops_at_the_next_visit (ClinicDesk *desk)
{
  ClinicAgendaView *view;

  agenda_test_book (desk, 2, DAY "T11:00", agenda_test_practitioner (desk, 0));
  view = begin_at (desk, DAY "T10:30", "day");
  clinic_display_press ("shift+Down");
  assert_marked (view, 630, 30, "10:30–11:00, 30 minutes, Anna Leitner");
  assert_says (view, "");
  clinic_display_press ("shift+Down");
  assert_marked (view, 630, 30, "10:30–11:00, 30 minutes, Anna Leitner");
  assert_says (view, "The next visit begins then");
  clinic_display_press ("shift+Up");
  assert_marked (view, 630, 15, "10:30–10:45, 15 minutes, Anna Leitner");
  assert_says (view, "");
}

/* Somebody else's visit is in nobody's way. */
static void
test_stops_at_closing_time (ClinicDesk *desk)
{
  ClinicAgendaView *view;

  agenda_test_book (desk, 2, DAY "T11:30", agenda_test_practitioner (desk, 1));
  view = begin_at (desk, DAY "T11:30", "day");
  clinic_display_press ("shift+Down shift+Down shift+Down");
  assert_marked (view, 690, 30, "11:30–12:00, 30 minutes, Anna Leitner");
  assert_says (view, "It closes then");
}

static void
test_nothing_is_marked_where_it_is_closed (ClinicDesk *desk)
{
  ClinicAgendaView *view = begin_at (desk, DAY "T12:15", "day");

  clinic_display_press ("shift+Down");
  g_assert_false (view->spanning);
  assert_says (view, "It is closed at this time");
  clinic_display_press ("Down");
  assert_unmarked (view, "Anna Leitner, 12:30: book a visit");
}

/* Where it is open day and night, what is shown of the day ends. */
static void
test_stops_at_the_end_of_the_day (ClinicDesk *desk)
{
  ClinicAgendaView *view = begin_at (desk, DAY "T17:30", "day");
  ClinicAgendaColumn *column = view->columns->pdata[0];

  column->n_open = 1;
  column->open[0] = (ClinicSpan) { 0, CLINIC_DAY_MINUTES };
  view->cursor_minute = view->scale.to - 30;
  clinic_display_press ("shift+Down shift+Down");
  g_assert_cmpuint (view->ghost_minute + view->ghost_minutes, ==, view->scale.to);
  assert_says (view, "The day ends then");

  /* Nor is it longer than a visit may be. */
  clinic_display_press ("Escape");
  view->cursor_minute = view->scale.from;

  for (guint i = 0; i < 8; i++)
    clinic_display_press ("shift+Down shift+Down shift+Down shift+Down");

  g_assert_cmpuint (view->ghost_minutes, ==, CLINIC_SESSION_LONGEST);
  assert_says (view, "No visit is longer");
}

static void
test_no_shorter_than_a_step (ClinicDesk *desk)
{
  ClinicAgendaView *view = begin_at (desk, DAY "T09:45", "day");
  g_autofree char *ends = NULL;

  clinic_display_press ("shift+Down shift+Up");
  assert_marked (view, 585, 15, "09:45–10:00, 15 minutes, Anna Leitner");
  assert_says (view, "");
  clinic_display_press ("shift+Up shift+Up");
  assert_marked (view, 585, 15, "09:45–10:00, 15 minutes, Anna Leitner");
  assert_says (view, "It cannot be shorter");
  clinic_display_press ("Escape shift+Up");
  assert_marked (view, 585, 15, "09:45–10:00, 15 minutes, Anna Leitner");
  clinic_display_press ("Return");
  ends = book_in (desk, clinic_display_top (), DAY "T09:45");
  g_assert_cmpstr (ends, ==, DAY "T10:00");
}

static void
test_escape_and_arrows_unmark (ClinicDesk *desk)
{
  ClinicAgendaView *view = begin_at (desk, DAY "T09:45", "day");

  clinic_display_press ("shift+Down Escape");
  assert_unmarked (view, "Anna Leitner, 09:45: book a visit");
  g_assert_true (gtk_widget_has_focus (view->cursor));
  clinic_display_press ("shift+Down Down");
  assert_unmarked (view, "Anna Leitner, 10:00: book a visit");
  clinic_display_press ("shift+Down Home");
  assert_unmarked (view, "Anna Leitner, 08:00: book a visit");
  /* There is nothing further that way. */
  clinic_display_press ("shift+Down Left");
  assert_unmarked (view, "Anna Leitner, 08:00: book a visit");
  clinic_display_press ("shift+Down Tab");
  assert_unmarked (view, "Anna Leitner, 08:00: book a visit");
}

static void
test_click_unmarks (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  ClinicAgendaView *view = begin_at (desk, DAY "T09:45", "day");
  GtkWindow *dialog;

  clinic_display_press ("shift+Down shift+Down");
  agenda_test_click_time (view, DAY "T09:45", first);
  dialog = clinic_display_top ();
  g_assert_true (CLINIC_IS_BOOKING_DIALOG (dialog));
  assert_unmarked (view, "Anna Leitner, 09:45: book a visit");
  clinic_display_press ("Escape");
  agenda_test_await_closed (dialog);
}

/* Others book meanwhile: what is free stays marked. */
static void
test_what_is_free_stays_marked (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  ClinicAgendaView *view = begin_at (desk, DAY "T09:00", "day");
  gint64 session;

  clinic_display_press ("shift+Down shift+Down shift+Down shift+Down shift+Down");
  agenda_test_book (desk, 2, DAY "T15:00", first);
  clinic_display_settle (desk);
  assert_marked (view, 540, 90, "09:00–10:30, 90 minutes, Anna Leitner");
  agenda_test_book (desk, 3, DAY "T10:00", first);
  clinic_display_settle (desk);
  assert_marked (view, 540, 60, "09:00–10:00, 60 minutes, Anna Leitner");
  session = agenda_test_book (desk, 4, DAY "T09:00", first);
  clinic_display_settle (desk);
  g_assert_false (view->spanning);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (clinic_agenda_view_find (view, session))));
}

static void
test_another_day_unmarks (ClinicDesk *desk)
{
  ClinicAgendaView *view = begin_at (desk, DAY "T09:45", "day");

  clinic_display_press ("shift+Down Page_Down");
  clinic_display_settle (desk);
  g_assert_false (view->spanning);
  clinic_display_press ("Page_Up");
  clinic_display_settle (desk);
  assert_unmarked (view, "Anna Leitner, 09:45: book a visit");
}

static void
test_week (ClinicDesk *desk)
{
  GtkWidget *page;
  ClinicAgendaView *view = begin_at (desk, DAY "T09:45", "week");
  g_autofree char *ends = NULL;

  page = gtk_widget_get_ancestor (GTK_WIDGET (view), CLINIC_TYPE_AGENDA_PAGE);
  clinic_display_press ("shift+Down shift+Down");
  assert_marked (view, 585, 45, "09:45–10:30, 45 minutes, Tue 24 Nov, Anna Leitner");
  clinic_display_picture (page, "agenda-mark-week");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (page, "Practitioner")), 1);
  clinic_display_settle (desk);
  clinic_agenda_view_go (view, DAY "T09:45", 0, TRUE);
  clinic_display_press ("shift+Down shift+Down");
  assert_marked (view, 585, 45, "09:45–10:30, 45 minutes, Tue 24 Nov");
  clinic_display_picture (page, "agenda-mark-week-of-one");
  clinic_display_press ("Return");
  ends = book_in (desk, clinic_display_top (), DAY "T09:45");
  g_assert_cmpstr (ends, ==, DAY "T10:30");
}

static void
take_picture (ClinicDesk *desk,
              const char *name)
{
  ClinicAgendaView *view;

  agenda_test_book (desk, 2, DAY "T11:00", agenda_test_practitioner (desk, 0));
  view = begin_at (desk, DAY "T09:45", "day");
  clinic_display_press ("shift+Down shift+Down");
  clinic_display_picture (gtk_widget_get_ancestor (GTK_WIDGET (view), CLINIC_TYPE_AGENDA_PAGE), name);
}

static void
test_dark_picture (ClinicDesk *desk)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  take_picture (desk, "agenda-mark-dark");
}

static void
test_mirrored_picture (ClinicDesk *desk)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  take_picture (desk, "agenda-mark-rtl");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-mark/return", "receptionist", test_return_books_as_long);
  clinic_display_add ("/agenda-mark/drawn", "receptionist", test_drawn_as_by_pointer);
  clinic_display_add ("/agenda-mark/next-visit", "receptionist", test_stops_at_the_next_visit);
  clinic_display_add ("/agenda-mark/closing", "receptionist", test_stops_at_closing_time);
  clinic_display_add ("/agenda-mark/closed", "receptionist", test_nothing_is_marked_where_it_is_closed);
  clinic_display_add ("/agenda-mark/end-of-day", "receptionist", test_stops_at_the_end_of_the_day);
  clinic_display_add ("/agenda-mark/shortest", "receptionist", test_no_shorter_than_a_step);
  clinic_display_add ("/agenda-mark/unmark", "receptionist", test_escape_and_arrows_unmark);
  clinic_display_add ("/agenda-mark/click", "receptionist", test_click_unmarks);
  clinic_display_add ("/agenda-mark/reload", "receptionist", test_what_is_free_stays_marked);
  clinic_display_add ("/agenda-mark/another-day", "receptionist", test_another_day_unmarks);
  clinic_display_add ("/agenda-mark/week", "receptionist", test_week);
  clinic_display_add ("/agenda-mark/picture-dark", "receptionist", test_dark_picture);
  clinic_display_add ("/agenda-mark/picture-mirrored", "receptionist", test_mirrored_picture);

  return g_test_run ();
}
