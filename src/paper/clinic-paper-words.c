/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "clinic-date.h"
#include "clinic-paper-words.h"
#include "clinic-resource.h"

#define FALLBACK "en"

typedef struct
{
  GStrv       languages;
  GHashTable *words;            /* "de/signed" → words */
} Words;

static const struct
{
  const char *code;
  const char *name;
} names[] = {
  { "ar", "العربية" },
  { "de", "Deutsch" },
  { "en", "English" },
  { "es", "Español" },
  { "fa", "فارسی" },
  { "fr", "Français" },
  { "it", "Italiano" },
  { "ru", "Русский" },
  { "tr", "Türkçe" },
  { "uk", "Українська" },
};

static gpointer
read_words (gpointer data)
{
  g_autofree char *text = clinic_resource_dup_text ("papers.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  Words *words = g_new0 (Words, 1);

  /* The file is part of the program. */
  if (text == NULL || !g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    g_error ("The words of papers cannot be read");

  words->languages = g_key_file_get_groups (file, NULL);
  words->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (char **language = words->languages; *language != NULL; language++)
    {
      g_auto(GStrv) keys = g_key_file_get_keys (file, *language, NULL, NULL);

      for (char **key = keys; *key != NULL; key++)
        g_hash_table_insert (words->words, g_strconcat (*language, "/", *key, NULL),
                             g_key_file_get_string (file, *language, *key, NULL));
    }

  return words;
}

static const Words *
get_words (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_words, NULL);
}

const char *const *
clinic_paper_languages (void)
{
  return (const char *const *) get_words ()->languages;
}

const char *
clinic_paper_language (const char *language)
{
  const Words *words = get_words ();
  gsize length = language != NULL ? strcspn (language, "_-.@") : 0;

  for (char **known = words->languages; *known != NULL; known++)
    {
      if (strlen (*known) == length && g_ascii_strncasecmp (*known, language, length) == 0)
        return *known;
    }

  return FALLBACK;
}

const char *const *
clinic_paper_known_languages (void)
{
  static const char *codes[G_N_ELEMENTS (names) + 1];
  static gsize known;

  if (g_once_init_enter (&known))
    {
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        codes[i] = names[i].code;

      g_once_init_leave (&known, 1);
    }

  return codes;
}

const char *
clinic_paper_language_name (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i].code, language) == 0)
        return names[i].name;
    }

  return language;
}

const char *
clinic_paper_word (const char *language,
                   const char *key)
{
  g_autofree char *own = g_strconcat (clinic_paper_language (language), "/", key, NULL);
  g_autofree char *other = g_strconcat (FALLBACK "/", key, NULL);
  const char *word = g_hash_table_lookup (get_words ()->words, own);

  if (word == NULL)
    word = g_hash_table_lookup (get_words ()->words, other);

  return word != NULL ? word : key;
}

char *
clinic_paper_isolate (const char *text)
{
  return g_strconcat ("\u2068", text, "\u2069", NULL);
}

static char *
replace (const char *text,
         const char *name,
         const char *value)
{
  g_autofree char *place = g_strdup_printf ("{%s}", name);
  g_auto(GStrv) parts = g_strsplit (text, place, -1);

  return g_strjoinv (value, parts);
}

char *
clinic_paper_phrase (const char *language,
                     const char *key,
                     const char *name,
                     const char *value)
{
  g_autofree char *own = clinic_paper_isolate (value);

  return replace (clinic_paper_word (language, key), name, own);
}

/* The n-th, from 0, of words with ';' between them. */
static char *
pick (const char *language,
      const char *key,
      guint       n)
{
  g_auto(GStrv) words = g_strsplit (clinic_paper_word (language, key), ";", -1);

  return g_strdup (n < g_strv_length (words) ? words[n] : "");
}

char *
clinic_paper_dup_date (const char *language,
                       const char *wall,
                       gboolean    time)
{
  g_autofree char *date = clinic_wall_dup_date (wall);
  g_autofree char *weekday = pick (language, "days", clinic_date_weekday (date) - 1);
  g_autofree char *month = pick (language, "months", atoi (date + 5) - 1);
  g_autofree char *day = g_strdup_printf ("%d", atoi (date + 8));
  g_autofree char *year = g_strndup (date, 4);
  g_autofree char *with_day = replace (clinic_paper_word (language, "date"), "day", day);
  g_autofree char *with_month = replace (with_day, "month", month);
  g_autofree char *with_weekday = replace (with_month, "weekday", weekday);
  g_autofree char *whole = replace (with_weekday, "year", year);
  g_autofree char *clock = NULL;
  g_autofree char *dated = NULL;

  if (!time || strlen (wall) <= strlen (date))
    return g_steal_pointer (&whole);

  clock = g_strdup_printf ("\u2066%s\u2069", wall + strlen (date) + 1);
  dated = replace (clinic_paper_word (language, "time"), "date", whole);

  return replace (dated, "time", clock);
}
