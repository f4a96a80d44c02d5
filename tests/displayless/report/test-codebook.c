/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody needs who counts with a workbook: every column explained, one value a cell, rules and
 * definitions beside what they decided. */

#include "config.h"

#include <string.h>

#include "clinic-pull.h"
#include "clinic-scale.h"
#include "clinic-test.h"
#include "report-clinic.h"
#include "workbook-reader.h"

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

/* A patient with readings of each kind, two courses, stages and decisions. */
static void
put_case (ClinicDb *db)
{
  put_basics (db);
  put_patient (db, 7);
  put (db,
       "INSERT INTO metric (id, version, code, name, unit, direction, error_absolute, decimals, source)"
       " VALUES (4, 1, 'pull_test', 'Hair pull test', 'hairs', 'lower', 1000, 0, 'somebody'),"
       " (5, 1, 'salt', 'SALT score', '%%', 'lower', 5000, 1, NULL),"
       " (6, 1, 'dlqi', 'DLQI', '{score}', 'lower', 4000, 0, NULL);"
       "INSERT INTO diagnosis (id, version, patient_id, diagnosis_kind_id, made_on, scale, grade)"
       " VALUES (1, 1, 7, 1, '2026-01-02', 'Norwood-Hamilton', 'IV'), (2, 1, 7, 1, '2026-01-03', 'Savin', 'I-2');"
       "INSERT INTO course (id, version, patient_id, diagnosis_id, protocol_id, practitioner_id, started_on, status)"
       " VALUES (1, 1, 7, 1, 1, 1, '2026-02-01', 'active'), (2, 1, 7, 1, 1, 1, '2026-01-05', 'done');"
       "INSERT INTO grade (id, version, patient_id, scale, stage, graded_on, edition)"
       " VALUES (1, 1, 7, 'norwood', 'III', '2026-03-01', 1), (2, 1, 7, 'basp', 'M2V1', '2026-03-02', 1);"
       "INSERT INTO decision (id, version, patient_id, course_id, number, score, photos, choice, reason, decided_on,"
       " staff_id) VALUES (1, 1, 7, 1, 3, -1, 1, 'stop', 'Worse', '2026-04-01', 1)");
  put_reading (db, 11, 7, 1, 4, "vertex", "2026-02-01", -1, 7);
  put_reading (db, 12, 7, 1, 4, "vertex", "2026-03-01", -1, 3);
  put_reading (db, 13, 7, 1, 5, NULL, "2026-02-01", -1, 40.8);
  put_reading (db, 14, 7, 1, 6, NULL, "2026-02-01", -1, 10);
  put_reading (db, 15, 7, 1, 2, "vertex", "2026-02-01", -1, 200);
  put (db,
       "UPDATE measurement SET items = '7', grasped = 60, rule = 'share_10', rule_version = 1, result = 'positive',"
       " wash_hours = 24 WHERE id = 11;"
       "UPDATE measurement SET items = '3', grasped = 60, rule = 'share_10', rule_version = 99, result = 'negative'"
       " WHERE id = 12;"
       "UPDATE measurement SET items = '60 40 20 20' WHERE id = 13;"
       "UPDATE measurement SET items = '2 3 1 0 - 1 0 3 0 0' WHERE id = 14;"
       "UPDATE measurement SET counted = 180, area = 900, cutoff = 40000 WHERE id = 15");
}

static GPtrArray *
run_patient (ClinicDb *db)
{
  const char *patient[] = { "patient=P7", NULL };
  g_autoptr(GError) error = NULL;
  GPtrArray *sheets = run_report (db, "patient-progress", patient, &error);

  g_assert_no_error (error);

  return sheets;
}

/* The row of a sheet in which a column holds this, from 1; fails when there is none. */
static guint
find_row (const char *rows,
          const char *column,
          const char *wanted)
{
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);
  guint n = g_strv_length (lines);

  for (guint row = 1; row < n; row++)
    {
      g_autofree char *value = get_value (rows, row, column);

      if (g_strcmp0 (value, wanted) == 0)
        return row;
    }

  g_error ("no %s “%s” in:\n%s", column, wanted, rows);
}

