/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "clinic-import.h"
#include "clinic-patient.h"
#include "clinic-test.h"
#include "command-fixture.h"

typedef struct
{
  CommandFixture clinic;
  ClinicAct     *act;           /* the manager's */
} Fixture;

static void
set_up (Fixture  *fixture,
        ClinicDb *db)
{
  command_fixture_init (&fixture->clinic, db);
  fixture->act = clinic_act_new (db, fixture->clinic.manager);
}

static void
tear_down (Fixture *fixture)
{
  clinic_act_free (fixture->act);
  command_fixture_clear (&fixture->clinic);
}

static char *
write_table (const char *name,
             const char *text)
{
  char *path = clinic_test_file (name);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

static ClinicPatient *
find (ClinicDb   *db,
      const char *file_number)
{
  g_autoptr(GError) error = NULL;
  ClinicRecord *record = clinic_store_find_by (db, CLINIC_TYPE_PATIENT, "file_number", file_number,
                                               &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return CLINIC_PATIENT (record);
}

static gboolean
says (GPtrArray  *sentences,
      const char *piece)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      if (strstr (sentences->pdata[i], piece) != NULL)
        return TRUE;
    }

  for (guint i = 0; i < sentences->len; i++)
    g_test_message ("%s", (char *) sentences->pdata[i]);

  return FALSE;
}

/* As a spreadsheet program left it: semicolons, month first, no leading noughts, numbers
 * mangled, digits glued to names, accents, the dead among the living. Nobody in it exists. */
#define HEADER \
  "Id;BIRTHDATE;DEATHDATE;SSN;PREFIX;FIRST;LAST;SUFFIX;MAIDEN;MARITAL;GENDER;BIRTHPLACE;ADDRESS;CITY;STATE;COUNTY;ZIP;LAT;EXPENSES\n"

static void
append_row (GString *table,
            guint    i)
{
  static const char *const given[] = { "José Eduardo", "Milo", "Mariana", "Adán", "Šárka" };
  static const char *const family[] = { "Gómez", "Feil", "Rutherford", "O'Keefe", "Müller" };
  gboolean woman = i % 3 == 2;

  g_string_append_printf (table, "id-%04u-ba9;%u/%u/%u;", i, 1 + i % 12, 1 + i % 28, 1930 + i % 90);

  if (i % 9 == 0)
    g_string_append_printf (table, "%u/%u/%u", 1 + i % 11, 13 + i % 15, 2021 + i % 5);

  g_string_append_printf (table, ";999-%02u-%04u;%s;%s%u;%s%u;%s;", i % 100, i,
                          i % 4 == 0 ? "" : woman ? "Mrs." : "Mr.",
                          given[i % 5], 100 + i, family[i % 5], 206 + i, i % 100 == 7 ? "PhD" : "");

  if (woman)
    g_string_append_printf (table, "Williamson%u", i);

  g_string_append_printf (table,
                          ";%s;%s;Marigot  Saint Andrew  DM;%u Balistreri Way Unit "
                          "%u;Chicopee;Massachusetts;"
                          "Hampden County;%u;4.222.835.382.315.9%02u;%u.08\n",
                          i % 2 == 0 ? "M" : "S", woman ? "F" : "M", 400 + i, i % 70, i % 11 == 0
                              ? 0 : 1013 + i, i % 100,
                          200000 + i);
}

static char *
make_table (guint n_rows)
{
  g_autoptr(GString) table = g_string_new (HEADER);

  for (guint i = 1; i <= n_rows; i++)
    append_row (table, i);

  return g_string_free (g_steal_pointer (&table), FALSE);
}

