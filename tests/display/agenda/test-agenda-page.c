/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

#include "clinic-agenda-test.h"
#include "clinic-agenda-view-private.h"
#include "clinic-display.h"
#include "clinic-window.h"

/* The agenda as a person meets it. */

static ClinicVisit *
get_visit (GtkWidget *page,
           gint64     session)
{
  ClinicAgendaVisit *widget = clinic_agenda_view_find (agenda_test_get_view (page), session);

  g_assert_nonnull (widget);

  return clinic_agenda_visit_get_visit (widget);
}

static void
test_names_say_all_of_it (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, "2026-11-21", "day");
  GtkWidget *done = clinic_display_find (page, "09:00–09:30 Ana Belén Sánchez Ruiz, course 5 of 13, "
                                         "done");
  GtkWidget *booked = clinic_display_find (page, "11:30–12:00 Ursula Bauer, booked");

  g_assert_true (CLINIC_IS_AGENDA_VISIT (done));
  g_assert_true (CLINIC_IS_AGENDA_VISIT (booked));
  g_assert_true (gtk_widget_get_has_tooltip (done));
  clinic_display_check (page);
}

static void
test_week_has_the_visits_of_all_days (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = agenda_test_list (desk, "2026-11-23", "2026-11-30");
  GtkWidget *page = agenda_test_show (desk, DAY, "week");
  ClinicAgendaView *view = agenda_test_get_view (page);

  g_assert_cmpuint (visits->len, >, 0);

  for (guint i = 0; i < visits->len; i++)
    g_assert_nonnull (clinic_agenda_view_find (view, clinic_record_get_id (visits->pdata[i])));

  g_assert_nonnull (clinic_display_find_text (page, "Mon 23 – Sun 29 November 2026"));
  clinic_display_check (page);

  /* The title of a column goes to its day. */
  clinic_display_click (clinic_display_find (page, "Monday 23 November 2026"));
  g_assert_null (clinic_display_find_text (page, "Mon 23 – Sun 29 November 2026"));
  g_assert_nonnull (clinic_display_find_text (page, "Monday 23 November 2026"));
}

static void
test_other_days_by_key (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("Page_Down");
  g_assert_nonnull (clinic_display_find_text (page, "Wednesday 25 November 2026"));
  clinic_display_press ("Page_Up Page_Up");
  g_assert_nonnull (clinic_display_find_text (page, "Monday 23 November 2026"));
  clinic_display_press ("w");
  g_assert_nonnull (clinic_display_find_text (page, "Mon 23 – Sun 29 November 2026"));
  clinic_display_press ("t d");
  g_assert_nonnull (clinic_display_find_text (page, "Saturday 21 November 2026"));
}

static void
test_one_practitioner (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 mine = agenda_test_book (desk, 1, DAY "T10:00", first);
  gint64 other = agenda_test_book (desk, 2, DAY "T10:00", agenda_test_practitioner (desk, 1));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);

  g_assert_cmpuint (view->columns->len, ==, 3);
  g_assert_nonnull (clinic_agenda_view_find (view, other));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (page, "Practitioner")), 1);
  clinic_display_settle (desk);
  g_assert_cmpuint (view->columns->len, ==, 1);
  g_assert_nonnull (clinic_agenda_view_find (view, mine));
  g_assert_null (clinic_agenda_view_find (view, other));
}

static void
test_widgets_that_stay_stay (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 old = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  ClinicAgendaVisit *widget = clinic_agenda_view_find (view, old);
  gint64 new;

  gtk_widget_grab_focus (GTK_WIDGET (widget));
  new = agenda_test_book (desk, 2, DAY "T11:00", first);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_agenda_view_find (view, new));
  g_assert_true (clinic_agenda_view_find (view, old) == widget);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (widget)));
}

