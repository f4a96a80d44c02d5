/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-error.h"
#include "clinic-test.h"
#include "report-clinic.h"
#include "workbook-reader.h"

#define assert_near(a, b, off) g_assert_cmpfloat_with_epsilon (a, b, off)

static void
assert_value (const char *rows,
              guint       row,
              const char *column,
              const char *wanted)
{
  g_autofree char *value = get_value (rows, row, column);

  if (g_strcmp0 (value, wanted) != 0)
    g_error ("%s in row %u is “%s”, not “%s”, in:\n%s", column, row, value, wanted, rows);
}

static char *
make_sheet (ClinicDb           *db,
            const char         *report,
            const char * const *values,
            const char         *sheet)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = run_report (db, report, values, &error);

  g_assert_no_error (error);

  return print_sheet (sheets, sheet);
}

/* Every report of the house: it loads, and it runs on an empty clinic, so that its queries yield
 * its columns. */
static void
test_every_report_runs_on_an_empty_clinic (ClinicDb *db)
{
  g_auto(GStrv) names = clinic_report_list ();

  g_assert_cmpuint (g_strv_length (names), >=, 2);
  put_basics (db);
  put_patient (db, 7);

  for (char **name = names; *name != NULL; name++)
    {
      const char *patient[] = { "patient=P7", NULL };
      gboolean of_patient = g_str_has_prefix (*name, "patient");
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) sheets = run_report (db, *name, of_patient ? patient : NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sheets->len, >=, 2);
      g_assert_nonnull (clinic_report_find_sheet (sheets, "method"));
      g_assert_false (clinic_db_in_transaction (db));
    }
}

/* J. Soc. Cosmet. Chem. 28(9), 1977, table IV, as an import brings it: two visits, no days, no
 * courses. */
static const struct
{
  double control;
  double treatment;         /* 0: dropped out */
} women[] = {
  { 50, 59 }, { 62, 40 }, { 54, 45 }, { 105, 47 }, { 200, 231 }, { 74, 77 }, { 82, 120 }, { 71, 88 }, { 101, 30 },
  { 113, 93 }, { 135, 0 }, { 79, 0 }, { 129, 0 },
};

static void
put_women (ClinicDb *db)
{
  put_basics (db);

  for (guint i = 0; i < G_N_ELEMENTS (women); i++)
    {
      put_patient (db, 100 + i);
      put_reading (db, 1000 + i, 100 + i, 0, 1, NULL, NULL, 0, women[i].control);

      if (women[i].treatment != 0)
        put_reading (db, 2000 + i, 100 + i, 0, 1, NULL, NULL, 1, women[i].treatment);
    }
}

static void
test_published_table_comes_out (ClinicDb *db)
{
  const char *values[] = { "ranks=yes", "ranks-decimals=0", "dropouts=worst", NULL };
  g_autofree char *rows = NULL;
  g_autofree char *pairs = NULL;
  g_autofree char *method = NULL;

  put_women (db);
  rows = make_sheet (db, "clinic-progress", values, "groups");

  assert_value (rows, 1, "metric", "Shed hairs");
  assert_value (rows, 1, "better", "lower");
  assert_value (rows, 1, "cocktail", "not recorded");
  assert_value (rows, 1, "protocol", "not in a course");
  assert_value (rows, 1, "courses", "13");
  assert_value (rows, 1, "baseline_n", "13");
  assert_value (rows, 1, "dropouts", "3");
  assert_value (rows, 1, "paired_n", "10");
  assert_near (get_number (rows, 1, "baseline_mean"), 91.2, 1e-9);
  assert_near (get_number (rows, 1, "baseline_sd"), 43.8705, 5e-5);
  assert_near (get_number (rows, 1, "last_mean"), 83, 1e-9);
  assert_near (get_number (rows, 1, "last_sd"), 59.0743, 5e-5);
  assert_near (get_number (rows, 1, "change_mean"), -8.2, 1e-9);
  assert_near (get_number (rows, 1, "change_sd"), 35.7174, 5e-5);
  assert_near (get_number (rows, 1, "improvement_mean"), 8.2, 1e-9);
  assert_near (get_number (rows, 1, "percent_of_means"), -8.99, 5e-3);
  assert_near (get_number (rows, 1, "mean_of_percents"), -8.75, 5e-3);
  assert_value (rows, 1, "responders", "3");
  assert_value (rows, 1, "responders_of", "10");
  assert_value (rows, 1, "improved", "5");
  assert_value (rows, 1, "worse", "5");
  assert_value (rows, 1, "ranks_n", "13");
  assert_value (rows, 1, "ranks_plus", "39.5");
  assert_value (rows, 1, "ranks_minus", "51.5");
  assert_near (get_number (rows, 1, "p_one_sided"), 0.3485, 5e-5);
  assert_value (rows, 1, "p_method", "exact");
  assert_value (rows, 1, "sessions", "");

  method = make_sheet (db, "clinic-progress", values, "method");
  g_assert_nonnull (strstr (method, "Put below the worst result"));

  pairs = make_sheet (db, "clinic-progress", NULL, "pairs");
  assert_value (pairs, 11, "baseline", "135");
  assert_value (pairs, 11, "dropout", "yes");
  assert_value (pairs, 11, "last", "");
  assert_value (pairs, 2, "change", "-22");
  assert_value (pairs, 2, "responder", "yes");
}

