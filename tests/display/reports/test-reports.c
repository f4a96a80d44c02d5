/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "clinic-display.h"
#include "clinic-graph-view.h"
#include "clinic-measurement.h"
#include "clinic-metric.h"
#include "clinic-notice.h"
#include "clinic-report-form.h"
#include "clinic-report-row.h"
#include "clinic-report-run.h"
#include "clinic-report-view.h"
#include "clinic-report-work.h"
#include "clinic-report.h"
#include "clinic-reports-page.h"
#include "clinic-store.h"

typedef struct
{
  gpointer result;
  GError  *error;
  gboolean done;
} Answer;

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->result = clinic_worker_run_finish (NULL, result, &answer->error);
  answer->done = TRUE;
}

static gpointer
ask (ClinicDesk     *desk,
     ClinicWorkFunc  func,
     gpointer        data,
     GError        **error)
{
  Answer answer = { 0 };

  clinic_worker_run_async (clinic_desk_get_archivist (desk), func, data, NULL, NULL, NULL,
                           answer_cb, &answer);

  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.result;
}

static gpointer
list_measurements (ClinicDb  *db,
                   gpointer   data,
                   GError   **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_MEASUREMENT, NULL, 0, error);
}

static gint64
find_patient (ClinicDesk *desk)
{
  g_autoptr(GPtrArray) all = ask (desk, list_measurements, NULL, NULL);

  return CLINIC_MEASUREMENT (all->pdata[0])->patient_id;
}

static ClinicReportView *
get_view (GtkWidget *page)
{
  return CLINIC_REPORT_VIEW (clinic_display_find_type (page, CLINIC_TYPE_REPORT_VIEW, 0));
}

typedef struct
{
  GtkWidget  *page;
  const char *wanted;
} Waiting;

static gboolean
is_shown (gpointer data)
{
  Waiting *waiting = data;
  GtkWidget *stack = clinic_display_find (waiting->page, "preview_stack");

  return stack != NULL &&
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), waiting->wanted) == 0 &&
         !clinic_page_get_loading (CLINIC_PAGE (waiting->page));
}

static void
wait_for (GtkWidget  *page,
          const char *shown)
{
  Waiting waiting = { page, shown };

  clinic_display_wait (is_shown, &waiting);
}

static gboolean
is_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static GtkWidget *
show_page (ClinicDesk *desk)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_REPORTS_PAGE, "desk", desk, NULL);

  clinic_display_show (page);

  return page;
}

static char *
export_as (ClinicDesk *desk,
           GtkWidget  *page,
           const char *folder,
           const char *suffix)
{
  g_autofree char *name = g_strdup_printf ("report.%s", suffix);
  char *path = g_build_filename (folder, name, NULL);

  g_setenv ("ANAGEN_CHOOSE_FILE", path, TRUE);
  gtk_widget_activate_action (page, "reports.export", "s", suffix);
  clinic_display_wait (is_file, path);
  g_unsetenv ("ANAGEN_CHOOSE_FILE");
  clinic_display_settle (desk);

  return path;
}

/* The cells of the preview, as a CSV file spells them. */
static char *
print_rows (ClinicReportView *view)
{
  GListModel *rows = clinic_report_view_get_rows (view);
  g_autoptr(ClinicReportRow) first = g_list_model_get_item (rows, 0);
  ClinicSheet *sheet = clinic_report_row_get_sheet (first);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const ClinicCsvOptions options = { .bom = TRUE };

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, clinic_sheet_get_expected (sheet));
  clinic_sheet_rewind (sheet);
  g_assert_true (clinic_csv_print (sheet, stream, &options, NULL, NULL));
  clinic_sheet_rewind (sheet);
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_file_has_the_rows_of_the_preview (ClinicDesk *desk)
{
  static const char * const sheets[] = { "sessions", "measurements", "lots", "summary" };
  g_autofree char *folder = g_dir_make_tmp ("anagen-reports-XXXXXX", NULL);
  GtkWidget *page = show_page (desk);

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "patient-progress",
                                   find_patient (desk));
  wait_for (page, "preview");
  clinic_display_check (page);

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *written = NULL;
      g_autofree char *seen = NULL;

      clinic_report_view_show_sheet (get_view (page), sheets[i]);
      g_assert_cmpstr (clinic_report_view_get_sheet (get_view (page)), ==, sheets[i]);
      seen = print_rows (get_view (page));
      path = export_as (desk, page, folder, "csv");
      g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
      g_assert_cmpstr (written, ==, seen);
      g_unlink (path);
    }

  clinic_report_view_show_sheet (get_view (page), "sessions");
  clinic_display_picture (page, "reports-patient");
  g_rmdir (folder);
}

