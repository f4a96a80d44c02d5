/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "chart-test.h"
#include "clinic-booking.h"
#include "clinic-chart-sign.h"
#include "clinic-chart.h"
#include "clinic-display.h"
#include "clinic-finding.h"
#include "clinic-page.h"
#include "clinic-report-work.h"
#include "clinic-visit.h"

static gboolean
has_draft (gpointer data)
{
  gpointer *pair = data;
  g_autoptr(ClinicChart) draft = chart_test_ask (pair[0], chart_test_load_draft, pair[1]);

  return draft != NULL;
}

/* Nothing was saved, but the next page has what was typed in the first. */
static void
test_draft_is_taken_up (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  gpointer pair[] = { desk, &session };
  ClinicChartModel *model;

  clinic_display_press ("2 4");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  clinic_display_wait (has_draft, pair);

  page = chart_test_open_chart (desk, session);
  model = chart_test_get_model (page);
  g_assert_nonnull (clinic_chart_model_find_zone (model, "frontal"));
  g_assert_nonnull (clinic_chart_model_find_zone (model, "vertex"));
  g_assert_nonnull (clinic_display_find (page, "Discard"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-draft");
}

/* What is typed is on the disk two seconds later, with the page still open. */
static void
test_draft_within_two_seconds (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  gint64 start = g_get_monotonic_time ();
  gpointer pair[] = { desk, &session };

  clinic_display_press ("2");
  start = g_get_monotonic_time ();
  clinic_display_wait (has_draft, pair);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_assert_true (clinic_chart_model_get_dirty (chart_test_get_model (page)));
}

/* Somebody else's draft can be seen, not changed, until it is taken over. */
static void
test_draft_of_somebody_else (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);
  gpointer pair[] = { desk, &session };
  GListModel *staff = clinic_desk_get_staff (desk);
  ClinicStaff *actor = clinic_desk_get_actor (desk);

  clinic_display_press ("2");
  clinic_display_wait (has_draft, pair);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) other = g_list_model_get_item (staff, i);

      if (chart_test_get_id (other) != chart_test_get_id (actor) && strstr (other->roles, "practitioner") != NULL)
        {
          clinic_desk_set_actor (desk, other);
          break;
        }
    }

  page = chart_test_open_chart (desk, session);
  g_assert_false (clinic_chart_model_get_editable (chart_test_get_model (page)));
  clinic_display_press ("4");
  g_assert_null (clinic_chart_model_find_zone (chart_test_get_model (page), "vertex"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-anothers");

  gtk_widget_activate_action (page, "chart.take-over", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_chart_model_get_editable (chart_test_get_model (page)));
  g_assert_nonnull (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal"));
}

/* A chart whose allergies cannot be read is not ready, and does not say that there are none. */
static void
test_failing_query (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page;

  clinic_display_run_sql (desk, "ALTER TABLE allergy RENAME TO allergy_gone");
  page = chart_test_open_chart (desk, session);
  g_assert_null (clinic_chart_model_get_sheet (chart_test_get_model (page)));
  g_assert_false (clinic_chart_model_get_editable (chart_test_get_model (page)));
  g_assert_null (clinic_display_find (page, "No allergies, conditions or open reactions on record"));
  g_assert_nonnull (clinic_display_find (page, "Try again"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-failed");

  clinic_display_run_sql (desk, "ALTER TABLE allergy_gone RENAME TO allergy");
  gtk_widget_activate_action (page, "chart.retry", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_chart_model_get_sheet (chart_test_get_model (page)));
}

/* A hundred charts one after the other, loads still pending: each shows its own, and a zone that
 * was filled in one is in no other. */
static void
test_rapid_switching (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = chart_test_ask (desk, chart_test_list_all, NULL);
  gint64 typed = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, typed);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  gint64 session = typed;

  clinic_display_press ("2 4");

  for (guint i = 0; i < 100; i++)
    {
      session = chart_test_get_id (visits->pdata[g_rand_int_range (rand, 0, (int) visits->len)]);
      clinic_page_set_id (CLINIC_PAGE (page), session);

      for (int turns = g_rand_int_range (rand, 0, 30); turns > 0; turns--)
        g_main_context_iteration (NULL, FALSE);

      g_assert_cmpint (clinic_chart_model_get_session (chart_test_get_model (page)), ==, session);

      if (clinic_chart_model_get_sheet (chart_test_get_model (page)) != NULL)
        {
          g_assert_cmpint (clinic_chart_model_get_sheet (chart_test_get_model (page))->session, ==, session);
          g_assert_cmpint (chart_test_get_id (clinic_chart_model_get_record (chart_test_get_model (page))), ==, session);
        }
    }

  clinic_display_settle (desk);

  for (guint i = 0; i < visits->len; i++)
    {
      gint64 other = chart_test_get_id (visits->pdata[i]);
      g_autoptr(ClinicChart) draft = chart_test_ask (desk, chart_test_load_draft, &other);

      g_assert_true ((draft != NULL) == (other == typed));
      g_assert_true (draft == NULL || chart_test_get_id (draft->session) == typed);
    }
}

static gpointer
chart_it (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  g_autoptr(ClinicChart) chart = clinic_chart_load (act->db, *(gint64 *) data, error);

  g_object_set (chart->session, "device", "Theirs", "anaesthetic", "only there", NULL);
  clinic_chart_add_injection (chart, "occipital", CLINIC_UNKNOWN, 5, 40, 2500);
  clinic_act_accept (act, "cocktail-unknown", "test");
  clinic_act_accept (act, "lots-missing", "test");

  for (guint i = 0; i < 5 && !clinic_chart_save (act, chart, NULL); i++)
    {
      for (guint j = 0; j < act->findings->len; j++)
        clinic_act_accept (act, CLINIC_FINDING (act->findings->pdata[j])->rule, "test");
    }

  return data;
}

/* The same session, charted here and at another desk: what becomes of it. */
typedef struct
{
  const char *name;
  gboolean    by_mouse;
  const char *kept;       /* the device; NULL: called off, and what was typed is still there */
} Dispute;

static const Dispute disputes[] = {
  { "mine-by-mouse", TRUE, "Mine" },
  { "theirs-by-mouse", TRUE, "Theirs" },
  { "mine-by-key", FALSE, "Mine" },
  { "theirs-by-key", FALSE, "Theirs" },
  { "called-off-by-mouse", TRUE, NULL },
  { "called-off-by-key", FALSE, NULL },
};

/* Looks without letting the main loop run: it may be closing. */
static GtkWindow *
find_question (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "ClinicConflictWindow") && gtk_widget_get_mapped (l->data))
        return l->data;
    }

  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_question () != NULL;
}