static void
test_drag_moves_and_undo_puts_back (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 second = agenda_test_practitioner (desk, 1);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));

  agenda_test_drag (view, DAY "T10:00", first, DAY "T08:15", first);
  agenda_test_assert_at (desk, session, DAY "T08:15", first);
  g_assert_cmpstr (get_visit (page, session)->starts, ==, DAY "T08:15");
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window),
                                              "Visit moved to Tue 24 Nov, 08:15"));

  /* Another column is another practitioner. */
  agenda_test_drag (view, DAY "T08:15", first, DAY "T09:30", second);
  agenda_test_assert_at (desk, session, DAY "T09:30", second);

  agenda_test_undo (desk);
  agenda_test_assert_at (desk, session, DAY "T08:15", first);
  agenda_test_undo (desk);
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
  g_assert_cmpstr (get_visit (page, session)->starts, ==, DAY "T10:00");
}

/* In the real window: shown by its action, moved, and put back by the button that says so. */
static void
test_toast_takes_the_move_back (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *window = GTK_WIDGET (clinic_window_new (NULL, desk));

  clinic_display_show (window);
  gtk_widget_activate_action (window, "win.show-day", "s", DAY);
  clinic_display_settle (desk);
  clinic_display_picture (window, "agenda-window");
  agenda_test_drag (agenda_test_get_view (window), DAY "T10:00", first, DAY "T08:15", first);
  agenda_test_assert_at (desk, session, DAY "T08:15", first);
  clinic_display_picture (window, "agenda-window-moved");
  clinic_display_click (clinic_display_find (window, "Undo"));
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
  g_assert_cmpstr (get_visit (window, session)->starts, ==, DAY "T10:00");
}

static void
test_visit_stays_where_the_other_is_taken (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page;
  ClinicAgendaView *view;

  agenda_test_book (desk, 2, DAY "T08:30", first);
  page = agenda_test_show (desk, DAY, "day");
  view = agenda_test_get_view (page);
  agenda_test_drag (view, DAY "T10:00", first, DAY "T08:30", first);
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
  g_assert_null (view->moving);
  g_assert_cmpstr (get_visit (page, session)->starts, ==, DAY "T10:00");
}

static void
test_outside_hours_takes_a_reason (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (page));
  GtkWindow *dialog;

  agenda_test_drag (agenda_test_get_view (page), DAY "T10:00", first, DAY "T12:15", first);
  dialog = clinic_display_top ();
  g_assert_true (dialog != window);
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
  clinic_display_type ("came by train");
  clinic_display_picture (GTK_WIDGET (dialog), "agenda-reason");
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  agenda_test_assert_at (desk, session, DAY "T12:15", first);
}

static void
test_keys_move_a_visit (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);

  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session)));
  clinic_display_press ("ctrl+Down");
  agenda_test_assert_at (desk, session, DAY "T10:15", first);
  clinic_display_press ("ctrl+Right");
  agenda_test_assert_at (desk, session, DAY "T10:15", agenda_test_practitioner (desk, 1));
  clinic_display_press ("ctrl+Left");
  clinic_display_press ("ctrl+Up");
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
}

static void
test_escape_calls_a_move_off (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  GtkWidget *widget = GTK_WIDGET (clinic_agenda_view_find (view, session));

  gtk_widget_grab_focus (widget);
  clinic_agenda_view_carry (view, clinic_agenda_view_find_place (view, widget), 1, 660);
  g_assert_nonnull (view->moving);
  clinic_display_press ("Escape");
  g_assert_null (view->moving);
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
}

static void
send_pointer (GtkWidget *window,
              GtkWidget *widget,
              double     x,
              double     y)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  graphene_point_t point;
  double offset_x;
  double offset_y;
  int root_x;
  int root_y;
  Window child;

  g_assert_true (gtk_widget_compute_point (widget, window,
                                           &GRAPHENE_POINT_INIT ((float) x, (float) y), &point));
  gtk_native_get_surface_transform (GTK_NATIVE (window), &offset_x, &offset_y);
  XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface), DefaultRootWindow (display),
                         (int) (point.x + offset_x), (int) (point.y + offset_y), &root_x, &root_y,
                         &child);
  XTestFakeMotionEvent (display, -1, root_x, root_y, CurrentTime);
  XSync (display, False);
}

