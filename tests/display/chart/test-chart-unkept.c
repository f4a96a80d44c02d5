/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed while nothing can be kept: it is not lost without a word, whichever way it is
 * left. */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-chart-page.h"
#include "clinic-chart-shelf.h"
#include "clinic-display.h"
#include "clinic-notice.h"
#include "clinic-visit.h"
#include "clinic-window.h"

/* Drafts cannot be written, all else can be read and written. */
static void
break_drafts (ClinicDesk *desk)
{
  clinic_display_run_sql (desk, "ALTER TABLE session_draft RENAME COLUMN content TO content_gone");
}

static void
mend_drafts (ClinicDesk *desk)
{
  clinic_display_run_sql (desk, "ALTER TABLE session_draft RENAME COLUMN content_gone TO content");
}

static ClinicWindow *
open_chart (ClinicDesk *desk,
            gint64      session)
{
  ClinicWindow *window = clinic_window_new (NULL, desk);

  clinic_display_show (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-chart", "x", session);
  clinic_display_settle (desk);

  return window;
}

static gboolean
is_chart (ClinicWindow *window)
{
  return CLINIC_IS_CHART_PAGE (clinic_window_get_page (window));
}

static gboolean
is_stuck (gpointer data)
{
  return clinic_chart_shelf_get_n_stuck (clinic_chart_shelf_get (data)) > 0;
}

static gboolean
is_kept (gpointer data)
{
  return clinic_chart_shelf_is_empty (clinic_chart_shelf_get (data));
}

static gboolean
has_frontal (ClinicWindow *window)
{
  ClinicChartModel *model = chart_test_get_model (GTK_WIDGET (clinic_window_get_page (window)));

  return clinic_chart_model_find_zone (model, "frontal") != NULL;
}

static gboolean
drafted_frontal (ClinicDesk *desk,
                 gint64      session)
{
  g_autoptr(ClinicChart) draft = chart_test_ask (desk, chart_test_load_draft, &session);

  for (guint i = 0; draft != NULL && i < draft->injections->len; i++)
    {
      if (g_str_equal (CLINIC_INJECTION (draft->injections->pdata[i])->zone, "frontal"))
        return TRUE;
    }

  return FALSE;
}

/* A question is on top: what is chosen is clicked. */
static void
choose (ClinicWindow *window,
        const char   *label)
{
  GtkWindow *top = clinic_display_top ();
  GtkWidget *button;

  g_assert_true (top != GTK_WINDOW (window));
  button = clinic_display_find (GTK_WIDGET (top), label);
  g_assert_nonnull (button);
  clinic_display_click (button);
}

/* A zone is filled that cannot be kept, and it is said. */
static ClinicWindow *
fill_unkept (ClinicDesk *desk,
             gint64      session)
{
  ClinicWindow *window = open_chart (desk, session);

  break_drafts (desk);
  clinic_display_press ("2");
  clinic_display_wait (is_stuck, desk);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (window), "Draft not kept"));

  return window;
}

static void
test_stay (ClinicDesk *desk)
{
  ClinicWindow *window = fill_unkept (desk, chart_test_find_waiting (desk, 0));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "unkept-leave");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_true (is_chart (window));
  g_assert_true (has_frontal (window));

  mend_drafts (desk);
  clinic_display_wait (is_kept, desk);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  clinic_display_settle (desk);
  g_assert_false (is_chart (window));
}

static void
test_keep_trying (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  gint64 other = chart_test_find_waiting (desk, 1);
  ClinicWindow *window = fill_unkept (desk, session);
  GtkWidget *button;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-chart", "x", other);
  choose (window, "Leave and keep trying");
  clinic_display_settle (desk);
  g_assert_cmpint (clinic_page_get_id (clinic_window_get_page (window)), ==, other);
  g_assert_false (has_frontal (window));
  button = clinic_display_find (GTK_WIDGET (window), "Open the chart");
  g_assert_nonnull (button);
  clinic_display_picture (GTK_WIDGET (window), "unkept-elsewhere");

  clinic_display_click (button);
  clinic_display_settle (desk);
  g_assert_cmpint (clinic_page_get_id (clinic_window_get_page (window)), ==, session);
  g_assert_true (has_frontal (window));
  g_assert_null (clinic_display_find (GTK_WIDGET (window), "Open the chart"));

  mend_drafts (desk);
  clinic_display_wait (is_kept, desk);
  g_assert_true (drafted_frontal (desk, session));
  g_assert_false (drafted_frontal (desk, other));
}