static gboolean
is_answered (gpointer data)
{
  return find_question () == NULL;
}

/* Lines one below the other: mine, theirs. */
static GtkWidget *
find_choice (GtkWidget *question,
             guint      line,
             gboolean   theirs)
{
  return clinic_display_find_type (question, GTK_TYPE_CHECK_BUTTON, 2 * line + (theirs ? 1 : 0));
}

static void
settle_by_mouse (GtkWidget     *question,
                 const Dispute *dispute)
{
  for (guint line = 0; dispute->kept != NULL && line < 2; line++)
    clinic_display_click (find_choice (question, line, g_str_equal (dispute->kept, "Theirs")));

  clinic_display_click (clinic_display_find (question, dispute->kept != NULL ? "save_button" : "_Cancel"));
}

static void
go_to (GtkWidget *question,
       GtkWidget *choice)
{
  GtkRoot *root = GTK_ROOT (question);

  for (guint i = 0; i < 10 && gtk_root_get_focus (root) != choice; i++)
    clinic_display_press ("Tab");

  g_assert_true (gtk_root_get_focus (root) == choice);
}

static void
settle_by_key (GtkWidget     *question,
               const Dispute *dispute)
{
  for (guint line = 0; g_strcmp0 (dispute->kept, "Theirs") == 0 && line < 2; line++)
    {
      go_to (question, find_choice (question, line, FALSE));
      clinic_display_press ("Right space");
    }

  clinic_display_press (dispute->kept != NULL ? "alt+u" : "Escape");
}