static void
send_button (gboolean down)
{
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());

  XTestFakeButtonEvent (display, 1, down, CurrentTime);
  XSync (display, False);
}

/* The button held down: the visit hangs at the pointer, Escape puts it back, and moving on does
 * not take it up again. */
static void
test_escape_calls_a_drag_off (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (page));
  GdkRectangle area;

  g_assert_true (clinic_agenda_view_locate (view, DAY "T10:00", first, &area));
  send_pointer (window, GTK_WIDGET (view), area.x + 40, area.y + 10);
  clinic_display_settle (desk);
  send_button (TRUE);
  clinic_display_settle (desk);

  /* Less than the threshold is no drag. */
  send_pointer (window, GTK_WIDGET (view), area.x + 43, area.y + 14);
  clinic_display_settle (desk);
  g_assert_null (view->moving);

  send_pointer (window, GTK_WIDGET (view), area.x + 60, area.y + 100);
  clinic_display_settle (desk);
  g_assert_true (view->dragging);
  g_assert_cmpuint (view->ghost_minute, >, 600);
  clinic_display_picture (page, "agenda-drag");
  clinic_display_press ("Escape");
  g_assert_null (view->moving);
  send_pointer (window, GTK_WIDGET (view), area.x + 60, area.y + 140);
  clinic_display_settle (desk);
  g_assert_null (view->moving);
  send_button (FALSE);
  clinic_display_settle (desk);
  agenda_test_assert_at (desk, session, DAY "T10:00", first);
}

static void
test_arrows_walk_times_and_visits (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", first);
  GtkWidget *page = agenda_test_show (desk, DAY "T09:30", "day");
  ClinicAgendaView *view = agenda_test_get_view (page);

  clinic_page_start (CLINIC_PAGE (page));
  g_assert_true (gtk_widget_has_focus (view->cursor));
  clinic_display_press ("Down Down");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (clinic_agenda_view_find (view, session))));
  clinic_display_press ("Down");
  g_assert_true (gtk_widget_has_focus (view->cursor));
  g_assert_cmpuint (view->cursor_minute, ==, 630);
  clinic_display_press ("Right");
  g_assert_cmpuint (view->cursor_column, ==, 1);
  clinic_display_press ("Home");
  g_assert_cmpuint (view->cursor_minute, ==, 480);
}

/* Where somebody is, Enter must not book: the visit takes the keyboard, at the first look and by Tab. */
static void
test_keyboard_begins_at_a_visit (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  gint64 session = agenda_test_book (desk, 1, DAY "T09:30", first);
  gint64 later = agenda_test_book (desk, 2, DAY "T10:30", first);
  GtkWidget *page = agenda_test_show (desk, DAY "T09:30", "day");
  ClinicAgendaView *view = agenda_test_get_view (page);

  clinic_page_start (CLINIC_PAGE (page));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (clinic_agenda_view_find (view, session))));
  clinic_display_press ("Tab");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (clinic_agenda_view_find (view, later))));
  clinic_display_press ("shift+Tab");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (clinic_agenda_view_find (view, session))));
  clinic_display_press ("shift+Tab");
  g_assert_null (gtk_widget_get_focus_child (GTK_WIDGET (view)));
}

/* The agenda is gone to before its visits are there. */
static void
test_keyboard_goes_to_who_comes (ClinicDesk *desk)
{
  gint64 first = agenda_test_practitioner (desk, 0);
  GtkWidget *page = agenda_test_show (desk, DAY "T09:30", "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  gint64 session;

  clinic_page_start (CLINIC_PAGE (page));
  g_assert_true (gtk_widget_has_focus (view->cursor));
  session = agenda_test_book (desk, 1, DAY "T09:30", first);
  clinic_display_settle (desk);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (clinic_agenda_view_find (view, session))));
}

