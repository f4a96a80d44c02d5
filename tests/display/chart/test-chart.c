/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <sqlite3.h>

#include "clinic-allergy.h"
#include "clinic-booking.h"
#include "clinic-chart-draft.h"
#include "clinic-chart-model.h"
#include "clinic-chart-page.h"
#include "clinic-condition-kind.h"
#include "clinic-condition.h"
#include "clinic-display.h"
#include "clinic-figure-entry.h"
#include "clinic-finding.h"
#include "clinic-findings-box.h"
#include "clinic-ingredient.h"
#include "clinic-register.h"
#include "clinic-scalp-map.h"
#include "clinic-visit.h"

/* What a test asks of the clinic, answered while it waits. */
typedef struct
{
  ClinicWorkFunc func;
  gpointer       data;
  gpointer       result;
  GError        *error;
  gboolean       done;
} Asked;

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Asked *asked = user_data;

  asked->result = g_task_propagate_pointer (G_TASK (result), &asked->error);
  asked->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Asked *) data)->done;
}

static gpointer
ask (ClinicDesk     *desk,
     ClinicWorkFunc  func,
     gpointer        data)
{
  Asked asked = { func, data, NULL, NULL, FALSE };

  clinic_worker_run_async (clinic_desk_get_reader (desk), func, data, NULL, NULL, NULL, asked_cb,
                           &asked);
  clinic_display_wait (is_done, &asked);
  g_assert_no_error (asked.error);

  return asked.result;
}

static gpointer
list_today (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_visit_list_days (db, data, "2026-11-22", 0, error);
}

static gpointer
list_all (ClinicDb  *db,
          gpointer   data,
          GError   **error)
{
  return clinic_visit_list_days (db, "2026-10-01", "2026-12-01", 0, error);
}

static gpointer
load_chart (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_chart_load (db, *(gint64 *) data, error);
}

static gpointer
load_draft (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  return clinic_chart_draft_load (db, *(gint64 *) data, error);
}

static gint64
get_id (gpointer record)
{
  return clinic_record_get_id (CLINIC_RECORD (record));
}

/* Whether the patient of a visit was treated before. */
static gpointer
was_treated (ClinicDb  *db,
             gpointer   data,
             GError   **error)
{
  g_autoptr(ClinicChart) chart = clinic_chart_repeat (db, *(gint64 *) data, NULL);

  return GINT_TO_POINTER (chart != NULL);
}

/* A visit of today that is not treated yet, by whether the patient was treated before. */
static gint64
find_visit (ClinicDesk *desk,
            gboolean    treated,
            guint       skip)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_today, (gpointer) "2026-11-21");

  for (guint i = 0; i < visits->len; i++)
    {
      ClinicVisit *visit = visits->pdata[i];
      gint64 id = get_id (visit);

      if (!g_str_equal (visit->status, "done") && !g_str_equal (visit->status, "cancelled") &&
          GPOINTER_TO_INT (ask (desk, was_treated, &id)) == treated && skip-- == 0)
        return id;
    }

  return 0;
}

static gint64
find_waiting (ClinicDesk *desk,
              guint       skip)
{
  gint64 session = find_visit (desk, TRUE, skip);

  g_assert_cmpint (session, !=, 0);

  return session;
}

static GtkWidget *
open_chart (ClinicDesk *desk,
            gint64      session)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_CHART_PAGE, "desk", desk, "id", session, NULL);

  clinic_display_show (page);
  clinic_display_settle (desk);

  return page;
}

static ClinicChartModel *
get_model (GtkWidget *page)
{
  g_autoptr(ClinicChartModel) model = NULL;

  g_object_get (page, "model", &model, NULL);

  return model;
}

static gint64
get_number (gpointer    object,
            const char *property)
{
  gint64 value;

  g_object_get (object, property, &value, NULL);

  return value;
}

static gboolean
is_signed (gpointer data)
{
  ClinicChartModel *model = get_model (data);

  return clinic_chart_model_get_sheet (model) != NULL &&
         clinic_chart_model_get_sheet (model)->standing->session->signed_at != NULL;
}

/* The rules were asked, or the time that is left before they are has gone by. */
static void
wait_for_rules (ClinicDesk *desk)
{
  gint64 end = g_get_monotonic_time () + 400 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  clinic_display_settle (desk);
}