/* Two charted it: typed here and saved by another. The technique only they said. */
static GtkWidget *
chart_twice (ClinicDesk *desk,
             gint64     *session)
{
  GtkWidget *page = chart_test_open_chart (desk, *session);
  gpointer pair[] = { desk, session };

  clinic_display_press ("2");
  g_object_set (clinic_chart_model_get_record (chart_test_get_model (page)), "device", "Mine", "notes",
                "only here", NULL);
  chart_test_wait_for_rules (desk);
  clinic_display_wait (has_draft, pair);
  chart_test_command (desk, chart_it, session);
  clinic_display_settle (desk);
  chart_test_wait_for_rules (desk);

  return page;
}

static void
check_chart (ClinicChart *chart,
             const char  *kept)
{
  gboolean mine = g_str_equal (kept, "Mine");
  ClinicInjection *injection;

  g_assert_cmpuint (chart->injections->len, ==, 1);
  injection = chart->injections->pdata[0];
  g_assert_cmpstr (injection->zone, ==, mine ? "frontal" : "occipital");
  g_assert_cmpstr (chart->session->device, ==, kept);
  g_assert_cmpstr (chart->session->notes, ==, "only here");
  g_assert_cmpstr (chart->session->anaesthetic, ==, "only there");
}

/* What was chosen of both is one chart, which is signed after it was looked at. */
static void
sign_what_was_chosen (ClinicDesk *desk,
                      GtkWidget  *page,
                      gint64      session,
                      const char *kept)
{
  g_autoptr(ClinicChart) typed = clinic_chart_model_dup_chart (chart_test_get_model (page));
  g_autoptr(ClinicChart) saved = NULL;

  check_chart (typed, kept);
  g_assert_false (chart_test_is_signed (page));
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
  saved = chart_test_ask (desk, chart_test_load_chart, &session);
  check_chart (saved, kept);
}

/* Somebody else charted it while this was being typed: both are side by side. */
static void
test_conflict (ClinicDesk    *desk,
               gconstpointer  data)
{
  const Dispute *dispute = data;
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_twice (desk, &session);
  ClinicChartModel *model = chart_test_get_model (page);
  GtkWidget *question;

  g_assert_nonnull (clinic_display_find (page, "Compare"));
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (is_asked, NULL);
  question = GTK_WIDGET (find_question ());
  clinic_display_settle (desk);
  clinic_display_check (question);
  g_assert_nonnull (clinic_display_find_text (question, "Mine"));
  g_assert_nonnull (clinic_display_find_text (question, "Theirs"));
  g_assert_true (g_str_has_prefix (gtk_check_button_get_label (GTK_CHECK_BUTTON (find_choice (question, 1, TRUE))),
                                   "5 points · 0.2 ml\n"));
  g_assert_null (clinic_display_find_text (question, "only here"));

  if (dispute->by_mouse)
    settle_by_mouse (question, dispute);
  else
    settle_by_key (question, dispute);

  clinic_display_wait (is_answered, NULL);
  clinic_display_settle (desk);

  if (dispute->kept != NULL)
    {
      sign_what_was_chosen (desk, page, session, dispute->kept);
      return;
    }

  g_assert_false (chart_test_is_signed (page));
  g_assert_nonnull (clinic_chart_model_find_zone (model, "frontal"));
  g_assert_cmpstr (clinic_chart_model_get_record (model)->device, ==, "Mine");
  g_assert_nonnull (clinic_display_find (page, "Compare"));
}

/* Undo brings back what was typed, which is in dispute again. */
static void
test_conflict_is_undone (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_twice (desk, &session);
  ClinicChartModel *model = chart_test_get_model (page);

  gtk_widget_activate_action (page, "chart.compare", NULL);
  clinic_display_wait (is_asked, NULL);
  clinic_display_settle (desk);
  settle_by_mouse (GTK_WIDGET (find_question ()), &disputes[1]);
  clinic_display_wait (is_answered, NULL);
  clinic_display_settle (desk);
  g_assert_null (clinic_chart_model_find_zone (model, "frontal"));

  clinic_chart_model_undo (model);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_chart_model_find_zone (model, "frontal"));
  g_assert_cmpstr (clinic_chart_model_get_record (model)->device, ==, "Mine");
  gtk_widget_activate_action (page, "chart.compare", NULL);
  clinic_display_wait (is_asked, NULL);
}