static void
import (Fixture                   *fixture,
        const char                *path,
        const ClinicImportOptions *options,
        ClinicImportResult        *result)
{
  g_autoptr(GError) error = NULL;
  gboolean done = clinic_import_patients (fixture->act, path, options, result, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static void
refuse (Fixture                   *fixture,
        const char                *path,
        const ClinicImportOptions *options,
        int                        code,
        const char                *piece)
{
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(GError) error = NULL;
  gint64 patients = command_count (fixture->clinic.db, "SELECT count(*) FROM patient");
  gint64 audit = command_count (fixture->clinic.db, "SELECT count(*) FROM audit");

  g_assert_false (clinic_import_patients (fixture->act, path, options, &result, &error));
  g_assert_error (error, CLINIC_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, piece));
  g_assert_cmpint (command_count (fixture->clinic.db, "SELECT count(*) FROM patient"), ==,
                   patients);

  /* A refusal of rights is written down. */
  if (code != CLINIC_ERROR_DENIED)
    g_assert_cmpint (command_count (fixture->clinic.db, "SELECT count(*) FROM audit"), ==, audit);
}

/* The date of the row as it has to come out. */
static char *
swap_date (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "/", 3);

  return g_strdup_printf ("%s-%02u-%02u", parts[2], atoi (parts[0]), atoi (parts[1]));
}

/* Every cell must be found again: in its field or among what was brought along. */
static void
check_nothing_is_lost (ClinicDb   *db,
                       const char *table)
{
  g_auto(GStrv) lines = g_strsplit (table, "\n", -1);
  g_auto(GStrv) header = g_strsplit (lines[0], ";", -1);

  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ";", -1);
      g_autoptr(ClinicPatient) patient = find (db, cells[0]);
      g_autoptr(GString) all = g_string_new ("\n");

      for (guint k = 0; k < CLINIC_RECORD_GET_CLASS (patient)->n_fields; k++)
        {
          const ClinicField *field = &CLINIC_RECORD_GET_CLASS (patient)->fields[k];
          g_autofree char *value = clinic_record_dup_value (CLINIC_RECORD (patient), field);

          g_string_append_printf (all, "%s\n", value != NULL ? value : "");
        }

      for (guint k = 0; cells[k] != NULL; k++)
        {
          g_autofree char *wanted = g_str_has_suffix (header[k], "DATE") &&
                                    cells[k][0] != '\0' ? swap_date (cells[k])
                                                                                               : g_strdup (cells[k]);
          g_autofree char *in_field = g_strdup_printf ("\n%s\n", wanted);
          g_autofree char *kept = g_strdup_printf ("\n%s: %s\n", header[k], wanted);

          g_assert_true (cells[k][0] == '\0' || strstr (all->str, in_field) != NULL ||
                         strstr (all->str, kept) != NULL);
        }
    }
}

static void
test_list_of_a_spreadsheet_goes_in_whole (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *table = make_table (400);
  g_autofree char *path = write_table ("list.csv", table);
  const ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(ClinicPatient) patient = NULL;

  set_up (&fixture, db);
  import (&fixture, path, &options, &result);

  g_assert_cmpuint (result.rows, ==, 400);
  g_assert_cmpuint (result.accepted, ==, 400);
  g_assert_cmpuint (result.refused, ==, 0);
  g_assert_null (result.refused_path);
  g_assert_true (says (result.seen, "BIRTHDATE → Date of birth (dates as month/day/year: line "));
  g_assert_true (says (result.seen,
                       "kept as text with each patient (“Brought along”): SSN, MARITAL, "
                       "BIRTHPLACE, COUNTY, LAT, EXPENSES."));
  g_assert_true (says (result.notes, "Names with digits glued to them: 933 (“Milo101"));
  g_assert_true (says (result.notes, "Postcodes have 1 to 4 digits (“0”)"));
  g_assert_true (says (result.notes, "Patients marked as having died: 44."));

  patient = find (db, "id-0005-ba9");
  g_assert_cmpstr (patient->given_name, ==, "José Eduardo105");
  g_assert_cmpstr (patient->family_name, ==, "Gómez211");
  g_assert_cmpstr (patient->birth_name, ==, "Williamson5");
  g_assert_cmpstr (patient->birth_date, ==, "1935-06-06");
  g_assert_cmpstr (patient->sex, ==, "F");
  g_assert_cmpstr (patient->title, ==, "Mrs.");
  g_assert_cmpstr (patient->postcode, ==, "1018");
  g_assert_cmpstr (patient->region, ==, "Massachusetts");

  check_nothing_is_lost (db, table);
  g_assert_cmpint (command_count (db,
                                  "SELECT count(*) FROM audit WHERE entity = 'patient' AND "
                                  "command = 'import.run'"), ==, 400);
  g_assert_cmpint (command_count (db, "SELECT accepted FROM import_run"), ==, 400);
  tear_down (&fixture);
}