static void
test_workbook_is_two_steps_away (ClinicDesk *desk)
{
  g_autofree char *folder = g_dir_make_tmp ("anagen-reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "progress.xlsx", NULL);
  g_autofree char *command = g_strdup_printf ("unzip -p %s xl/workbook.xml", path);
  g_autofree char *program = g_find_program_in_path ("unzip");
  g_autofree char *workbook = NULL;
  GtkWidget *page = show_page (desk);
  int code = -1;

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "patient-progress",
                                   find_patient (desk));
  wait_for (page, "preview");

  /* Export, then the file. */
  g_setenv ("ANAGEN_CHOOSE_FILE", path, TRUE);
  clinic_display_click (gtk_widget_get_first_child (clinic_display_find (page, "export_button")));
  clinic_display_wait (is_file, path);
  g_unsetenv ("ANAGEN_CHOOSE_FILE");
  clinic_display_settle (desk);

  if (program != NULL)
    {
      g_assert_true (g_spawn_command_line_sync (command, &workbook, NULL, &code, NULL));
      g_assert_cmpint (code, ==, 0);
      g_assert_nonnull (strstr (workbook, "\"Measurements\""));
      g_assert_nonnull (strstr (workbook, "\"Method\""));
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
show_chart_page (GtkWidget *page)
{
  GObject *stack = gtk_widget_get_template_child (GTK_WIDGET (get_view (page)),
                                                  CLINIC_TYPE_REPORT_VIEW, "stack");

  gtk_stack_set_visible_child_name (GTK_STACK (stack), "charts");
}

static void
test_keyboard_begins_at_the_first_card (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *first;

  clinic_display_settle (desk);
  first = clinic_display_find_type (page, g_type_from_name ("ClinicReportCard"), 0);
  gtk_root_set_focus (gtk_widget_get_root (page), NULL);
  clinic_page_start (CLINIC_PAGE (page));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (page)) == first);
}

static void
test_gallery_leads_to_a_report (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *card;
  GObject *stack;

  clinic_display_settle (desk);
  clinic_display_check (page);
  clinic_display_picture (page, "reports-gallery");
  card = clinic_display_find (page, "Progress of the clinic's courses");
  g_assert_nonnull (card);
  clinic_display_click (card);
  wait_for (page, "preview");
  g_assert_cmpstr (clinic_page_get_title (CLINIC_PAGE (page)), ==,
                   "Progress of the clinic's courses");
  clinic_display_check (page);
  clinic_display_picture (page, "reports-clinic");
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (page)), 804, 620);
  clinic_display_settle (desk);
  clinic_display_picture (page, "reports-small");
  show_chart_page (page);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_type (page, CLINIC_TYPE_GRAPH_VIEW, 0));
  clinic_display_picture (page, "reports-clinic-chart");
  stack = gtk_widget_get_template_child (GTK_WIDGET (get_view (page)), CLINIC_TYPE_REPORT_VIEW,
                                         "stack");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "method");
  clinic_display_settle (desk);
  clinic_display_picture (page, "reports-clinic-method");
  gtk_widget_activate_action (page, "reports.gallery", NULL);
  clinic_display_settle (desk);
  g_assert_null (clinic_display_find (page, "export_button"));
}

