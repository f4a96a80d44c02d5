/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-hit.h"
#include "clinic-patient.h"
#include "clinic-random.h"
#include "clinic-search.h"
#include "clinic-search-text.h"
#include "clinic-search-token.h"
#include "clinic-test.h"
#include "record-maker.h"

typedef struct
{
  const char *file_number;
  const char *family_name;
  const char *given_name;
  const char *birth_date;
  const char *phone;
} Somebody;

static const Somebody people[] = {
  { "A-17", "Moreau", "Jeanne", "1984-05-31", "+43 664 1234567" },
  { "A-18", "Şahin", "Ayşe", "1990-12-01", "0664/7654321" },
  { "B-20", "O’Brien", "Siobhán", "1984-03-05", "0043 1 5551985" },
  { "B-21", "Müller-Lüdenscheidt", "Jürgen", "1971-01-02", NULL },
  { "B-22", "van der Berg", "Łucja", "2001-05-03", "555 12 34" },
  { "2024/0007", "Moretti", "Giovanna", "1985-07-19", "02 9876 543210" },
};

static gint64
add (ClinicDb       *db,
     const Somebody *somebody)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient =
    g_object_new (CLINIC_TYPE_PATIENT,
                  "file-number", somebody->file_number,
                  "family-name", somebody->family_name,
                  "given-name", somebody->given_name,
                  "birth-date", somebody->birth_date,
                  "phone", somebody->phone,
                  NULL);

  maker_save (&change, patient);

  return clinic_record_get_id (patient);
}

static void
add_people (ClinicDb *db)
{
  maker_begin (db);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    add (db, &people[i]);

  maker_commit (db);
}

/* The file numbers found, in order, with a space between. */
static char *
search (ClinicDb   *db,
        const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = clinic_search_patients (db, text, 50, &error);
  GString *numbers = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "",
                            CLINIC_PATIENT (found->pdata[i])->file_number);

  return g_string_free (numbers, FALSE);
}

typedef struct
{
  const char *text;
  const char *found;
} Case;

static const Case cases[] = {
  { "moreau", "A-17" },
  { "MORE", "A-17 2024/0007" },
  { "jeanne moreau", "A-17" },
  { "mor jea", "A-17" },
  { "moreau giovanna", "2024/0007" },
  { "sahin", "A-18" },
  { "Şahin", "A-18" },
  { "o'brien", "B-20" },
  { "obrien siobhan", "B-20" },
  { "ludenscheidt", "B-21" },
  { "Müller", "B-21" },
  { "jurgen muller ludenscheidt", "B-21" },
  { "vanderberg", "B-22" },
  { "berg lucja", "B-22" },
  { "A-17", "A-17" },
  { "a17", "A-17" },
  { "2024/0007", "2024/0007" },
  { "20240007", "2024/0007" },
  { "31.05.1984", "A-17" },
  { "31.5.1984", "A-17" },
  { "1984-05-31", "A-17" },
  { "19840531", "A-17" },
  { "31051984", "A-17" },
  { "05/31/1984", "A-17" },
  { "31.05.84", "A-17" },
  { "5.3.1984", "B-20" },
  { "1984", "B-20 A-17" },
  { "1984-05", "A-17" },
  { "3.5.", "B-22 B-20" },
  { "31.05.", "A-17" },
  { "moreau 1984", "A-17" },
  { "1984 moreau", "A-17" },
  { "moreau 31.05.1984", "A-17" },
  { "moreau 1986", "" },
  { "moreau 1985", "2024/0007" },
  { "mor 1985", "2024/0007" },
  { "4567", "A-17" },
  { "06641234567", "A-17" },
  { "+43 664 1234567", "A-17" },
  { "0664 123 45 67", "A-17" },
  { "0664123", "A-17" },
  { "0664/7654321", "A-18" },
  { "7654321", "A-18" },
  { "sahin 4321", "A-18" },
  { "1985", "2024/0007 B-20" },
  { "brien 1985", "B-20" },
  { "543210", "2024/0007" },
  { "1234", "B-22 A-17" },
  { "moraeu", "A-17 2024/0007" },
  { "morettti", "2024/0007" },
  { "ludensheidt", "B-21" },
  { "moraeu jeane", "A-17" },
  { "sahn ayse", "A-18" },
  { "sahni 1990", "A-18" },
  { "zzzz", "" },
  { "", "" },
  { " \t", "" },
  { "%", "" },
  { "'; DROP TABLE patient; --", "" },
  { "\xff\xfe", "" },
};