/* A week is looked at from the day that was looked at. */
static void
test_week_begins_at_its_day (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  ClinicAgendaColumn *column;

  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("w");
  clinic_display_settle (desk);
  column = view->columns->pdata[view->cursor_column];
  g_assert_cmpstr (column->date, ==, DAY);
}

static void
test_keys_say_what_became_of_it (ClinicDesk *desk)
{
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  GtkWindow *dialog;

  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session)));
  clinic_display_press ("c");
  g_assert_cmpstr (get_visit (page, session)->status, ==, "confirmed");
  clinic_display_press ("Delete");
  dialog = clinic_display_top ();
  clinic_display_type ("has a cold");
  clinic_display_press ("Return");
  agenda_test_await_closed (dialog);
  g_assert_cmpstr (get_visit (page, session)->status, ==, "cancelled");
  g_assert_cmpstr (get_visit (page, session)->status_reason, ==, "has a cold");
  agenda_test_undo (desk);
  g_assert_cmpstr (get_visit (page, session)->status, ==, "confirmed");
}

static void
test_enter_opens (ClinicDesk *desk)
{
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWidget *widget =
    GTK_WIDGET (clinic_agenda_view_find (agenda_test_get_view (page), session));
  g_autofree char *action = NULL;
  g_autofree char *again = NULL;

  gtk_widget_grab_focus (widget);
  clinic_display_press ("Return");
  action = clinic_display_last_action ();
  g_assert_true (g_str_has_prefix (action, clinic_desk_may (desk, "session.chart")
                                   ? "win.open-chart" : "win.open-patient"));
  clinic_display_double_click (widget);
  again = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, again);
}

static void
test_menu_has_only_what_can_be (ClinicDesk *desk)
{
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWidget *widget =
    GTK_WIDGET (clinic_agenda_view_find (agenda_test_get_view (page), session));

  gtk_widget_grab_focus (widget);
  clinic_display_press ("Menu");
  g_assert_nonnull (clinic_display_find_type (widget, GTK_TYPE_POPOVER, 0));
  clinic_display_picture (page, "agenda-menu");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find_type (widget, GTK_TYPE_POPOVER, 0));
}

/* Milliseconds, as where there is no GPU. */
static double
measure_redraw (GtkWidget *widget)
{
  const guint rounds = 10;
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr(GskRenderer) renderer = gsk_cairo_renderer_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gint64 began;

  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  began = g_get_monotonic_time ();

  for (guint i = 0; i < rounds; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr(GskRenderNode) node = NULL;
      g_autoptr(GdkTexture) texture = NULL;

      gdk_paintable_snapshot (paintable, snapshot, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
      texture = gsk_renderer_render_texture (renderer, node, NULL);
    }

  began = g_get_monotonic_time () - began;
  gsk_renderer_unrealize (renderer);

  return (double) began / 1000.0 / rounds;
}

/* Two hundred visits on one day; how long one redraw of all of it takes. */
static void
test_two_hundred_visits_are_quick (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, "2026-11-21", "week");
  ClinicAgendaView *view = agenda_test_get_view (page);
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) columns = g_ptr_array_ref (view->columns);
  ClinicVisit *model = view->visits->pdata[0];

  for (guint i = 0; i < 200; i++)
    {
      ClinicRecord *visit = clinic_record_copy (CLINIC_RECORD (model));
      ClinicAgendaColumn *column = columns->pdata[i % 7];
      guint minute = 540 + i / 14 * 30;
      g_autofree char *starts = g_strdup_printf ("%sT%02u:%02u", column->date, minute / 60,
                                                 minute % 60);
      g_autofree char *ends = g_strdup_printf ("%sT%02u:%02u", column->date, (minute + 30) / 60,
                                               (minute + 30) % 60);

      clinic_record_set_id (visit, i + 1);
      g_object_set (visit, "starts", starts, "ends", ends, "allergies", (gint64) (i % 3), NULL);
      g_ptr_array_add (visits, visit);
    }

  clinic_agenda_view_show (view, columns, visits, 15);
  clinic_display_settle (desk);
  clinic_display_picture (page, "agenda-busy");
  g_test_message ("one redraw of 200 visits: %.1f ms", measure_redraw (GTK_WIDGET (view)));
}

