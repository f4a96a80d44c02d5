/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Decisions about a course: said on the chart, and taken with the photographs beside. */

#include "config.h"

#include <string.h>

#include "chart-test.h"
#include "clinic-decision-dialog.h"
#include "clinic-decision.h"
#include "clinic-display.h"
#include "clinic-photo-course.h"
#include "clinic-photo-keep.h"
#include "clinic-photo-window.h"
#include "clinic-score-row.h"
#include "clinic-store.h"
#include "clinic-today-entry.h"

static gpointer
list_due (ClinicDb  *db,
          gpointer   data,
          GError   **error)
{
  return clinic_today_entry_list_decisions (db, "2000-01-31", 0, error);
}

/* The session after which one is due, whose chart is open today. */
static ClinicTodayEntry *
find_due (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) due = chart_test_ask (desk, list_due, NULL);

  g_assert_cmpuint (due->len, >, 0);

  return g_object_ref (due->pdata[0]);
}

static gboolean
is_decision (gpointer data)
{
  return CLINIC_IS_DECISION_DIALOG (clinic_display_top ());
}

static GtkWidget *
wait_for_decision (ClinicDesk *desk)
{
  clinic_display_wait (is_decision, NULL);
  clinic_display_settle (desk);

  return GTK_WIDGET (clinic_display_top ());
}

static gboolean
is_gone (gpointer button)
{
  return !gtk_widget_get_visible (button);
}

static gpointer
list_decisions (ClinicDb  *db,
                gpointer   data,
                GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_DECISION, "session_id", *(gint64 *) data, error);
}

static void
test_due_decision_is_said_on_the_chart (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  GtkWidget *page = chart_test_open_chart (desk, due->session_id);
  GtkWidget *button = clinic_display_find (page, "decision");
  g_autoptr(GPtrArray) decisions = NULL;
  GtkWidget *dialog;

  g_assert_nonnull (button);
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (button)), "Decision due: after session "));
  clinic_display_check (page);
  clinic_display_picture (page, "chart-decision-due");

  /* By the mouse; taken, it is no longer said. What comes to the chart later moves the button. */
  clinic_display_settle (desk);
  clinic_display_click (button);
  dialog = wait_for_decision (desk);
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "reason")), "Too early to say");
  gtk_widget_activate_action (dialog, "decision.save", NULL);
  clinic_display_wait (is_gone, button);
  decisions = chart_test_ask (desk, list_decisions, &due->session_id);
  g_assert_cmpuint (decisions->len, ==, 1);
  g_assert_cmpstr (CLINIC_DECISION (decisions->pdata[0])->choice, ==, "continue");
  g_assert_false (CLINIC_DECISION (decisions->pdata[0])->photos);
}

static void
test_decision_has_a_key (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  GtkWidget *page = chart_test_open_chart (desk, due->session_id);

  clinic_display_press ("d");
  g_assert_true (GTK_WIDGET (clinic_display_top ()) != page);
  gtk_window_destroy (GTK_WINDOW (wait_for_decision (desk)));
}

static int
get_score (GtkWidget *dialog)
{
  return clinic_score_row_get_score (CLINIC_SCORE_ROW (clinic_display_find (dialog, "score_row")));
}