/* Their saving takes the draft away that was kept before; it is kept again. Another page made from it
 * does not know what it was begun from: all that differs is asked. */
static void
test_conflict_of_a_draft (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_twice (desk, &session);
  gpointer pair[] = { desk, &session };

  clinic_display_wait (has_draft, pair);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  page = chart_test_open_chart (desk, session);
  g_assert_nonnull (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal"));
  clinic_display_click (clinic_display_find (page, "Compare"));
  clinic_display_wait (is_asked, NULL);
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (find_question ()), "only here"));
  g_assert_nonnull (clinic_display_find_text (GTK_WIDGET (find_question ()), "only there"));
}

/* However often the page is read again: what the other charted is not written over unasked. */
static void
test_conflict_outlives_reloads (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_twice (desk, &session);

  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_activate_action (page, "chart.retry", NULL);
      clinic_display_settle (desk);
    }

  g_assert_nonnull (clinic_display_find (page, "Compare"));
  chart_test_wait_for_rules (desk);
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (is_asked, NULL);
}

static void
picture_question (ClinicDesk *desk,
                  const char *name)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_twice (desk, &session);

  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), name);
  clinic_display_click (clinic_display_find (page, "Compare"));
  clinic_display_wait (is_asked, NULL);
  clinic_display_settle (desk);
}

static void
test_conflict_looks (ClinicDesk *desk)
{
  picture_question (desk, "chart-conflict");
  clinic_display_picture (GTK_WIDGET (find_question ()), "chart-conflict-question");
}

static gpointer
sign_and_amend (ClinicAct  *act,
                gpointer    data,
                GError    **error)
{
  gint64 session = *(gint64 *) data;

  chart_it (act, data, error);

  return clinic_chart_sign (act, session, error) &&
         clinic_chart_amend (act, session, "left out", "two points bled", error) != 0 ? data : NULL;
}

/* What was added to a signed session is read beside it. */
static void
test_amended (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page;
  GtkWidget *added;

  chart_test_command (desk, sign_and_amend, &session);
  page = chart_test_open_chart (desk, session);
  g_assert_true (chart_test_is_signed (page));
  added = clinic_display_find (page, "added");
  g_assert_nonnull (added);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (added)), "two points bled"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-amended");
}

static gpointer
arrive (ClinicAct  *act,
        gpointer    data,
        GError    **error)
{
  gboolean done = clinic_session_set_state (act, *(gint64 *) data, "in_treatment", NULL) ||
                  clinic_session_set_state (act, *(gint64 *) data, "arrived", error);

  return done ? data : NULL;
}

/* Reception moves the visit on meanwhile: no conflict. */
static void
test_moved_on (ClinicDesk *desk)
{
  gint64 session = chart_test_find_waiting (desk, 0);
  GtkWidget *page = chart_test_open_chart (desk, session);

  clinic_display_press ("2");
  chart_test_wait_for_rules (desk);
  chart_test_command (desk, arrive, &session);
  clinic_display_settle (desk);
  chart_test_wait_for_rules (desk);
  g_assert_nonnull (clinic_chart_model_find_zone (chart_test_get_model (page), "frontal"));
  chart_test_give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (chart_test_is_signed, page);
}

/* A command that takes long, and what the window did meanwhile. */
typedef struct
{
  GtkWidget *page;
  int        running;
  gboolean   over;
  gboolean   reported;
  gboolean   charted;     /* while it ran */
  gint64     last;
  gint64     longest;     /* that the main loop stood still, in microseconds */
} Busy;

static gpointer
take_long (ClinicAct  *act,
           gpointer    data,
           GError    **error)
{
  Busy *busy = data;

  g_atomic_int_set (&busy->running, TRUE);
  g_usleep (2500000);
  g_atomic_int_set (&busy->running, FALSE);

  return data;
}