/* Two cocktails, one planned and one injected; a stopped course, a drop-out, and sessions with
 * reactions. */
static void
put_courses (ClinicDb *db)
{
  put_basics (db);

  for (guint i = 1; i <= 4; i++)
    put_patient (db, i);

  put (db,
       "INSERT INTO diagnosis (id, version, patient_id, diagnosis_kind_id) VALUES (51, 1, 1, 1), "
       "(52, 1, 2, 1);"
       "INSERT INTO course (id, version, patient_id, diagnosis_id, protocol_id, cocktail_id, "
       "started_on, status) VALUES"
       " (61, 1, 1, 51, 1, 1, '2026-01-05', 'active'), (62, 1, 2, 52, 1, 1, '2026-02-02', "
       "'stopped'),"
       " (63, 1, 3, NULL, 1, NULL, '2026-03-02', 'completed'), (64, 1, 4, NULL, NULL, NULL, NULL, "
       "'active');"
       "INSERT INTO session (id, version, patient_id, course_id, number, practitioner_id, starts, "
       "ends, status) VALUES"
       " (71, 1, 1, 61, 1, 1, '2026-01-05T09:00', '2026-01-05T09:30', 'done'),"
       " (72, 1, 1, 61, 2, 1, '2026-01-12T09:00', '2026-01-12T09:30', 'done'),"
       " (73, 1, 1, 61, 3, 1, '2026-12-14T09:00', '2026-12-14T09:30', 'booked'),"
       " (74, 1, 3, 63, 1, 1, '2026-03-02T09:00', '2026-03-02T09:30', 'done'),"
       " (75, 1, 3, 63, 2, 1, '2026-03-09T09:00', '2026-03-09T09:30', 'done'),"
       " (76, 1, 3, 63, 3, 1, '2026-03-16T09:00', '2026-03-16T09:30', 'done');"
       "INSERT INTO injection (id, version, session_id, zone, cocktail_version_id, technique, "
       "points,"
       " volume_per_point, depth) VALUES"
       " (81, 1, 71, 'vertex', 11, 'nappage', 20, 50, 2000), (82, 1, 71, 'frontal', 11, 'papule', "
       "10, 100, 4000),"
       " (83, 1, 74, 'vertex', 11, NULL, 10, 100, NULL), (84, 1, 74, 'frontal', 11, NULL, 10, "
       "100, NULL),"
       " (85, 1, 75, 'vertex', 21, NULL, 10, 100, NULL), (86, 1, 76, 'vertex', 21, NULL, 10, 100, "
       "NULL);"
       "INSERT INTO lot (id, version, product, cocktail_id, number) VALUES (91, 1, 'Alpha vials', "
       "1, 'A12'),"
       " (92, 1, 'Alpha vials', 1, 'B3');"
       "INSERT INTO draw (id, version, session_id, cocktail_version_id, lot_id, volume) VALUES"
       " (95, 1, 71, 11, 91, 1500), (96, 1, 71, 11, 92, 500);"
       "INSERT INTO reaction (id, version, patient_id, session_id, zone, reaction_kind_id, grade, "
       "onset, cleared)"
       " VALUES (31, 1, 1, 71, 'vertex', 1, 1, '2026-01-05T18:00', '2026-01-08T08:00'),"
       " (32, 1, 1, 71, 'frontal', 1, 2, '2026-01-06T08:00', '2026-01-16T08:00'),"
       " (33, 1, 1, 72, NULL, 2, 3, '2026-11-01T08:00', NULL),"
       " (34, 1, 1, NULL, NULL, 1, 1, '2026-11-19T08:00', NULL);"
       "UPDATE reaction SET naranjo = 'uyyunuuuuy', causality = 'probable', hospital = 1 WHERE id = 31;"
       "INSERT INTO reaction_suspect (id, version, reaction_id, session_id, zone, lot_id) VALUES"
       " (36, 1, 31, 71, 'vertex', 91), (37, 1, 31, 71, 'vertex', 92), (38, 1, 31, 72, 'vertex', 91)");
}

