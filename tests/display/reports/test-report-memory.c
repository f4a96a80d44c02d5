/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-display.h"
#include "clinic-measurement.h"
#include "clinic-report-form.h"
#include "clinic-report-run.h"
#include "clinic-report-view.h"
#include "clinic-reports-page.h"
#include "clinic-settings.h"
#include "clinic-store.h"

/* What this desktop remembers of the reports. */

static GtkWidget *
show_page (ClinicDesk *desk)
{
  GtkWidget *page = g_object_new (CLINIC_TYPE_REPORTS_PAGE, "desk", desk, NULL);

  clinic_display_show (page);

  return page;
}

static gint64
find_patient (ClinicDesk *desk)
{
  g_autoptr(ClinicDb) db = clinic_db_open (clinic_desk_get_location (desk), CLINIC_DB_READ, NULL);
  g_autoptr(GPtrArray) all = clinic_store_list_by (db, CLINIC_TYPE_MEASUREMENT, NULL, 0, NULL);

  return CLINIC_MEASUREMENT (all->pdata[0])->patient_id;
}

static gboolean
is_made (gpointer page)
{
  return clinic_display_find_type (page, CLINIC_TYPE_REPORT_VIEW, 0) != NULL &&
         !clinic_page_get_loading (page);
}

static gboolean
has_no_rows (gpointer page)
{
  GtkWidget *again = clinic_display_find (page, "again");

  return again != NULL && !clinic_page_get_loading (page);
}

static gboolean
has_rows (gpointer page)
{
  return clinic_display_find (page, "table") != NULL && !clinic_page_get_loading (page);
}

static char *
get_answer (GtkWidget  *page,
            const char *parameter)
{
  GtkWidget *form = clinic_display_find (page, "form");
  g_autoptr(GHashTable) values = clinic_report_form_dup_values (CLINIC_REPORT_FORM (form));

  return g_strdup (g_hash_table_lookup (values, parameter));
}

static void
test_answers_are_remembered (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  GtkWidget *form;
  g_autofree char *metric = NULL;
  g_autofree char *from = NULL;
  g_autofree char *threshold = NULL;
  g_autofree char *again = NULL;

  g_assert_null (clinic_display_find_text (page, "Last made today"));
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  clinic_display_wait (is_made, page);
  form = clinic_display_find (page, "form");
  clinic_report_form_answer (CLINIC_REPORT_FORM (form), "metric", "Hair density");
  clinic_report_form_answer (CLINIC_REPORT_FORM (form), "from", "2030-01-01");
  metric = get_answer (page, "metric");
  g_assert_nonnull (metric);
  clinic_display_wait (has_no_rows, page);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (page)));

  page = show_page (desk);
  clinic_display_settle (desk);
  g_assert_nonnull (clinic_display_find_text (page, "Last made today"));
  clinic_display_picture (page, "reports-made");
  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "clinic-progress", 0);
  clinic_display_wait (has_no_rows, page);
  from = get_answer (page, "from");
  again = get_answer (page, "metric");
  threshold = get_answer (page, "threshold");
  g_assert_cmpstr (from, ==, "2030-01-01");
  g_assert_cmpstr (again, ==, metric);
  g_assert_cmpstr (threshold, ==, "20");
  clinic_display_picture (page, "reports-no-rows");

  /* Taken back they are asked no more. */
  clinic_display_click (clinic_display_find (page, "again"));
  clinic_display_wait (has_rows, page);
  g_assert_null (get_answer (page, "from"));
  g_assert_null (get_answer (page, "metric"));
  clinic_report_form_set_report (CLINIC_REPORT_FORM (clinic_display_find (page, "form")), desk,
                                 clinic_report_run_get_report (
                                   CLINIC_REPORT_RUN (gtk_widget_get_template_child (
                                                        page, CLINIC_TYPE_REPORTS_PAGE, "run"))), 0);
  clinic_display_settle (desk);
  g_assert_null (get_answer (page, "from"));
}

/* Nor does the desktop's memory hold whom a report was about. */
static void
test_no_patient_is_remembered (ClinicDesk *desk)
{
  GtkWidget *page = show_page (desk);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, find_patient (desk));
  g_autoptr(GVariant) kept = NULL;
  g_autofree char *words = NULL;

  clinic_reports_page_show_report (CLINIC_REPORTS_PAGE (page), "patient-progress",
                                   find_patient (desk));
  clinic_display_wait (is_made, page);
  kept = g_settings_get_value (clinic_settings_get (), "report-answers");
  words = g_variant_print (kept, FALSE);
  g_assert_nonnull (strstr (words, "patient-progress"));
  g_assert_null (strstr (words, id));
}

int
main (int    argc,
      char **argv)
{
  clinic_display_init (&argc, &argv);
  clinic_display_add ("/report-memory/answers-are-remembered", "owner",
                      test_answers_are_remembered);
  clinic_display_add ("/report-memory/no-patient-is-remembered", "owner",
                      test_no_patient_is_remembered);

  return g_test_run ();
}
