/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "agenda-act.h"
#include "clinic-clock.h"
#include "clinic-display.h"
#include "clinic-follow-up-save.h"
#include "clinic-reaction-kind.h"
#include "clinic-query-model.h"
#include "clinic-reaction-log.h"
#include "clinic-session.h"
#include "clinic-today-card.h"
#include "clinic-today-column.h"
#include "clinic-later.h"
#include "clinic-today-page.h"
#include "clinic-today-rows.h"
#include "clinic-today-stack.h"
#include "clinic-visit-face.h"
#include "clinic-visit.h"

/* Late enough to meet no visit of the demonstration. */
#define EVENING "2026-11-21T20:00"

static GtkWidget *
show (ClinicDesk *desk)
{
  GtkWidget *page = clinic_today_page_new (desk);

  clinic_display_show (page);
  clinic_display_settle (desk);

  return page;
}

/* Beside the sidebar in the smallest window. */
static void
assert_fits (GtkWidget *page)
{
  int width;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 1024 - 220);
}

static guint
count_column (GtkWidget  *page,
              const char *name)
{
  g_autoptr(GListModel) model = NULL;

  g_object_get (clinic_display_find (page, name), "model", &model, NULL);

  return g_list_model_get_n_items (model);
}

static gint64
get_figure (GtkWidget  *page,
            const char *name)
{
  gint64 figure;

  g_object_get (clinic_display_find (page, name), "figure", &figure, NULL);

  return figure;
}

static char *
get_status (ClinicDesk *desk,
            gint64      session)
{
  g_autoptr(ClinicRecord) record = agenda_find (desk, CLINIC_TYPE_SESSION, session);

  return g_strdup (CLINIC_SESSION (record)->status);
}

static void
assert_status (ClinicDesk *desk,
               gint64      session,
               const char *status)
{
  g_autofree char *is = get_status (desk, session);

  g_assert_cmpstr (is, ==, status);
}

/* The only visit of the day at the front desk of an empty clinic. */
static void
test_one_key_moves_a_visit_on (ClinicDesk *desk)
{
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0),
                                EVENING);
  GtkWidget *page = show (desk);
  guint expected = count_column (page, "expected");
  guint here = count_column (page, "here");
  GtkWidget *list = clinic_display_find (clinic_display_find (page, "expected"), "list");

  clinic_display_picture (page, "today-front");
  gtk_widget_grab_focus (list);
  clinic_display_press ("End space");
  clinic_display_settle (desk);
  assert_status (desk, session, "arrived");
  g_assert_cmpuint (count_column (page, "expected"), ==, expected - 1);
  g_assert_cmpuint (count_column (page, "here"), ==, here + 1);

  agenda_undo (desk);
  assert_status (desk, session, "booked");
  g_assert_cmpuint (count_column (page, "expected"), ==, expected);
  g_assert_cmpuint (count_column (page, "here"), ==, here);
}

static void
test_the_toast_takes_it_back (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GtkWidget *button;
  g_autofree char *action = NULL;

  agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0), EVENING);
  button = clinic_display_find (clinic_display_find (page, "expected"), "Here");
  g_assert_nonnull (button);
  clinic_display_click (button);
  clinic_display_settle (desk);

  button = clinic_display_find (GTK_WIDGET (gtk_widget_get_root (page)), "Undo");
  g_assert_nonnull (button);
  clinic_display_click (button);
  action = clinic_display_last_action ();
  g_assert_true (g_str_has_prefix (action, "win.undo-operation "));
}

static void
test_waiting_is_counted (ClinicDesk *desk)
{
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0),
                                EVENING);
  GtkWidget *page;

  agenda_set_state (desk, session, "arrived");
  clinic_clock_set (clinic_clock_now () + 12 * 60 * 1000);
  page = show (desk);
  g_assert_cmpint (clinic_today_page_get_wait (CLINIC_TODAY_PAGE (page), session), ==, 12);
  g_assert_cmpint (clinic_today_page_get_wait (CLINIC_TODAY_PAGE (page), 17), ==, -1);
  clinic_display_picture (page, "today-front-waiting");
  clinic_clock_set (clinic_clock_now () - 12 * 60 * 1000);
}

