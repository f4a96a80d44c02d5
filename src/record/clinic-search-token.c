/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-search-token.h"
#include "clinic-text.h"

/* The longest beginning of a word that has bits of its own. */
#define BIT_CHARACTERS 4

/* One of 64. */
#define BIT(hash) (G_GUINT64_CONSTANT (1) << ((hash) >> 58))

static void
add_words (GPtrArray  *tokens,
           const char *text)
{
  g_auto(GStrv) words = NULL;
  char *joined;

  if (text == NULL)
    return;

  words = clinic_text_fold_words (text);

  for (char **word = words; *word != NULL; word++)
    {
      if (**word != '\0')
        g_ptr_array_add (tokens, g_strdup (*word));
    }

  /* "van der Berg" is also typed "vanderberg", "A-17" also "a17". */
  if (g_strv_length (words) > 1)
    {
      joined = g_strjoinv (NULL, words);
      g_ptr_array_add (tokens, joined);
    }
}

static void
add_date (GPtrArray  *tokens,
          const char *date)
{
  /* "1984-05-31" */
  if (date == NULL || strlen (date) != 10)
    return;

  g_ptr_array_add (tokens, g_strdup_printf ("%.4s%.2s%.2s", date, date + 5, date + 8));
  g_ptr_array_add (tokens,
                   g_strdup_printf ("%c%.2s%.2s%.4s", CLINIC_SEARCH_DAY, date + 8, date + 5, date));
}

static void
add_phone (GPtrArray  *tokens,
           const char *phone)
{
  static const gsize lengths[] = { 4, 6, 7, CLINIC_SEARCH_PHONE_DIGITS, 10 };
  g_autofree char *digits = clinic_text_digits (phone);
  gsize length = strlen (digits);

  if (length < 3)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      if (length >= lengths[i])
        g_ptr_array_add (tokens,
                         g_strdup_printf ("%c%s", CLINIC_SEARCH_PHONE,
                                          digits + length - lengths[i]));
    }

  if (length < 10)
    g_ptr_array_add (tokens, g_strdup_printf ("%c%s", CLINIC_SEARCH_PHONE, digits));
}

static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
remove_doubles (GPtrArray *tokens)
{
  guint n_kept = 0;

  g_ptr_array_sort (tokens, compare_tokens);

  for (guint i = 0; i < tokens->len; i++)
    {
      if (n_kept > 0 && strcmp (tokens->pdata[i], tokens->pdata[n_kept - 1]) == 0)
        continue;

      if (n_kept != i)
        {
          gpointer kept = tokens->pdata[i];

          tokens->pdata[i] = tokens->pdata[n_kept];
          tokens->pdata[n_kept] = kept;
        }

      n_kept++;
    }

  g_ptr_array_set_size (tokens, n_kept);
}

GPtrArray *
clinic_search_dup_tokens (ClinicPatient *patient)
{
  GPtrArray *tokens = g_ptr_array_new_full (24, g_free);

  add_words (tokens, patient->family_name);
  add_words (tokens, patient->given_name);
  add_words (tokens, patient->birth_name);
  add_words (tokens, patient->file_number);
  add_date (tokens, patient->birth_date);
  add_phone (tokens, patient->phone);
  add_phone (tokens, patient->mobile);
  remove_doubles (tokens);

  return tokens;
}

guint64
clinic_search_get_bits (const char *token)
{
  guint64 bits = 0;
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);     /* FNV-1a, 64 bits */
  guint n_characters = 0;

  for (const guchar *p = (const guchar *) token; *p != '\0'; p++)
    {
      hash = (hash ^ *p) * G_GUINT64_CONSTANT (1099511628211);

      /* The last byte of a character? */
      if ((p[1] & 0xc0) == 0x80)
        continue;

      n_characters++;

      /* A first letter alone says too little for a bit, three say enough for two. */
      if (n_characters >= 2)
        bits |= BIT (hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

      if (n_characters >= 3)
        bits |= BIT (hash * G_GUINT64_CONSTANT (0xd6e8feb86659fd93));

      if (n_characters == BIT_CHARACTERS)
        break;
    }

  return bits;
}

guint64
clinic_search_get_signature (GPtrArray *tokens)
{
  guint64 signature = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const char *token = tokens->pdata[i];

      if (*token != CLINIC_SEARCH_PHONE && *token != CLINIC_SEARCH_DAY)
        signature |= clinic_search_get_bits (token);
    }

  /* This one number is NULL to the database; a bit too many only costs a look. */
  return signature == (guint64) CLINIC_NULL ? signature | 1 : signature;
}

gint64
clinic_search_get_score (ClinicPatient *patient)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (patient));

  if (patient->archived_on == NULL && patient->merged_into == CLINIC_UNKNOWN)
    return -id;

  return G_MAXINT64 - id;
}