/* Names that are too long, every status, every sign, visits beside each other: nothing runs over. */
static void
test_crowded_day (ClinicDesk *desk)
{
  static const char *const statuses[] = { "booked", "confirmed", "arrived", "in_treatment", "done",
                                          "no_show", "cancelled" };
  GtkWidget *page = agenda_test_show (desk, "2026-11-21", "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) columns = g_ptr_array_ref (view->columns);
  ClinicVisit *model = view->visits->pdata[0];

  for (guint i = 0; i < 30; i++)
    {
      ClinicRecord *visit = clinic_record_copy (CLINIC_RECORD (model));
      ClinicAgendaColumn *column = columns->pdata[i % columns->len];
      guint minute = 540 + i / 3 * 15;
      g_autofree char *starts = g_strdup_printf ("%sT%02u:%02u", column->date, minute / 60,
                                                 minute % 60);
      g_autofree char *ends = g_strdup_printf ("%sT%02u:%02u", column->date, (minute + 20) / 60,
                                               (minute + 20) % 60);

      clinic_record_set_id (visit, i + 1);
      g_object_set (visit,
                    "starts", starts,
                    "ends", ends,
                    "practitioner-id", column->practitioner,
                    "given-name", "Maximiliane Theodora Elisabeth",
                    "family-name", "von Hohenstein-Waldburg-Zeil",
                    "status", statuses[i % G_N_ELEMENTS (statuses)],
                    "colour", column->colour,
                    "number", (gint64) i + 1,
                    "planned", (gint64) 40,
                    "allergies", (gint64) 1,
                    NULL);
      g_ptr_array_add (visits, visit);
    }

  clinic_agenda_view_show (view, columns, visits, 15);
  clinic_display_settle (desk);
  clinic_display_picture (page, "agenda-crowded");

  for (guint i = 0; i < view->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (view->places, ClinicAgendaPlace, i);
      graphene_rect_t bounds;
      GdkRectangle area;

      clinic_agenda_view_get_area (view, place->column, place->block.from, 15, &area);
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (place->widget), GTK_WIDGET (view),
                                                &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, area.x);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, area.x + area.width);
    }
}

static void
take_pictures (ClinicDesk *desk,
               const char *suffix)
{
  GtkWidget *page = agenda_test_show (desk, "2026-11-21", "day");
  g_autofree char *day = g_strconcat ("agenda-day", suffix, NULL);
  g_autofree char *week = g_strconcat ("agenda-week", suffix, NULL);
  g_autofree char *empty = g_strconcat ("agenda-empty", suffix, NULL);

  clinic_display_picture (page, day);
  g_object_set (page, "mode", "week", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (page, week);
  clinic_agenda_page_show_day (CLINIC_AGENDA_PAGE (page), "2027-06-15");
  clinic_display_settle (desk);
  clinic_display_picture (page, empty);
}

static void
test_pictures (ClinicDesk *desk)
{
  take_pictures (desk, "");
}

static void
test_dark_pictures (ClinicDesk *desk)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_DARK);
  take_pictures (desk, "-dark");
}

static void
test_mirrored_pictures (ClinicDesk *desk)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  take_pictures (desk, "-rtl");
}

