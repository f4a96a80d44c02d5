/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-import.h"
#include "clinic-measurement.h"
#include "clinic-patient.h"
#include "clinic-test.h"
#include "command-fixture.h"

/* Tables as people print them: with their sums below, units in the cells, marks of footnotes. */

/* What came of taking in @text: the accepted rows, and all that was said, a sentence a line. */
typedef struct
{
  guint64 accepted;
  guint64 refused;
  guint64 measurements;
  char   *said;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->said);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

typedef gboolean (*ImportFunc) (ClinicAct                 *act,
                                const char                *path,
                                const ClinicImportOptions *options,
                                ClinicImportResult        *result,
                                GError                   **error);

static void
take_in (CommandFixture *clinic,
         ImportFunc      import,
         const char     *text,
         Outcome        *outcome)
{
  const ClinicImportOptions options = { .create_patients = TRUE };
  g_auto(ClinicImportResult) result = { 0 };
  g_autofree char *path = clinic_test_file ("published.csv");
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) said = g_string_new (NULL);
  ClinicAct *act;

  act = clinic_act_new (clinic->db, clinic->manager);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  if (!import (act, path, &options, &result, &error))
    g_string_append_printf (said, "%s\n", error->message);

  for (guint i = 0; result.refusals != NULL && i < result.refusals->len; i++)
    g_string_append_printf (said, "%s\n", (char *) result.refusals->pdata[i]);

  for (guint i = 0; result.notes != NULL && i < result.notes->len; i++)
    g_string_append_printf (said, "%s\n", (char *) result.notes->pdata[i]);

  *outcome = (Outcome) { result.accepted, result.refused, result.measurements,
                         g_string_free (g_steal_pointer (&said), FALSE) };
  g_test_message ("%s", outcome->said);
  clinic_act_free (act);
}

static void
test_figures_below_a_table_are_no_patients (ClinicDb *db)
{
  CommandFixture clinic;
  g_auto(Outcome) outcome = { 0 };

  command_fixture_init (&clinic, db);
  take_in (&clinic, clinic_import_measurements,
           "Patient,density baseline,density week 12\n"
           "SD,100,110\n"
           "MAX,90,95\n"
           "P3,80,85\n"
           "Mean,90,96.7\n"
           "SD,10,10.6\n"
           "n=3,3,3\n"
           "Max,100,110\n"
           "Average ± SD,90 ± 10,97 ± 11\n"
           "Total,270,290\n"
           "Mittelwert,90,97\n"
           "Summe,270,290\n"
           "Moyenne,90,97\n"
           "Ortalama,90,97\n"
           "Media,90,97\n"
           "p<0.05,0.03,\n",
           &outcome);
  g_assert_cmpuint (outcome.accepted, ==, 3);
  g_assert_cmpuint (outcome.refused, ==, 12);
  g_assert_nonnull (strstr (outcome.said,
                            "Line 5: “Mean” is no patient but a figure of the whole table."));
  g_assert_nonnull (strstr (outcome.said,
                            "Line 6: “SD” is no patient but a figure of the whole table."));
  g_assert_nonnull (strstr (outcome.said,
                            "Line 7: “n=3” is no patient but a figure of the whole table."));
  g_assert_nonnull (strstr (outcome.said, "taken for patients: 2 (“SD” on line 2)."));

  command_fixture_clear (&clinic);
}

static void
test_means_of_groups_are_refused (ClinicDb *db)
{
  CommandFixture clinic;
  g_auto(Outcome) named = { 0 };
  g_auto(Outcome) unnamed = { 0 };

  command_fixture_init (&clinic, db);
  take_in (&clinic, clinic_import_measurements,
           "subject,terminal hairs baseline,terminal hairs day 90\n"
           "MPS,178.3 ± 7.8,235.8 ± 18.4\n"
           "Other,178.3 +/- 7.8,235.8\n"
           "Placebo,178.2 (9.6),180.9 (18.8)\n", &named);
  g_assert_cmpuint (named.accepted, ==, 0);
  g_assert_nonnull (strstr (named.said,
                            "Line 2: terminal hairs baseline: “178.3 ± 7.8” is a mean with its "
                            "spread, not one reading."));
  g_assert_nonnull (strstr (named.said,
                            "Line 3: terminal hairs baseline: “178.3 +/- 7.8” is a mean with its "
                            "spread"));
  g_assert_nonnull (strstr (named.said,
                            "Line 4: terminal hairs baseline: “178.2 (9.6)” is a mean with its "
                            "spread"));

  take_in (&clinic, clinic_import_measurements,
           "group,terminal hairs baseline,terminal hairs day 90\nMPS,178.3 ± 7.8,235.8 ± 18.4\n", &unnamed);
  g_assert_nonnull (strstr (unnamed.said, "Means of groups cannot be taken in"));

  command_fixture_clear (&clinic);
}