static void
assert_explained (GPtrArray *sheets)
{
  g_autofree char *book = print_sheet (sheets, "codebook");
  guint row = 0;

  for (guint i = 0; i + 2 < sheets->len; i++)
    {
      ClinicSheet *sheet = sheets->pdata[i];
      g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; j < clinic_sheet_get_n_columns (sheet); j++)
        {
          const ClinicColumn *column = clinic_sheet_get_column (sheet, j);
          g_autofree char *meaning = NULL;
          g_autofree char *type = NULL;

          assert_value (book, ++row, "sheet", clinic_sheet_get_title (sheet));
          assert_value (book, row, "column", column->title);
          meaning = get_value (book, row, "meaning");
          type = get_value (book, row, "type");

          if (*meaning == '\0' || *type == '\0')
            g_error ("%s of the sheet %s is not explained", column->name, clinic_sheet_get_name (sheet));

          /* Two columns of the same head cannot be told apart. */
          g_assert_true (g_hash_table_add (seen, column->title));
        }
    }

}

/* Where something is measured, it is said what. */
static void
assert_measures_are_defined (GPtrArray *sheets)
{
  g_assert_nonnull (clinic_report_find_sheet (sheets, "metrics"));
  g_assert_nonnull (clinic_report_find_sheet (sheets, "definitions"));
}

static void
test_every_column_is_explained (ClinicDb *db)
{
  g_auto(GStrv) names = clinic_report_list ();

  put_case (db);

  for (char **name = names; *name != NULL; name++)
    {
      const char *patient[] = { "patient=P7", NULL };
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) sheets = run_report (db, *name, g_str_has_prefix (*name, "patient") ? patient : NULL, &error);

      g_assert_no_error (error);
      assert_explained (sheets);

      if (g_str_has_suffix (*name, "progress"))
        assert_measures_are_defined (sheets);
    }
}

/* As it stands in the file: heads with their units, a row for each reading, figures as figures, dates as dates, nothing
 * merged. */
