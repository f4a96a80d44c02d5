/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-agenda-tally.h"
#include "clinic-agenda-test.h"
#include "clinic-agenda-view-private.h"
#include "clinic-display.h"
#include "clinic-setup.h"

/* The agenda of a big clinic: fifty practitioners with fifty-four visits each on one day. */

#define N_PEOPLE 50
#define N_EACH 54
#define VISIT_MINUTES 10
#define OPENS 480

/* Far more than a window has room for, far fewer than there are visits. */
#define MOST_WIDGETS 700

static GPtrArray *
make_columns (void)
{
  static const char *const colours[] = { "#3584e4", "#33d17a", "#e66100", "#9141ac" };
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_agenda_column_free);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      ClinicAgendaColumn *column = g_new0 (ClinicAgendaColumn, 1);

      column->date = g_strdup (DAY);
      column->practitioner = i + 1;
      column->title = g_strdup_printf ("Practitioner %u", i + 1);
      column->colour = g_strdup (colours[i % G_N_ELEMENTS (colours)]);
      column->least = 112;
      column->n_open = 1;
      column->open[0] = (ClinicSpan) { OPENS, OPENS + N_EACH * VISIT_MINUTES };
      g_ptr_array_add (columns, column);
    }

  return columns;
}

static gint64
session_of (guint person,
            guint n)
{
  return 1 + person * N_EACH + n;
}

static GPtrArray *
make_visits (GPtrArray *columns)
{
  GPtrArray *visits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint n = 0; n < N_EACH; n++)
    for (guint i = 0; i < N_PEOPLE; i++)
      {
        guint from = OPENS + n * VISIT_MINUTES;
        guint to = from + VISIT_MINUTES;
        g_autofree char *starts = g_strdup_printf ("%sT%02u:%02u", DAY, from / 60, from % 60);
        g_autofree char *ends = g_strdup_printf ("%sT%02u:%02u", DAY, to / 60, to % 60);
        g_autofree char *family = g_strdup_printf ("Visitor %u-%u", i + 1, n + 1);
        ClinicRecord *visit = g_object_new (CLINIC_TYPE_VISIT,
                                            "practitioner-id", (gint64) i + 1,
                                            "starts", starts,
                                            "ends", ends,
                                            "status", "booked",
                                            "given-name", "Anna",
                                            "family-name", family,
                                            "colour",
                                            ((ClinicAgendaColumn *) columns->pdata[i])->colour,
                                            NULL);

        clinic_record_set_id (visit, session_of (i, n));
        g_ptr_array_add (visits, visit);
      }

  return visits;
}

static guint
count_widgets (ClinicAgendaView *view)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += CLINIC_IS_AGENDA_VISIT (child) ? 1 : 0;

  return n;
}

static gboolean
is_filled (gpointer view)
{
  return CLINIC_AGENDA_VIEW (view)->filler == 0;
}

static void
await_filled (ClinicDesk       *desk,
              ClinicAgendaView *view)
{
  clinic_display_settle (desk);
  clinic_display_wait (is_filled, view);
  clinic_display_settle (desk);
}

/* Each visit that is seen has its widget where it belongs, and says who it is. */
static void
assert_all_seen (ClinicAgendaView *view)
{
  GdkRectangle seen;
  guint n_seen = 0;

  clinic_agenda_view_get_seen (view, &seen);
  g_assert_cmpint (seen.width, >, 100);

  for (guint i = 0; i < view->places->len; i++)
    {
      ClinicAgendaPlace *place = &g_array_index (view->places, ClinicAgendaPlace, i);
      graphene_rect_t bounds;
      GdkRectangle area;

      clinic_agenda_view_get_place_area (view, place, &area);

      if (!gdk_rectangle_intersect (&area, &seen, NULL))
        continue;

      n_seen++;
      g_assert_nonnull (place->widget);
      g_assert_true (clinic_agenda_visit_get_visit (place->widget) == place->visit);
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (place->widget)));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (place->widget), GTK_WIDGET (view),
                                                &bounds));
      g_assert_cmpint ((int) bounds.origin.x, ==, area.x);
      g_assert_cmpint ((int) bounds.origin.y, ==, area.y);
    }

  g_assert_cmpuint (n_seen, >, 50);
}

static ClinicAgendaView *
show_crowd (ClinicDesk *desk)
{
  GtkWidget *page = agenda_test_show (desk, DAY, "day");
  ClinicAgendaView *view = agenda_test_get_view (page);
  g_autoptr(GPtrArray) columns = make_columns ();
  g_autoptr(GPtrArray) visits = make_visits (columns);

  clinic_agenda_view_show (view, columns, visits, 15);
  await_filled (desk, view);

  return view;
}