/* Where writing goes to the left, what would be moved begins at the right edge, also where its dates are Latin. */
static void
test_plan_stands_at_the_right_edge (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  GtkWidget *dialog;
  GtkWidget *plan;
  PangoLayout *layout;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  chart_test_open_chart (desk, due->session_id);
  clinic_display_press ("d");
  dialog = wait_for_decision (desk);
  clinic_display_press ("plus");
  plan = clinic_display_find (dialog, "plan");
  layout = gtk_label_get_layout (GTK_LABEL (plan));
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    g_assert_cmpint (pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, i)), ==,
                     PANGO_DIRECTION_RTL);

  clinic_display_picture (dialog, "decision-mirrored");
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_score_is_given_by_keys_and_by_clicks (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  GtkWidget *dialog;

  chart_test_open_chart (desk, due->session_id);
  clinic_display_press ("d");
  dialog = wait_for_decision (desk);
  g_assert_cmpint (get_score (dialog), ==, 0);
  clinic_display_press ("plus plus minus");
  g_assert_cmpint (get_score (dialog), ==, 1);
  g_assert_true (gtk_widget_get_visible (clinic_display_find (dialog, "plan")));
  clinic_display_picture (dialog, "decision-taper");
  clinic_display_press ("Left Left Left Left Left Left");
  g_assert_cmpint (get_score (dialog), ==, -3);
  clinic_display_click (clinic_display_find (dialog, "+2, improved"));
  g_assert_cmpint (get_score (dialog), ==, 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_nothing_is_said_where_none_is_due (ClinicDesk *desk)
{
  gint64 session = chart_test_find_visit (desk, TRUE, 0);
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  GtkWidget *page;

  g_assert_cmpint (session, !=, due->session_id);
  page = chart_test_open_chart (desk, session);
  g_assert_null (clinic_display_find (page, "decision"));
  clinic_display_press ("d");
  g_assert_true (clinic_display_top () == GTK_WINDOW (gtk_widget_get_root (page)));
}

/* Somebody who looks, and may not decide. */
static void
test_who_may_not_decide_sees_that_it_is_due (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  GtkWidget *page = chart_test_open_chart (desk, due->session_id);
  GtkWidget *button = clinic_display_find (page, "decision");

  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
}

typedef struct
{
  gint64      patient;
  const char *view;
  const char *day;
  guint8      shade;
} Shot;

static gpointer
add_photo (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Shot *shot = data;
  guint8 *pixels = g_malloc (300 * 200 * 3);
  g_autoptr(ClinicPhoto) photo = clinic_photo_new ();
  g_autoptr(ClinicPicture) picture = NULL;
  g_autoptr(GPtrArray) additions = g_ptr_array_new ();
  ClinicPhotoAddition addition;

  memset (pixels, shot->shade, 300 * 200 * 3);
  picture = clinic_picture_new_pixels (pixels, 300, 200);
  g_object_set (photo, "patient-id", shot->patient, "view", shot->view, "taken-on", shot->day, NULL);
  addition = (ClinicPhotoAddition) { photo, picture };
  g_ptr_array_add (additions, &addition);

  return GUINT_TO_POINTER (clinic_photo_add (act, additions, error));
}

static void
photograph (ClinicDesk *desk,
            gint64      patient)
{
  Shot shots[] = {
    { patient, "vertex", "2026-06-01", 40 }, { patient, "front", "2026-06-01", 60 },
    { patient, "vertex", "2026-08-01", 80 }, { patient, "vertex", "2026-11-01", 100 },
    { patient, "top", "2026-11-15", 120 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (chart_test_command (desk, add_photo, &shots[i])), ==, 1);
}

static gboolean
is_compared (gpointer dialog)
{
  return gtk_switch_get_active (GTK_SWITCH (clinic_display_find (dialog, "photos")));
}

static gboolean
is_photos (gpointer data)
{
  return CLINIC_IS_PHOTO_WINDOW (clinic_display_top ());
}

static void
test_photographs_tick_themselves_when_looked_at (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  g_autoptr(GPtrArray) decisions = NULL;
  GtkWidget *page;
  GtkWidget *dialog;
  GtkWidget *row;

  photograph (desk, due->patient_id);
  page = chart_test_open_chart (desk, due->session_id);
  clinic_display_click (clinic_display_find (page, "decision"));
  dialog = wait_for_decision (desk);
  clinic_display_check (dialog);
  row = clinic_display_find (dialog, "photos_row");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Vertex: 1 Jun 2026 and 1 Nov 2026");
  g_assert_false (is_compared (dialog));
  clinic_display_picture (dialog, "decision-photos");

  clinic_display_click (clinic_display_find (dialog, "compare"));
  clinic_display_wait (is_photos, NULL);
  clinic_display_wait (is_compared, dialog);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "decision-compare");
  clinic_display_press ("Escape");
  clinic_display_wait (is_decision, NULL);
  clinic_display_picture (dialog, "decision-compared");
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (dialog, "reason")), "No denser");
  gtk_widget_activate_action (dialog, "decision.save", NULL);
  clinic_display_wait (is_gone, clinic_display_find (page, "decision"));
  decisions = chart_test_ask (desk, list_decisions, &due->session_id);
  g_assert_true (CLINIC_DECISION (decisions->pdata[0])->photos);
}