static void
put_course_readings (ClinicDb *db)
{
  /* Course 61: by visits, entered the wrong way round, a better one in between. */
  put_reading (db, 203, 1, 61, 2, "vertex", "2026-06-01", 2, 120);
  put_reading (db, 202, 1, 61, 2, "vertex", "2026-03-01", 1, 150);
  put_reading (db, 201, 1, 61, 2, "vertex", "2026-01-05", 0, 100);
  put_reading (db, 204, 1, 61, 2, "frontal", "2026-01-05", 0, 0);
  put_reading (db, 205, 1, 61, 2, "frontal", "2026-06-01", 2, 10);
  /* Course 62: two readings of one sitting are a drop-out. */
  put_reading (db, 211, 2, 62, 2, "vertex", "2026-02-02", -1, 80);
  put_reading (db, 212, 2, 62, 2, "vertex", "2026-02-02", -1, 84);
  /* Course 63: by days. */
  put_reading (db, 222, 3, 63, 2, "vertex", "2026-09-02", -1, 90);
  put_reading (db, 221, 3, 63, 2, "vertex", "2026-03-02", -1, 100);
  put_reading (db, 223, 3, 63, 3, NULL, "2026-03-02", -1, 20);
  put_reading (db, 224, 3, 63, 3, NULL, "2026-09-02", -1, 25);
}

