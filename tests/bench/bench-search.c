/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "clinic-id.h"
#include "clinic-migration.h"
#include "clinic-patient.h"
#include "clinic-random.h"
#include "clinic-search.h"
#include "clinic-worker.h"

/* How long from a key to the rows: what is typed is searched on the worker's thread, as the
 * window does it, and in the same run by LIKE in the order of names, as it would be done without
 * the index. Prints, and judges nothing. */

#define N_FAMILY 20000
#define N_GIVEN 2500
#define N_RUNS 300
#define N_BASE_RUNS 10

typedef struct
{
  const char *name;
  char     *(*make)(ClinicRandom * random,
                    ClinicPatient *patient);
} Group;

typedef struct
{
  char   *text;
  gint64  microseconds;     /* on the worker */
  guint   n_rows;
} Job;

static char *family_names[N_FAMILY];
static char *given_names[N_GIVEN];

static char *
make_name (ClinicRandom *random)
{
  static const char *const first[] = { "ma", "ha", "sch", "ka", "be", "gru", "mo", "le", "ste",
                                       "wa", "no", "pe", "ri",
                                       "sa", "to", "we", "fi", "ko", "bra", "an", "el", "ö", "ya", "chen" };
  static const char *const middle[] = { "r", "n", "l", "be", "ri", "ma", "ne", "ll", "ss", "tt",
                                        "ko", "wa", "di", "ğ" };
  static const char *const last[] = { "er", "mann", "sen", "ski", "ova", "oğlu", "ez", "i", "a",
                                      "o", "in", "berg" };
  GString *name = g_string_new (first[clinic_random_below (random, G_N_ELEMENTS (first))]);
  guint n = 1 + clinic_random_below (random, 3);

  for (guint i = 0; i < n; i++)
    g_string_append (name, middle[clinic_random_below (random, G_N_ELEMENTS (middle))]);

  g_string_append (name, last[clinic_random_below (random, G_N_ELEMENTS (last))]);
  name->str[0] = g_ascii_toupper (name->str[0]);

  return g_string_free (name, FALSE);
}

/* Few names are frequent, many rare. */
static guint
pick (ClinicRandom *random,
      guint         n)
{
  double unit = clinic_random_unit (random);

  return MIN ((guint) (unit * unit * unit * n), n - 1);
}

static ClinicPatient *
make_patient (ClinicRandom *random,
              guint         i)
{
  g_autofree char *number = g_strdup_printf ("P%07u", i);
  g_autofree char *born = g_strdup_printf ("%04u-%02u-%02u",
                                           1935 + clinic_random_below (random, 75),
                                           1 + clinic_random_below (random, 12), 1 + clinic_random_below (random, 28));
  g_autofree char *phone = g_strdup_printf ("+43 6%02u %07u", clinic_random_below (random, 100),
                                            clinic_random_below (random, 10000000));

  return g_object_new (CLINIC_TYPE_PATIENT,
                       "file-number", number,
                       "family-name", family_names[pick (random, N_FAMILY)],
                       "given-name", given_names[pick (random, N_GIVEN)],
                       "birth-date", born,
                       "mobile", phone,
                       NULL);
}

static void
fill (ClinicDb     *db,
      ClinicRandom *random,
      guint         n_patients,
      GPtrArray    *sample)
{
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < n_patients; i++)
    {
      g_autoptr(ClinicPatient) patient = make_patient (random, i);

      if (i % 20000 == 0 && !clinic_db_begin (db, CLINIC_DB_CHANGE, &error))
        g_error ("%s", error->message);

      if (!clinic_store_insert_bulk (db, CLINIC_RECORD (patient), "2026-11-21", &error))
        g_error ("%s", error->message);

      if ((i % 20000 == 19999 || i + 1 == n_patients) && !clinic_db_commit (db, &error))
        g_error ("%s", error->message);

      if (i % MAX (n_patients / 4000, 1) == 0)
        g_ptr_array_add (sample, g_object_ref (patient));
    }

  g_print ("%u patients with their search words in %.1f s\n", n_patients,
           (g_get_monotonic_time () - start) / 1e6);
}

static char *
begin (const char *text,
       guint       n)
{
  return g_utf8_substring (text, 0, MIN (n, (guint) g_utf8_strlen (text, -1)));
}

static char *
make_1 (ClinicRandom  *random,
        ClinicPatient *patient)
{
  return begin (patient->family_name, 1);
}

static char *
make_2 (ClinicRandom  *random,
        ClinicPatient *patient)
{
  return begin (patient->family_name, 2);
}

