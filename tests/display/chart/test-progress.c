/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "clinic-display.h"
#include "clinic-graph-view.h"
#include "clinic-measure-dialog.h"
#include "clinic-measurement.h"
#include "clinic-patient.h"
#include "clinic-progress-section.h"
#include "clinic-report-row.h"
#include "clinic-report-table.h"
#include "clinic-score-row.h"
#include "clinic-register.h"
#include "clinic-store.h"
#include "clinic-today-entry.h"
#include "clinic-tracking.h"

typedef struct
{
  gpointer result;
  gboolean done;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  answer->result = clinic_worker_run_finish (NULL, result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

static gpointer
ask (ClinicDesk     *desk,
     ClinicWorkFunc  func,
     gpointer        data)
{
  Answer answer = { 0 };

  clinic_worker_run_async (clinic_desk_get_reader (desk), func, data, NULL, NULL, NULL, answer_cb,
                           &answer);

  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  return answer.result;
}

static gpointer
list_measurements (ClinicDb  *db,
                   gpointer   data,
                   GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_MEASUREMENT, NULL, 0, error);
}

/* Who was measured most. */
static gint64
find_measured (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) all = ask (desk, list_measurements, NULL);
  g_autoptr(GHashTable) counts = g_hash_table_new (NULL, NULL);
  gint64 found = 0;
  guint most = 0;

  for (guint i = 0; i < all->len; i++)
    {
      ClinicMeasurement *one = all->pdata[i];
      gpointer key = GINT_TO_POINTER ((int) one->patient_id);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;

      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n));

      if (n > most)
        {
          most = n;
          found = one->patient_id;
        }
    }

  return found;
}

static GtkWidget *
make_section (ClinicDesk *desk,
              gint64      patient)
{
  return g_object_new (CLINIC_TYPE_PROGRESS_SECTION, "desk", desk, "id", patient, NULL);
}

static const char *
get_sentence (GtkWidget *section)
{
  return gtk_label_get_label (GTK_LABEL (clinic_display_find (section, "sentence")));
}

static void
test_change_is_said_drawn_and_listed (ClinicDesk *desk)
{
  GtkWidget *section = make_section (desk, find_measured (desk));
  ClinicReportTable *table;
  ClinicGraphView *graph;
  GListModel *rows;

  clinic_display_show (section);
  clinic_display_settle (desk);
  clinic_display_check (section);
  g_assert_nonnull (strstr (get_sentence (section), " → "));
  g_assert_nonnull (strstr (get_sentence (section), "method's"));
  graph = CLINIC_GRAPH_VIEW (clinic_display_find_type (section, CLINIC_TYPE_GRAPH_VIEW, 0));
  table = CLINIC_REPORT_TABLE (clinic_display_find_type (section, CLINIC_TYPE_REPORT_TABLE, 0));
  rows = clinic_report_table_get_model (table);
  g_assert_cmpuint (clinic_graph_n_points (clinic_graph_view_get_graph (graph)), ==,
                    g_list_model_get_n_items (rows));
  g_assert_cmpuint (clinic_graph_view_get_graph (graph)->levels->len, ==, 1);
  g_assert_cmpuint (clinic_graph_view_get_graph (graph)->marks->len, >, 0);

  /* The point is the row. */
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr(ClinicReportRow) row = g_list_model_get_item (rows, i);
      int column = clinic_sheet_find_column (clinic_report_row_get_sheet (row), "value");
      const ClinicGraphPoint *point = clinic_graph_get_point (clinic_graph_view_get_graph (graph),
                                                              i);

      g_assert_cmpfloat (clinic_report_row_get_cell (row, column)->number, ==, point->value);
    }

  gtk_widget_grab_focus (GTK_WIDGET (graph));
  clinic_display_press ("End");
  g_assert_nonnull (strstr (clinic_graph_view_get_words (graph), ": "));
  clinic_display_picture (section, "progress");
}