static void
test_groups_are_of_cocktail_diagnosis_protocol (ClinicDb *db)
{
  g_autofree char *rows = NULL;

  put_courses (db);
  put_course_readings (db);
  rows = make_sheet (db, "clinic-progress", NULL, "groups");

  /* Density frontal, then vertex of two cocktails, then vellus, then what nothing was measured
   * of. */
  assert_value (rows, 1, "zone", "Frontal");
  assert_value (rows, 1, "cocktail", "Alpha");
  assert_value (rows, 1, "diagnosis", "Androgenetic alopecia");
  assert_value (rows, 1, "percent_of_means", "");
  assert_value (rows, 1, "mean_of_percents", "");
  assert_value (rows, 1, "percents_undefined", "1");
  assert_value (rows, 1, "baseline_sd", "");
  assert_value (rows, 1, "change_low", "");
  assert_value (rows, 1, "improved", "1");
  assert_value (rows, 1, "responders_of", "0");
  assert_value (rows, 1, "responder_share", "");

  assert_value (rows, 2, "zone", "Vertex");
  assert_value (rows, 2, "courses", "2");
  assert_value (rows, 2, "stopped", "1");
  assert_value (rows, 2, "baseline_n", "2");
  assert_value (rows, 2, "dropouts", "1");
  assert_value (rows, 2, "dropout_share", "50");
  assert_value (rows, 2, "baseline_all_mean", "90");
  assert_value (rows, 2, "baseline_mean", "100");
  assert_value (rows, 2, "last_mean", "120");
  assert_value (rows, 2, "mean_of_percents", "20");
  assert_value (rows, 2, "responders", "1");
  assert_value (rows, 2, "sessions", "2");
  assert_value (rows, 2, "reaction_sessions", "2");
  assert_value (rows, 2, "reactions", "3");
  assert_value (rows, 2, "reaction_rate", "150");
  assert_value (rows, 2, "ranks_n", "");

  /* Not planned, injected in two of three sessions. */
  assert_value (rows, 3, "cocktail", "Beta");
  assert_value (rows, 3, "diagnosis", "not recorded");
  assert_value (rows, 3, "change_mean", "-10");
  assert_value (rows, 3, "worse", "1");
  assert_value (rows, 3, "reaction_share", "0");

  assert_value (rows, 4, "metric", "Vellus hairs");
  assert_value (rows, 4, "better", "neither");
  assert_value (rows, 4, "change_mean", "5");
  assert_value (rows, 4, "improvement_mean", "");
  assert_value (rows, 4, "improved", "");

  assert_value (rows, 5, "label", "nothing measured");
  assert_value (rows, 5, "courses", "1");
  assert_value (rows, 5, "metric", "");
}

typedef struct
{
  const char *value;
  const char *n;          /* with a baseline, in all rows */
} Filter;

static const Filter filters[] = {
  { "metric=density", "1 2 1" },
  { "metric=Vellus hairs", "1" },
  { "cocktail=Beta", "1 1" },
  { "diagnosis=aga", "1 2" },
  { "protocol=weekly", "1 2 1 1" },
  { "from=2026-02-01", "1 1 1" },
  { "to=2026-02-01", "1 1" },
  { "join-zones=yes", "2 1 1" },
};

static void
test_filters_choose (ClinicDb      *db,
                     gconstpointer  data)
{
  const Filter *filter = data;
  const char *values[] = { filter->value, NULL };
  g_autofree char *rows = NULL;
  g_autoptr(GString) n = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;

  put_courses (db);
  put_course_readings (db);
  rows = make_sheet (db, "clinic-progress", values, "groups");
  lines = g_strsplit (rows, "\n", -1);

  for (guint i = 1; i < g_strv_length (lines); i++)
    {
      g_autofree char *value = get_value (rows, i, "baseline_n");

      if (g_strcmp0 (value, "0") != 0)
        g_string_append_printf (n, "%s%s", n->len > 0 ? " " : "", value);
    }

  g_assert_cmpstr (n->str, ==, filter->n);
}

static void
test_zones_of_a_course_are_joined (ClinicDb *db)
{
  const char *values[] = { "join-zones=yes", "metric=density", "cocktail=Alpha", NULL };
  g_autofree char *rows = NULL;

  put_courses (db);
  put_course_readings (db);
  rows = make_sheet (db, "clinic-progress", values, "groups");

  assert_value (rows, 1, "zone", "");
  assert_value (rows, 1, "paired_n", "1");
  assert_value (rows, 1, "baseline_mean", "50");
  assert_value (rows, 1, "last_mean", "65");
}

typedef struct
{
  const char *report;
  const char *value;
} Bad;

static const Bad bad[] = {
  { "patient-progress", NULL }, { "patient-progress", "patient=P99" }, { "patient-progress",
                                                                         "patient=0" },
  { "clinic-progress", "metric=unknown" }, { "clinic-progress", "from=2026-02-30" },
  { "clinic-progress", "threshold=twenty" }, { "clinic-progress", "threshold=-1" },
  { "clinic-progress", "confidence=100" }, { "clinic-progress", "confidence=nan" },
  { "clinic-progress", "dropouts=best" }, { "clinic-progress", "ranks=maybe" }, { "clinic-progress",
                                                                                  "tresh=1" },
  { "no-such-report", NULL },
};

