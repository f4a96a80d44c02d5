/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-patient.h"
#include "clinic-search.h"
#include "clinic-search-text.h"
#include "clinic-search-token.h"
#include "clinic-search-vocabulary.h"

/* So many rows search-page.sql and search-range.sql yield at most. */
#define PAGE 64
#define RANGE 1000

/* With fewer exact finds than this, typing errors are forgiven. */
#define FEW 5

/* After every token that begins alike: the last character there is. */
#define AFTER_ALL "\xf4\x8f\xbf\xbf"

/* One search under way. Each range of tokens is scanned for the patients who are here, then for
 * those who are not. */
typedef struct
{
  ClinicDb   *db;
  GPtrArray  *words;
  gboolean    forgiving;      /* words have similar ones among their alternatives */
  gpointer    rarest;         /* the ClinicSearchWord among them */
  guint       limit;
  gint64      lowest;         /* of the scores wanted now */
  gint64      highest;
  GPtrArray  *found;
  GHashTable *seen;           /* ids, as gint64 */
  GArray     *gone;           /* gint64: who is not here but is like what was typed, kept for the
                               * second scan */
} Search;

/* How far the scan of a range has come. */
typedef struct
{
  char   *token;
  gint64  score;
  gint64  patient;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
fits (Search        *search,
      ClinicPatient *patient)
{
  g_autoptr(GPtrArray) tokens = NULL;

  /* The range of a single word is exact. */
  if (search->words->len == 1)
    return TRUE;

  tokens = clinic_search_dup_tokens (patient);

  for (guint i = 0; i < search->words->len; i++)
    {
      if (!clinic_search_word_fits (search->words->pdata[i], tokens))
        return FALSE;
    }

  return TRUE;
}

static void
take (Search       *search,
      ClinicRecord *patient)
{
  gint64 id = clinic_record_get_id (patient);

  if (search->found->len >= search->limit || g_hash_table_contains (search->seen, &id))
    return;

  g_hash_table_add (search->seen, g_memdup2 (&id, sizeof id));

  if (fits (search, CLINIC_PATIENT (patient)))
    g_ptr_array_add (search->found, g_object_ref (patient));
}

/* Takes a page of the range and moves on; FALSE at its end or with @error. */
static gboolean
scan_page (Search      *search,
           const char  *end,
           guint64      bits,
           Place       *place,
           GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (search->db, "search-page", error);
  GError *failure = NULL;
  guint n_rows = 0;
  int token;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, place->token);
  clinic_statement_bind_int (statement, 2, place->score);
  clinic_statement_bind_int (statement, 3, place->patient);
  clinic_statement_bind_text (statement, 4, end);
  clinic_statement_bind_int (statement, 5, search->lowest);
  clinic_statement_bind_int (statement, 6, search->highest);
  clinic_statement_bind_int (statement, 7, bits != (guint64) CLINIC_NULL ? (gint64) bits : 0);

  while (clinic_statement_step (statement, &failure))
    {
      g_autoptr(ClinicRecord) patient = clinic_store_read (statement, CLINIC_TYPE_PATIENT, error);

      if (patient == NULL)
        return FALSE;

      token = clinic_statement_n_columns (statement) - 2;
      g_free (place->token);
      place->token = g_strdup (clinic_statement_get_text (statement, token));
      place->score = clinic_statement_get_int (statement, token + 1);
      place->patient = clinic_record_get_id (patient);
      take (search, patient);
      n_rows++;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL && n_rows == PAGE;
}

/* Every patient with a token that begins with @beginning and with all these bits, until there
 * are enough. */
static gboolean
scan (Search      *search,
      const char  *beginning,
      guint64      bits,
      GError     **error)
{
  g_autofree char *end = g_strconcat (beginning, AFTER_ALL, NULL);
  g_auto(Place) place = { g_strdup (beginning), G_MININT64 + 1, 0 };
  GError *failure = NULL;

  while (search->found->len < search->limit && scan_page (search, end, bits, &place, &failure))
    ;

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

/* The bits that a match has through all the words but @except; a word that may be a telephone
 * tells none. */
static guint64
find_bits (Search                 *search,
           const ClinicSearchWord *except,
           gboolean                plain_only)
{
  guint64 bits = 0;

  for (guint i = 0; i < search->words->len; i++)
    {
      const ClinicSearchWord *word = search->words->pdata[i];

      if (word != except && (plain_only || word->others->len == 0))
        bits |= clinic_search_word_bits (word);
    }

  return bits;
}

static gint64
count (Search      *search,
       const char  *beginning,
       GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (search->db, "search-count", error);
  g_autofree char *end = g_strconcat (beginning, AFTER_ALL, NULL);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_text (statement, 1, beginning);
  clinic_statement_bind_text (statement, 2, end);

  return clinic_statement_step (statement, error) ? clinic_statement_get_int (statement, 0) : -1;
}

/* The word with the fewest tokens; of equally frequent ones the longest. NULL with @error. */
static ClinicSearchWord *
find_rarest (Search  *search,
             GError **error)
{
  ClinicSearchWord *rarest = search->words->pdata[0];
  gint64 fewest = G_MAXINT64;

  if (search->words->len == 1)
    return rarest;

  for (guint i = 0; i < search->words->len; i++)
    {
      ClinicSearchWord *word = search->words->pdata[i];
      gint64 sum = 0;

      for (guint j = 0; j < word->plain->len; j++)
        {
          gint64 n = count (search, word->plain->pdata[j], error);

          if (n < 0)
            return NULL;

          sum += n * 64 + 63 - MIN (strlen (word->plain->pdata[j]), 63);
        }

      if (sum < fewest)
        {
          fewest = sum;
          rarest = word;
        }
    }

  return rarest;
}

/* Every word as a plain one, through the rarest of them. */
static gboolean
scan_plain (Search  *search,
            GError **error)
{
  ClinicSearchWord *rarest;

  for (guint i = 0; i < search->words->len; i++)
    {
      if (((ClinicSearchWord *) search->words->pdata[i])->plain->len == 0)
        return TRUE;
    }

  if (search->rarest == NULL)
    search->rarest = find_rarest (search, error);

  if (search->rarest == NULL)
    return FALSE;

  rarest = search->rarest;

  for (guint i = 0; i < rarest->plain->len; i++)
    {
      if (!scan (search, rarest->plain->pdata[i], find_bits (search, rarest, TRUE), error))
        return FALSE;
    }

  return TRUE;
}

/* The longest word that may be mistyped: nothing is counted, as there are many similar ones to
 * each. */
static ClinicSearchWord *
find_longest (Search *search)
{
  ClinicSearchWord *longest = NULL;
  gsize most = 0;

  for (guint i = 0; i < search->words->len; i++)
    {
      ClinicSearchWord *word = search->words->pdata[i];
      gsize length = word->letters ? strlen (word->plain->pdata[0]) : 0;

      if (length > most)
        {
          longest = word;
          most = length;
        }
    }

  return longest;
}

/* May a patient with this signature have all the words? Similar words have few bits in common,
 * so each is tried. */
static gboolean
may_fit (Search  *search,
         guint64  signature)
{
  for (guint i = 0; i < search->words->len; i++)
    {
      if (!clinic_search_word_may_fit (search->words->pdata[i], signature))
        return FALSE;
    }

  return TRUE;
}

/* Collects from the next thousand rows of the range who may fit; FALSE at its end or with
 * @error. */
static gboolean
collect (Search      *search,
         const char  *end,
         Place       *place,
         GArray      *ids,
         GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (search->db, "search-range", error);
  GError *failure = NULL;
  guint n_rows = 0;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, place->token);
  clinic_statement_bind_int (statement, 2, place->score);
  clinic_statement_bind_int (statement, 3, place->patient);
  clinic_statement_bind_text (statement, 4, end);
  clinic_statement_bind_int (statement, 5, G_MININT64 + 1);
  clinic_statement_bind_int (statement, 6, G_MAXINT64);

  for (; clinic_statement_step (statement, &failure); n_rows++)
    {
      place->score = clinic_statement_get_int (statement, 1);
      place->patient = clinic_statement_get_int (statement, 2);

      if (!g_hash_table_contains (search->seen, &place->patient) &&
          may_fit (search, (guint64) clinic_statement_get_int (statement, 3)))
        g_array_append_val (place->score > 0 ? search->gone : ids, place->patient);

      if (n_rows + 1 == RANGE)
        {
          g_free (place->token);
          place->token = g_strdup (clinic_statement_get_text (statement, 0));
        }
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL && n_rows == RANGE;
}

static void
take_one (Search    *search,
          GPtrArray *patients,
          gint64     id)
{
  for (guint i = 0; i < patients->len; i++)
    {
      if (clinic_record_get_id (patients->pdata[i]) == id)
        {
          take (search, patients->pdata[i]);
          return;
        }
    }
}

/* In the order of @ids. As many are fetched at once as are still wanted: each fetch is a journey
 * to a server. */
static gboolean
take_ids (Search  *search,
          GArray  *ids,
          GError **error)
{
  guint n;

  for (guint i = 0; i < ids->len && search->found->len < search->limit; i += n)
    {
      g_autoptr(GPtrArray) patients = NULL;

      n = MIN (search->limit - search->found->len, ids->len - i);
      patients = clinic_store_find_many (search->db, CLINIC_TYPE_PATIENT,
                                         &g_array_index (ids, gint64, i), n, error);

      if (patients == NULL)
        return FALSE;

      for (guint j = i; j < i + n; j++)
        take_one (search, patients, g_array_index (ids, gint64, j));
    }

  return TRUE;
}

/* Through all the words that are like the longest one; once for both scans, as their ranges are
 * many. */
static gboolean
scan_similar (Search  *search,
              GError **error)
{
  ClinicSearchWord *longest = find_longest (search);

  if (search->lowest > 0)
    return take_ids (search, search->gone, error);

  for (guint i = 0; longest != NULL && i < longest->plain->len &&
       search->found->len < search->limit; i++)
    {
      const char *beginning = longest->plain->pdata[i];
      g_autofree char *end = g_strconcat (beginning, AFTER_ALL, NULL);
      g_auto(Place) place = { g_strdup (beginning), G_MININT64 + 1, 0 };
      gboolean more = TRUE;

      while (more && search->found->len < search->limit)
        {
          g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          GError *failure = NULL;

          more = collect (search, end, &place, ids, &failure);

          if (failure == NULL)
            take_ids (search, ids, &failure);

          if (failure != NULL)
            {
              g_propagate_error (error, failure);
              return FALSE;
            }
        }
    }

  return TRUE;
}

/* Each word that may be a telephone or a day as such: those ranges are short. */
static gboolean
scan_others (Search  *search,
             GError **error)
{
  for (guint i = 0; i < search->words->len; i++)
    {
      ClinicSearchWord *word = search->words->pdata[i];

      for (guint j = 0; j < word->others->len; j++)
        {
          if (!scan (search, word->others->pdata[j], find_bits (search, word, FALSE), error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
scan_all (Search  *search,
          GError **error)
{
  return (search->forgiving ? scan_similar (search, error) : scan_plain (search, error)) &&
         scan_others (search, error);
}

static gboolean
run (Search     *search,
     GPtrArray  *words,
     GError    **error)
{
  search->words = words;
  search->rarest = NULL;
  g_hash_table_remove_all (search->seen);

  if (words->len == 0)
    return TRUE;

  for (guint i = 0; i < search->found->len; i++)
    {
      gint64 id = clinic_record_get_id (search->found->pdata[i]);

      g_hash_table_add (search->seen, g_memdup2 (&id, sizeof id));
    }

  search->lowest = G_MININT64 + 1;
  search->highest = 0;

  if (!scan_all (search, error))
    return FALSE;

  search->lowest = 1;
  search->highest = G_MAXINT64;

  return scan_all (search, error);
}

/* Adds what each word may have been meant as; FALSE without @error when there is nothing to add. */
static gboolean
add_similar (ClinicDb   *db,
             GPtrArray  *words,
             guint       most,
             GError    **error)
{
  gboolean added = FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      ClinicSearchWord *word = words->pdata[i];
      g_autoptr(GPtrArray) similar = NULL;

      if (!word->letters)
        continue;

      similar = clinic_search_dup_similar (db, word->plain->pdata[0], most, error);

      if (similar == NULL)
        return FALSE;

      for (guint j = 0; j < similar->len; j++)
        {
          if (g_str_has_prefix (similar->pdata[j], word->plain->pdata[0]))
            continue;

          g_ptr_array_add (word->plain, g_strdup (similar->pdata[j]));
          added = TRUE;
        }
    }

  return added;
}

static void
make_bits (gpointer word,
           gpointer unused)
{
  clinic_search_word_make_bits (word);
}

static gboolean
run_forgiving (Search     *search,
               GPtrArray  *words,
               GError    **error)
{
  GError *failure = NULL;

  /* Who was found as typed was hardly meant to be somebody quite different. */
  if (add_similar (search->db, words, search->found->len > 0 ? 1 : 2, &failure))
    {
      search->forgiving = TRUE;
      g_ptr_array_foreach (words, make_bits, NULL);
      return run (search, words, error);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
is_gone (ClinicPatient *patient)
{
  return patient->archived_on != NULL || patient->merged_into != CLINIC_UNKNOWN;
}

/* Those who are here, then the others; each in the order found. */
static GPtrArray *
put_gone_last (GPtrArray *found)
{
  GPtrArray *ordered = g_ptr_array_new_full (found->len, g_object_unref);

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 0; i < found->len; i++)
        {
          if (is_gone (found->pdata[i]) == (round == 1))
            g_ptr_array_add (ordered, g_object_ref (found->pdata[i]));
        }
    }

  return ordered;
}

GPtrArray *
clinic_search_patients (ClinicDb    *db,
                        const char  *text,
                        guint        limit,
                        GError     **error)
{
  g_autoptr(GPtrArray) words = NULL;
  g_autoptr(GPtrArray) joined = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GHashTable) seen = NULL;
  g_autoptr(GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  Search search = { .db = db, .limit = limit };

  g_return_val_if_fail (db != NULL && text != NULL, NULL);

  search.gone = gone;
  words = clinic_search_parse (text, FALSE);
  search.found = found = g_ptr_array_new_with_free_func (g_object_unref);
  search.seen = seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!run (&search, words, error))
    return NULL;

  /* "0664 123 45 67" is one number in several pieces. */
  if (found->len == 0)
    {
      joined = clinic_search_parse (text, TRUE);

      if (!run (&search, joined, error))
        return NULL;
    }

  if (found->len < MIN (FEW, limit) && !run_forgiving (&search, words, error))
    return NULL;

  return put_gone_last (found);
}