static void
test_another_answer_makes_another_report (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  ClinicReportForm *form;
  guint all;

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  wait_for (page, "preview");
  form = CLINIC_REPORT_FORM (clinic_display_find (page, "form"));
  clinic_report_view_show_sheet (get_view (page), "pairs");
  all = g_list_model_get_n_items (clinic_report_view_get_rows (get_view (page)));
  g_assert_cmpuint (all, >, 0);

  /* What cannot be read keeps the report from being made, and says why. */
  clinic_report_form_answer (form, "from", "the day after");
  wait_for (page, "missing");
  clinic_display_picture (page, "reports-missing");
  clinic_report_form_answer (form, "from", "2030-01-01");
  wait_for (page, "preview");
  g_assert_cmpstr (clinic_report_view_get_sheet (get_view (page)), ==, "pairs");
  g_assert_cmpuint (g_list_model_get_n_items (clinic_report_view_get_rows (get_view (page))), <,
                    all);
  clinic_report_form_answer (form, "threshold", "5000");
  wait_for (page, "missing");
}

static void
test_all_kinds_of_answers (ClinicDesk *desk)
{
  static const char description[] =
    "[report]\ntitle=T\nsummary=S\n"
    "parameters=word;day;number;flag;choice;patient;metric;cocktail;diagnosis;protocol\n"
    "sheets=one\n"
    "[parameter word]\nlabel=Word\ntype=text\n"
    "[parameter day]\nlabel=Day\ntype=date\n"
    "[parameter number]\nlabel=Number\ntype=number\nlow=1\nhigh=9.5\ndefault=2\n"
    "[parameter flag]\nlabel=Flag\ntype=flag\ndefault=yes\n"
    "[parameter choice]\nlabel=Choice\ntype=choice\nchoices=one;two\ndefault=two\n"
    "[parameter patient]\nlabel=Patient\ntype=patient\n"
    "[parameter metric]\nlabel=Metric\ntype=metric\nrequired=true\n"
    "[parameter cocktail]\nlabel=Cocktail\ntype=cocktail\n"
    "[parameter diagnosis]\nlabel=Diagnosis\ntype=diagnosis\n"
    "[parameter protocol]\nlabel=Protocol\ntype=protocol\n"
    "[sheet one]\ntitle=One\nquery=report-clinic\ncolumns=name\n[one.name]\nlabel=Name\ntype=text\n"
    "[method]\n1=It is.\n";
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicReport) report = clinic_report_parse ("test", description, &error);
  ClinicReportForm *form = g_object_new (CLINIC_TYPE_REPORT_FORM, NULL);
  g_autoptr(GHashTable) values = NULL;
  g_autofree char *missing = NULL;
  gint64 patient = find_patient (desk);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, patient);

  g_assert_no_error (error);
  clinic_report_form_set_report (form, desk, report, patient);
  clinic_display_show (GTK_WIDGET (form));
  clinic_display_settle (desk);
  clinic_display_check (GTK_WIDGET (form));
  missing = clinic_report_form_dup_missing (form);
  g_assert_nonnull (strstr (missing, "Metric"));
  clinic_report_form_answer (form, "metric", "Hair density");
  g_assert_null (clinic_report_form_dup_missing (form));
  clinic_report_form_answer (form, "word", "a word");
  clinic_report_form_answer (form, "day", "21.11.2026");
  clinic_report_form_answer (form, "flag", "no");
  clinic_report_form_answer (form, "choice", "one");
  values = clinic_report_form_dup_values (form);
  g_assert_cmpstr (g_hash_table_lookup (values, "word"), ==, "a word");
  g_assert_cmpstr (g_hash_table_lookup (values, "day"), ==, "2026-11-21");
  g_assert_cmpstr (g_hash_table_lookup (values, "number"), ==, "2");
  g_assert_cmpstr (g_hash_table_lookup (values, "flag"), ==, "no");
  g_assert_cmpstr (g_hash_table_lookup (values, "choice"), ==, "one");
  g_assert_cmpstr (g_hash_table_lookup (values, "patient"), ==, id);
  g_assert_nonnull (g_hash_table_lookup (values, "metric"));
  g_assert_null (g_hash_table_lookup (values, "cocktail"));
  clinic_report_form_answer (form, "number", "9.6");
  g_clear_pointer (&missing, g_free);
  missing = clinic_report_form_dup_missing (form);
  g_assert_cmpstr (missing, ==, "Number: From 1 to 9.5");
  clinic_display_picture (GTK_WIDGET (form), "reports-form");

  /* Its controls point into the report. */
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (form))));
}