static char *
make_3 (ClinicRandom  *random,
        ClinicPatient *patient)
{
  return begin (patient->family_name, 3);
}

static char *
make_4 (ClinicRandom  *random,
        ClinicPatient *patient)
{
  return begin (patient->family_name, 4);
}

static char *
make_full (ClinicRandom  *random,
           ClinicPatient *patient)
{
  return g_strdup_printf ("%s %s", patient->given_name, patient->family_name);
}

static char *
make_two (ClinicRandom  *random,
          ClinicPatient *patient)
{
  g_autofree char *given = begin (patient->given_name, 3);
  g_autofree char *family = begin (patient->family_name, 3);

  return g_strdup_printf ("%s %s", given, family);
}

static char *
make_year (ClinicRandom  *random,
           ClinicPatient *patient)
{
  g_autofree char *family = begin (patient->family_name, 3);

  return g_strdup_printf ("%s %.4s", family, patient->birth_date);
}

static char *
make_three (ClinicRandom  *random,
            ClinicPatient *patient)
{
  g_autofree char *given = begin (patient->given_name, 3);
  g_autofree char *family = begin (patient->family_name, 3);

  return g_strdup_printf ("%s %s %.4s", given, family, patient->birth_date);
}

static char *
make_date (ClinicRandom  *random,
           ClinicPatient *patient)
{
  return g_strdup_printf ("%.2s.%.2s.%.4s", patient->birth_date + 8, patient->birth_date + 5,
                          patient->birth_date);
}

static char *
make_phone (ClinicRandom  *random,
            ClinicPatient *patient)
{
  return g_strdup (patient->mobile + strlen (patient->mobile) - 4);
}

static char *
make_part (ClinicRandom  *random,
           ClinicPatient *patient)
{
  return g_strndup (patient->mobile + strlen (patient->mobile) - 7, 5);
}

static char *
make_typo (ClinicRandom  *random,
           ClinicPatient *patient)
{
  char *typo = g_utf8_strdown (patient->family_name, -1);
  gsize length = strlen (typo);
  guint i = 1 + clinic_random_below (random, MAX (length, 4) - 3);

  if (i + 1 < length && (guchar) typo[i] < 0x80 && (guchar) typo[i + 1] < 0x80)
    {
      char c = typo[i];

      typo[i] = typo[i + 1];
      typo[i + 1] = c == typo[i] ? 'x' : c;
    }

  return typo;
}

static const Group groups[] = {
  { "1 letter", make_1 },
  { "2 letters", make_2 },
  { "3 letters", make_3 },
  { "4 letters", make_4 },
  { "full name", make_full },
  { "given 3 family 3", make_two },
  { "family 3 year", make_year },
  { "given 3 family 3 year", make_three },
  { "birth date", make_date },
  { "telephone, last 4", make_phone },
  { "telephone, 5 of last 7", make_part },
  { "mistyped name", make_typo },
};

static gpointer
search_cb (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  Job *job = data;
  gint64 start = g_get_monotonic_time ();
  GPtrArray *found = clinic_search_patients (db, job->text, 50, error);

  job->microseconds = g_get_monotonic_time () - start;

  return found;
}

typedef struct
{
  GMainLoop *loop;
  GPtrArray *found;
} Answer;

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;
  g_autoptr(GError) error = NULL;

  answer->found = clinic_worker_run_finish (NULL, result, &error);

  if (error != NULL)
    g_error ("%s", error->message);

  g_main_loop_quit (answer->loop);
}

/* From the key to the rows in the main thread's hands, in microseconds. */
static gint64
measure (ClinicWorker *worker,
         Job          *job)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, NULL };
  gint64 start = g_get_monotonic_time ();

  clinic_worker_run_async (worker, search_cb, job, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                           found_cb, &answer);
  g_main_loop_run (loop);
  job->n_rows = answer.found->len;
  start = g_get_monotonic_time () - start;
  g_ptr_array_unref (answer.found);

  return start;
}

