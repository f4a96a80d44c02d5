/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms for what is measured in a way of its own, by the keyboard. */

#include "config.h"

#include "chart-test.h"
#include "clinic-answer-row.h"
#include "clinic-display.h"
#include "clinic-measure-form.h"
#include "clinic-measurement.h"
#include "clinic-metric.h"
#include "clinic-patient.h"
#include "clinic-progress-section.h"
#include "clinic-pull-save.h"
#include "clinic-pull.h"
#include "clinic-store.h"

typedef struct
{
  const char *code;
  gint64      patient;
} Wanted;

static gpointer
list_readings (ClinicDb  *db,
               gpointer   data,
               GError   **error)
{
  Wanted *wanted = data;
  g_autoptr(ClinicRecord) metric = clinic_store_find_by (db, CLINIC_TYPE_METRIC, "code", wanted->code, error);

  return clinic_store_list_by (db, CLINIC_TYPE_MEASUREMENT, "metric_id", clinic_record_get_id (metric), error);
}

/* The last that was saved of this metric. */
static ClinicMeasurement *
find_last (ClinicDesk *desk,
           const char *code)
{
  Wanted wanted = { code, 0 };
  g_autoptr(GPtrArray) all = chart_test_ask (desk, list_readings, &wanted);
  ClinicMeasurement *last = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      if (last == NULL || chart_test_get_id (all->pdata[i]) > chart_test_get_id (last))
        last = all->pdata[i];
    }

  g_assert_nonnull (last);

  return g_object_ref (last);
}

static GtkWindow *
open_form (GtkWidget  *section,
           ClinicDesk *desk,
           const char *form)
{
  GtkWindow *dialog;

  gtk_widget_activate_action (section, "progress.form", "s", form);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (CLINIC_IS_MEASURE_FORM (dialog));
  clinic_display_check (GTK_WIDGET (dialog));

  return dialog;
}

static GtkWidget *
show_section (ClinicDesk *desk,
              gint64      patient)
{
  GtkWidget *section = g_object_new (CLINIC_TYPE_PROGRESS_SECTION, "desk", desk, "id", patient, NULL);

  clinic_display_show (section);
  clinic_display_settle (desk);

  return section;
}

/* Somebody this was measured of. */
static gint64
find_patient (ClinicDesk *desk,
              const char *code)
{
  g_autoptr(ClinicMeasurement) last = find_last (desk, code);

  return last->patient_id;
}

static gboolean
is_on_top (gpointer section)
{
  return clinic_display_top () == GTK_WINDOW (gtk_widget_get_root (section));
}

/* A button that is pressed by Enter takes a moment. */
static void
assert_closed (ClinicDesk *desk,
               GtkWidget  *section)
{
  clinic_display_wait (is_on_top, section);
  clinic_display_settle (desk);
}

static const char *
get_text (GtkWindow  *dialog,
          const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog), name)));
}

static void
test_figures_answer_questions (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_patient (desk, "dlqi"));
  GtkWindow *dialog = open_form (section, desk, "dlqi");
  GtkWidget *answer = clinic_display_find (GTK_WIDGET (dialog), "answer");
  g_autoptr(ClinicMeasurement) reading = NULL;
  GtkWidget *row;

  /* A figure that is no answer is none; one taken back is asked again. */
  clinic_display_press ("7 2");
  row = clinic_display_find_type (GTK_WIDGET (dialog), CLINIC_TYPE_ANSWER_ROW, 0);
  g_assert_cmpint (clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (row)), ==, 2);
  clinic_display_press ("3");
  row = clinic_display_find_type (GTK_WIDGET (dialog), CLINIC_TYPE_ANSWER_ROW, 1);
  g_assert_cmpint (clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (row)), ==, 3);
  clinic_display_press ("1 0 0 1 0 3 0 2 BackSpace");
  row = clinic_display_find_type (GTK_WIDGET (dialog), CLINIC_TYPE_ANSWER_ROW, 9);
  g_assert_cmpint (clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (row)), ==, -1);
  clinic_display_press ("0");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (answer)), ==, "DLQI: 10 (moderate effect on life)");
  clinic_display_picture (GTK_WIDGET (dialog), "form-dlqi-filled");
  clinic_display_press ("Return");
  assert_closed (desk, section);
  reading = find_last (desk, "dlqi");
  g_assert_cmpstr (reading->items, ==, "2 3 1 0 0 1 0 3 0 0");
  g_assert_cmpint (reading->value, ==, 10000);
}

static void
test_answers_are_clicked_and_taken_back (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_patient (desk, "dlqi"));
  GtkWindow *dialog = open_form (section, desk, "dlqi");
  GtkWidget *work = clinic_display_find_type (GTK_WIDGET (dialog), CLINIC_TYPE_ANSWER_ROW, 6);

  clinic_display_click (clinic_display_find (work, "Kept from it"));
  g_assert_cmpint (clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (work)), ==, 3);
  clinic_display_click (clinic_display_find (work, "No answer"));
  g_assert_cmpint (clinic_answer_row_get_answer (CLINIC_ANSWER_ROW (work)), ==, -1);
  gtk_window_destroy (dialog);
}

static void
test_enter_goes_from_item_to_item (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_patient (desk, "salt"));
  GtkWindow *dialog = open_form (section, desk, "salt");
  g_autoptr(ClinicMeasurement) reading = NULL;

  clinic_display_type ("60");
  clinic_display_press ("Return");
  clinic_display_type ("40");
  clinic_display_press ("Return Return");

  /* All four are asked: it does not close. */
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  clinic_display_type ("20");
  clinic_display_press ("Return");
  clinic_display_type ("20");
  clinic_display_press ("Return");
  assert_closed (desk, section);
  reading = find_last (desk, "salt");
  g_assert_cmpstr (reading->items, ==, "60 40 20 20");
  g_assert_cmpint (reading->value, ==, 40800);
}