static void
test_workbook_can_be_counted_with (ClinicDb *db)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "patient.xlsx", NULL);
  g_autoptr(ClinicReport) report = clinic_report_load ("patient-progress", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *cells = NULL;

  put_case (db);
  sheets = run_patient (db);
  clinic_report_write_xlsx (report, sheets, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  cells = read_workbook (path);
  g_assert_null (strstr (cells, "\nmerged "));
  assert_text (cells, "Measurements", "Q1", "\"Area counted in (cm²)\"");
  assert_text (cells, "Measurements", "R1", "\"Terminal from (µm)\"");
  assert_text (cells, "Measurements", "U1", "\"Result of the test\"");
  assert_text (cells, "Measurements", "W1", "\"Rule\"");
  assert_text (cells, "Measurements", "X1", "\"Cut-off of the rule\"");

  /* Density, DLQI, the two pull tests, SALT. */
  g_assert_cmpfloat (get_figure (cells, "Measurements", "P3"), ==, 180);
  g_assert_cmpfloat (get_figure (cells, "Measurements", "Q3"), ==, 0.9);
  g_assert_cmpfloat (get_figure (cells, "Measurements", "E3"), ==, 46054);
  assert_text (cells, "Measurements", "V2", "\"moderate effect on life\"");
  assert_text (cells, "Measurements", "U4", "\"Positive\"");
  assert_text (cells, "Measurements", "W4", "\"share_10\"");
  assert_text (cells, "Measurements", "X4", "\"> 10 % of those grasped\"");
  g_assert_cmpfloat (get_figure (cells, "Measurements", "Y4"), ==, 1);
  assert_text (cells, "Measurements", "Z4", "\"healio; fpnotebook\"");
  assert_text (cells, "Measurements", "V6", "\"S2, moderate\"");
  g_assert_null (strstr (cells, "Measurements!X6"));
  g_assert_nonnull (strstr (cells, "sheet \"Codebook\"\n"));
  g_assert_nonnull (strstr (cells, "sheet \"Definitions\"\n"));
  remove_folder (g_steal_pointer (&folder));
}

/* What the rule says now is not what it said then. */
static void
test_other_version_has_no_cutoff (ClinicDb *db)
{
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *rows = NULL;
  guint row;

  put_case (db);
  sheets = run_patient (db);
  rows = print_sheet (sheets, "measurements");
  row = find_row (rows, "rule_version", "99");
  assert_value (rows, row, "rule", "share_10");
  assert_value (rows, row, "result", "Negative");
  assert_value (rows, row, "rule_cutoff", "");
}

/* What the clinic says of its own is what it said then: the version that judged it is kept. */
static void
test_clinics_own_rule_says_its_cutoff (ClinicDb *db)
{
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *rows = NULL;
  guint row;

  put_case (db);
  put (db,
       "INSERT INTO pull_version (id, version, code, number, label, source, places, percent_above, made_on) VALUES"
       " (5, 1, 'share_10', 1, 'Ours', 'Our own count', 1, 8, '2026-01-01'),"
       " (6, 1, 'share_10', 2, 'Ours', 'Our own count', 1, 20, '2026-02-20');"
       "UPDATE measurement SET rule = 'own-share_10', rule_version = 1, pull_version_id = 5 WHERE id = 12");
  sheets = run_patient (db);
  rows = print_sheet (sheets, "measurements");
  row = find_row (rows, "rule", "own-share_10");
  assert_value (rows, row, "rule_cutoff", "> 8 % of those grasped");
  assert_value (rows, row, "rule_source", "Our own count");
}

static void
test_stages_have_definition_and_edition (ClinicDb *db)
{
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *words = clinic_scale_define (clinic_scale_find ("norwood"), "III");

  put_case (db);
  sheets = run_patient (db);
  rows = print_sheet (sheets, "stages");

  /* Of the diagnosis; what is no scale that is known; then as they were seen. */
  assert_value (rows, 1, "scale", "Norwood-Hamilton");
  assert_value (rows, 1, "stage", "IV");
  assert_value (rows, 1, "place", "7");
  assert_value (rows, 1, "edition", "");
  assert_value (rows, 1, "change", "");
  assert_value (rows, 2, "scale", "Savin");
  assert_value (rows, 2, "definition", "");
  assert_value (rows, 3, "stage", "III");
  assert_value (rows, 3, "change", "-3");
  assert_value (rows, 3, "definition", words);
  assert_value (rows, 3, "edition", "1");
  assert_value (rows, 4, "scale", "BASP");
  assert_value (rows, 4, "place", "");
  assert_value (rows, 4, "change", "");
}

static void
test_parts_stand_one_a_cell (ClinicDb *db)
{
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *rows = NULL;
  guint row;

  put_case (db);
  sheets = run_patient (db);
  rows = print_sheet (sheets, "parts");
  row = find_row (rows, "name", "Back (%)");
  assert_value (rows, row, "value", "40");
  assert_value (rows, row, "metric", "SALT score");
  row = find_row (rows, "name", "Question 5");
  assert_value (rows, row, "value", "");
  row = find_row (rows, "name", "Question 8");
  assert_value (rows, row, "value", "3");
  row = find_row (rows, "name", "Hairs out at place 1");
  assert_value (rows, row, "value", "7");

  /* Courses are numbered as they were started. */
  assert_value (rows, row, "course", "2");
}

static void
test_decisions_and_errors_are_told (ClinicDb *db)
{
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *decisions = NULL;
  g_autofree char *metrics = NULL;
  guint row;

  put_case (db);
  sheets = run_patient (db);
  decisions = print_sheet (sheets, "decisions");
  assert_value (decisions, 1, "course", "2");
  assert_value (decisions, 1, "score", "-1");
  assert_value (decisions, 1, "reason", "Worse");
  assert_value (decisions, 1, "photos", "yes");
  metrics = print_sheet (sheets, "metrics");
  row = find_row (metrics, "code", "pull_test");
  assert_value (metrics, row, "least_absolute", "1.414");
  assert_value (metrics, row, "source", "somebody");
  row = find_row (metrics, "code", "density");
  assert_value (metrics, row, "error_percent", "10");
  assert_value (metrics, row, "least_percent", "14.142");
  assert_value (metrics, row, "least_absolute", "");
  row = find_row (metrics, "code", "dlqi");
  assert_value (metrics, row, "unit", "score");
}

/* Every stage and every rule there is. */
static void
test_definitions_are_whole (ClinicDb *db)
{
  g_autoptr(GPtrArray) sheets = NULL;
  g_autofree char *rows = NULL;

  put_case (db);
  sheets = run_patient (db);
  rows = print_sheet (sheets, "definitions");

  for (const ClinicScale *scale = clinic_scales (); scale->name != NULL; scale++)
    {
      for (const ClinicStage *stage = scale->stages; stage->value != NULL; stage++)
        {
          g_autofree char *start = g_strdup_printf ("subject=%s\t", scale->label);
          g_autofree char *value = g_strdup_printf ("value=%s\tmeaning=%s", stage->value, stage->definition);

          g_assert_nonnull (strstr (rows, start));
          g_assert_nonnull (strstr (rows, value));
        }
    }

  for (guint i = 0; i < clinic_pull_rules ()->len; i++)
    {
      const ClinicPullRule *rule = clinic_pull_rules ()->pdata[i];
      guint row = find_row (rows, "value", rule->id);

      assert_value (rows, row, "meaning", rule->label);
      assert_value (rows, row, "source", rule->source);
    }
}

static char *
print_clinic (ClinicDb           *db,
              const char * const *values,
              const char         *sheet)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = run_report (db, "clinic-progress", values, &error);

  g_assert_no_error (error);

  return print_sheet (sheets, sheet);
}