static void
test_enter_opens_the_patient (ClinicDesk *desk)
{
  gint64 patient = agenda_patient (desk, 0);
  g_autofree char *wanted = g_strdup_printf ("win.open-patient %" G_GINT64_FORMAT, patient);
  g_autofree char *action = NULL;
  GtkWidget *page;

  agenda_book (desk, patient, agenda_practitioner (desk, 0), EVENING);
  page = show (desk);
  gtk_widget_grab_focus (clinic_display_find (clinic_display_find (page, "expected"), "list"));
  clinic_display_press ("End Return");
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, wanted);
}

/* One key after the page was opened: with that, the chart is two steps away. */
static void
test_enter_opens_the_chart (ClinicDesk *desk)
{
  gint64 me = clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk)));
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), me, "2026-11-21T00:15");
  g_autofree char *wanted = g_strdup_printf ("win.open-chart %" G_GINT64_FORMAT, session);
  g_autofree char *action = NULL;
  GtkWidget *page = show (desk);

  clinic_display_picture (page, "today-mine");
  clinic_page_start (CLINIC_PAGE (page));
  clinic_display_press ("Return");
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, wanted);
}

/* Views are made when they are first looked at. */
static GtkWidget *
get_view (GtkWidget  *page,
          const char *name)
{
  return clinic_later_get_made (CLINIC_LATER (clinic_display_find (page, name)));
}

static void
test_only_my_own_visits (ClinicDesk *desk)
{
  gint64 me = clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk)));
  gint64 other = agenda_practitioner (desk, 0) == me ? agenda_practitioner (desk, 1)
                                                     : agenda_practitioner (desk, 0);
  GtkWidget *page = show (desk);
  g_autoptr(GListModel) model = NULL;
  guint before;

  g_object_get (get_view (page, "mine"), "model", &model, NULL);
  before = g_list_model_get_n_items (model);
  agenda_book (desk, agenda_patient (desk, 0), other, EVENING);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, before);
  agenda_book (desk, agenda_patient (desk, 1), me, EVENING);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, before + 1);
}

static void
test_unsigned_sessions_wait (ClinicDesk *desk)
{
  gint64 me = clinic_record_get_id (CLINIC_RECORD (clinic_desk_get_actor (desk)));
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), me, "2026-10-22T20:00");
  g_autofree char *wanted = g_strdup_printf ("win.open-chart %" G_GINT64_FORMAT, session);
  g_autofree char *action = NULL;
  GtkWidget *page;

  agenda_set_state (desk, session, "in_treatment");
  page = show (desk);
  g_assert_cmpint (get_figure (page, "unsigned_card"), >=, 1);
  clinic_display_picture (page, "today-waits");
  clinic_display_click (clinic_display_find (page, "unsigned_card"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_TODAY_ROWS (clinic_display_top ()));
  clinic_display_picture (GTK_WIDGET (clinic_display_top ()), "today-rows");
  gtk_widget_grab_focus (clinic_display_find (GTK_WIDGET (clinic_display_top ()), "list"));
  clinic_display_press ("Home Return");
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, wanted);
}

static void
test_figures_open_their_rows (ClinicDesk *desk)
{
  gint64 session = agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0),
                                EVENING);
  GtkWidget *page = show (desk);
  gint64 visits = get_figure (page, "visits_card");
  gint64 arrived = get_figure (page, "arrived_card");
  g_autoptr(GListModel) model = NULL;

  agenda_set_state (desk, session, "arrived");
  g_assert_cmpint (get_figure (page, "visits_card"), ==, visits);
  g_assert_cmpint (get_figure (page, "arrived_card"), ==, arrived + 1);
  clinic_display_picture (page, "today-figures");

  g_object_get (get_view (page, "figures"), "model", &model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, visits);
  clinic_display_click (clinic_display_find (page, "arrived_card"));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, arrived + 1);

  clinic_display_click (clinic_display_find (page, "courses_card"));
  clinic_display_settle (desk);
  g_assert_true (CLINIC_IS_TODAY_ROWS (clinic_display_top ()));
  clinic_display_press ("Escape");
}

