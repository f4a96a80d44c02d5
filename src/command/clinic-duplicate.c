/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may be on file twice. Candidates come from the search words, then each is compared. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-register.h"
#include "clinic-search-token.h"
#include "clinic-text.h"

#define MOST_CANDIDATES 5

/* Fewer digits are an extension, not a telephone. */
#define LEAST_DIGITS 6

/* Digits from the end that tell one telephone from another, whatever the prefix was written
 * like. */
#define TELLING_DIGITS 9

/* What speaks for two being one, the strongest first. */
typedef enum
{
  SAME_NAMES_AND_BIRTH,
  NEAR_NAMES_AND_BIRTH,
  SAME_PHONE,
  SAME_NAMES,
  NOTHING,
} Likeness;

static const char *const likeness_words[] = {
  N_("same name and date of birth"),
  N_("nearly the same name, same date of birth"),
  N_("same telephone"),
  N_("same name"),
};

typedef struct
{
  ClinicPatient *patient;
  Likeness       likeness;
} Candidate;

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_object_unref (candidate->patient);
  g_free (candidate);
}

static int
compare_words (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* The folded words of all names, sorted, so that the order they were written in does not count. */
static char *
sort_names (ClinicPatient *patient)
{
  g_autofree char *both = g_strjoin (" ", patient->family_name,
                                     patient->given_name != NULL ? patient->given_name : "",
                                     NULL);
  g_auto(GStrv) words = clinic_text_fold_words (both);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);

  return g_strjoinv (" ", words);
}

/* One or two letters off: two only in words long enough to bear it. */
static gboolean
is_near (const char *one,
         const char *other)
{
  gsize shorter = MIN (clinic_text_length (one), clinic_text_length (other));
  gsize longer = MAX (clinic_text_length (one), clinic_text_length (other));
  guint limit = shorter >= 6 ? 2 : 1;

  if (longer - shorter > limit || shorter < 3)
    return g_str_equal (one, other);

  return MAX (clinic_text_prefix_distance (one, other, limit),
              clinic_text_prefix_distance (other, one, limit)) <= limit;
}

static gboolean
are_near (const char *family,
          const char *given,
          const char *other_family,
          const char *other_given)
{
  return is_near (family, other_family) && is_near (given, other_given);
}

static gboolean
names_are_near (ClinicPatient *one,
                ClinicPatient *other)
{
  g_autofree char *family = clinic_text_fold (one->family_name);
  g_autofree char *given = clinic_text_fold (one->given_name);
  g_autofree char *other_family = clinic_text_fold (other->family_name);
  g_autofree char *other_given = clinic_text_fold (other->given_name);

  return are_near (family, given, other_family, other_given) ||
         are_near (family, given, other_given, other_family);
}

/* The digits that tell a telephone; NULL when there are too few. */
static char *
find_digits (const char *phone)
{
  g_autofree char *digits = phone != NULL ? clinic_text_digits (phone) : NULL;
  gsize length = digits != NULL ? strlen (digits) : 0;

  if (length < LEAST_DIGITS)
    return NULL;

  return g_strdup (digits + (length > TELLING_DIGITS ? length - TELLING_DIGITS : 0));
}

static gboolean
phones_match (const char *phone,
              const char *other)
{
  g_autofree char *digits = find_digits (phone);
  g_autofree char *other_digits = find_digits (other);

  return digits != NULL && other_digits != NULL &&
         (g_str_has_suffix (digits, other_digits) || g_str_has_suffix (other_digits, digits));
}

static Likeness
compare (ClinicPatient *patient,
         ClinicPatient *other)
{
  g_autofree char *names = sort_names (patient);
  g_autofree char *other_names = sort_names (other);
  gboolean same_names = *names != '\0' && g_str_equal (names, other_names);
  gboolean same_birth = patient->birth_date != NULL &&
                        g_strcmp0 (patient->birth_date, other->birth_date) == 0;

  if (same_names && same_birth)
    return SAME_NAMES_AND_BIRTH;

  if (same_birth && names_are_near (patient, other))
    return NEAR_NAMES_AND_BIRTH;

  if (phones_match (patient->phone, other->phone) || phones_match (patient->phone, other->mobile) ||
      phones_match (patient->mobile, other->phone) || phones_match (patient->mobile, other->mobile))
    return SAME_PHONE;

  if (same_names && (patient->birth_date == NULL || other->birth_date == NULL))
    return SAME_NAMES;

  return NOTHING;
}

