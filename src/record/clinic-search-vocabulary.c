/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-clock.h"
#include "clinic-search-vocabulary.h"

#define MOST_SIMILAR 30

/* Shorter words are one letter off from half of all names. */
#define SHORTEST 4

/* From so many letters on two may be wrong. */
#define LONG 6

/* Letters of a word that are looked at, and of a token: more would be more edits than are
 * forgiven. */
#define WORD_LETTERS 40
#define TOKEN_LETTERS (WORD_LETTERS + 3)

/* So few new words are put in their places one by one. */
#define FEW 32

/* Ids made on two seats may be committed in another order; so much of the past, two minutes, is
 * fetched again every half minute. */
#define OVERLAP (((gint64) 120000) << 21)
#define PAUSE 30000

typedef struct
{
  GStringChunk *texts;
  GHashTable   *known;
  GPtrArray    *tokens;         /* sorted */
  gint64        last_id;
  gint64        looked_back;    /* when, in milliseconds */
} Vocabulary;

typedef struct
{
  const char *token;
  guint       distance;
} Similar;

/* The edit distances of a word to the beginnings of one token after another. As the tokens come
 * sorted, what they have in common with the one before is not reckoned again. */
typedef struct
{
  gunichar word[WORD_LETTERS];
  guint    length;
  guint    limit;
  /* letters of the token whose rows stand */
  guint    depth;
  gunichar letters[TOKEN_LETTERS];
  guint8   rows[TOKEN_LETTERS + 1][WORD_LETTERS + 1];
  /* in a row: what can still become of it */
  guint8 least[TOKEN_LETTERS + 1];
  guint8 best[TOKEN_LETTERS + 1];                          /* of the whole word, up to a row */
} Walk;

static void
vocabulary_free (gpointer data)
{
  Vocabulary *self = data;

  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->tokens);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static guint
find_place (GPtrArray  *tokens,
            const char *token)
{
  guint low = 0;
  guint high = tokens->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (tokens->pdata[middle], token) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_tokens (Vocabulary *self,
            GPtrArray  *new)
{
  for (guint i = 0; i < new->len; i++)
    {
      if (new->len <= FEW)
        g_ptr_array_insert (self->tokens, find_place (self->tokens, new->pdata[i]), new->pdata[i]);
      else
        g_ptr_array_add (self->tokens, new->pdata[i]);
    }

  if (new->len > FEW)
    g_ptr_array_sort (self->tokens, compare_tokens);
}

static gboolean
refresh (Vocabulary  *self,
         ClinicDb    *db,
         GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "search-words", error);
  g_autoptr(GPtrArray) new = g_ptr_array_new ();
  gint64 now = clinic_clock_now ();
  gint64 overlap = now - self->looked_back >= PAUSE ? OVERLAP : 0;
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, MAX (self->last_id - overlap, 0));

  while (clinic_statement_step (statement, &failure))
    {
      const char *token = clinic_statement_get_text (statement, 1);

      self->last_id = MAX (self->last_id, clinic_statement_get_int (statement, 0));

      if (g_hash_table_contains (self->known, token))
        continue;

      g_ptr_array_add (new, g_string_chunk_insert (self->texts, token));
      g_hash_table_add (self->known, new->pdata[new->len - 1]);
    }

  add_tokens (self, new);

  if (overlap > 0)
    self->looked_back = now;

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
      self->tokens = g_ptr_array_new ();
      clinic_db_keep (db, "search-vocabulary", self, vocabulary_free);
    }

  return refresh (self, db, error) ? self : NULL;
}

static void
walk_init (Walk       *self,
           const char *word,
           guint       limit)
{
  self->limit = limit;
  self->depth = 0;
  self->length = 0;

  for (const char *p = word; *p != '\0' && self->length < WORD_LETTERS; p = g_utf8_next_char (p))
    self->word[self->length++] = g_utf8_get_char (p);

  for (guint j = 0; j <= self->length; j++)
    self->rows[0][j] = j;

  self->least[0] = 0;
  self->best[0] = self->length;
}

/* One more letter of the token: insert, delete, replace, or swap of neighbours. */
static void
add_letter (Walk     *self,
            gunichar  letter)
{
  guint i = ++self->depth;
  guint8 *row = self->rows[i];
  const guint8 *above = self->rows[i - 1];

  self->letters[i - 1] = letter;
  row[0] = self->least[i] = i;

  for (guint j = 1; j <= self->length; j++)
    {
      guint8 cost = above[j - 1] + (self->word[j - 1] != letter);

      cost = MIN (cost, above[j] + 1);
      cost = MIN (cost, row[j - 1] + 1);

      if (i > 1 && j > 1 && self->word[j - 1] == self->letters[i - 2] &&
          self->word[j - 2] == letter)
        cost = MIN (cost, self->rows[i - 2][j - 2] + 1);

      row[j] = cost;
      self->least[i] = MIN (self->least[i], cost);
    }

  self->best[i] = MIN (self->best[i - 1], row[self->length]);
}

/* The distance of the word to the nearest beginning of @token, or more than the limit. */
static guint
walk_to (Walk       *self,
         const char *token)
{
  const char *p = token;
  guint common = 0;

  while (common < self->depth && *p != '\0' && g_utf8_get_char (p) == self->letters[common])
    {
      common++;
      p = g_utf8_next_char (p);
    }

  self->depth = common;

  while (*p != '\0' && self->depth < TOKEN_LETTERS && self->least[self->depth] <= self->limit)
    {
      add_letter (self, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  return self->best[self->depth];
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

GPtrArray *
clinic_search_dup_similar (ClinicDb    *db,
                           const char  *word,
                           guint        most,
                           GError     **error)
{
  glong length = g_utf8_strlen (word, -1);
  Vocabulary *vocabulary = get_vocabulary (db, error);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Similar));
  GPtrArray *tokens;
  Walk walk;

  if (vocabulary == NULL)
    return NULL;

  tokens = g_ptr_array_new_with_free_func (g_free);

  if (length < SHORTEST)
    return tokens;

  walk_init (&walk, word, length < LONG ? 1 : most);

  for (guint i = 0; i < vocabulary->tokens->len; i++)
    {
      Similar similar = { vocabulary->tokens->pdata[i], 0 };

      similar.distance = walk_to (&walk, similar.token);

      if (similar.distance <= walk.limit)
        g_array_append_val (found, similar);
    }

  g_array_sort (found, compare_similar);

  for (guint i = 0; i < MIN (found->len, MOST_SIMILAR); i++)
    g_ptr_array_add (tokens, g_strdup (g_array_index (found, Similar, i).token));

  return tokens;
}