/* Two courses of one patient and one of another; the density (error 10 %) of each goes another way. */
static void
put_courses (ClinicDb *db)
{
  put_case (db);
  put_patient (db, 8);
  put (db,
       "INSERT INTO course (id, version, patient_id, protocol_id, practitioner_id, started_on, status)"
       " VALUES (3, 1, 8, 1, 1, '2026-02-01', 'active')");
  put_reading (db, 21, 7, 1, 2, "vertex", "2026-02-01", -1, 200);
  put_reading (db, 22, 7, 1, 2, "vertex", "2026-05-01", -1, 240);
  put_reading (db, 23, 7, 2, 2, "vertex", "2026-02-01", -1, 200);
  put_reading (db, 24, 7, 2, 2, "vertex", "2026-05-01", -1, 190);
  put_reading (db, 25, 8, 3, 2, "vertex", "2026-02-01", -1, 200);
  put_reading (db, 26, 8, 3, 2, "vertex", "2026-05-01", -1, 100);
  put_reading (db, 27, 8, 3, 4, "vertex", "2026-02-01", -1, 9);
  put_reading (db, 28, 8, 3, 4, "vertex", "2026-05-01", -1, 2);
  put_reading (db, 29, 8, 3, 4, "frontal", "2026-02-01", -1, 9);
  put_reading (db, 30, 8, 3, 4, "frontal", "2026-05-01", -1, 2);
  put (db,
       "UPDATE measurement SET rule = 'share_10', rule_version = 1 WHERE id IN (27, 28, 29);"
       "UPDATE measurement SET rule = 'up_to_two' WHERE id = 30;"
       "DELETE FROM measurement WHERE id = 15");
}

static guint
find_course_row (const char *rows,
                 const char *course,
                 const char *metric)
{
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);
  guint n = g_strv_length (lines);

  for (guint row = 1; row < n; row++)
    {
      g_autofree char *number = get_value (rows, row, "course");
      g_autofree char *name = get_value (rows, row, "metric");

      if (g_str_equal (number, course) && g_str_equal (name, metric))
        return row;
    }

  g_error ("no %s of course %s in:\n%s", metric, course, rows);
}

static void
test_pairs_are_classified_by_the_error (ClinicDb *db)
{
  g_autofree char *pairs = NULL;
  g_autofree char *groups = NULL;
  guint row;

  put_courses (db);
  pairs = print_clinic (db, NULL, "pairs");
  row = find_course_row (pairs, "1", "Density");
  assert_value (pairs, row, "unit", "/cm2");
  assert_value (pairs, row, "better", "higher");
  assert_value (pairs, row, "class", "better");
  g_assert_cmpfloat_with_epsilon (get_number (pairs, row, "noise"), 31.240998703626616, 1e-9);
  assert_value (pairs, row, "patient", "1");
  row = find_course_row (pairs, "2", "Density");
  assert_value (pairs, row, "class", "within noise");
  assert_value (pairs, row, "patient", "1");
  row = find_course_row (pairs, "3", "Density");
  assert_value (pairs, row, "class", "worse");
  assert_value (pairs, row, "patient", "2");

  groups = print_clinic (db, (const char *[]) { "metric=density", NULL }, "groups");
  assert_value (groups, find_row (groups, "diagnosis", "Androgenetic alopecia"), "clearly_better", "1");
  assert_value (groups, find_row (groups, "diagnosis", "Androgenetic alopecia"), "within_noise", "1");
  assert_value (groups, find_row (groups, "diagnosis", "Androgenetic alopecia"), "clearly_worse", "0");
  assert_value (groups, find_row (groups, "diagnosis", "not recorded"), "clearly_worse", "1");
}