static void
test_leave_without (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  ClinicWindow *window = fill_unkept (desk, session);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "s", "today");
  choose (window, "Leave without it");
  clinic_display_settle (desk);
  g_assert_false (is_chart (window));
  g_assert_true (is_kept (desk));
  mend_drafts (desk);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-chart", "x", session);
  clinic_display_settle (desk);
  g_assert_false (has_frontal (window));
}

/* Left before anybody could know: it is kept on being tried, and told. */
static void
test_left_too_early (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  ClinicWindow *window = open_chart (desk, session);

  break_drafts (desk);
  clinic_display_press ("2");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-chart", "x", chart_test_find_waiting (desk, 1));
  clinic_display_wait (is_stuck, desk);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find (GTK_WIDGET (window), "Open the chart"));
  mend_drafts (desk);
  clinic_display_wait (is_kept, desk);
  g_assert_true (drafted_frontal (desk, session));
  g_assert_null (clinic_display_find (GTK_WIDGET (window), "Open the chart"));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* At once after a key: the window waits until it is written. */
static void
test_close_keeps (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  gpointer window = open_chart (desk, session);

  g_object_add_weak_pointer (window, &window);
  clinic_display_press ("2");
  gtk_window_close (window);
  clinic_display_wait (is_gone, &window);
  g_assert_true (drafted_frontal (desk, session));
}

static void
test_close_asks (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  gpointer window = fill_unkept (desk, session);

  g_object_add_weak_pointer (window, &window);
  gtk_window_close (window);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "unkept-close");
  clinic_display_press ("Return");
  clinic_display_settle (desk);
  g_assert_nonnull (window);
  g_assert_true (has_frontal (window));

  gtk_window_close (window);
  choose (window, "Keep trying, then close");
  clinic_display_settle (desk);
  g_assert_nonnull (window);
  clinic_display_picture (window, "unkept-closing");
  mend_drafts (desk);
  clinic_display_wait (is_gone, &window);
  g_assert_true (drafted_frontal (desk, session));
}

static void
test_close_without (ClinicDesk *desk)
{
  gpointer window = fill_unkept (desk, chart_test_find_waiting (desk, 0));

  g_object_add_weak_pointer (window, &window);
  gtk_window_close (window);
  choose (window, "Close without it");
  clinic_display_wait (is_gone, &window);
  g_assert_true (is_kept (desk));
}

/* A form is open with something typed in it. */
static void
test_close_over_form (ClinicDesk *desk)
{
  gpointer window = clinic_window_new (NULL, desk);
  GtkWindow *form;

  clinic_display_show (window);
  g_object_add_weak_pointer (window, &window);
  clinic_display_press ("ctrl+n");
  clinic_display_settle (desk);
  form = clinic_display_top ();
  g_assert_true (form != window);
  clinic_display_type ("Test");

  gtk_window_close (window);
  g_assert_true (clinic_display_top () != form);
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "unkept-form");
  clinic_display_press ("Escape");
  clinic_display_settle (desk);
  g_assert_nonnull (window);
  g_assert_true (clinic_display_top () == form);

  gtk_window_close (window);
  choose (window, "Close without saving");
  clinic_display_wait (is_gone, &window);
}

/* Nothing was typed in it: nothing is asked. */
static void
test_close_over_untouched_form (ClinicDesk *desk)
{
  gpointer window = clinic_window_new (NULL, desk);

  clinic_display_show (window);
  g_object_add_weak_pointer (window, &window);
  clinic_display_press ("ctrl+n");
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () != window);
  gtk_window_close (window);
  clinic_display_wait (is_gone, &window);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/unkept/stay", "practitioner", test_stay);
  clinic_display_add ("/chart/unkept/keep-trying", "practitioner", test_keep_trying);
  clinic_display_add ("/chart/unkept/leave-without", "practitioner", test_leave_without);
  clinic_display_add ("/chart/unkept/left-too-early", "practitioner", test_left_too_early);
  clinic_display_add ("/chart/unkept/close-keeps", "practitioner", test_close_keeps);
  clinic_display_add ("/chart/unkept/close-asks", "practitioner", test_close_asks);
  clinic_display_add ("/chart/unkept/close-without", "practitioner", test_close_without);
  clinic_display_add ("/chart/unkept/form", "practitioner", test_close_over_form);
  clinic_display_add ("/chart/unkept/untouched-form", "practitioner", test_close_over_untouched_form);

  return g_test_run ();
}