static void
took_long_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Busy *busy = user_data;
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
  busy->over = TRUE;
}

static gpointer
write_reports (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 end = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr(ClinicReportWork) work = clinic_report_work_new ("clinic-progress", values);
      g_autoptr(GArray) photos = NULL;
      g_autoptr(GObject) done = NULL;

      clinic_report_work_set_target (work, data, NULL, "Somebody", "A clinic");

      if ((photos = clinic_report_work_prepare (db, work, error)) == NULL ||
          (done = clinic_report_work_write (db, work, error)) == NULL)
        return NULL;
    }

  return data;
}

static void
reports_written_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_worker_run_finish (CLINIC_WORKER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
look_cb (gpointer user_data)
{
  Busy *busy = user_data;
  gint64 now = g_get_monotonic_time ();

  busy->longest = MAX (busy->longest, now - busy->last);
  busy->last = now;
  busy->charted = busy->charted ||
                  (g_atomic_int_get (&busy->running) &&
                   clinic_chart_model_find_zone (chart_test_get_model (busy->page), "frontal") != NULL);

  return G_SOURCE_CONTINUE;
}

static gboolean
is_over (gpointer data)
{
  Busy *busy = data;

  return busy->over && busy->reported;
}

/* A long import holds what writes, and long reports are written: charting goes on, and is kept
 * after it. */
static void
test_charting_while_all_are_busy (ClinicDesk *desk)
{
  g_autofree char *folder = g_dir_make_tmp ("anagen-busy-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "progress.xlsx", NULL);
  gint64 session = chart_test_find_waiting (desk, 0);
  Busy busy = { .page = chart_test_open_chart (desk, session), .last = g_get_monotonic_time () };
  gpointer pair[] = { desk, &session };
  guint source = g_timeout_add (5, look_cb, &busy);

  clinic_desk_run_async (desk, take_long, &busy, NULL, NULL, took_long_cb, &busy);
  clinic_worker_run_async (clinic_desk_get_archivist (desk), write_reports, path, NULL, NULL, NULL,
                           reports_written_cb, &busy.reported);
  clinic_display_press ("2");
  clinic_display_wait (is_over, &busy);
  g_source_remove (source);

  g_assert_true (busy.charted);
  g_test_message ("stood still for %" G_GINT64_FORMAT " ms at most", busy.longest / 1000);
  g_assert_cmpint (busy.longest, <, 2 * G_USEC_PER_SEC);
  clinic_display_wait (has_draft, pair);
  g_assert_nonnull (clinic_chart_model_find_zone (chart_test_get_model (busy.page), "frontal"));
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/draft/taken-up", "practitioner", test_draft_is_taken_up);
  clinic_display_add ("/chart/draft/two-seconds", "practitioner", test_draft_within_two_seconds);
  clinic_display_add ("/chart/draft/somebody-else", "practitioner", test_draft_of_somebody_else);
  clinic_display_add ("/chart/failing-query", "practitioner", test_failing_query);
  clinic_display_add ("/chart/rapid-switching", "practitioner", test_rapid_switching);

  for (guint i = 0; i < G_N_ELEMENTS (disputes); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/conflict/", disputes[i].name, NULL);

      clinic_display_add_data (path, "practitioner", &disputes[i], test_conflict);
    }

  clinic_display_add ("/chart/conflict/outlives-reloads", "practitioner", test_conflict_outlives_reloads);
  clinic_display_add ("/chart/conflict/is-undone", "practitioner", test_conflict_is_undone);
  clinic_display_add ("/chart/conflict/of-a-draft", "practitioner", test_conflict_of_a_draft);
  clinic_display_add ("/chart/conflict/looks", "practitioner", test_conflict_looks);
  clinic_display_add ("/chart/amended", "practitioner", test_amended);
  clinic_display_add ("/chart/moved-on", "practitioner", test_moved_on);
  clinic_display_add ("/chart/while-all-are-busy", "practitioner", test_charting_while_all_are_busy);

  return g_test_run ();
}