static void
test_digits_are_taken_off_when_asked (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("digits.csv",
                                       "no,first,last,maiden\nA1,Ana12 "
                                       "María7,Gómez206,\nA2,R2D2,12,Ağaoğlu9\n");
  const ClinicImportOptions options = { .strip_name_digits = TRUE };
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(ClinicPatient) first = NULL;
  g_autoptr(ClinicPatient) second = NULL;

  set_up (&fixture, db);
  import (&fixture, path, &options, &result);
  first = find (db, "A1");
  second = find (db, "A2");
  g_assert_cmpstr (first->given_name, ==, "Ana María");
  g_assert_cmpstr (first->family_name, ==, "Gómez");
  g_assert_cmpstr (first->imported, ==, "first: Ana12 María7\nlast: Gómez206");
  g_assert_cmpstr (second->given_name, ==, "R2D");
  g_assert_cmpstr (second->family_name, ==, "12");
  g_assert_cmpstr (second->birth_name, ==, "Ağaoğlu");
  tear_down (&fixture);
}

/* *INDENT-OFF* */
static const char faulty[] =
  "Hasta No;Soyadı;Adı;Doğum Tarihi;Cinsiyet;Cep;E-posta\n"
  "H1;Yılmaz;Şule;31.12.1980;K;+90 532 000 00 01;s@example.org\n"
  "H2;Demir;Can;31.02.1981;E;;\n"
  "H1;Kaya;Ece;01.03.1982;K;;\n"
  "H4;;Ali;01.03.1982;E;;\n"
  "H5;Öz;Su;01.03.2999;K;;\n"
  "H6;Öz;Su;01.03.1990;Q;;\n"
  "H7;Öz;Su\n"
  "H8;Öz;Su;01.03.1990;K;;;zuviel\n"
  "H9;\"Öz\"lem;Su;01.03.1990;K;;\n"
  "this file number is far too long to be kept by anybody;Öz;Su;01.03.1990;K;;\n"
  "P00001;Öz;Su;01.03.1990;K;;\n"
  ";Öz;\"Su\";01.03.1990;K;;\n"
  ";Testa;Ada;29.02.1980;K;;\n";
/* *INDENT-ON* */

