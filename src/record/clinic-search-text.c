/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-date.h"
#include "clinic-search-text.h"
#include "clinic-search-token.h"
#include "clinic-text.h"

/* Fewer digits find too many telephones to be meant. */
#define LEAST_PHONE_DIGITS 3

/* More words than this say nothing more. */
#define MOST_WORDS 8

static ClinicSearchWord *
word_new (void)
{
  ClinicSearchWord *word = g_new0 (ClinicSearchWord, 1);

  word->plain = g_ptr_array_new_with_free_func (g_free);
  word->others = g_ptr_array_new_with_free_func (g_free);

  return word;
}

void
clinic_search_word_free (gpointer data)
{
  ClinicSearchWord *word = data;

  g_ptr_array_unref (word->plain);
  g_ptr_array_unref (word->others);
  g_clear_pointer (&word->bits, g_array_unref);
  g_free (word);
}

static void
add_once (GPtrArray *alternatives,
          char      *text)
{
  if (g_ptr_array_find_with_equal_func (alternatives, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (alternatives, text);
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static int
two_digits (const char *text)
{
  return (text[0] - '0') * 10 + text[1] - '0';
}

/* Could "3105…" be the beginning of a birth date? */
static gboolean
begins_with_day (const char *digits)
{
  int day = two_digits (digits);
  int month = two_digits (digits + 2);

  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

static void
add_phone_and_day (ClinicSearchWord *word,
                   const char       *digits)
{
  gsize length = strlen (digits);
  const char *significant = digits + strspn (digits, "0");

  if (length >= 4 && length <= 8 && begins_with_day (digits))
    add_once (word->others, g_strdup_printf ("%c%s", CLINIC_SEARCH_DAY, digits));

  if (length < LEAST_PHONE_DIGITS)
    return;

  /* With or without country code or leading nought, the last digits are the same. */
  if (length > CLINIC_SEARCH_PHONE_DIGITS)
    {
      add_once (word->others, g_strdup_printf ("%c%s", CLINIC_SEARCH_PHONE,
                                               digits + length - CLINIC_SEARCH_PHONE_DIGITS));
      return;
    }

  add_once (word->others, g_strdup_printf ("%c%s", CLINIC_SEARCH_PHONE, digits));

  if (strlen (significant) >= LEAST_PHONE_DIGITS)
    add_once (word->others, g_strdup_printf ("%c%s", CLINIC_SEARCH_PHONE, significant));
}

static void
add_word (GPtrArray  *words,
          const char *folded)
{
  ClinicSearchWord *word;

  if (*folded == '\0' || words->len >= MOST_WORDS)
    return;

  word = word_new ();
  g_ptr_array_add (word->plain, g_strdup (folded));

  if (is_digits (folded))
    add_phone_and_day (word, folded);

  word->letters = strpbrk (folded, "0123456789") == NULL;
  g_ptr_array_add (words, word);
}

/* "31.05.1984" → { 31, 5, 1984 }; how many numbers there are, or 0 when @text is something else
 * than numbers of at most four digits with one mark between. */
static guint
split_numbers (const char *text,
               int         numbers[3],
               gsize       lengths[3])
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; n++)
    {
      lengths[n < 3 ? n : 2] = strspn (p, "0123456789");

      if (n == 3 || lengths[n] == 0 || lengths[n] > 4)
        return 0;

      numbers[n] = (int) g_ascii_strtoll (p, NULL, 10);
      p += lengths[n];

      if (*p != '\0' && strchr ("./-", *p) == NULL)
        return 0;

      p += *p != '\0';
    }

  return n;
}

static void
add_full_date (ClinicSearchWord *word,
               int               year,
               int               month,
               int               day)
{
  g_autofree char *date = NULL;

  if (year < 0 || year > 9999 || month > 12 || day > 31)
    return;

  date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  if (clinic_date_is_valid (date))
    add_once (word->plain, g_strdup_printf ("%04d%02d%02d", year, month, day));
}

/* The orders of day and month are both tried; a year of two digits is of this century or the
 * last. */
static void
add_dates (ClinicSearchWord *word,
           const int         numbers[3],
           const gsize       lengths[3])
{
  if (lengths[0] == 4)
    {
      add_full_date (word, numbers[0], numbers[1], numbers[2]);
      return;
    }

  for (int century = 1900; century <= 2000; century += 100)
    {
      int year = lengths[2] == 4 ? numbers[2] : century + numbers[2];

      add_full_date (word, year, numbers[1], numbers[0]);
      add_full_date (word, year, numbers[0], numbers[1]);
    }
}

static void
add_month_or_day (ClinicSearchWord *word,
                  const int         numbers[3],
                  const gsize       lengths[3])
{
  if (lengths[0] == 4 && numbers[1] <= 12)
    add_once (word->plain, g_strdup_printf ("%04d%02d", numbers[0], numbers[1]));
  else if (lengths[1] == 4 && numbers[0] <= 12)
    add_once (word->plain, g_strdup_printf ("%04d%02d", numbers[1], numbers[0]));

  if (lengths[0] > 2 || lengths[1] > 2 || numbers[0] < 1 || numbers[1] < 1)
    return;

  if (numbers[0] <= 31 && numbers[1] <= 12)
    add_once (word->others,
              g_strdup_printf ("%c%02d%02d", CLINIC_SEARCH_DAY, numbers[0], numbers[1]));

  if (numbers[1] <= 31 && numbers[0] <= 12)
    add_once (word->others,
              g_strdup_printf ("%c%02d%02d", CLINIC_SEARCH_DAY, numbers[1], numbers[0]));
}

/* A date written with separators; it may be a file number all the same. */
static gboolean
add_date (GPtrArray  *words,
          const char *text)
{
  int numbers[3] = { 0 };
  gsize lengths[3] = { 0 };
  guint n = split_numbers (text, numbers, lengths);
  ClinicSearchWord *word;

  if (n < 2 || words->len >= MOST_WORDS)
    return FALSE;

  word = word_new ();

  if (n == 3)
    add_dates (word, numbers, lengths);
  else
    add_month_or_day (word, numbers, lengths);

  if (word->plain->len == 0 && word->others->len == 0)
    {
      clinic_search_word_free (word);
      return FALSE;
    }

  add_once (word->plain, clinic_text_digits (text));
  g_ptr_array_add (words, word);

  return TRUE;
}

static gboolean
is_number_part (const char *text)
{
  return strpbrk (text, "0123456789") != NULL &&
         text[strspn (text, "0123456789+-/().")] == '\0';
}

static void
add_chunk (GPtrArray  *words,
           const char *chunk)
{
  g_auto(GStrv) folded = NULL;

  if (add_date (words, chunk))
    return;

  folded = clinic_text_fold_words (chunk);

  for (char **part = folded; *part != NULL; part++)
    add_word (words, *part);
}

GPtrArray *
clinic_search_parse (const char *text,
                     gboolean    join)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (clinic_search_word_free);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto(GStrv) chunks = g_strsplit_set (g_strstrip (valid), " \t\n", -1);
  g_autoptr(GString) digits = g_string_new (NULL);

  for (char **chunk = chunks; *chunk != NULL; chunk++)
    {
      g_autofree char *own = NULL;

      if (!join || !is_number_part (*chunk))
        {
          add_chunk (words, *chunk);
          continue;
        }

      own = clinic_text_digits (*chunk);
      g_string_append (digits, own);

      if (chunk[1] == NULL || !is_number_part (chunk[1]))
        {
          add_word (words, digits->str);
          g_string_truncate (digits, 0);
        }
    }

  return words;
}

guint64
clinic_search_word_bits (const ClinicSearchWord *word)
{
  guint64 bits = word->plain->len > 0 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < word->plain->len; i++)
    bits &= clinic_search_get_bits (word->plain->pdata[i]);

  return bits;
}