static gint64
measure_base (ClinicDb   *db,
              const char *text)
{
  g_autofree char *pattern = g_strconcat ("%", text, "%", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement =
    clinic_db_prepare (db,
                       "SELECT * FROM patient WHERE family_name || ' ' || given_name || mobile "
                       "LIKE $1 "
                       "ORDER BY family_name, given_name LIMIT 50", &error);
  g_autoptr(GPtrArray) found = NULL;
  gint64 start = g_get_monotonic_time ();

  clinic_statement_bind_text (statement, 1, pattern);
  found = clinic_store_list (statement, CLINIC_TYPE_PATIENT, &error);

  if (found == NULL)
    g_error ("%s", error->message);

  return g_get_monotonic_time () - start;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static double
quantile (gint64 *times,
          guint   n,
          double  share)
{
  return times[MIN ((guint) (n * share), n - 1)] / 1000.0;
}

static void
run_group (const Group  *group,
           ClinicWorker *worker,
           ClinicDb     *reader,
           ClinicRandom *random,
           GPtrArray    *sample)
{
  gint64 whole[N_RUNS];
  gint64 worked[N_RUNS];
  gint64 base[N_BASE_RUNS];
  guint64 n_rows = 0;
  g_autofree char *slowest = NULL;
  gint64 longest = -1;

  for (guint i = 0; i < N_RUNS; i++)
    {
      ClinicPatient *patient = sample->pdata[clinic_random_below (random, sample->len)];
      Job job = { group->make (random, patient), 0, 0 };

      whole[i] = measure (worker, &job);
      worked[i] = job.microseconds;
      n_rows += job.n_rows;

      if (i < N_BASE_RUNS)
        base[i] = measure_base (reader, job.text);

      if (worked[i] > longest)
        {
          longest = worked[i];
          g_free (slowest);
          slowest = g_strdup (job.text);
        }

      g_free (job.text);
    }

  qsort (whole, N_RUNS, sizeof *whole, compare);
  qsort (worked, N_RUNS, sizeof *worked, compare);
  qsort (base, N_BASE_RUNS, sizeof *base, compare);

  g_print ("%-24s %7.2f %7.2f %7.2f   %7.2f %7.2f   %8.1f  %6.0f x  %5.1f  %s\n", group->name,
           quantile (worked, N_RUNS, .5), quantile (worked, N_RUNS, .99), quantile (worked, N_RUNS,
                                                                                    1),
           quantile (whole, N_RUNS, .5), quantile (whole, N_RUNS, .99),
           quantile (base, N_BASE_RUNS, .5), quantile (base, N_BASE_RUNS, .5) / quantile (worked, N_RUNS, .5),
           (double) n_rows / N_RUNS, slowest);
}

static void
remove_clinic (const char *location)
{
  static const char *const ends[] = { "", "-wal", "-shm", ".lock", ".key" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *path = g_strconcat (location, ends[i], NULL);

      g_unlink (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  int n_patients = 50000;
  g_autofree char *location = NULL;
  const GOptionEntry entries[] = {
    { "patients", 'n', 0, G_OPTION_ARG_INT, &n_patients, "How many patients (50000)", "N" },
    { "clinic", 'c', 0, G_OPTION_ARG_STRING, &location,
      "Where to make the clinic; an empty database of PostgreSQL", "PLACE" },
    { NULL }
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("– how long searches take");
  g_autoptr(GPtrArray) sample = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(ClinicDb) reader = NULL;
  g_autoptr(ClinicWorker) worker = NULL;
  ClinicRandom random;
  ClinicDb *db;

  g_option_context_add_main_entries (context, entries, NULL);

  if (!g_option_context_parse (context, &argc, &argv, &error) || n_patients < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "--patients must be 1 or more");
      return 1;
    }

  if (location == NULL)
    {
      folder = g_dir_make_tmp ("bench-search-XXXXXX", &error);
      location = g_build_filename (folder, "clinic", NULL);
    }

  clinic_random_init (&random, 42);

  for (guint i = 0; i < N_FAMILY; i++)
    family_names[i] = make_name (&random);

  for (guint i = 0; i < N_GIVEN; i++)
    given_names[i] = make_name (&random);

  db = clinic_db_open (location, CLINIC_DB_CREATE, &error);

  if (db == NULL || !clinic_migration_run (db, &error))
    g_error ("%s", error->message);

  fill (db, &random, n_patients, sample);

  /* As after an import. */
  clinic_db_optimize (db);
  clinic_db_checkpoint (db);
  worker = clinic_worker_new (db);
  reader = clinic_db_open (location, CLINIC_DB_READ, &error);

  if (reader == NULL)
    g_error ("%s", error->message);

  g_print ("%-24s %7s %7s %7s   %7s %7s   %8s  %8s  %5s  %s\n", "ms", "p50", "p99", "most",
           "loop 50", "99",
           "LIKE p50", "ratio", "rows", "slowest");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    run_group (&groups[i], worker, reader, &random, sample);

  g_clear_object (&worker);
  g_clear_pointer (&reader, clinic_db_close);

  if (folder != NULL)
    {
      remove_clinic (location);
      g_rmdir (folder);
    }

  return 0;
}