static gpointer
count (ClinicDb  *db,
       gpointer   sql,
       GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, error);
  gint64 number;

  g_assert_true (clinic_statement_step (statement, error));
  number = clinic_statement_get_int (statement, 0);

  return g_memdup2 (&number, sizeof number);
}

static gint64
ask_number (ClinicDesk *desk,
            const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autofree gint64 *number = ask (desk, count, (gpointer) sql, &error);

  g_assert_no_error (error);

  return *number;
}

/* Photographs do not leave without a trace: with a workbook each of them stands in the trail, before it is
 * written; a table has none. */
static void
test_photos_in_a_workbook_stand_in_the_trail (ClinicDesk *desk)
{
  g_autofree char *folder = g_dir_make_tmp ("anagen-reports-XXXXXX", NULL);
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = NULL;
  g_autofree char *sql = NULL;
  gint64 patient = ask_number (desk, "SELECT min (f.patient_id) FROM photo f JOIN consent c ON c.patient_id = "
                               "f.patient_id JOIN consent_template t ON t.id = c.consent_template_id "
                               "WHERE t.purpose = 'photo'");
  GtkWidget *page = show_page (desk);

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "patient-progress", patient);
  wait_for (page, "preview");
  csv = export_as (desk, page, folder, "csv");
  g_assert_cmpint (ask_number (desk, "SELECT count (*) FROM audit WHERE action = 'export'"), ==, 0);
  xlsx = export_as (desk, page, folder, "xlsx");
  sql = g_strdup_printf ("SELECT count (*) FROM photo WHERE archived_on IS NULL AND patient_id = %" G_GINT64_FORMAT,
                         patient);
  g_assert_cmpint (ask_number (desk, "SELECT count (*) FROM audit WHERE action = 'export' AND command = "
                               "'photo.export'"), ==, ask_number (desk, sql));
  g_assert_cmpint (ask_number (desk, sql), >, 0);
  g_unlink (csv);
  g_unlink (xlsx);
  g_rmdir (folder);
}