static void
test_refused_rows_are_named_and_set_aside (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("faulty.csv", faulty);
  const ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) result = { 0 };
  g_autofree char *aside = NULL;
  g_autoptr(ClinicPatient) turk = NULL;

  set_up (&fixture, db);
  import (&fixture, path, &options, &result);
  g_assert_cmpuint (result.rows, ==, 13);
  g_assert_cmpuint (result.accepted, ==, 3);
  g_assert_cmpuint (result.refused, ==, 10);

  g_assert_true (says (result.refusals,
                       "Line 3: Date of birth: “31.02.1981” is no date (day/month/year)."));
  g_assert_true (says (result.refusals, "Line 4: File number: “H1” stands on line 2 as well."));
  g_assert_true (says (result.refusals, "Line 5: Family name: This must be filled in."));
  g_assert_true (says (result.refusals, "Line 6: Date of birth: “01.03.2999” lies in the future."));
  g_assert_true (says (result.refusals, "Line 7: Sex: “Q” is not understood."));
  g_assert_true (says (result.refusals, "Line 8: The row has only 3 columns, the header 7."));
  g_assert_true (says (result.refusals, "Line 9: The row has 8 columns, the header 7."));
  g_assert_true (says (result.refusals,
                       "Line 10: Something stands behind a closing quotation mark."));
  g_assert_true (says (result.refusals, "Line 11: File number: At most 40 characters"));
  g_assert_true (says (result.refusals,
                       "Line 12: File number: “P00001” is another patient's already."));
  g_assert_true (says (result.notes,
                       "Patients without a file number got new ones: 2 (P00003 to P00004)."));
  g_assert_true (says (result.notes, "Line 14: P00004 may be the same person as P00001"));

  turk = find (db, "H1");
  g_assert_cmpstr (turk->family_name, ==, "Yılmaz");
  g_assert_cmpstr (turk->birth_date, ==, "1980-12-31");
  g_assert_cmpstr (turk->sex, ==, "F");
  g_assert_cmpstr (turk->mobile, ==, "+90 532 000 00 01");

  g_assert_true (g_str_has_suffix (result.refused_path, ".refused.csv"));
  g_assert_true (g_file_get_contents (result.refused_path, &aside, NULL, NULL));
  g_assert_true (g_str_has_prefix (aside, "\ufeff\"Line\";\"Reason\";\"Hasta No\";\"Soyadı\""));
  g_assert_nonnull (strstr (aside,
                            "\r\n\"3\";\"Date of birth: “31.02.1981” is no date "
                            "(day/month/year).\";\"H2\";\"Demir\";\"Can\";\"31.02.1981\";"));
  g_assert_nonnull (strstr (aside, "\"zuviel\""));
  tear_down (&fixture);
}

static void
test_mended_rows_go_in (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("mend.csv",
                                       "No;Last;Born\nA;Ek;31.01.1980\nB;Ok;32.01.1980\n");
  const ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) first = { 0 };
  g_auto(ClinicImportResult) second = { 0 };
  g_autofree char *aside = NULL;
  g_autofree char *mended = NULL;
  g_autofree char *again = NULL;
  g_autoptr(ClinicPatient) patient = NULL;
  char *wrong;

  set_up (&fixture, db);
  import (&fixture, path, &options, &first);
  g_assert_cmpuint (first.refused, ==, 1);
  g_file_get_contents (first.refused_path, &aside, NULL, NULL);
  wrong = strstr (aside, "\"32.");
  g_assert_nonnull (wrong);
  memcpy (wrong, "\"22.", 4);
  again = write_table ("mended.csv", aside);
  import (&fixture, again, &options, &second);
  g_assert_cmpuint (second.accepted, ==, 1);
  patient = find (db, "B");
  g_assert_cmpstr (patient->birth_date, ==, "1980-01-22");
  g_assert_null (patient->imported);
  tear_down (&fixture);
}

static void
test_dry_run_writes_nothing (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("dry.csv", faulty);
  const ClinicImportOptions options = { .dry_run = TRUE };
  g_auto(ClinicImportResult) result = { 0 };
  gint64 audit;
  gint64 operations;

  set_up (&fixture, db);
  audit = command_count (db, "SELECT count(*) FROM audit");
  operations = command_count (db, "SELECT count(*) FROM operation");
  import (&fixture, path, &options, &result);

  g_assert_true (result.dry_run);
  g_assert_cmpuint (result.accepted, ==, 3);
  g_assert_cmpuint (result.refused, ==, 10);
  g_assert_cmpuint (result.refusals->len, ==, 10);
  g_assert_null (result.refused_path);
  g_assert_cmpint (result.operation, ==, 0);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM patient"), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM audit"), ==, audit);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM operation"), ==, operations);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM import_run"), ==, 0);
  tear_down (&fixture);
}