static void
test_empty_day_leads_on (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  g_autofree char *action = NULL;

  clinic_display_picture (page, "today-empty");
  clinic_display_click (clinic_display_find (page, "Book a visit"));
  action = clinic_display_last_action ();
  g_assert_cmpstr (action, ==, "win.book (0, '')");
}

static GPtrArray *
list_nobody (ClinicDb    *db,
             const char  *argument,
             GError     **error)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
test_empty_day_is_told_once_known (ClinicDesk *desk)
{
  GtkStack *stack = GTK_STACK (g_object_ref_sink (gtk_stack_new ()));
  g_autoptr(ClinicQueryModel) visits = clinic_query_model_new (clinic_desk_get_reader (desk),
                                                               CLINIC_TYPE_VISIT, list_nobody);

  gtk_stack_add_named (stack, adw_bin_new (), "waiting");
  gtk_stack_add_named (stack, adw_status_page_new (), "empty");

  clinic_today_stack_choose (stack, G_LIST_MODEL (visits), G_LIST_MODEL (visits), "list");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "waiting");

  clinic_query_model_set_argument (visits, "nobody");
  clinic_today_stack_choose (stack, G_LIST_MODEL (visits), G_LIST_MODEL (visits), "list");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "waiting");

  clinic_display_settle (desk);
  clinic_today_stack_choose (stack, G_LIST_MODEL (visits), G_LIST_MODEL (visits), "list");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  g_object_unref (stack);
}

static void
test_everything_is_named (ClinicDesk *desk)
{
  GtkWidget *page;

  agenda_book (desk, agenda_patient (desk, 0), agenda_practitioner (desk, 0), EVENING);
  page = show (desk);
  clinic_display_check (page);
  assert_fits (page);
}

static void
test_another_person_another_view (ClinicDesk *desk)
{
  GtkWidget *page = show (desk);
  GListModel *staff = clinic_desk_get_staff (desk);

  g_assert_true (gtk_widget_get_mapped (clinic_display_find (page, "expected")));

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) one = g_list_model_get_item (staff, i);

      if (g_strcmp0 (one->roles, "practitioner") == 0)
        clinic_desk_set_actor (desk, one);
    }

  clinic_display_settle (desk);
  g_assert_null (clinic_display_find (page, "expected"));
  g_assert_nonnull (clinic_display_find (page, "mine"));
}

static gpointer
log_red_flag (ClinicAct  *act,
              gpointer    data,
              GError    **error)
{
  g_autoptr(ClinicRecord) kind = clinic_store_find_by (act->db, CLINIC_TYPE_REACTION_KIND, "code", "late_nodules", error);
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();
  g_autoptr(ClinicFollowUp) call = clinic_follow_up_new ();
  gint64 id;

  g_object_set (reaction, "patient-id", *(gint64 *) data, "zone", "vertex", "grade", (gint64) 2,
                "reaction-kind-id", clinic_record_get_id (kind), NULL);
  id = clinic_reaction_log (act, reaction, error);
  g_object_set (call, "patient-id", *(gint64 *) data, "reaction-id", id, "due-on", "2026-11-21", NULL);

  return id != 0 ? GINT_TO_POINTER (clinic_follow_up_save (act, call, error) != 0) : NULL;
}

static void
logged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Who is to be called today stands on the first page, and is done in one step. */
static void
test_calls_are_made (ClinicDesk *desk)
{
  gint64 patient = agenda_patient (desk, 0);
  GtkWidget *page = show (desk);
  GtkWidget *window;
  ClinicTodayCard *card = CLINIC_TODAY_CARD (clinic_display_find (page, "calls_card"));
  gint64 n_before;
  gint64 figure;

  g_object_get (card, "figure", &n_before, NULL);
  clinic_desk_run_async (desk, log_red_flag, g_memdup2 (&patient, sizeof patient), g_free, NULL, logged_cb, NULL);
  clinic_display_settle (desk);
  g_object_get (card, "figure", &figure, NULL);
  g_assert_cmpint (figure, ==, n_before + 1);
  clinic_display_picture (page, "today-calls-card");

  clinic_display_click (GTK_WIDGET (card));
  clinic_display_settle (desk);
  window = GTK_WIDGET (clinic_display_top ());
  clinic_display_check (window);
  clinic_display_picture (window, "today-calls");
  clinic_display_click (clinic_display_find (window, "Again tomorrow"));
  clinic_display_settle (desk);
  g_object_get (card, "figure", &figure, NULL);
  g_assert_cmpint (figure, ==, n_before);
  /* The keyboard is at the call in its place. */
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (window))));
  clinic_display_click (clinic_display_find (window, "Called"));
  clinic_display_settle (desk);
  g_object_get (card, "figure", &figure, NULL);
  g_assert_cmpint (figure, ==, n_before - 1);
}