static void
test_bad_parameter_is_named (ClinicDb      *db,
                             gconstpointer  data)
{
  const Bad *what = data;
  const char *values[] = { what->value, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = NULL;

  put_basics (db);
  put_patient (db, 1);
  sheets = run_report (db, what->report, values, &error);

  g_assert_null (sheets);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_false (clinic_db_in_transaction (db));
}

static void
test_units_are_printed_without_braces (ClinicDb *db)
{
  const char *patient[] = { "patient=P1", NULL };
  const char *all[] = { NULL };
  g_autofree char *measurements = NULL;
  g_autofree char *groups = NULL;

  put_courses (db);
  put (db, "UPDATE metric SET unit = '{score}' WHERE id = 1");
  put_reading (db, 301, 1, 61, 1, NULL, "2026-01-05", 0, 7);
  measurements = make_sheet (db, "patient-progress", patient, "measurements");
  assert_value (measurements, 1, "unit", "score");
  groups = make_sheet (db, "clinic-progress", all, "groups");
  assert_value (groups, 1, "unit", "score");
}

static void
test_sheets_are_found_by_name_and_by_title (ClinicDb *db)
{
  const char *all[] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = NULL;

  put_courses (db);
  sheets = run_report (db, "clinic-progress", all, &error);
  g_assert_no_error (error);
  g_assert_nonnull (clinic_report_find_sheet (sheets, "pairs"));
  g_assert_true (clinic_report_find_sheet (sheets, "pairs") == clinic_report_find_sheet (sheets,
                                                                                         "Pairs"));
  g_assert_null (clinic_report_find_sheet (sheets, "Peers"));
}

static void
test_cocktail_of_several_zones_is_named_once (ClinicDb *db)
{
  const char *values[] = { "patient=P1", NULL };
  g_autofree char *sessions = NULL;

  put_courses (db);
  put (db, "UPDATE cocktail SET name = 'Silicon, biotin' WHERE id = 1;"
       "INSERT INTO injection (id, version, session_id, zone, cocktail_version_id, technique, "
       "points,"
       " volume_per_point, depth) VALUES (87, 1, 71, 'occipital', 21, 'papule', 10, 100, 4000)");
  sessions = make_sheet (db, "patient-progress", values, "sessions");
  assert_value (sessions, 1, "cocktails", "Silicon, biotin v1; Beta v1");
  assert_value (sessions, 1, "zones", "Vertex, Frontal, Occipital");
}

static void
test_patient_sees_sessions_and_reactions (ClinicDb *db)
{
  const char *values[] = { "patient=P1", NULL };
  g_autofree char *sessions = NULL;
  g_autofree char *reactions = NULL;
  g_autofree char *summary = NULL;

  put_courses (db);
  sessions = make_sheet (db, "patient-progress", values, "sessions");
  assert_value (sessions, 1, "starts", "2026-01-05T09:00");
  assert_value (sessions, 1, "cocktails", "Alpha v1");
  assert_value (sessions, 1, "lots", "A12, B3");
  assert_value (sessions, 1, "zones", "Vertex, Frontal");
  assert_value (sessions, 1, "points", "30");
  assert_value (sessions, 1, "volume", "2");
  assert_value (sessions, 1, "techniques", "Nappage, Papule");
  assert_value (sessions, 1, "depth_low", "2");
  assert_value (sessions, 1, "depth_high", "4");
  assert_value (sessions, 2, "volume", "");
  assert_value (sessions, 3, "status", "Booked");

  reactions = make_sheet (db, "patient-progress", values, "reactions");
  assert_value (reactions, 1, "days_to_clear", "3");
  assert_value (reactions, 1, "overdue", "no");
  assert_value (reactions, 1, "naranjo", "6");
  assert_value (reactions, 1, "naranjo_category", "Probable");
  assert_value (reactions, 1, "serious", "yes");
  assert_value (reactions, 1, "lots", "A12, B3");
  assert_value (reactions, 2, "naranjo", "");
  assert_value (reactions, 2, "serious", "no");
  assert_value (reactions, 2, "lots", "");
  assert_value (reactions, 2, "days_to_clear", "10");
  assert_value (reactions, 2, "overdue", "yes");
  assert_value (reactions, 2, "days_after", "1");
  assert_value (reactions, 3, "days_to_clear", "");
  assert_value (reactions, 3, "days_open", "20");
  assert_value (reactions, 3, "overdue", "yes");
  assert_value (reactions, 3, "red_flag", "yes");
  assert_value (reactions, 4, "days_open", "2");
  assert_value (reactions, 4, "overdue", "no");

  summary = make_sheet (db, "patient-progress", values, "summary");
  g_assert_nonnull (strstr (summary, "item=File number\tvalue=P1\t"));
  g_assert_nonnull (strstr (summary, "item=Name\tvalue=Şahin, Elif\t"));
  g_assert_nonnull (strstr (summary, "item=Age\tvalue=46\tunit=years"));
  g_assert_nonnull (strstr (summary, "item=Sessions done\tvalue=2\t"));
  g_assert_nonnull (strstr (summary, "item=Next session\tvalue=2026-12-14T09:00\t"));
  g_assert_nonnull (strstr (summary, "item=Volume injected\tvalue=2\tunit=ml"));
}

static void
test_change_within_noise_is_marked (ClinicDb *db)
{
  const char *values[] = { "patient=P1", NULL };
  g_autofree char *rows = NULL;

  put_courses (db);
  put_course_readings (db);
  put_reading (db, 206, 1, 61, 2, "vertex", "2026-07-01", 3, 114.9);
  put_reading (db, 207, 1, 61, 1, NULL, "2026-01-05", 0, 40);
  put_reading (db, 208, 1, 61, 1, NULL, "2026-07-01", 3, 30);
  rows = make_sheet (db, "patient-progress", values, "measurements");

  /* Density frontal (2), vertex (4), shed hairs (2). */
  assert_value (rows, 1, "baseline", "0");
  assert_value (rows, 1, "change", "");
  assert_value (rows, 2, "percent", "");
  assert_value (rows, 3, "when", "2026-01-05");
  assert_value (rows, 4, "value", "150");
  assert_value (rows, 4, "percent", "50");
  assert_value (rows, 4, "verdict", "better");
  assert_value (rows, 4, "within_noise", "no");
  /* 10 % of 100 and of 120: √(10² + 12²) = 15.6 */
  assert_near (get_number (rows, 5, "noise"), sqrt (244), 1e-9);
  assert_value (rows, 5, "within_noise", "no");
  /* 14.9 against √(10² + 11.49²) = 15.2 */
  assert_value (rows, 6, "within_noise", "yes");
  assert_value (rows, 8, "metric", "Shed hairs");
  assert_value (rows, 8, "verdict", "better");
  assert_value (rows, 8, "within_noise", "");
}

/* What a workbook holds is what the screen was given. */
static void
test_file_equals_the_screen (ClinicDb *db)
{
  const char *values[] = { "ranks=yes", NULL };
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "progress.xlsx", NULL);
  g_autoptr(ClinicReport) report = clinic_report_load ("clinic-progress", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *screen = NULL;
  g_autofree char *file = NULL;
  g_auto(GStrv) lines = NULL;
  ClinicSheet *groups;

  put_women (db);
  screen = make_sheet (db, "clinic-progress", values, "groups");
  sheets = run_report (db, "clinic-progress", values, &error);
  g_assert_no_error (error);
  clinic_report_write_xlsx (report, sheets, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  file = read_workbook (path);
  g_assert_nonnull (strstr (file, "\nsheet \"Method\"\n"));
  groups = clinic_report_find_sheet (sheets, "groups");

  for (guint i = 0; i < clinic_sheet_get_n_columns (groups); i++)
    {
      const ClinicColumn *column = clinic_sheet_get_column (groups, i);
      g_autofree char *value = get_value (screen, 1, column->name);
      g_autofree char *cell = i < 26 ? g_strdup_printf ("%c2", 'A' + i)
                                     : g_strdup_printf ("%c%c2", 'A' + i / 26 - 1, 'A' + i % 26);
      double share = column->kind == CLINIC_CELL_PERCENT ? 100 : 1;
      double number = g_ascii_strtod (value, NULL);

      if (value[0] == '\0' || column->kind == CLINIC_CELL_TEXT || column->kind == CLINIC_CELL_FLAG)
        continue;

      assert_near (get_figure (file, "Groups", cell) * share, number,
                   fabs (number) * 1e-13 + 1e-300);
    }

  remove_folder (folder);
}

static void
test_patients_workbook_opens_in_office (ClinicDb *db)
{
  const char *values[] = { "patient=P1", NULL };
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "patient.xlsx", NULL);
  g_autoptr(ClinicReport) report = clinic_report_load ("patient-progress", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *cells = NULL;
  g_autofree char *csv = NULL;

  put_courses (db);
  put_course_readings (db);
  sheets = run_report (db, "patient-progress", values, &error);
  g_assert_no_error (error);
  clinic_report_write_xlsx (report, sheets, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  cells = read_workbook (path);
  g_assert_true (g_str_has_prefix (cells, "charts 2\n"));
  csv = convert_by_office (path, folder);
  g_assert_nonnull (strstr (csv, "File number,P1"));
  remove_folder (folder);
}

/* A reading connection beside one that writes; what is written meanwhile is not seen half. */
static void
test_report_runs_on_a_reading_connection (ClinicDb *db)
{
  g_autoptr(ClinicDb) reader = NULL;
  g_autofree char *rows = NULL;

  put_women (db);
  reader = clinic_test_open (db, CLINIC_DB_READ);
  rows = make_sheet (reader, "clinic-progress", NULL, "groups");
  assert_value (rows, 1, "paired_n", "10");
}

static gboolean
stop (guint64  done,
      guint64  total,
      gpointer data)
{
  return FALSE;
}

static void
test_stopped_report_leaves_no_transaction (ClinicDb *db)
{
  g_autoptr(ClinicReport) report = clinic_report_load ("clinic-progress", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  put_basics (db);
  put_patient (db, 1);
  put (db, "BEGIN");

  for (guint i = 0; i < 4200; i++)
    put_reading (db, 10000 + i, 1, 0, 1, NULL, NULL, i, i);

  put (db, "COMMIT");
  g_assert_null (clinic_report_run (report, db, NULL, stop, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (clinic_db_in_transaction (db));
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (clinic_report_run (report, db, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (clinic_db_in_transaction (db));
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/report/empty-clinic", test_every_report_runs_on_an_empty_clinic);
  clinic_test_add ("/report/published-table", test_published_table_comes_out);
  clinic_test_add ("/report/groups", test_groups_are_of_cocktail_diagnosis_protocol);
  clinic_test_add ("/report/join-zones", test_zones_of_a_course_are_joined);
  clinic_test_add ("/report/units-without-braces", test_units_are_printed_without_braces);
  clinic_test_add ("/report/sheets-by-title", test_sheets_are_found_by_name_and_by_title);
  clinic_test_add ("/report/cocktail-once", test_cocktail_of_several_zones_is_named_once);
  clinic_test_add ("/report/patient", test_patient_sees_sessions_and_reactions);
  clinic_test_add ("/report/noise", test_change_within_noise_is_marked);
  clinic_test_add ("/report/file-equals-screen", test_file_equals_the_screen);
  clinic_test_add ("/report/office", test_patients_workbook_opens_in_office);
  clinic_test_add ("/report/reading-connection", test_report_runs_on_a_reading_connection);
  clinic_test_add ("/report/stopped", test_stopped_report_leaves_no_transaction);

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/filter/%zu", i);

      clinic_test_add_data (path, &filters[i], test_filters_choose);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/bad-parameter/%zu", i);

      clinic_test_add_data (path, &bad[i], test_bad_parameter_is_named);
    }

  return g_test_run ();
}