static void
test_pull_asks_how_many_were_grasped (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_patient (desk, "density_terminal"));
  g_autoptr(ClinicMeasurement) reading = NULL;
  GtkWindow *dialog;
  GtkWidget *rules;
  guint n_rules;

  dialog = open_form (section, desk, "pull");
  rules = clinic_display_find (GTK_WIDGET (dialog), "rules");
  n_rules = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (rules)));
  g_assert_cmpuint (n_rules, >=, 4);
  adw_combo_row_set_selected (ADW_COMBO_ROW (rules), n_rules - 1);
  clinic_display_type ("3");
  clinic_display_press ("Return Return");
  clinic_display_type ("55");
  clinic_display_picture (GTK_WIDGET (dialog), "form-pull-filled");
  clinic_display_press ("Return");
  assert_closed (desk, section);
  reading = find_last (desk, "pull_test");
  g_assert_cmpstr (reading->items, ==, "3");
  g_assert_cmpint (reading->grasped, ==, 55);
  g_assert_cmpstr (reading->rule, ==, "up_to_two");
  g_assert_cmpint (reading->rule_version, ==, 1);
  g_assert_cmpstr (reading->result, ==, "positive");

  /* The next is judged as this one was, unless somebody says otherwise. */
  dialog = open_form (section, desk, "pull");
  rules = clinic_display_find (GTK_WIDGET (dialog), "rules");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (rules)), ==, n_rules - 1);
  g_assert_cmpstr (get_text (dialog, "grasped"), ==, "");
  clinic_display_picture (GTK_WIDGET (dialog), "form-pull-again");
  gtk_window_destroy (dialog);
}

static gpointer
save_own (ClinicAct  *act,
          gpointer    data,
          GError    **error)
{
  g_autoptr(ClinicPullVersion) version = clinic_pull_rule_to_version (clinic_pull_rule_find ("share_10"));

  g_object_set (version, "label", "More than 20 %", "source", "Our own count", "percent-above", (gint64) 20, NULL);

  return GINT_TO_POINTER (clinic_pull_save_version (act, version, error) != 0);
}

static void
own_saved_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What the clinic says is offered last, judges, and is offered again. */
static void
test_pull_is_judged_by_the_clinics_own (ClinicDesk *desk)
{
  GtkWidget *section = show_section (desk, find_patient (desk, "density_terminal"));
  g_autoptr(ClinicMeasurement) reading = NULL;
  GtkWindow *dialog;
  GtkWidget *rules;
  guint n_rules;

  clinic_desk_run_async (desk, save_own, NULL, NULL, NULL, own_saved_cb, NULL);
  clinic_display_settle (desk);
  dialog = open_form (section, desk, "pull");
  rules = clinic_display_find (GTK_WIDGET (dialog), "rules");
  n_rules = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (rules)));
  g_assert_cmpuint (n_rules, ==, clinic_pull_rules ()->len + 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (rules), n_rules - 1);
  clinic_display_type ("8");
  clinic_display_press ("Return Return");
  clinic_display_type ("60");
  clinic_display_press ("Return");
  assert_closed (desk, section);
  reading = find_last (desk, "pull_test");
  g_assert_cmpstr (reading->rule, ==, "own-share_10");
  g_assert_cmpint (reading->rule_version, ==, 1);
  g_assert_cmpstr (reading->result, ==, "negative");

  dialog = open_form (section, desk, "pull");
  rules = clinic_display_find (GTK_WIDGET (dialog), "rules");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (rules)), ==, n_rules - 1);
  gtk_window_destroy (dialog);
}

static void
test_count_is_taken_as_the_last_was (ClinicDesk *desk)
{
  g_autoptr(ClinicMeasurement) before = find_last (desk, "density_terminal");
  GtkWidget *section = show_section (desk, before->patient_id);
  GtkWindow *dialog = open_form (section, desk, "count");
  g_autoptr(ClinicMeasurement) reading = NULL;

  g_assert_cmpstr (get_text (dialog, "area"), ==, "0.9");
  g_assert_cmpstr (get_text (dialog, "counted"), ==, "");
  clinic_display_type ("180");
  clinic_display_press ("Return");
  assert_closed (desk, section);
  reading = find_last (desk, "density_terminal");
  g_assert_cmpint (chart_test_get_id (reading), !=, chart_test_get_id (before));
  g_assert_cmpint (reading->value, ==, 200000);
  g_assert_cmpint (reading->area, ==, 900);
  g_assert_cmpstr (reading->zone, ==, before->zone);
  g_assert_cmpstr (reading->method, ==, before->method);
  g_assert_cmpint (reading->cutoff, ==, before->cutoff);
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/measure/figures-answer-questions", "practitioner", test_figures_answer_questions);
  clinic_display_add ("/measure/answers-are-clicked-and-taken-back", "practitioner",
                      test_answers_are_clicked_and_taken_back);
  clinic_display_add ("/measure/enter-goes-from-item-to-item", "practitioner", test_enter_goes_from_item_to_item);
  clinic_display_add ("/measure/pull-asks-how-many-were-grasped", "practitioner",
                      test_pull_asks_how_many_were_grasped);
  clinic_display_add ("/measure/pull-is-judged-by-the-clinics-own", "practitioner",
                      test_pull_is_judged_by_the_clinics_own);
  clinic_display_add ("/measure/count-is-taken-as-the-last-was", "practitioner",
                      test_count_is_taken_as_the_last_was);

  return g_test_run ();
}