static void
test_what_is_typed_finds_whom_it_means (ClinicDb *db)
{
  add_people (db);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (db, cases[i].text);

      if (strcmp (found, cases[i].found) != 0)
        {
          g_test_message ("“%s” finds “%s”, not “%s”", cases[i].text, found, cases[i].found);
          g_test_fail ();
        }
    }
}

static void
test_changed_names_are_found_by_the_new_one_only (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  gint64 n_tokens;

  add_people (db);
  patient = clinic_store_find_by (db, CLINIC_TYPE_PATIENT, "file_number", "A-18", &error);
  g_assert_no_error (error);
  n_tokens = maker_count (db, "patient_token");

  maker_begin (db);
  g_object_set (patient, "family-name", "Yılmaz", NULL);
  maker_save (&change, patient);
  maker_commit (db);

  old = search (db, "sahin");
  new = search (db, "yilmaz");
  g_assert_cmpstr (old, ==, "");
  g_assert_cmpstr (new, ==, "A-18");
  g_assert_cmpint (maker_count (db, "patient_token"), ==, n_tokens);
}

static void
test_archived_patients_come_last (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(GPtrArray) few = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  add_people (db);
  patient = clinic_store_find_by (db, CLINIC_TYPE_PATIENT, "file_number", "A-17", &error);
  g_assert_no_error (error);

  maker_begin (db);
  g_object_set (patient, "archived-on", "2026-11-20", NULL);
  maker_save (&change, patient);
  maker_commit (db);

  found = search (db, "more");
  g_assert_cmpstr (found, ==, "2024/0007 A-17");

  few = clinic_search_patients (db, "more", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (few->len, ==, 1);
  g_assert_cmpstr (CLINIC_PATIENT (few->pdata[0])->file_number, ==, "2024/0007");
}

static void
test_removed_patients_are_not_found (ClinicDb *db)
{
  ClinicChange change = maker_change (db);
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = NULL;

  add_people (db);
  patient = clinic_store_find_by (db, CLINIC_TYPE_PATIENT, "file_number", "A-17", &error);
  maker_begin (db);
  clinic_store_remove (&change, patient, &error);
  g_assert_no_error (error);
  maker_commit (db);

  found = search (db, "jeanne");
  g_assert_cmpstr (found, ==, "");
  g_assert_cmpint (maker_count (db, "patient_token WHERE token = 'moreau'"), ==, 0);
}

static void
test_new_names_are_forgiven_at_once (ClinicDb *db)
{
  static const Somebody late = { "C-1", "Kowalczyk", "Ewa", NULL, NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_people (db);
  before = search (db, "kowalcyzk");
  g_assert_cmpstr (before, ==, "");

  maker_begin (db);
  add (db, &late);
  maker_commit (db);

  after = search (db, "kowalcyzk");
  g_assert_cmpstr (after, ==, "C-1");
}

/* Syllables, so that many share beginnings and some all of a name. */
static char *
make_name (ClinicRandom *random)
{
  static const char *const syllables[] = { "ma", "ri", "an", "el", "so", "ka", "ber", "ta" };
  GString *name = g_string_new (NULL);
  guint n = 2 + clinic_random_below (random, 2);

  for (guint i = 0; i < n; i++)
    g_string_append (name, syllables[clinic_random_below (random, G_N_ELEMENTS (syllables))]);

  return g_string_free (name, FALSE);
}

/* What a look at each patient would find. */
static guint
count_by_hand (GPtrArray  *patients,
               const char *text)
{
  g_autoptr(GPtrArray) words = clinic_search_parse (text, FALSE);
  guint n = 0;

  for (guint i = 0; i < patients->len; i++)
    {
      g_autoptr(GPtrArray) tokens = clinic_search_dup_tokens (patients->pdata[i]);
      gboolean fits = TRUE;

      for (guint j = 0; j < words->len; j++)
        fits = fits && clinic_search_word_fits (words->pdata[j], tokens);

      n += fits;
    }

  return n;
}

static void
test_nobody_is_missed (ClinicDb *db)
{
  g_autoptr(GPtrArray) patients = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  ClinicRandom random;

  clinic_random_init (&random, 7);
  maker_begin (db);

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", 10000 + i);
      g_autofree char *family = make_name (&random);
      g_autofree char *given = make_name (&random);
      g_autofree char *born = g_strdup_printf ("%04u-%02u-%02u",
                                               1940 + clinic_random_below (&random, 70),
                                               1 + clinic_random_below (&random, 12),
                                               1 + clinic_random_below (&random, 28));
      g_autofree char *phone = g_strdup_printf ("0664%07u",
                                                clinic_random_below (&random, 10000000));
      ClinicRecord *patient = g_object_new (CLINIC_TYPE_PATIENT, "file-number", number,
                                            "family-name", family,
                                            "given-name", given, "birth-date", born, "phone", phone, NULL);

      clinic_store_insert_bulk (db, patient, "2026-11-21", &error);
      g_assert_no_error (error);
      g_ptr_array_add (patients, patient);
    }

  maker_commit (db);

  for (guint i = 0; i < 150; i++)
    {
      ClinicPatient *patient = patients->pdata[clinic_random_below (&random, patients->len)];
      g_autofree char *text =
        g_strdup_printf (i % 3 == 0 ? "%.*s %.*s" : i % 3 == 1 ? "%.*s %.*s %.4s" : "%.*s %.*s",
                         1 + (int) clinic_random_below (&random, 4), patient->family_name,
                         1 + (int) clinic_random_below (&random, 4),
                         i % 3 == 2 ? patient->phone + 7 : patient->given_name,
                         patient->birth_date);
      g_autoptr(GPtrArray) found = clinic_search_patients (db, text, 5000, &error);
      guint expected = count_by_hand (patients, text);

      g_assert_no_error (error);

      /* With few there may be similar ones behind them. */
      if (expected >= 5 ? found->len != expected : found->len < expected)
        g_error ("“%s” finds %u of %u", text, found->len, expected);
    }
}

/* Three figures may be a day of the agenda or somebody's birth: which is meant first is told by how long ago it is. */
static void
test_date_of_birth_comes_before_its_day (ClinicDb *db)
{
  static const struct { const char *typed; const char *kinds[3]; } tries[] = {
    { "31.05.1984", { "patient", "visit", "day" } },
    { "3.3.2026", { "day" } },
    { "24.12.2026", { "day" } },
  };
  g_autoptr(GError) error = NULL;

  add_people (db);

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      g_autoptr(GPtrArray) hits = clinic_hit_search (db, tries[i].typed, "2026-11-21", &error);
      guint kind = 0;

      g_test_message ("%s", tries[i].typed);
      g_assert_no_error (error);

      for (guint j = 0; j < hits->len; j++)
        {
          while (kind < 3 && g_strcmp0 (((ClinicHit *) hits->pdata[j])->kind, tries[i].kinds[kind]) != 0)
            kind++;

          g_assert_cmpuint (kind, <, 3);
        }

      g_assert_cmpuint (hits->len, >, 0);
      g_assert_cmpstr (((ClinicHit *) hits->pdata[0])->kind, ==, tries[i].kinds[0]);
      g_assert_cmpstr (((ClinicHit *) hits->pdata[hits->len - 1])->kind, ==, "day");
    }
}

static void
test_score_has_no_null (ClinicDb *db)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  clinic_record_set_id (CLINIC_RECORD (patient), 5);
  g_assert_cmpint (clinic_search_get_score (patient), ==, -5);
  g_object_set (patient, "archived-on", "2026-01-01", NULL);
  g_assert_cmpint (clinic_search_get_score (patient), ==, G_MAXINT64 - 5);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/search/what-is-typed-finds-whom-it-means",
                   test_what_is_typed_finds_whom_it_means);
  clinic_test_add ("/search/changed-names", test_changed_names_are_found_by_the_new_one_only);
  clinic_test_add ("/search/archived-patients-come-last", test_archived_patients_come_last);
  clinic_test_add ("/search/removed-patients-are-not-found", test_removed_patients_are_not_found);
  clinic_test_add ("/search/new-names-are-forgiven-at-once", test_new_names_are_forgiven_at_once);
  clinic_test_add ("/search/nobody-is-missed", test_nobody_is_missed);
  clinic_test_add ("/search/date-of-birth", test_date_of_birth_comes_before_its_day);
  clinic_test_add ("/search/score", test_score_has_no_null);

  return g_test_run ();
}