static void
test_cancelling_stops (ClinicDesk *desk)
{
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ClinicReportWork) work = clinic_report_work_new ("clinic-progress", values);
  g_autofree char *folder = g_dir_make_tmp ("anagen-reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "never.xlsx", NULL);
  g_autoptr(GError) error = NULL;

  clinic_report_work_set_target (work, path, NULL, NULL, NULL);
  clinic_report_work_cancel (work);
  g_assert_null (ask (desk, clinic_report_work_prepare, work, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Holds the worker until it is let go. */
static gpointer
hold (ClinicDb  *db,
      gpointer   data,
      GError   **error)
{
  while (g_atomic_int_get ((int *) data) == 0)
    g_usleep (5000);

  return NULL;
}

static gboolean
is_revealed (gpointer page)
{
  GtkWidget *revealer = clinic_display_find (page, "revealer");

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static gboolean
is_at_rest (gpointer page)
{
  return !clinic_page_get_loading (page) && !is_revealed (page);
}

static void
test_what_takes_long_can_be_cancelled (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  Answer held = { 0 };
  int go_on = 0;

  clinic_worker_run_async (clinic_desk_get_archivist (desk), hold, &go_on, NULL, NULL, NULL,
                           answer_cb, &held);
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  clinic_display_wait (is_revealed, page);
  gtk_widget_activate_action (clinic_display_find (page, "revealer"), "reports.cancel", NULL);
  g_atomic_int_set (&go_on, 1);
  wait_for (page, "stopped");
  clinic_display_wait (is_at_rest, page);
  g_assert_true (held.done);
}

static void
test_only_the_first_rows_are_looked_at (void)
{
  const ClinicColumn column = { (char *) "n", (char *) "n", NULL, CLINIC_CELL_INTEGER };
  g_autoptr(ClinicSheet) sheet = clinic_sheet_new ("many", "Many");
  g_autoptr(ClinicSheet) kept = NULL;
  g_autoptr(ClinicSheet) all = NULL;
  gboolean more = FALSE;

  clinic_sheet_add_column (sheet, &column);
  clinic_sheet_add_note (sheet, "A note");

  for (gint64 i = 0; i < 600; i++)
    {
      ClinicCell cell = clinic_cell_integer (i);

      clinic_sheet_append (sheet, &cell);
    }

  kept = clinic_report_keep_rows (sheet, 500, &more, NULL);
  g_assert_true (more);
  g_assert_cmpuint (clinic_sheet_get_expected (kept), ==, 500);
  g_assert_cmpuint (clinic_sheet_get_notes (kept)->len, ==, 1);
  clinic_sheet_rewind (sheet);
  all = clinic_report_keep_rows (sheet, 600, &more, NULL);
  g_assert_false (more);
  g_assert_cmpuint (clinic_sheet_get_expected (all), ==, 600);
}

static void
test_stopped_report_can_be_made_again (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  gtk_widget_activate_action (page, "reports.make", NULL);
  gtk_widget_activate_action (clinic_display_find (page, "revealer"), "reports.cancel", NULL);
  wait_for (page, "stopped");
  clinic_display_picture (page, "reports-stopped");
  gtk_widget_activate_action (page, "reports.make", NULL);
  wait_for (page, "preview");
}

static void
count_cb (ClinicReportRun *run,
          gpointer         given,
          guint           *n)
{
  *n += 1;
}

static gboolean
is_at_stage_preview (gpointer run)
{
  g_autofree char *stage = NULL;
  gboolean busy = FALSE;

  g_object_get (run, "stage", &stage, "busy", &busy, NULL);

  return !busy && g_strcmp0 (stage, "preview") == 0;
}

static void
test_report_is_made_without_a_window (ClinicDesk *desk)
{
  g_autoptr(ClinicReportRun) run = clinic_report_run_new ();
  g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *stage = NULL;
  gboolean exportable = TRUE;
  guint n_made = 0;

  g_signal_connect (run, "made", G_CALLBACK (count_cb), &n_made);
  clinic_report_run_take (run, clinic_report_load ("clinic-progress", NULL));
  clinic_report_run_make (run, desk, values, "Choose a metric.");
  g_object_get (run, "stage", &stage, "exportable", &exportable, NULL);
  g_assert_cmpstr (stage, ==, "missing");
  g_assert_false (exportable);

  clinic_report_run_make (run, desk, values, NULL);
  clinic_display_wait (is_at_stage_preview, run);
  g_object_get (run, "exportable", &exportable, NULL);
  g_assert_true (exportable);
  g_assert_cmpuint (n_made, ==, 1);

  /* Given up: what comes back is not shown. */
  clinic_report_run_make (run, desk, values, NULL);
  clinic_report_run_take (run, NULL);
  clinic_display_settle (desk);
  g_assert_cmpuint (n_made, ==, 1);
}

static void
test_clinic_is_not_written_over (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *notice;
  g_autofree char *text = NULL;

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "patient-progress",
                                   find_patient (desk));
  wait_for (page, "preview");
  g_setenv ("ANAGEN_CHOOSE_FILE", clinic_desk_get_location (desk), TRUE);
  gtk_widget_activate_action (page, "reports.export", "s", "xlsx");
  clinic_display_settle (desk);
  clinic_display_settle (desk);
  wait_for (page, "preview");
  g_unsetenv ("ANAGEN_CHOOSE_FILE");
  notice = clinic_display_find (page, "notice");
  g_object_get (notice, "text", &text, NULL);
  g_assert_nonnull (strstr (text, "Choose another name"));
  clinic_display_picture (page, "reports-refused");
}

static void
test_reception_is_told_why_not (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GObject *stack = gtk_widget_get_template_child (page, CLINIC_TYPE_REPORTS_PAGE, "stack");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "denied");
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "denied");
  clinic_display_picture (page, "reports-denied");
}

/* What staff members went on against is for those who manage them. */
static void
test_overrides_are_for_the_manager (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GObject *stack = gtk_widget_get_template_child (page, CLINIC_TYPE_REPORTS_PAGE, "stack");
  gboolean may = clinic_desk_may (desk, "report.overrides");
  g_assert_true ((clinic_display_find_text (page, "Rules that were overridden") != NULL) == may);
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "rule-overrides", 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, may ? "report" : "gallery");

  if (!may)
    g_assert_nonnull (clinic_display_find_text (page, "Only a manager or the owner may read which rules staff members "
                                                "overrode."));

  clinic_display_picture (page, may ? "reports-overrides" : "reports-without-overrides");
}