/* The storage fails: it is said, what was there stays, and can be tried again. */
static void
test_failure_leaves_what_was_there (ClinicDesk *desk)
{
  gint64 session = agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  GtkWidget *retry;

  clinic_display_run_sql (desk, "ALTER TABLE course RENAME TO course_away");
  clinic_page_queue_reload (CLINIC_PAGE (page));
  clinic_display_settle (desk);
  retry = clinic_display_find (page, "Retry");
  g_assert_nonnull (retry);
  g_assert_nonnull (clinic_agenda_view_find (agenda_test_get_view (page), session));
  clinic_display_picture (page, "agenda-failed");

  clinic_display_run_sql (desk, "ALTER TABLE course_away RENAME TO course");
  clinic_display_click (retry);
  g_assert_null (clinic_display_find (page, "Retry"));
}

static void
test_nobody_treats (ClinicDesk *desk)
{
  g_autofree char *action = NULL;
  GtkWidget *page;

  /* The owner of a clinic just created may treat. */
  for (guint i = 0; i < g_list_model_get_n_items (clinic_desk_get_staff (desk)); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (clinic_desk_get_staff (desk), i);

      g_object_set (one, "roles", "owner", NULL);
    }

  page = agenda_test_show (desk, DAY, "day");
  g_assert_nonnull (clinic_display_find_text (page, "Nobody treats patients yet"));
  clinic_display_picture (page, "agenda-nobody");
  clinic_display_click (clinic_display_find (page, "open_preferences"));
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, "win.preferences");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-page/names", "manager", test_names_say_all_of_it);
  clinic_display_add ("/agenda-page/week", "manager", test_week_has_the_visits_of_all_days);
  clinic_display_add ("/agenda-page/other-days", "manager", test_other_days_by_key);
  clinic_display_add ("/agenda-page/one-practitioner", "manager", test_one_practitioner);
  clinic_display_add ("/agenda-page/splice", "manager", test_widgets_that_stay_stay);
  clinic_display_add ("/agenda-page/drag", "receptionist", test_drag_moves_and_undo_puts_back);
  clinic_display_add ("/agenda-page/toast", "manager", test_toast_takes_the_move_back);
  clinic_display_add ("/agenda-page/taken", "receptionist",
                      test_visit_stays_where_the_other_is_taken);
  clinic_display_add ("/agenda-page/hours", "receptionist", test_outside_hours_takes_a_reason);
  clinic_display_add ("/agenda-page/move-keys", "receptionist", test_keys_move_a_visit);
  clinic_display_add ("/agenda-page/escape", "receptionist", test_escape_calls_a_move_off);
  clinic_display_add ("/agenda-page/escape-drag", "receptionist", test_escape_calls_a_drag_off);
  clinic_display_add ("/agenda-page/arrows", "receptionist", test_arrows_walk_times_and_visits);
  clinic_display_add ("/agenda-page/begins-at-a-visit", "receptionist", test_keyboard_begins_at_a_visit);
  clinic_display_add ("/agenda-page/goes-to-who-comes", "receptionist", test_keyboard_goes_to_who_comes);
  clinic_display_add ("/agenda-page/week-begins-at-its-day", "receptionist", test_week_begins_at_its_day);
  clinic_display_add ("/agenda-page/status-keys", "receptionist", test_keys_say_what_became_of_it);
  clinic_display_add ("/agenda-page/open-chart", "practitioner", test_enter_opens);
  clinic_display_add ("/agenda-page/open-patient", "receptionist", test_enter_opens);
  clinic_display_add ("/agenda-page/menu", "receptionist", test_menu_has_only_what_can_be);
  clinic_display_add ("/agenda-page/two-hundred", "manager", test_two_hundred_visits_are_quick);
  clinic_display_add ("/agenda-page/crowded", "manager", test_crowded_day);
  clinic_display_add ("/agenda-page/pictures", "manager", test_pictures);
  clinic_display_add ("/agenda-page/pictures-dark", "manager", test_dark_pictures);
  clinic_display_add ("/agenda-page/pictures-mirrored", "manager", test_mirrored_pictures);
  clinic_display_add ("/agenda-page/failure", "manager", test_failure_leaves_what_was_there);
  clinic_display_add_empty ("/agenda-page/nobody", test_nobody_treats);

  return g_test_run ();
}