static gboolean
add_candidates (ClinicDb       *db,
                ClinicPatient  *patient,
                const char     *token,
                const char     *other_token,
                GHashTable     *candidates,
                GError        **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-by-token", error);
  g_autoptr(GPtrArray) found = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, token);
  clinic_statement_bind_text (statement, 2, other_token);

  if ((found = clinic_store_list (statement, CLINIC_TYPE_PATIENT, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      ClinicPatient *other = found->pdata[i];
      gint64 id = clinic_record_get_id (CLINIC_RECORD (other));
      Likeness likeness = compare (patient, other);
      Candidate *candidate;

      if (likeness == NOTHING || id == clinic_record_get_id (CLINIC_RECORD (patient)) ||
          g_hash_table_contains (candidates, &id))
        continue;

      candidate = g_new (Candidate, 1);
      *candidate = (Candidate) { g_object_ref (other), likeness };
      g_hash_table_insert (candidates, g_memdup2 (&id, sizeof id), candidate);
    }

  return TRUE;
}

static gboolean
add_same_phone (ClinicDb       *db,
                ClinicPatient  *patient,
                const char     *phone,
                GHashTable     *candidates,
                GError        **error)
{
  g_autofree char *digits = find_digits (phone);
  gsize length = digits != NULL ? strlen (digits) : 0;
  g_autofree char *token = NULL;

  if (length == 0)
    return TRUE;

  /* Among a telephone's search words are its last 6 and 7 digits; the rest is compared. */
  token = g_strdup_printf ("%c%s", CLINIC_SEARCH_PHONE, digits + length - MIN (length, 7));

  return add_candidates (db, patient, token, token, candidates, error);
}

static gboolean
add_same_names (ClinicDb       *db,
                ClinicPatient  *patient,
                GHashTable     *candidates,
                GError        **error)
{
  g_auto(GStrv) family = clinic_text_fold_words (patient->family_name);
  g_auto(GStrv) given = clinic_text_fold_words (patient->given_name);
  const char *word = family[0];

  if (word == NULL)
    return TRUE;

  return add_candidates (db, patient, word, given[0] != NULL ? given[0] : word, candidates, error);
}

static gboolean
add_same_birth (ClinicDb       *db,
                ClinicPatient  *patient,
                GHashTable     *candidates,
                GError        **error)
{
  g_autofree char *digits =
    patient->birth_date != NULL ? clinic_text_digits (patient->birth_date) : NULL;

  return digits == NULL || add_candidates (db, patient, digits, digits, candidates, error);
}

static int
compare_candidates (gconstpointer one,
                    gconstpointer other)
{
  const Candidate *first = *(const Candidate *const *) one;
  const Candidate *second = *(const Candidate *const *) other;

  if (first->likeness != second->likeness)
    return first->likeness < second->likeness ? -1 : 1;

  return g_strcmp0 (first->patient->file_number, second->patient->file_number);
}

GPtrArray *
clinic_patient_duplicates (ClinicDb       *db,
                           ClinicPatient  *patient,
                           GPtrArray     **reasons,
                           GError        **error)
{
  g_autoptr(GHashTable) candidates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            free_candidate);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr(GPtrArray) patients = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer candidate;

  g_return_val_if_fail (db != NULL && CLINIC_IS_PATIENT (patient), NULL);

  if (!add_same_birth (db, patient, candidates, error) ||
      !add_same_names (db, patient, candidates, error) ||
      !add_same_phone (db, patient, patient->phone, candidates, error) ||
      !add_same_phone (db, patient, patient->mobile, candidates, error))
    return NULL;

  g_hash_table_iter_init (&iter, candidates);

  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    g_ptr_array_add (sorted, candidate);

  g_ptr_array_sort (sorted, compare_candidates);

  for (guint i = 0; i < MIN (sorted->len, MOST_CANDIDATES); i++)
    {
      Candidate *likely = sorted->pdata[i];

      g_ptr_array_add (patients, g_object_ref (likely->patient));
      g_ptr_array_add (words, (gpointer) _(likeness_words[likely->likeness]));
    }

  if (reasons != NULL)
    *reasons = g_steal_pointer (&words);

  return g_steal_pointer (&patients);
}