static void
test_another_metric_is_chosen (ClinicDesk *desk)
{
  GtkWidget *section = make_section (desk, find_measured (desk));
  GtkDropDown *metrics;
  g_autofree char *before = NULL;
  guint n;

  clinic_display_show (section);
  clinic_display_settle (desk);
  metrics = GTK_DROP_DOWN (clinic_display_find (section, "metrics"));
  n = g_list_model_get_n_items (gtk_drop_down_get_model (metrics));
  g_assert_cmpuint (n, >, 1);
  before = g_strdup (get_sentence (section));
  gtk_drop_down_set_selected (metrics, (gtk_drop_down_get_selected (metrics) + 1) % n);
  g_assert_cmpstr (get_sentence (section), !=, before);

  /* What is chosen stays when it loads again. */
  n = gtk_drop_down_get_selected (metrics);
  clinic_page_queue_reload (CLINIC_PAGE (section));
  clinic_display_settle (desk);
  g_assert_cmpuint (gtk_drop_down_get_selected (metrics), ==, n);
}

static void
test_chart_is_saved (ClinicDesk *desk)
{
  GtkWidget *section = make_section (desk, find_measured (desk));
  g_autofree char *folder = g_dir_make_tmp ("anagen-progress-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "density.pdf", NULL);
  g_autofree char *start = NULL;

  clinic_display_show (section);
  clinic_display_settle (desk);
  g_setenv ("ANAGEN_CHOOSE_FILE", pdf, TRUE);
  gtk_widget_activate_action (section, "progress.save-chart", "s", "pdf");

  for (guint i = 0; i < 200 && !g_file_test (pdf, G_FILE_TEST_EXISTS); i++)
    {
      clinic_display_settle (desk);
      g_usleep (10000);
    }

  g_unsetenv ("ANAGEN_CHOOSE_FILE");
  clinic_display_settle (desk);
  g_assert_true (g_file_get_contents (pdf, &start, NULL, NULL));
  g_assert_true (g_str_has_prefix (start, "%PDF"));
  g_unlink (pdf);
  g_rmdir (folder);
}

static gpointer
register_patient (ClinicAct  *act,
                  gpointer    data,
                  GError    **error)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  g_object_set (patient, "family-name", "Nobody", "given-name", "Measured", NULL);

  return GSIZE_TO_POINTER ((gsize) clinic_patient_register (act, patient, error));
}

static void
registered_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  answer->result = clinic_desk_run_finish (CLINIC_DESK (source), result, NULL, NULL, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

/* Somebody nothing was measured of. */
static gint64
add_patient (ClinicDesk *desk)
{
  Answer answer = { 0 };

  clinic_desk_run_async (desk, register_patient, NULL, NULL, NULL, registered_cb, &answer);

  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  return (gint64) GPOINTER_TO_SIZE (answer.result);
}

static void
set_text (GtkWindow  *dialog,
          const char *name,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog), name)), text);
}

static void
test_readings_are_taken_down (ClinicDesk *desk)
{
  gint64 patient = add_patient (desk);
  GtkWidget *section = make_section (desk, patient);
  GtkWindow *window = clinic_display_show (section);
  GtkWindow *dialog;
  GtkStack *stack;

  clinic_display_settle (desk);
  stack = GTK_STACK (clinic_display_find (section, "stack"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "empty");
  clinic_display_picture (section, "progress-empty");

  clinic_measure_present (section, desk, patient, 0);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (dialog != window);
  clinic_display_check (GTK_WIDGET (dialog));
  clinic_display_picture (GTK_WIDGET (dialog), "measure");

  /* What is out of bounds is marked where it was typed, and stays. */
  set_text (dialog, "value", "1000000");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "measure.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  clinic_display_picture (GTK_WIDGET (dialog), "measure-refused");
  set_text (dialog, "value", "5");
  set_text (dialog, "method", "counted twice");
  set_text (dialog, "taken_on", "2026-10-01");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "measure.save-and-another", NULL);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog),
                                                                             "value"))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (clinic_display_find (GTK_WIDGET (dialog),
                                                                             "method"))), ==,
                   "counted twice");
  set_text (dialog, "value", "7");
  set_text (dialog, "taken_on", "2026-11-20");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "measure.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "readings");
  g_assert_nonnull (strstr (get_sentence (section), "5"));
  g_assert_nonnull (strstr (get_sentence (section), "→ 7"));
  clinic_display_picture (section, "progress-two");
}

