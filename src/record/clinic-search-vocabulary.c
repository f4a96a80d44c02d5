/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-search-vocabulary.h"
#include "clinic-text.h"

#define MOST_SIMILAR 30

/* Ids made on two seats may be committed in another order; so much of the past, two minutes, is fetched again. */
#define OVERLAP (((gint64) 120000) << 21)

typedef struct
{
  GStringChunk *texts;
  GHashTable   *known;
  GArray       *entries;
  gint64        last_id;
} Vocabulary;

typedef struct
{
  const char *token;
  guint32     letters;      /* which letters occur in it, hashed to 32 */
} Entry;

typedef struct
{
  const char *token;
  guint       distance;
} Similar;

static void
vocabulary_free (gpointer data)
{
  Vocabulary *self = data;

  g_hash_table_unref (self->known);
  g_array_unref (self->entries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static guint32
find_letters (const char *token)
{
  guint32 letters = 0;

  for (const guchar *p = (const guchar *) token; *p != '\0'; p++)
    letters |= (guint32) 1 << (*p & 31);

  return letters;
}

static void
add_token (Vocabulary *self,
           const char *token)
{
  Entry entry;

  if (g_hash_table_contains (self->known, token))
    return;

  entry.token = g_string_chunk_insert (self->texts, token);
  entry.letters = find_letters (token);
  g_hash_table_add (self->known, (gpointer) entry.token);
  g_array_append_val (self->entries, entry);
}

static gboolean
refresh (Vocabulary  *self,
         ClinicDb    *db,
         GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "search-words", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, MAX (self->last_id - OVERLAP, 0));

  while (clinic_statement_step (statement, &failure))
    {
      add_token (self, clinic_statement_get_text (statement, 1));
      self->last_id = MAX (self->last_id, clinic_statement_get_int (statement, 0));
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static Vocabulary *
get_vocabulary (ClinicDb  *db,
                GError   **error)
{
  Vocabulary *self = clinic_db_get_kept (db, "search-vocabulary");

  if (self == NULL)
    {
      self = g_new0 (Vocabulary, 1);
      self->texts = g_string_chunk_new (64 * 1024);
      self->known = g_hash_table_new (g_str_hash, g_str_equal);
      self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      clinic_db_keep (db, "search-vocabulary", self, vocabulary_free);
    }

  return refresh (self, db, error) ? self : NULL;
}

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static int
compare_similar (gconstpointer a,
                 gconstpointer b)
{
  const Similar *first = a;
  const Similar *second = b;

  if (first->distance != second->distance)
    return first->distance < second->distance ? -1 : 1;

  return strcmp (first->token, second->token);
}

/* Each letter of @word that a token has not is at least half an edit: a swap needs none, a replacement one. */
static GArray *
find_similar (Vocabulary *self,
              const char *word,
              guint       limit)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Similar));
  guint32 letters = find_letters (word);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      Similar similar = { entry->token, 0 };

      if (count_bits (letters & ~entry->letters) > limit)
        continue;

      similar.distance = clinic_text_prefix_distance (word, entry->token, limit);

      if (similar.distance <= limit)
        g_array_append_val (found, similar);
    }

  g_array_sort (found, compare_similar);

  return found;
}

GPtrArray *
clinic_search_dup_similar (ClinicDb    *db,
                           const char  *word,
                           guint        most,
                           GError     **error)
{
  glong length = g_utf8_strlen (word, -1);
  Vocabulary *vocabulary = get_vocabulary (db, error);
  g_autoptr(GArray) found = NULL;
  GPtrArray *tokens;

  if (vocabulary == NULL)
    return NULL;

  tokens = g_ptr_array_new_with_free_func (g_free);

  if (length < 3)
    return tokens;

  found = find_similar (vocabulary, word, length < 6 ? 1 : most);

  for (guint i = 0; i < MIN (found->len, MOST_SIMILAR); i++)
    g_ptr_array_add (tokens, g_strdup (g_array_index (found, Similar, i).token));

  return tokens;
}