static void
test_what_is_unclear_is_asked (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *dates = write_table ("dates.csv", "Last;Born\nEk;1/2/1980\nOk;3/4/1981\n");
  g_autofree char *names = write_table ("names.csv", "Colour;Born\nred;1/2/1980\n");
  g_autofree char *cut = write_table ("cut.csv", "No;Last;Born\nA;Ek;31/1/1980\nB;O");
  const char *const wrong[] = { "Colour=beauty", NULL };
  const char *const none[] = { "Hue=family_name", NULL };
  const char *const right[] = { "Colour=family_name", NULL };
  ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) result = { 0 };
  g_auto(ClinicImportResult) other = { 0 };
  g_autoptr(ClinicPatient) patient = NULL;

  set_up (&fixture, db);
  refuse (&fixture, dates, &options, CLINIC_ERROR_INVALID, "more than one order");
  refuse (&fixture, names, &options, CLINIC_ERROR_INVALID, "No column looks like the family name");
  refuse (&fixture, cut, &options, CLINIC_ERROR_INVALID, "Line 3: the file ends within this row");
  options.columns = wrong;
  refuse (&fixture, names, &options, CLINIC_ERROR_INVALID, "“beauty” is no field of a patient");
  options.columns = none;
  refuse (&fixture, names, &options, CLINIC_ERROR_INVALID, "names no column of the file");

  options.columns = right;
  options.has_date_order = TRUE;
  options.date_order = CLINIC_DATE_MDY;
  import (&fixture, names, &options, &other);
  options.columns = NULL;
  import (&fixture, dates, &options, &result);
  patient = find (db, "P00004");
  g_assert_cmpstr (patient->birth_date, ==, "1980-01-02");
  tear_down (&fixture);
}

static void
test_columns_go_where_they_are_told (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("columns.csv",
                                       "Nr;Name;Tel;Tel privat;Memo;Secret\n"
                                       "7;\"Moreau, Jeanne\";1;2;\"one\r\ntwo\";x\n"
                                       "8;Einzelname;;;\"  spaced  \";y\n");
  const char *const columns[] = { "Secret=-", "#5=referral", NULL };
  const ClinicImportOptions options = { .columns = columns };
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(ClinicPatient) first = NULL;
  g_autoptr(ClinicPatient) second = NULL;

  set_up (&fixture, db);
  import (&fixture, path, &options, &result);
  first = find (db, "7");
  second = find (db, "8");
  g_assert_cmpstr (first->family_name, ==, "Moreau");
  g_assert_cmpstr (first->given_name, ==, "Jeanne");
  g_assert_cmpstr (first->phone, ==, "1");
  g_assert_cmpstr (first->imported, ==, "Tel privat: 2");
  g_assert_cmpstr (first->referral, ==, "one, two");
  g_assert_cmpstr (second->family_name, ==, "Einzelname");
  g_assert_cmpstr (second->referral, ==, "spaced");
  g_assert_true (says (result.seen, "Left out: Secret."));
  g_assert_true (says (result.notes, "line breaks where there is one line only, which were joined by commas: 1."));
  g_assert_true (says (result.notes, "which were taken off: 1."));
  g_assert_true (says (result.notes, "Whole names that were not parted"));
  tear_down (&fixture);
}

static void
test_spanish_sexes_are_understood (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("sexo.csv",
                                       "NHC;Apellidos;Nombre;Sexo\n1;Ruiz;Ana;M\n2;Ruiz;Luis;H\n");
  const ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(ClinicPatient) ana = NULL;
  g_autoptr(ClinicPatient) luis = NULL;

  set_up (&fixture, db);
  import (&fixture, path, &options, &result);
  ana = find (db, "1");
  luis = find (db, "2");
  g_assert_cmpstr (ana->sex, ==, "F");
  g_assert_cmpstr (luis->sex, ==, "M");
  g_assert_true (says (result.notes, "mujer"));
  tear_down (&fixture);
}

static void
test_same_file_is_not_taken_twice (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("twice.csv", "No;Last\n1;Ek\n2;Ok\n");
  ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) first = { 0 };
  g_auto(ClinicImportResult) third = { 0 };

  set_up (&fixture, db);
  import (&fixture, path, &options, &first);
  refuse (&fixture, path, &options, CLINIC_ERROR_INVALID,
          "This very file was taken in before, on 2026-11-21");
  options.again = TRUE;
  refuse (&fixture, path, &options, CLINIC_ERROR_INVALID,
          "None of the 2 rows can be taken; nothing was done. Line 2: File number");
  options.skip_known = TRUE;
  import (&fixture, path, &options, &third);
  g_assert_cmpuint (third.skipped, ==, 2);
  g_assert_cmpuint (third.refused, ==, 0);
  tear_down (&fixture);
}

