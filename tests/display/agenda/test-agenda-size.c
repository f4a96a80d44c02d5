/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-agenda-test.h"
#include "clinic-agenda-view-private.h"
#include "clinic-booking-dialog.h"
#include "clinic-date.h"
#include "clinic-display.h"

/* How long visits are: made longer and shorter, and booked for a time that was marked out. */

static void
assert_span (ClinicDesk *desk,
             gint64      session,
             const char *starts,
             const char *ends)
{
  g_autoptr(ClinicSession) found = NULL;

  clinic_display_settle (desk);
  found = agenda_test_find (desk, session);
  g_assert_cmpstr (found->starts, ==, starts);
  g_assert_cmpstr (found->ends, ==, ends);
}

/* Takes a visit by its lower edge, to so many minutes further down. */
static void
drag_end_of (ClinicAgendaView *view,
             gint64            session,
             int               minutes)
{
  GtkWidget *widget = GTK_WIDGET (clinic_agenda_view_find (view, session));
  GdkRectangle area;
  double x;
  double y;

  clinic_agenda_view_get_place_area (view, clinic_agenda_view_find_place (view, widget), &area);
  x = area.x + area.width / 2.0;
  y = area.y + area.height - 3;
  clinic_display_drag (GTK_WIDGET (view), x, y, x + 5, y + minutes * view->scale.minute);
}

static void
test_edge_makes_longer_and_undo_puts_back (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);

  drag_end_of (view, session, 30);
  assert_span (desk, session, DAY "T10:00", DAY "T11:00");
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (gtk_widget_get_root (page)),
                                              "The visit lasts 1 h now"));
  clinic_display_picture (page, "agenda-longer");
  drag_end_of (view, session, -45);
  assert_span (desk, session, DAY "T10:00", DAY "T10:15");
  agenda_test_undo (desk);
  assert_span (desk, session, DAY "T10:00", DAY "T11:00");
  agenda_test_undo (desk);
  assert_span (desk, session, DAY "T10:00", DAY "T10:30");
}

static void
test_edge_stops_at_the_next_visit (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page;

  agenda_test_book (desk, 2, DAY "T11:00", first);
  page = agenda_test_show (desk, DAY, "day");
  drag_end_of (agenda_test_get_view (page), session, 120);
  assert_span (desk, session, DAY "T10:00", DAY "T11:00");
}

static void
test_keys_make_longer_and_shorter (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);

  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session)));
  clinic_display_press ("shift+Down");
  assert_span (desk, session, DAY "T10:00", DAY "T10:45");
  clinic_display_press ("shift+Up");
  clinic_display_settle (desk);
  clinic_display_press ("shift+Up");
  assert_span (desk, session, DAY "T10:00", DAY "T10:15");
  /* No shorter than a step. */
  clinic_display_press ("shift+Up");
  assert_span (desk, session, DAY "T10:00", DAY "T10:15");
}

static void
test_escape_calls_it_off (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  GtkWidget *widget = GTK_WIDGET (clinic_agenda_view_find (view, session));

  gtk_widget_grab_focus (widget);
  clinic_agenda_view_size (view, clinic_agenda_view_find_place (view, widget), 11 * 60);
  g_assert_nonnull (view->moving);
  clinic_display_picture (page, "agenda-longer-ghost");
  clinic_display_press ("Escape");
  g_assert_null (view->moving);
  assert_span (desk, session, DAY "T10:00", DAY "T10:30");
}

/* The patient has confirmed when it begins, and that stays. */
static void
test_confirmed_stays_confirmed (ClinicDesk *desk)
{
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  g_autoptr(ClinicSession) found = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session)));
  clinic_display_press ("c");
  clinic_display_settle (desk);
  clinic_display_press ("shift+Down");
  assert_span (desk, session, DAY "T10:00", DAY "T10:45");
  found = agenda_test_find (desk, session);
  g_assert_cmpstr (found->status, ==, "confirmed");
}

static void
test_menu_has_lengths (ClinicDesk *desk)
{
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWidget *widget = GTK_WIDGET (clinic_agenda_view_find (agenda_test_get_view (page), session));

  gtk_widget_grab_focus (widget);
  clinic_display_press ("Menu");
  clinic_display_press ("End Right");
  clinic_display_settle (desk);
  clinic_display_picture (page, "agenda-lengths");
  clinic_display_press ("Escape");
  clinic_display_press ("Escape");
  gtk_widget_activate_action (widget, "visit.length", "x", G_GINT64_CONSTANT (90));
  assert_span (desk, session, DAY "T10:00", DAY "T11:30");
}

/* From where the button went down to where it came up, and not into a visit. */
static void
test_marked_time_is_booked (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page;
  ClinicAgendaView *view;
  GtkWindow *dialog;
  GdkRectangle start;
  GdkRectangle end;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) visits = NULL;
  ClinicVisit *made = NULL;

  agenda_test_book (desk, 2, DAY "T11:00", first);
  before = agenda_test_list (desk, DAY, "2026-11-25");
  page = agenda_test_show (desk, DAY, "day");
  view = agenda_test_get_view (page);
  g_assert_true (clinic_agenda_view_locate (view, DAY "T09:45", first, &start));
  g_assert_true (clinic_agenda_view_locate (view, DAY "T12:00", first, &end));
  clinic_display_drag_to (GTK_WIDGET (view), start.x + 30, start.y + 6, end.x + 35, end.y + 6);
  g_assert_true (view->spanning);
  clinic_display_picture (page, "agenda-marked");
  clinic_display_drop ();
  dialog = clinic_display_top ();
  g_assert_true (CLINIC_IS_BOOKING_DIALOG (dialog));
  clinic_display_picture (GTK_WIDGET (dialog), "agenda-marked-booking");
  clinic_display_type ("hof");
  clinic_display_press ("Return Return");
  agenda_test_await_closed (dialog);
  visits = agenda_test_list (desk, DAY, "2026-11-25");
  g_assert_cmpuint (visits->len, ==, before->len + 1);

  for (guint i = 0; i < visits->len; i++)
    {
      if (g_strcmp0 (CLINIC_VISIT (visits->pdata[i])->starts, DAY "T09:45") == 0)
        made = visits->pdata[i];
    }

  g_assert_nonnull (made);
  g_assert_cmpstr (made->family_name, ==, "Hofer");
  g_assert_cmpint (made->practitioner_id, ==, first);
  g_assert_cmpstr (made->ends, ==, DAY "T11:00");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-size/edge", "receptionist",
                      test_edge_makes_longer_and_undo_puts_back);
  clinic_display_add ("/agenda-size/next", "receptionist", test_edge_stops_at_the_next_visit);
  clinic_display_add ("/agenda-size/keys", "receptionist", test_keys_make_longer_and_shorter);
  clinic_display_add ("/agenda-size/escape", "receptionist", test_escape_calls_it_off);
  clinic_display_add ("/agenda-size/confirmed", "receptionist", test_confirmed_stays_confirmed);
  clinic_display_add ("/agenda-size/menu", "receptionist", test_menu_has_lengths);
  clinic_display_add ("/agenda-size/marked", "receptionist", test_marked_time_is_booked);

  return g_test_run ();
}