static void
test_open (ClinicDesk *desk)
{
  GtkWidget *page = open_chart (desk, find_waiting (desk, 0));
  ClinicChartModel *model = get_model (page);

  g_assert_nonnull (clinic_chart_model_get_sheet (model));
  g_assert_true (clinic_chart_model_get_editable (model));
  g_assert_nonnull (clinic_display_find (page, "Same as last time"));
  g_assert_cmpint (get_number (model, "points"), ==, 0);
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-open");
}

/* Four digits: four zones; together sixty points at least. */
static void
test_sixty_points (ClinicDesk *desk)
{
  GtkWidget *page = open_chart (desk, find_waiting (desk, 0));
  ClinicChartModel *model = get_model (page);

  clinic_display_press ("1 2 3 4");
  wait_for_rules (desk);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (model)), ==, 4);
  g_assert_cmpint (get_number (model, "points"), >=, 60);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_lots (model)), >, 0);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-sixty");

  clinic_display_press ("ctrl+z");
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (model)), ==, 3);
  clinic_display_press ("ctrl+shift+z");
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (model)), ==, 4);
}

/* The n-th zone that the map shows. */
static GtkWidget *
find_zone (GtkWidget *page,
           guint      n)
{
  GtkWidget *map = clinic_display_find_type (page, CLINIC_TYPE_SCALP_MAP, 0);
  GtkWidget *zone = gtk_widget_get_first_child (map);

  while (n-- > 0)
    zone = gtk_widget_get_next_sibling (zone);

  return zone;
}

/* Four clicks on the map, and the table says the same. */
static void
test_clicks_on_the_map (ClinicDesk *desk)
{
  GtkWidget *page = open_chart (desk, find_waiting (desk, 0));
  ClinicChartModel *model = get_model (page);
  GListModel *zones = clinic_chart_model_get_zones (model);

  for (guint i = 0; i < 4; i++)
    clinic_display_click (find_zone (page, i));

  wait_for_rules (desk);
  g_assert_cmpuint (g_list_model_get_n_items (zones), ==, 4);
  g_assert_cmpint (get_number (model, "points"), >=, 60);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(ClinicInjection) injection = g_list_model_get_item (zones, i);
      GtkWidget *points = clinic_display_find_type (page, CLINIC_TYPE_FIGURE_ENTRY, 3 * i);
      g_autofree char *number = g_strdup_printf ("%d", (int) injection->points);

      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (points)), ==, number);
    }

  clinic_display_press ("plus plus minus");
  clinic_display_check (page);
}

/* Figures are typed in the table; what cannot be is marked and keeps the chart from being
 * signed. */
static void
test_table (ClinicDesk *desk)
{
  GtkWidget *page = open_chart (desk, find_waiting (desk, 0));
  ClinicChartModel *model = get_model (page);
  GtkWidget *points;
  ClinicInjection *injection;

  clinic_display_press ("4");
  injection = clinic_chart_model_find_zone (model, "vertex");
  g_assert_nonnull (injection);
  points = clinic_display_find_type (page, CLINIC_TYPE_FIGURE_ENTRY, 0);
  gtk_widget_grab_focus (points);
  clinic_display_press ("ctrl+a");
  clinic_display_type ("31");
  g_assert_cmpint (injection->points, ==, 31);
  clinic_display_press ("Up");
  g_assert_cmpint (injection->points, ==, 32);
  g_assert_cmpint (get_number (model, "points"), ==, 32);

  clinic_display_press ("ctrl+a");
  clinic_display_type ("x");
  g_assert_true (gtk_widget_has_css_class (points, "error"));
  g_assert_cmpint (injection->points, ==, 32);
  wait_for_rules (desk);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (is_signed (page));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (points)), ==, "x");
}

static void
give_reasons (GtkWidget *page)
{
  GtkWidget *box = clinic_display_find_type (page, CLINIC_TYPE_FINDINGS_BOX, 0);

  for (guint i = 0; box != NULL && i < 20 && !clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)); i++)
    {
      g_assert_true (clinic_findings_box_start (CLINIC_FINDINGS_BOX (box)));
      clinic_display_type ("looked at it");
    }
}