static void
test_import_goes_back_whole (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *table = make_table (50);
  g_autofree char *path = write_table ("back.csv", table);
  const ClinicImportOptions options = { NULL };
  g_auto(ClinicImportResult) first = { 0 };
  g_auto(ClinicImportResult) second = { 0 };
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  import (&fixture, path, &options, &first);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM patient"), ==, 52);
  clinic_import_undo (fixture.act, first.import_run, &error);
  g_assert_no_error (error);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM patient"), ==, 2);

  /* What was taken back may come again. */
  import (&fixture, path, &options, &second);
  g_assert_cmpuint (second.accepted, ==, 50);
  tear_down (&fixture);
}

static void
test_receptionist_may_not_import (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("rights.csv", "No;Last\n1;Ek\n");
  const ClinicImportOptions options = { NULL };

  set_up (&fixture, db);
  fixture.act->actor = fixture.clinic.receptionist;
  refuse (&fixture, path, &options, CLINIC_ERROR_DENIED, "Only");
  tear_down (&fixture);
}

static gboolean
stop_at_half (guint64  done,
              guint64  total,
              gpointer data)
{
  return done < total / 2;
}

static void
test_stopped_import_leaves_nothing (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *table = make_table (1000);
  g_autofree char *path = write_table ("stopped.csv", table);
  const ClinicImportOptions options = { .progress = stop_at_half };
  g_auto(ClinicImportResult) result = { 0 };
  g_autoptr(GError) error = NULL;

  set_up (&fixture, db);
  g_assert_false (clinic_import_patients (fixture.act, path, &options, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM patient"), ==, 2);
  g_assert_cmpint (command_count (db, "SELECT count(*) FROM import_run"), ==, 0);
  tear_down (&fixture);
}

static void
test_unwritable_place_for_refused_rows_stops_it (ClinicDb *db)
{
  Fixture fixture;
  g_autofree char *path = write_table ("aside.csv", faulty);
  const ClinicImportOptions options = { .refused_path = "/nowhere/at/all.csv" };

  set_up (&fixture, db);
  refuse (&fixture, path, &options, CLINIC_ERROR_INVALID, "The file for refused rows");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/import/patients/list-of-a-spreadsheet-goes-in-whole",
                   test_list_of_a_spreadsheet_goes_in_whole);
  clinic_test_add ("/import/patients/digits-are-taken-off-when-asked",
                   test_digits_are_taken_off_when_asked);
  clinic_test_add ("/import/patients/refused-rows-are-named-and-set-aside",
                   test_refused_rows_are_named_and_set_aside);
  clinic_test_add ("/import/patients/mended-rows-go-in", test_mended_rows_go_in);
  clinic_test_add ("/import/patients/dry-run-writes-nothing", test_dry_run_writes_nothing);
  clinic_test_add ("/import/patients/what-is-unclear-is-asked", test_what_is_unclear_is_asked);
  clinic_test_add ("/import/patients/columns-go-where-they-are-told",
                   test_columns_go_where_they_are_told);
  clinic_test_add ("/import/patients/spanish-sexes-are-understood",
                   test_spanish_sexes_are_understood);
  clinic_test_add ("/import/patients/same-file-is-not-taken-twice",
                   test_same_file_is_not_taken_twice);
  clinic_test_add ("/import/patients/import-goes-back-whole", test_import_goes_back_whole);
  clinic_test_add ("/import/patients/receptionist-may-not-import",
                   test_receptionist_may_not_import);
  clinic_test_add ("/import/patients/stopped-import-leaves-nothing",
                   test_stopped_import_leaves_nothing);
  clinic_test_add ("/import/patients/unwritable-place-for-refused-rows-stops-it",
                   test_unwritable_place_for_refused_rows_stops_it);

  return g_test_run ();
}