static void
test_only_what_is_seen_has_widgets (ClinicDesk *desk)
{
  ClinicAgendaView *view = show_crowd (desk);
  GtkScrolledWindow *scroller = view->scroller;

  g_assert_cmpuint (view->places->len, ==, N_PEOPLE * N_EACH);
  g_assert_cmpuint (count_widgets (view), <, MOST_WIDGETS);
  assert_all_seen (view);

  /* Down, then to the last column, then somewhere between. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 100000);
  await_filled (desk, view);
  assert_all_seen (view);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (scroller), 100000);
  await_filled (desk, view);
  assert_all_seen (view);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 333);
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (scroller), 1777);
  await_filled (desk, view);
  assert_all_seen (view);
  g_assert_cmpuint (count_widgets (view), <, MOST_WIDGETS);
}

/* The session whose visit has the keyboard. */
static gint64
get_focused (ClinicAgendaView *view)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (view));
  ClinicVisit *visit;

  g_assert_true (CLINIC_IS_AGENDA_VISIT (focus));
  visit = clinic_agenda_visit_get_visit (CLINIC_AGENDA_VISIT (focus));

  return clinic_record_get_id (CLINIC_RECORD (visit));
}

static void
assert_focused (ClinicAgendaView *view,
                gint64            session)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (view));
  graphene_rect_t bounds;
  GdkRectangle seen;

  g_assert_cmpint (get_focused (view), ==, session);
  clinic_agenda_view_get_seen (view, &seen);
  g_assert_true (gtk_widget_compute_bounds (focus, GTK_WIDGET (view), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >=, seen.x);
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, seen.x + seen.width);
  g_assert_cmpfloat (bounds.origin.y, >=, seen.y);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, seen.y + seen.height);
}

/* Beyond every edge. */
static void
test_arrows_and_tab_reach_all_of_them (ClinicDesk *desk)
{
  ClinicAgendaView *view = show_crowd (desk);

  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session_of (0, 0))));

  for (guint i = 0; i < 12; i++)
    clinic_display_press ("Right");

  await_filled (desk, view);
  assert_focused (view, session_of (12, 0));
  clinic_display_press ("End");
  await_filled (desk, view);
  g_assert_cmpuint (view->cursor_column, ==, 12);
  g_assert_cmpuint (view->cursor_minute, >=, OPENS + (N_EACH - 2) * VISIT_MINUTES);

  /* The last of one and then the first of the next. */
  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session_of (12, N_EACH - 1))));
  await_filled (desk, view);
  assert_focused (view, session_of (12, N_EACH - 1));
  clinic_display_press ("Tab");
  await_filled (desk, view);
  assert_focused (view, session_of (13, 0));
  clinic_display_press ("shift+Tab");
  await_filled (desk, view);
  assert_focused (view, session_of (12, N_EACH - 1));
  g_assert_cmpuint (count_widgets (view), <, MOST_WIDGETS);
}

/* Tab goes over every visit once. */
static void
test_every_visit_has_its_turn (ClinicDesk *desk)
{
  ClinicAgendaView *view = show_crowd (desk);

  gtk_widget_grab_focus (GTK_WIDGET (clinic_agenda_view_find (view, session_of (0, 0))));

  for (guint i = 1; i < N_PEOPLE * N_EACH; i++)
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD));
      clinic_agenda_view_fill (view);
      g_assert_cmpint (get_focused (view), ==, session_of (i / N_EACH, i % N_EACH));
    }

  g_assert_cmpuint (count_widgets (view), <, MOST_WIDGETS);
}

/* The keyboard stays where it is when all around it is scrolled away. */
static void
test_focus_stays_out_of_sight (ClinicDesk *desk)
{
  ClinicAgendaView *view = show_crowd (desk);
  ClinicAgendaVisit *first = clinic_agenda_view_find (view, session_of (0, 0));

  gtk_widget_grab_focus (GTK_WIDGET (first));
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (view->scroller), 3000);
  await_filled (desk, view);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (first)));
  g_assert_true (clinic_agenda_view_find (view, session_of (0, 0)) == first);
  clinic_display_press ("Down");
  await_filled (desk, view);
  assert_focused (view, session_of (0, 1));
}

/* A visit shown anew has the name of who it is now, and nobody else's marks. */
static void
test_widgets_go_from_visit_to_visit (ClinicDesk *desk)
{
  ClinicAgendaView *view = show_crowd (desk);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (view), CLINIC_TYPE_AGENDA_PAGE);

  clinic_display_picture (page, "agenda-fifty");
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (view->scroller), 3000);
  await_filled (desk, view);
  clinic_display_picture (page, "agenda-fifty-scrolled");
  g_assert_null (clinic_display_find (page, "08:00–08:10 Anna Visitor 1-1, booked"));
  g_assert_nonnull (clinic_display_find (page, "09:00–09:10 Anna Visitor 30-7, booked"));
  assert_all_seen (view);
}