/* R and Ctrl+Enter, and reasons where rules object. */
static void
test_same_as_last_time (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);
  g_autoptr(ClinicChart) chart = NULL;

  clinic_display_press ("r");
  wait_for_rules (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-repeated");
  give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (is_signed, page);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-signed");

  chart = ask (desk, load_chart, &session);
  g_assert_cmpstr (chart->session->status, ==, "done");
  g_assert_nonnull (chart->session->signature);
  g_assert_cmpuint (chart->injections->len, >, 0);
  g_assert_cmpuint (chart->draws->len, >, 0);
  g_assert_false (clinic_chart_model_get_editable (get_model (page)));
  g_assert_null (ask (desk, load_draft, &session));

  clinic_display_press ("1");
  clinic_display_press ("r");
  clinic_display_settle (desk);
  g_assert_cmpuint (g_list_model_get_n_items (clinic_chart_model_get_zones (get_model (page))), ==,
                    chart->injections->len);
}

/* Both keys at once: what the rules say is waited for. */
static void
test_two_keys (ClinicDesk *desk)
{
  GtkWidget *page = open_chart (desk, find_waiting (desk, 1));

  clinic_display_press ("r ctrl+Return");
  wait_for_rules (desk);

  if (!is_signed (page))
    {
      give_reasons (page);
      clinic_display_press ("ctrl+Return");
    }

  clinic_display_wait (is_signed, page);
}

/* A rule that objects must be answered. */
static void
test_finding_needs_a_reason (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);
  ClinicChartModel *model = get_model (page);
  ClinicInjection *injection;
  GtkWidget *box;

  clinic_display_press ("4");
  injection = clinic_chart_model_find_zone (model, "vertex");
  g_object_set (injection, "depth", G_GINT64_CONSTANT (15000), NULL);
  wait_for_rules (desk);
  box = clinic_display_find_type (page, CLINIC_TYPE_FINDINGS_BOX, 0);
  g_assert_nonnull (box);
  g_assert_false (clinic_findings_box_get_answered (CLINIC_FINDINGS_BOX (box)));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-finding");

  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  g_assert_false (is_signed (page));

  give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (is_signed, page);
}

static gboolean
has_draft (gpointer data)
{
  gpointer *pair = data;
  g_autoptr(ClinicChart) draft = ask (pair[0], load_draft, pair[1]);

  return draft != NULL;
}

/* Nothing was saved, but the next page has what was typed in the first. */
static void
test_draft_is_taken_up (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);
  gpointer pair[] = { desk, &session };
  ClinicChartModel *model;

  clinic_display_press ("2 4");
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));
  clinic_display_wait (has_draft, pair);

  page = open_chart (desk, session);
  model = get_model (page);
  g_assert_nonnull (clinic_chart_model_find_zone (model, "frontal"));
  g_assert_nonnull (clinic_chart_model_find_zone (model, "vertex"));
  g_assert_nonnull (clinic_display_find (page, "Discard"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-draft");
}

/* What is typed is on the disk two seconds later, with the page still open. */
static void
test_draft_within_two_seconds (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);
  gint64 start = g_get_monotonic_time ();
  gpointer pair[] = { desk, &session };

  clinic_display_press ("2");
  start = g_get_monotonic_time ();
  clinic_display_wait (has_draft, pair);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_assert_true (clinic_chart_model_get_dirty (get_model (page)));
}