static gint64
ask (ClinicDesk *desk,
     const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ,
                                           &error);
  g_autoptr(ClinicStatement) statement = NULL;

  g_assert_no_error (error);
  statement = clinic_db_prepare (db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  return clinic_statement_get_int (statement, 0);
}

static GtkWidget *
find_face (GtkWidget *root,
           gint64     session)
{
  GtkWidget *found = NULL;

  if (CLINIC_IS_VISIT_FACE (root))
    {
      g_autoptr(ClinicVisit) visit = NULL;

      g_object_get (root, "visit", &visit, NULL);

      if (visit != NULL && clinic_record_get_id (CLINIC_RECORD (visit)) == session)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_get_mapped (child) ? find_face (child, session) : NULL;

  return found;
}

static char *
hear (GtkWidget *page,
      gint64     session)
{
  GtkWidget *face = find_face (page, session);

  g_assert_nonnull (face);

  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (face), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "nothing like it");
}

/* Another treatment three days after one, of somebody who signed nothing: the front desk is told
 * before the patient sits down. */
static void
test_what_stands_against_a_visit (ClinicDesk *desk)
{
  gint64 patient = ask (desk, "SELECT s.patient_id FROM session s JOIN patient p ON p.id = "
                        "s.patient_id WHERE p.archived_on IS NULL AND s.status = 'done' AND "
                        "s.starts BETWEEN '2026-11-16' AND '2026-11-20' AND NOT EXISTS (SELECT 1 "
                        "FROM consent c JOIN consent_template t ON t.id = c.consent_template_id "
                        "WHERE c.patient_id = s.patient_id AND c.course_id IS NULL AND t.purpose = "
                        "'treatment') ORDER BY s.id LIMIT 1");
  gint64 session = agenda_book (desk, patient, agenda_practitioner (desk, 0), EVENING);
  GtkWidget *page = show (desk);
  g_autofree char *words = hear (page, session);

  g_assert_nonnull (strstr (words, "no consent is signed, aftercare until"));
  clinic_display_picture (page, "today-front-alerts");
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/today/front/one-key", "receptionist", test_one_key_moves_a_visit_on);
  clinic_display_add ("/today/front/undo", "receptionist", test_the_toast_takes_it_back);
  clinic_display_add ("/today/front/waiting", "receptionist", test_waiting_is_counted);
  clinic_display_add ("/today/front/open", "receptionist", test_enter_opens_the_patient);
  clinic_display_add ("/today/front/against", "receptionist", test_what_stands_against_a_visit);
  clinic_display_add ("/today/mine/against", "practitioner", test_what_stands_against_a_visit);
  clinic_display_add ("/today/front/named", "receptionist", test_everything_is_named);
  clinic_display_add ("/today/mine/chart", "practitioner", test_enter_opens_the_chart);
  clinic_display_add ("/today/mine/own", "practitioner", test_only_my_own_visits);
  clinic_display_add ("/today/mine/unsigned", "practitioner", test_unsigned_sessions_wait);
  clinic_display_add ("/today/mine/calls", "practitioner", test_calls_are_made);
  clinic_display_add ("/today/mine/named", "practitioner", test_everything_is_named);
  clinic_display_add ("/today/figures/rows", "manager", test_figures_open_their_rows);
  clinic_display_add ("/today/figures/named", "manager", test_everything_is_named);
  clinic_display_add ("/today/figures/owner", "owner", test_everything_is_named);
  clinic_display_add ("/today/actor", "receptionist", test_another_person_another_view);
  clinic_display_add_empty ("/today/empty-once-known", test_empty_day_is_told_once_known);
  clinic_display_add_empty ("/today/empty", test_empty_day_leads_on);

  return g_test_run ();
}