void
clinic_search_word_make_bits (ClinicSearchWord *word)
{
  g_clear_pointer (&word->bits, g_array_unref);
  word->bits = g_array_sized_new (FALSE, FALSE, sizeof (guint64), word->plain->len);

  for (guint i = 0; i < word->plain->len; i++)
    {
      guint64 bits = clinic_search_get_bits (word->plain->pdata[i]);

      g_array_append_val (word->bits, bits);
    }
}

gboolean
clinic_search_word_may_fit (const ClinicSearchWord *word,
                            guint64                 signature)
{
  if (word->others->len > 0)
    return TRUE;

  for (guint i = 0; i < word->bits->len; i++)
    {
      guint64 bits = g_array_index (word->bits, guint64, i);

      if ((signature & bits) == bits)
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_any (GPtrArray  *tokens,
            const char *beginning)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      if (g_str_has_prefix (tokens->pdata[i], beginning))
        return TRUE;
    }

  return FALSE;
}

gboolean
clinic_search_word_fits (const ClinicSearchWord *word,
                         GPtrArray              *tokens)
{
  for (guint i = 0; i < word->plain->len; i++)
    {
      if (begins_any (tokens, word->plain->pdata[i]))
        return TRUE;
    }

  for (guint i = 0; i < word->others->len; i++)
    {
      if (begins_any (tokens, word->others->pdata[i]))
        return TRUE;
    }

  return FALSE;
}
