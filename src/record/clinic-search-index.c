/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-id.h"
#include "clinic-search.h"
#include "clinic-search-token.h"

/* What stands in patient_token for a patient. */
typedef struct
{
  GPtrArray *tokens;
  gint64     patient;
  gint64     score;
  guint64    signature;
} Entries;

static void
entries_init (Entries      *self,
              ClinicRecord *record)
{
  ClinicPatient *patient = record != NULL ? CLINIC_PATIENT (record) : NULL;

  self->tokens = patient != NULL ? clinic_search_dup_tokens (patient) : g_ptr_array_new ();
  self->patient = patient != NULL ? clinic_record_get_id (record) : 0;
  self->score = patient != NULL ? clinic_search_get_score (patient) : 0;
  self->signature = clinic_search_get_signature (self->tokens);
}

static void
entries_clear (Entries *self)
{
  g_ptr_array_unref (self->tokens);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entries, entries_clear)

static gboolean
has_token (const Entries *self,
           const char    *token)
{
  for (guint i = 0; i < self->tokens->len; i++)
    {
      if (strcmp (self->tokens->pdata[i], token) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
delete_token (ClinicDb       *db,
              const Entries  *entries,
              const char     *token,
              GError        **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "search-delete", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, token);
  clinic_statement_bind_int (statement, 2, entries->score);
  clinic_statement_bind_int (statement, 3, entries->patient);

  return clinic_statement_defer (statement, -1, error);
}

/* Rows go in so many at a time, as each statement is a journey to a server. */
#define TOKENS_AT_ONCE 16
#define WORDS_AT_ONCE 8

static gboolean
insert_tokens (ClinicDb       *db,
               const Entries  *entries,
               GPtrArray      *tokens,
               GError        **error)
{
  for (guint i = 0; i < tokens->len; i += TOKENS_AT_ONCE)
    {
      g_autoptr(ClinicStatement) statement = clinic_db_query (db, "search-insert", error);

      if (statement == NULL)
        return FALSE;

      clinic_statement_bind_int (statement, 1, entries->score);
      clinic_statement_bind_int (statement, 2, entries->patient);
      clinic_statement_bind_int (statement, 3, (gint64) entries->signature);

      for (guint j = 0; j < TOKENS_AT_ONCE; j++)
        clinic_statement_bind_text (statement, j + 4,
                                    i + j < tokens->len ? tokens->pdata[i + j] : NULL);

      if (!clinic_statement_defer (statement, MIN (tokens->len - i, TOKENS_AT_ONCE), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_words (ClinicDb   *db,
              GPtrArray  *words,
              GError    **error)
{
  for (guint i = 0; i < words->len; i += WORDS_AT_ONCE)
    {
      g_autoptr(ClinicStatement) statement = clinic_db_query (db, "search-word-insert", error);

      if (statement == NULL)
        return FALSE;

      clinic_statement_bind_int (statement, 1, clinic_id_new ());

      for (guint j = 0; j < WORDS_AT_ONCE; j++)
        clinic_statement_bind_text (statement, j + 2,
                                    i + j < words->len ? words->pdata[i + j] : NULL);

      /* Those that are there already stay. */
      if (!clinic_statement_defer (statement, -1, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_search_index (ClinicDb      *db,
                     ClinicRecord  *patient,
                     ClinicRecord  *before,
                     GError       **error)
{
  g_auto(Entries) old = { 0 };
  g_auto(Entries) new = { 0 };
  g_autoptr(GPtrArray) tokens = g_ptr_array_new ();
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  gboolean all;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (patient != NULL || before != NULL, FALSE);

  entries_init (&old, before);
  entries_init (&new, patient);
  all = old.score != new.score || old.signature != new.signature;

  for (guint i = 0; i < old.tokens->len; i++)
    {
      if ((all || !has_token (&new, old.tokens->pdata[i])) &&
          !delete_token (db, &old, old.tokens->pdata[i], error))
        return FALSE;
    }

  for (guint i = 0; i < new.tokens->len; i++)
    {
      char *token = new.tokens->pdata[i];
      gboolean known = has_token (&old, token);

      if (all || !known)
        g_ptr_array_add (tokens, token);

      /* Words with digits in them are not mistyped names. */
      if (!known && strpbrk (token, "0123456789#.") == NULL)
        g_ptr_array_add (words, token);
    }

  return insert_tokens (db, &new, tokens, error) && insert_words (db, words, error);
}