/* Somebody else's draft can be seen, not changed, until it is taken over. */
static void
test_draft_of_somebody_else (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);
  gpointer pair[] = { desk, &session };
  GListModel *staff = clinic_desk_get_staff (desk);
  ClinicStaff *actor = clinic_desk_get_actor (desk);

  clinic_display_press ("2");
  clinic_display_wait (has_draft, pair);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr(ClinicStaff) other = g_list_model_get_item (staff, i);

      if (get_id (other) != get_id (actor) && strstr (other->roles, "practitioner") != NULL)
        {
          clinic_desk_set_actor (desk, other);
          break;
        }
    }

  page = open_chart (desk, session);
  g_assert_false (clinic_chart_model_get_editable (get_model (page)));
  clinic_display_press ("4");
  g_assert_null (clinic_chart_model_find_zone (get_model (page), "vertex"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-anothers");

  gtk_widget_activate_action (page, "chart.take-over", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_chart_model_get_editable (get_model (page)));
  g_assert_nonnull (clinic_chart_model_find_zone (get_model (page), "frontal"));
}

/* From outside, as a damaged file would be. */
static void
rename_table (ClinicDesk *desk,
              const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (clinic_desk_get_location (desk), &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA legacy_alter_table = ON", NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A chart whose allergies cannot be read is not ready, and does not say that there are none. */
static void
test_failing_query (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page;

  rename_table (desk, "ALTER TABLE allergy RENAME TO allergy_gone");
  page = open_chart (desk, session);
  g_assert_null (clinic_chart_model_get_sheet (get_model (page)));
  g_assert_false (clinic_chart_model_get_editable (get_model (page)));
  g_assert_null (clinic_display_find (page, "No allergies, conditions or open reactions on record"));
  g_assert_nonnull (clinic_display_find (page, "Try again"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-failed");

  rename_table (desk, "ALTER TABLE allergy_gone RENAME TO allergy");
  gtk_widget_activate_action (page, "chart.retry", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_chart_model_get_sheet (get_model (page)));
}

/* A hundred charts one after the other, loads still pending: each shows its own, and a zone that
 * was filled in one is in no other. */
static void
test_rapid_switching (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) visits = ask (desk, list_all, NULL);
  gint64 typed = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, typed);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  gint64 session = typed;

  clinic_display_press ("2 4");

  for (guint i = 0; i < 100; i++)
    {
      session = get_id (visits->pdata[g_rand_int_range (rand, 0, (int) visits->len)]);
      clinic_page_set_id (CLINIC_PAGE (page), session);

      for (int turns = g_rand_int_range (rand, 0, 30); turns > 0; turns--)
        g_main_context_iteration (NULL, FALSE);

      g_assert_cmpint (clinic_chart_model_get_session (get_model (page)), ==, session);

      if (clinic_chart_model_get_sheet (get_model (page)) != NULL)
        {
          g_assert_cmpint (clinic_chart_model_get_sheet (get_model (page))->session, ==, session);
          g_assert_cmpint (get_id (clinic_chart_model_get_record (get_model (page))), ==, session);
        }
    }

  clinic_display_settle (desk);

  for (guint i = 0; i < visits->len; i++)
    {
      gint64 other = get_id (visits->pdata[i]);
      g_autoptr(ClinicChart) draft = ask (desk, load_draft, &other);

      g_assert_true ((draft != NULL) == (other == typed));
      g_assert_true (draft == NULL || get_id (draft->session) == typed);
    }
}

/* A new patient with two allergies and a condition, here today. Returns the session's id. */
static gpointer
make_visit (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  g_autoptr(ClinicPatient) patient =
    g_object_new (CLINIC_TYPE_PATIENT, "family-name", "Wolfeschlegelsteinhausenbergerdorff",
                  "given-name", "Maria-Magdalena", "birth-date", "1984-05-31", "sex", "F", NULL);
  g_autoptr(ClinicSession) session = NULL;
  g_autoptr(GPtrArray) ingredients = clinic_store_list_by (act->db, CLINIC_TYPE_INGREDIENT, NULL, 0, error);
  g_autoptr(GPtrArray) kinds = clinic_store_list_by (act->db, CLINIC_TYPE_CONDITION_KIND, NULL, 0, error);
  g_autoptr(ClinicRecord) condition = NULL;
  gint64 id = clinic_patient_register (act, patient, error);

  g_assert_cmpint (id, !=, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ClinicRecord) allergy =
        g_object_new (CLINIC_TYPE_ALLERGY, "patient-id", id, "ingredient-id", get_id (ingredients->pdata[i]),
                      "severity", i == 0 ? "severe" : "mild", "reaction", "swollen lips", "noted-on",
                      "2024-05-31", NULL);

      g_assert_cmpint (clinic_act_save (act, "history.save", allergy, error), !=, 0);
    }

  condition = g_object_new (CLINIC_TYPE_CONDITION, "patient-id", id, "condition-kind-id", get_id (kinds->pdata[0]),
                            "since", "2020-01-01", NULL);
  g_assert_cmpint (clinic_act_save (act, "history.save", condition, error), !=, 0);

  session = g_object_new (CLINIC_TYPE_SESSION, "patient-id", id, "practitioner-id", act->actor, "starts",
                          "2026-11-21T19:00", "ends", "2026-11-21T19:30", NULL);
  clinic_act_accept (act, CLINIC_RULE_HOURS, "test");
  clinic_act_accept (act, CLINIC_RULE_PAST, "test");
  id = clinic_session_book (act, session, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Asked *asked = user_data;

  asked->result = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &asked->error);
  asked->done = TRUE;
}

static gpointer
command (ClinicDesk     *desk,
         ClinicDeskFunc  func,
         gpointer        data)
{
  Asked asked = { NULL, NULL, NULL, NULL, FALSE };

  clinic_desk_run_async (desk, func, data, NULL, NULL, made_cb, &asked);
  clinic_display_wait (is_done, &asked);
  g_assert_no_error (asked.error);

  return asked.result;
}

/* Somebody who was never treated, with what stands against it above all. */
static void
test_first_session (ClinicDesk *desk)
{
  g_autofree gint64 *session = command (desk, make_visit, NULL);
  GtkWidget *page = open_chart (desk, *session);

  g_assert_null (clinic_chart_model_get_sheet (get_model (page))->last);
  g_assert_nonnull (clinic_display_find (page, "First treatment"));
  g_assert_null (clinic_display_find (page, "Same as last time"));
  g_assert_cmpuint (clinic_chart_model_get_sheet (get_model (page))->warnings->len, ==, 3);
  clinic_display_check (page);
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-first");

  clinic_display_press ("r");
  clinic_display_settle (desk);
  g_assert_cmpint (get_number (get_model (page), "points"), ==, 0);
}

static gpointer
chart_it (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  g_autoptr(ClinicChart) chart = clinic_chart_load (act->db, *(gint64 *) data, error);

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

/* Somebody else charted it while this was being typed: words, and what was typed stays. */
static void
test_conflict (ClinicDesk *desk)
{
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);
  g_autoptr(ClinicChart) chart = NULL;

  clinic_display_press ("2");
  wait_for_rules (desk);
  command (desk, chart_it, &session);
  clinic_display_settle (desk);
  wait_for_rules (desk);
  give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_false (is_signed (page));
  g_assert_nonnull (clinic_display_find (page, "Discard mine"));
  g_assert_nonnull (clinic_chart_model_find_zone (get_model (page), "frontal"));
  clinic_display_picture (GTK_WIDGET (gtk_widget_get_root (page)), "chart-conflict");
  chart = ask (desk, load_chart, &session);
  g_assert_cmpuint (chart->injections->len, ==, 1);
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
  gint64 session = find_waiting (desk, 0);
  GtkWidget *page = open_chart (desk, session);

  clinic_display_press ("2");
  wait_for_rules (desk);
  command (desk, arrive, &session);
  clinic_display_settle (desk);
  wait_for_rules (desk);
  g_assert_nonnull (clinic_chart_model_find_zone (get_model (page), "frontal"));
  give_reasons (page);
  clinic_display_press ("ctrl+Return");
  clinic_display_wait (is_signed, page);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/chart/open", "practitioner", test_open);
  clinic_display_add ("/chart/sixty-points", "practitioner", test_sixty_points);
  clinic_display_add ("/chart/clicks-on-the-map", "practitioner", test_clicks_on_the_map);
  clinic_display_add ("/chart/table", "practitioner", test_table);
  clinic_display_add ("/chart/same-as-last-time", "practitioner", test_same_as_last_time);
  clinic_display_add ("/chart/two-keys", "practitioner", test_two_keys);
  clinic_display_add ("/chart/finding", "practitioner", test_finding_needs_a_reason);
  clinic_display_add ("/chart/draft/taken-up", "practitioner", test_draft_is_taken_up);
  clinic_display_add ("/chart/draft/two-seconds", "practitioner", test_draft_within_two_seconds);
  clinic_display_add ("/chart/draft/somebody-else", "practitioner", test_draft_of_somebody_else);
  clinic_display_add ("/chart/failing-query", "practitioner", test_failing_query);
  clinic_display_add ("/chart/rapid-switching", "practitioner", test_rapid_switching);
  clinic_display_add ("/chart/first-session", "practitioner", test_first_session);
  clinic_display_add ("/chart/conflict", "practitioner", test_conflict);
  clinic_display_add ("/chart/moved-on", "practitioner", test_moved_on);

  return g_test_run ();
}