static void
test_units_in_cells_are_understood (ClinicDb *db)
{
  CommandFixture clinic;
  static const struct
  {
    const char *cell;
    guint       accepted;
    const char *said;
  } cells[] = {
    { "45%", 1, "" },
    { "45 %", 1, "" },
    { "\"45,5%\"", 1, "" },
    { "45 mm", 0, "“45 mm”: its unit is “mm”, but SALT score is kept in “%”." },
    { "44*", 0, "“44*” is no number" },
    { "<5", 0, "“<5” is no number" },
    { ">100", 0, "“>100” is no number" },
    { "12-15", 0, "“12-15” is no number" },
    { "%", 0, "“%” is no number" },
    { "101%", 0, "cannot be 101" },
  };

  command_fixture_init (&clinic, db);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *text = g_strdup_printf ("ID,SALT score T0\nA%u,%s\n", i, cells[i].cell);
      g_auto(Outcome) outcome = { 0 };

      take_in (&clinic, clinic_import_measurements, text, &outcome);
      g_assert_cmpuint (outcome.accepted, ==, cells[i].accepted);
      g_assert_nonnull (strstr (outcome.said, cells[i].said));
    }

  command_fixture_clear (&clinic);
}

static void
test_sum_below_a_list_is_no_patient (ClinicDb *db)
{
  CommandFixture clinic;
  g_auto(Outcome) outcome = { 0 };

  command_fixture_init (&clinic, db);
  take_in (&clinic, clinic_import_patients,
           "id,last name,first name,dob\n1,A,B,1980-01-02\nTotal,1,,\n", &outcome);
  g_assert_cmpuint (outcome.accepted, ==, 1);
  g_assert_nonnull (strstr (outcome.said,
                            "Line 3: “Total” is no patient but a figure of the whole table."));

  command_fixture_clear (&clinic);
}

static void
test_dates_nobody_meant_are_refused (ClinicDb *db)
{
  CommandFixture clinic;
  g_auto(Outcome) patients = { 0 };
  g_auto(Outcome) old = { 0 };
  g_auto(Outcome) readings = { 0 };
  g_auto(Outcome) mixed = { 0 };

  command_fixture_init (&clinic, db);
  take_in (&clinic, clinic_import_patients, "id,last name,dob\n1,A,1980-02-03\n2,B,29221\n",
           &patients);
  g_assert_cmpuint (patients.accepted, ==, 1);
  g_assert_nonnull (strstr (patients.said,
                            "Line 3: Date of birth: “29221” may be a day as spreadsheets count "
                            "them."));

  take_in (&clinic, clinic_import_patients, "id,last name,dob\n3,C,1.1.1800\n4,D,31.1.1930\n",
           &old);
  g_assert_cmpuint (old.accepted, ==, 1);
  g_assert_nonnull (strstr (old.said,
                            "Line 2: Date of birth: “1.1.1800” lies more than 150 years back."));

  take_in (&clinic, clinic_import_measurements, "id,date,SALT score\nS1,2025-02-03,5\nS1,45800,4\n",
           &readings);
  g_assert_cmpuint (readings.accepted, ==, 1);
  g_assert_nonnull (strstr (readings.said,
                            "Line 3: date: “45800” may be a day as spreadsheets count them."));

  take_in (&clinic, clinic_import_measurements,
           "id,date,SALT score\nS2,2025-02-03,5\nS2,13/06/2025,4\n", &mixed);
  g_assert_nonnull (strstr (mixed.said, "line 2 has “2025-02-03”, line 3 has “13/06/2025”"));
  command_fixture_clear (&clinic);
}

static void
test_headings_of_more_languages (ClinicDb *db)
{
  CommandFixture clinic;
  static const char *const lists[] = {
    "رقم الملف,اسم العائلة,الاسم الأول,تاريخ الميلاد,الجنس,الهاتف\nX0,الأحمد,فاطمة,1985-03-20,أنثى,1\n",
    "N° dossier;Nom;Prénom;Date de naissance;Sexe;Téléphone\nX1;Lefèvre;Élodie;20/03/1985;Féminin;1\n",
    "Nº historia;Apellidos;Nombre;Fecha de nacimiento;Sexo;Teléfono\nX2;Núñez;María;20/03/1985;Mujer;1\n",
  };

  command_fixture_init (&clinic, db);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto(Outcome) outcome = { 0 };
      g_autofree char *number = g_strdup_printf ("X%u", i);
      g_autoptr(ClinicRecord) patient = NULL;

      take_in (&clinic, clinic_import_patients, lists[i], &outcome);
      g_assert_cmpuint (outcome.accepted, ==, 1);
      patient = clinic_store_find_by (db, CLINIC_TYPE_PATIENT, "file_number", number, NULL);
      g_assert_nonnull (patient);
      g_assert_cmpstr (CLINIC_PATIENT (patient)->sex, ==, "F");
      g_assert_cmpstr (CLINIC_PATIENT (patient)->phone, ==, "1");
      g_assert_cmpstr (CLINIC_PATIENT (patient)->birth_date, ==, "1985-03-20");
      g_assert_null (CLINIC_PATIENT (patient)->imported);
    }

  command_fixture_clear (&clinic);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/import/published/figures-below-a-table-are-no-patients",
                   test_figures_below_a_table_are_no_patients);
  clinic_test_add ("/import/published/means-of-groups-are-refused",
                   test_means_of_groups_are_refused);
  clinic_test_add ("/import/published/units-in-cells-are-understood",
                   test_units_in_cells_are_understood);
  clinic_test_add ("/import/published/sum-below-a-list-is-no-patient",
                   test_sum_below_a_list_is_no_patient);
  clinic_test_add ("/import/published/dates-nobody-meant-are-refused",
                   test_dates_nobody_meant_are_refused);
  clinic_test_add ("/import/published/headings-of-more-languages", test_headings_of_more_languages);

  return g_test_run ();
}