/* No error is known of what is shed: nothing is said to be told from noise. */
static void
test_unknown_error_classifies_nothing (ClinicDb *db)
{
  g_autofree char *pairs = NULL;
  g_autofree char *groups = NULL;

  put_courses (db);
  put_reading (db, 41, 7, 1, 1, NULL, "2026-02-01", -1, 20);
  put_reading (db, 42, 7, 1, 1, NULL, "2026-05-01", -1, 2);
  pairs = print_clinic (db, (const char *[]) { "metric=shed", NULL }, "pairs");
  assert_value (pairs, 1, "class", "");
  assert_value (pairs, 1, "noise", "");
  assert_value (pairs, 1, "responder", "yes");
  groups = print_clinic (db, (const char *[]) { "metric=shed", NULL }, "groups");
  assert_value (groups, 1, "improved", "1");
  assert_value (groups, 1, "clearly_better", "");
}

static void
test_pairs_say_their_rules (ClinicDb *db)
{
  g_autofree char *zones = NULL;
  g_autofree char *joined = NULL;
  guint row;

  put_courses (db);
  zones = print_clinic (db, (const char *[]) { "metric=pull_test", NULL }, "pairs");
  row = find_row (zones, "zone", "Frontal");
  assert_value (zones, row, "baseline_rule", "share_10, version 1");
  assert_value (zones, row, "last_rule", "up_to_two");

  /* Of zones together only what all were judged by. */
  joined = print_clinic (db, (const char *[]) { "metric=pull_test", "join-zones=yes", NULL }, "pairs");
  row = find_course_row (joined, "3", "Hair pull test");
  assert_value (joined, row, "baseline_rule", "share_10, version 1");
  assert_value (joined, row, "last_rule", "");
}

static void
test_stages_of_courses_are_compared (ClinicDb *db)
{
  g_autofree char *rows = NULL;

  put_courses (db);
  put (db,
       "INSERT INTO session (id, version, patient_id, course_id, practitioner_id, number, starts, ends, status)"
       " VALUES (1, 1, 7, 1, 1, 1, '2026-02-01T10:00', '2026-02-01T10:30', 'done');"
       "INSERT INTO grade (id, version, patient_id, session_id, scale, stage, graded_on, edition)"
       " VALUES (3, 1, 7, 1, 'norwood', 'III vertex', '2026-02-11', 1), (4, 1, 7, 1, 'basp', 'M1', '2026-02-11', 1)");
  rows = print_clinic (db, NULL, "stages");

  /* The first of a course is that of its diagnosis. */
  assert_value (rows, 1, "course", "1");
  assert_value (rows, 1, "patient", "1");
  assert_value (rows, 1, "scale", "Norwood-Hamilton");
  assert_value (rows, 1, "first", "IV");
  assert_value (rows, 1, "last", "III vertex");
  assert_value (rows, 1, "change", "-1");
  assert_value (rows, 1, "days", "40");
  assert_value (rows, 2, "scale", "BASP");
  assert_value (rows, 2, "first", "M1");
  assert_value (rows, 2, "last", "");
  assert_value (rows, 2, "change", "");
  assert_value (rows, 3, "course", "2");
  assert_value (rows, 3, "first", "IV");
  assert_value (rows, 3, "seen", "1");
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);
  clinic_test_add ("/codebook/every-column-is-explained", test_every_column_is_explained);
  clinic_test_add ("/codebook/workbook-can-be-counted-with", test_workbook_can_be_counted_with);
  clinic_test_add ("/codebook/other-version-has-no-cutoff", test_other_version_has_no_cutoff);
  clinic_test_add ("/codebook/clinics-own-rule", test_clinics_own_rule_says_its_cutoff);
  clinic_test_add ("/codebook/stages-have-definition-and-edition", test_stages_have_definition_and_edition);
  clinic_test_add ("/codebook/parts-stand-one-a-cell", test_parts_stand_one_a_cell);
  clinic_test_add ("/codebook/decisions-and-errors-are-told", test_decisions_and_errors_are_told);
  clinic_test_add ("/codebook/definitions-are-whole", test_definitions_are_whole);
  clinic_test_add ("/codebook/pairs-are-classified-by-the-error", test_pairs_are_classified_by_the_error);
  clinic_test_add ("/codebook/unknown-error-classifies-nothing", test_unknown_error_classifies_nothing);
  clinic_test_add ("/codebook/pairs-say-their-rules", test_pairs_say_their_rules);
  clinic_test_add ("/codebook/stages-of-courses-are-compared", test_stages_of_courses_are_compared);

  return g_test_run ();
}