typedef struct
{
  gint64 patient;
  gint64 id;
} Track;

static gpointer
save_track (ClinicAct  *act,
            gpointer    data,
            GError    **error)
{
  Track *wanted = data;
  g_autoptr(ClinicTrack) track =
    g_object_new (CLINIC_TYPE_TRACK, "patient-id", wanted->patient, "kind", "minoxidil", "detail",
                  "5 % twice a day", "since", "2026-08-01", NULL);

  return GSIZE_TO_POINTER ((gsize) clinic_track_save (act, track, error));
}

static void
test_tracks_are_listed_and_ended (ClinicDesk *desk)
{
  Track track = { add_patient (desk), 0 };
  Answer answer = { 0 };
  GtkWidget *section = make_section (desk, track.patient);
  GtkWindow *window = clinic_display_show (section);
  GtkListBox *list;
  GtkWindow *dialog;

  clinic_desk_run_async (desk, save_track, &track, NULL, NULL, registered_cb, &answer);

  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  clinic_display_settle (desk);
  list = GTK_LIST_BOX (clinic_display_find (section, "list"));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  g_assert_null (gtk_list_box_get_row_at_index (list, 1));

  /* Another is added beside it, by its dialog. */
  gtk_widget_activate_action (GTK_WIDGET (list), "tracks.add", NULL);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (dialog != window);
  clinic_display_check (GTK_WIDGET (dialog));
  adw_combo_row_set_selected (ADW_COMBO_ROW (clinic_display_find (GTK_WIDGET (dialog), "kind")), 0);
  set_text (dialog, "detail", "Every four weeks");
  clinic_display_picture (GTK_WIDGET (dialog), "track");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 1));
  clinic_display_picture (section, "tracks");

  gtk_widget_activate_action (GTK_WIDGET (list), "tracks.end", "x",
                              (gint64) GPOINTER_TO_SIZE (answer.result));
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1)),
                                           "clinic-past"));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *stage)
{
  if (GTK_IS_FLOW_BOX_CHILD (widget) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "stage"), stage) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, stage);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose_scale (GtkWindow  *dialog,
              ClinicDesk *desk,
              guint       scale)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (clinic_display_find (GTK_WIDGET (dialog), "scales")),
                              scale);
  clinic_display_settle (desk);
}

static void
test_stage_is_chosen_from_pictures (ClinicDesk *desk)
{
  GtkWidget *section = make_section (desk, add_patient (desk));
  GtkWindow *window = clinic_display_show (section);
  GtkWindow *dialog;
  GtkWidget *stage;

  clinic_display_settle (desk);
  gtk_widget_activate_action (section, "progress.form", "s", "scale");
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (dialog != window);
  clinic_display_check (GTK_WIDGET (dialog));
  clinic_display_picture (GTK_WIDGET (dialog), "scale-norwood");
  choose_scale (dialog, desk, 1);
  clinic_display_picture (GTK_WIDGET (dialog), "scale-ludwig");
  choose_scale (dialog, desk, 2);
  clinic_display_picture (GTK_WIDGET (dialog), "scale-sinclair");

  /* Basic type by the keyboard: from L to the second of M, then the vertex by hand. */
  choose_scale (dialog, desk, 3);
  gtk_widget_grab_focus (clinic_display_find (GTK_WIDGET (dialog), "grid"));
  clinic_display_press ("Right");
  clinic_display_press ("Right");
  clinic_display_press ("Right");
  stage = clinic_display_find (GTK_WIDGET (dialog), "stage");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (stage)), ==, "BASP M2");
  gtk_widget_activate (find_button (GTK_WIDGET (dialog), "V1"));
  gtk_widget_activate (find_button (GTK_WIDGET (dialog), "F2"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (stage)), ==, "BASP M2V1F2");
  clinic_display_picture (GTK_WIDGET (dialog), "scale-basp");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "scale.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  g_assert_nonnull (strstr (get_sentence (section), "M2V1F2"));
  clinic_display_picture (section, "progress-stage");
}