static gpointer
hire (ClinicAct  *act,
      gpointer    data,
      GError    **error)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Practitioner %u", i + 1);
      g_autoptr(ClinicStaff) staff = g_object_new (CLINIC_TYPE_STAFF,
                                                   "name", name,
                                                   "roles", "practitioner",
                                                   "hours", "Mo-Fr 08:00-16:00",
                                                   NULL);

      if (clinic_staff_save (act, staff, error) == 0)
        return NULL;
    }

  return g_strdup ("hired");
}

static void
hired_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(gpointer *) user_data = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL,
                                                    &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gpointer
hire_twelve (ClinicDesk *desk)
{
  gpointer done = NULL;

  clinic_desk_run_async (desk, hire, NULL, NULL, g_free, hired_cb, &done);
  clinic_display_wait (is_set, &done);
  clinic_display_settle (desk);

  return done;
}

/* More people than a week has room for: hours are counted, and lead to their day. */
static void
test_week_of_many_counts_hours (ClinicDesk *desk)
{
  g_autofree char *hired = hire_twelve (desk);
  GtkWidget *page;
  GtkWidget *cell;

  agenda_test_book (desk, 1, DAY "T10:00", agenda_test_practitioner (desk, 0));
  agenda_test_book (desk, 2, DAY "T10:00", agenda_test_practitioner (desk, 1));
  page = agenda_test_show (desk, DAY, "week");
  clinic_display_picture (page, "agenda-load");
  cell = clinic_display_find (page, "Tuesday 24 November 2026, 10:00–11:00: 2 visits, 7 % booked");
  g_assert_nonnull (cell);
  g_assert_nonnull (clinic_display_find_text (page, "4 visits"));
  clinic_display_check (page);

  /* The keyboard goes over them, and on to the day. */
  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("Right Down Down");
  g_assert_true (gtk_widget_has_focus (cell));
  clinic_display_press ("Return");
  g_assert_nonnull (clinic_display_find_text (page, "Tuesday 24 November 2026"));
  g_assert_cmpuint (agenda_test_get_view (page)->cursor_minute, ==, 600);
  clinic_display_press ("w");
  g_assert_nonnull (clinic_display_find_text (page, "Mon 23 – Sun 29 November 2026"));
  g_assert_true (gtk_widget_has_focus (cell));
  clinic_display_press ("d");
  clinic_display_press ("w");

  clinic_display_click (clinic_display_find (page, "Tuesday 24 November 2026, 08:00–09:00: 0 visits,"
                                             " 0 % booked"));
  g_assert_nonnull (clinic_display_find_text (page, "Tuesday 24 November 2026"));
}

static void
test_tally (void)
{
  ClinicAgendaTally tally = { 0 };
  const ClinicSpan open[] = { { 540, 600 }, { 630, 720 } };
  guint from;
  guint to;

  clinic_agenda_tally_get_range (&tally, &from, &to);
  g_assert_cmpuint (from, ==, 8);
  g_assert_cmpuint (to, ==, 18);

  clinic_agenda_tally_add_open (&tally, 1, open, 2);
  clinic_agenda_tally_add_visits (&tally, 1, 570, 645, 1);
  g_assert_cmpuint (tally.hours[1][9].open, ==, 60);
  g_assert_cmpuint (tally.hours[1][9].booked, ==, 30);
  g_assert_cmpuint (tally.hours[1][9].visits, ==, 1);
  g_assert_cmpuint (tally.hours[1][10].open, ==, 30);
  g_assert_cmpuint (tally.hours[1][10].booked, ==, 45);
  g_assert_cmpuint (tally.hours[1][10].visits, ==, 0);
  g_assert_cmpint (clinic_agenda_hour_get_share (&tally.hours[1][9]), ==, 50);
  g_assert_cmpint (clinic_agenda_hour_get_share (&tally.hours[1][10]), ==, 150);
  g_assert_cmpint (clinic_agenda_hour_get_share (&tally.hours[1][13]), ==, -1);
  clinic_agenda_tally_get_range (&tally, &from, &to);
  g_assert_cmpuint (from, ==, 9);
  g_assert_cmpuint (to, ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/agenda-crowd/seen", "manager", test_only_what_is_seen_has_widgets);
  clinic_display_add ("/agenda-crowd/keys", "manager", test_arrows_and_tab_reach_all_of_them);
  clinic_display_add ("/agenda-crowd/every", "manager", test_every_visit_has_its_turn);
  clinic_display_add ("/agenda-crowd/focus", "manager", test_focus_stays_out_of_sight);
  clinic_display_add ("/agenda-crowd/recycled", "manager", test_widgets_go_from_visit_to_visit);
  clinic_display_add ("/agenda-crowd/week", "manager", test_week_of_many_counts_hours);
  g_test_add_func ("/agenda-crowd/tally", test_tally);

  return g_test_run ();
}