static void
test_nothing_is_measured_yet (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  wait_for (page, "preview");
  show_chart_page (page);
  clinic_display_click (clinic_display_find (page, "show_table"));
  clinic_display_click (clinic_display_find (page, "again"));
  wait_for (page, "preview");
  g_assert_nonnull (clinic_display_find (page, "again"));
}

static void
test_page_turns_round (ClinicDesk *desk)
{
  GtkWidget *page;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page = show_page (desk);
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "patient-progress",
                                   find_patient (desk));
  wait_for (page, "preview");
  clinic_report_view_show_sheet (get_view (page), "measurements");
  clinic_display_settle (desk);
  clinic_display_check (page);
  clinic_display_picture (page, "reports-rtl");
  show_chart_page (page);
  clinic_display_settle (desk);
  clinic_display_picture (page, "reports-chart-rtl");
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/reports/file-has-the-rows-of-the-preview", "owner",
                      test_file_has_the_rows_of_the_preview);
  clinic_display_add ("/reports/workbook-is-two-steps-away", "owner",
                      test_workbook_is_two_steps_away);
  clinic_display_add ("/reports/keyboard-begins-at-the-first-card", "owner",
                      test_keyboard_begins_at_the_first_card);
  clinic_display_add ("/reports/gallery-leads-to-a-report", "owner",
                      test_gallery_leads_to_a_report);
  clinic_display_add ("/reports/another-answer-makes-another-report", "owner",
                      test_another_answer_makes_another_report);
  clinic_display_add ("/reports/all-kinds-of-answers", "owner", test_all_kinds_of_answers);
  g_test_add_func ("/reports/only-the-first-rows-are-looked-at",
                   test_only_the_first_rows_are_looked_at);
  clinic_display_add ("/reports/photos-stand-in-the-trail", "manager",
                      test_photos_in_a_workbook_stand_in_the_trail);
  clinic_display_add ("/reports/what-takes-long-can-be-cancelled", "owner",
                      test_what_takes_long_can_be_cancelled);
  clinic_display_add ("/reports/cancelling-stops", "owner", test_cancelling_stops);
  clinic_display_add ("/reports/stopped-report-can-be-made-again", "owner",
                      test_stopped_report_can_be_made_again);
  clinic_display_add ("/reports/clinic-is-not-written-over", "owner",
                      test_clinic_is_not_written_over);
  clinic_display_add ("/reports/reception-is-told-why-not", "receptionist",
                      test_reception_is_told_why_not);
  clinic_display_add ("/reports/overrides-not-for-all", "practitioner", test_overrides_are_for_the_manager);
  clinic_display_add ("/reports/overrides-for-the-manager", "manager", test_overrides_are_for_the_manager);
  clinic_display_add ("/reports/page-turns-round", "owner", test_page_turns_round);
  clinic_display_add_empty ("/reports/nothing-is-measured-yet", test_nothing_is_measured_yet);

  clinic_display_add ("/reports/report-is-made-without-a-window", "owner",
                      test_report_is_made_without_a_window);

  return g_test_run ();
}