static GtkWindow *
open_form (GtkWidget  *section,
           ClinicDesk *desk,
           const char *form)
{
  GtkWindow *dialog;
  g_autofree char *picture = g_strconcat ("form-", form, NULL);

  gtk_widget_activate_action (section, "progress.form", "s", form);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  clinic_display_check (GTK_WIDGET (dialog));
  clinic_display_picture (GTK_WIDGET (dialog), picture);

  return dialog;
}

static void
type_item (GtkWindow  *dialog,
           guint       item,
           const char *text)
{
  GtkWidget *box = clinic_display_find (GTK_WIDGET (dialog), "items_box");

  gtk_editable_set_text (GTK_EDITABLE (clinic_display_find_type (box, ADW_TYPE_ENTRY_ROW, item)),
                         text);
}

static const char *
get_answer (GtkWindow *dialog)
{
  return gtk_label_get_label (GTK_LABEL (clinic_display_find (GTK_WIDGET (dialog), "answer")));
}

static void
save_form (GtkWindow  *dialog,
           GtkWindow  *window,
           ClinicDesk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
}

static void
test_forms_say_what_comes_out (ClinicDesk *desk)
{
  GtkWidget *section = make_section (desk, add_patient (desk));
  GtkWindow *window = clinic_display_show (section);
  GtkWindow *dialog;

  clinic_display_settle (desk);
  dialog = open_form (section, desk, "salt");
  type_item (dialog, 0, "60");
  type_item (dialog, 1, "140");
  g_assert_nonnull (strstr (get_answer (dialog), "0 to 100"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "form.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  type_item (dialog, 1, "40");
  g_assert_nonnull (strstr (get_answer (dialog), "all four"));
  type_item (dialog, 2, "20");
  type_item (dialog, 3, "20");
  g_assert_nonnull (strstr (get_answer (dialog), "40.8 % (S2, moderate)"));
  clinic_display_picture (GTK_WIDGET (dialog), "form-salt-filled");
  save_form (dialog, window, desk);
  g_assert_nonnull (strstr (get_sentence (section), "40.8"));

  dialog = open_form (section, desk, "pull");
  type_item (dialog, 0, "7");
  set_text (dialog, "grasped", "60");
  g_assert_nonnull (strstr (get_answer (dialog), "Positive"));
  set_text (dialog, "wash_hours", "24");
  save_form (dialog, window, desk);

  dialog = open_form (section, desk, "comb");
  type_item (dialog, 0, "12");
  type_item (dialog, 1, "9");
  g_assert_nonnull (strstr (get_answer (dialog), "10.5"));
  save_form (dialog, window, desk);

  dialog = open_form (section, desk, "count");
  set_text (dialog, "counted", "180");
  g_assert_nonnull (strstr (get_answer (dialog), "which area"));
  set_text (dialog, "area", "0.9");
  g_assert_nonnull (strstr (get_answer (dialog), "200 /cm²"));
  save_form (dialog, window, desk);

  dialog = open_form (section, desk, "dlqi");
  g_assert_true (dialog != window);
  gtk_window_destroy (dialog);
  dialog = open_form (section, desk, "photo");
  clinic_score_row_set_score (CLINIC_SCORE_ROW (clinic_display_find (GTK_WIDGET (dialog), "score")), 1);
  g_assert_nonnull (strstr (get_answer (dialog), "slightly improved"));
  save_form (dialog, window, desk);
  dialog = open_form (section, desk, "satisfaction");
  set_text (dialog, "value", "8");
  save_form (dialog, window, desk);
}

static gpointer
list_due (ClinicDb  *db,
          gpointer   data,
          GError   **error)
{
  return clinic_today_entry_list_decisions (db, "2000-01-31", 0, error);
}

static void
test_decision_is_taken_where_it_is_due (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) due = ask (desk, list_due, NULL);
  g_autoptr(GPtrArray) left = NULL;
  GtkWidget *section;
  GtkWindow *window;
  GtkWindow *dialog;

  g_assert_cmpuint (due->len, >, 0);
  section = make_section (desk, ((ClinicTodayEntry *) due->pdata[0])->patient_id);
  window = clinic_display_show (section);
  clinic_display_settle (desk);
  clinic_display_picture (section, "decision-due");
  gtk_widget_activate_action (section, "progress.decide", NULL);
  clinic_display_settle (desk);
  dialog = clinic_display_top ();
  g_assert_true (dialog != window);
  clinic_display_check (GTK_WIDGET (dialog));
  clinic_score_row_set_score (CLINIC_SCORE_ROW (clinic_display_find (GTK_WIDGET (dialog), "score_row")), 2);
  g_assert_true (gtk_widget_get_visible (clinic_display_find (GTK_WIDGET (dialog), "plan")));
  clinic_display_picture (GTK_WIDGET (dialog), "decision");

  /* Not without a reason; and no earlier phase is left behind by "continue". */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "decision.save", NULL);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == dialog);
  clinic_score_row_set_score (CLINIC_SCORE_ROW (clinic_display_find (GTK_WIDGET (dialog), "score_row")), 0);
  set_text (dialog, "reason", "Too early to say");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "decision.save", NULL);
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  g_assert_true (clinic_display_top () == window);
  left = ask (desk, list_due, NULL);
  g_assert_cmpuint (left->len, ==, due->len - 1);
}