static void
test_nothing_is_compared_without_two_photographs (ClinicDesk *desk)
{
  g_autoptr(ClinicTodayEntry) due = find_due (desk);
  Shot shot = { due->patient_id, "vertex", "2026-06-01", 40 };
  GtkWidget *page;
  GtkWidget *dialog;

  chart_test_command (desk, add_photo, &shot);
  page = chart_test_open_chart (desk, due->session_id);
  clinic_display_click (clinic_display_find (page, "decision"));
  dialog = wait_for_decision (desk);
  g_assert_false (gtk_widget_is_sensitive (clinic_display_find (dialog, "compare")));
  clinic_display_picture (dialog, "decision-alone");

  /* Elsewhere there may be some: by hand. */
  clinic_display_click (clinic_display_find (dialog, "photos"));
  clinic_display_wait (is_compared, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* @course: 0: none. */
static void
add_made_up (GPtrArray  *photos,
             const char *view,
             const char *day,
             gint64      course)
{
  g_ptr_array_add (photos, g_object_new (CLINIC_TYPE_PHOTO, "view", view, "taken-on", day, "course-id",
                                         course != 0 ? course : CLINIC_UNKNOWN, NULL));
}

static void
test_pair_is_of_the_course_where_it_has_one (void)
{
  g_autoptr(GPtrArray) photos = g_ptr_array_new_with_free_func (g_object_unref);
  guint first;
  guint last;

  g_assert_false (clinic_photo_course_find_pair (photos, 7, &first, &last));
  add_made_up (photos, "vertex", "2025-01-01", 0);
  g_assert_false (clinic_photo_course_find_pair (photos, 7, &first, &last));
  add_made_up (photos, "vertex", "2026-01-01", 7);
  g_assert_true (clinic_photo_course_find_pair (photos, 7, &first, &last));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 1);
  add_made_up (photos, "vertex", "2026-01-01", 7);
  add_made_up (photos, "vertex", "2026-03-01", 7);
  add_made_up (photos, "top", "2026-04-01", 7);
  add_made_up (photos, "vertex", "2026-05-01", 8);
  g_assert_true (clinic_photo_course_find_pair (photos, 7, &first, &last));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (last, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/decision/due-is-said-on-the-chart", "practitioner", test_due_decision_is_said_on_the_chart);
  clinic_display_add ("/decision/has-a-key", "practitioner", test_decision_has_a_key);
  clinic_display_add ("/decision/score-is-given-by-keys-and-by-clicks", "practitioner",
                      test_score_is_given_by_keys_and_by_clicks);
  clinic_display_add ("/decision/plan-stands-at-the-right-edge", "practitioner", test_plan_stands_at_the_right_edge);
  clinic_display_add ("/decision/nothing-is-said-where-none-is-due", "practitioner",
                      test_nothing_is_said_where_none_is_due);
  clinic_display_add ("/decision/who-may-not-decide-sees-that-it-is-due", "manager",
                      test_who_may_not_decide_sees_that_it_is_due);
  clinic_display_add ("/decision/photographs-tick-themselves-when-looked-at", "practitioner",
                      test_photographs_tick_themselves_when_looked_at);
  clinic_display_add ("/decision/nothing-is-compared-without-two-photographs", "practitioner",
                      test_nothing_is_compared_without_two_photographs);
  g_test_add_func ("/decision/pair-is-of-the-course-where-it-has-one", test_pair_is_of_the_course_where_it_has_one);

  return g_test_run ();
}