static void
test_nobody_elses_readings_are_shown (ClinicDesk *desk)
{
  gint64 measured = find_measured (desk);
  gint64 other = add_patient (desk);
  GtkWidget *section = make_section (desk, measured);

  clinic_display_show (section);
  clinic_page_set_id (CLINIC_PAGE (section), other);
  clinic_page_set_id (CLINIC_PAGE (section), measured);
  clinic_page_set_id (CLINIC_PAGE (section), other);
  clinic_display_settle (desk);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (clinic_display_find (section,
                                                                                     "stack"))),
                   ==, "empty");
}

static void
test_section_turns_round (ClinicDesk *desk)
{
  GtkWidget *section;
  GtkWindow *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  section = make_section (desk, find_measured (desk));
  window = clinic_display_show (section);
  clinic_display_settle (desk);
  clinic_display_picture (section, "progress-rtl");
  gtk_window_set_default_size (window, 700, 620);
  clinic_display_settle (desk);
  clinic_display_check (section);
  clinic_display_picture (section, "progress-small");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/progress/change-is-said-drawn-and-listed", "practitioner",
                      test_change_is_said_drawn_and_listed);
  clinic_display_add ("/progress/another-metric-is-chosen", "practitioner",
                      test_another_metric_is_chosen);
  clinic_display_add ("/progress/chart-is-saved", "practitioner", test_chart_is_saved);
  clinic_display_add ("/progress/readings-are-taken-down", "practitioner",
                      test_readings_are_taken_down);
  clinic_display_add ("/progress/tracks-are-listed-and-ended", "practitioner",
                      test_tracks_are_listed_and_ended);
  clinic_display_add ("/progress/stage-is-chosen-from-pictures", "practitioner",
                      test_stage_is_chosen_from_pictures);
  clinic_display_add ("/progress/forms-say-what-comes-out", "practitioner",
                      test_forms_say_what_comes_out);
  clinic_display_add ("/progress/decision-is-taken-where-it-is-due", "practitioner",
                      test_decision_is_taken_where_it_is_due);
  clinic_display_add ("/progress/nobody-elses-readings-are-shown", "practitioner",
                      test_nobody_elses_readings_are_shown);
  clinic_display_add ("/progress/section-turns-round", "practitioner", test_section_turns_round);

  return g_test_run ();
}
