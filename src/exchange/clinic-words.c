/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-resource.h"
#include "clinic-text.h"
#include "clinic-words.h"

static void
read_group (GHashTable *words,
            GKeyFile   *file,
            const char *group)
{
  g_auto(GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_auto(GStrv) list = g_key_file_get_string_list (file, group, keys[i], NULL, NULL);

      for (guint k = 0; list[k] != NULL; k++)
        {
          char *folded = clinic_text_fold (list[k]);

          /* The first to list a word has it. */
          if (g_hash_table_contains (words, folded))
            g_free (folded);
          else
            g_hash_table_insert (words, folded, (gpointer) g_intern_string (keys[i]));
        }
    }
}

static gpointer
read_words (gpointer data)
{
  g_autoptr(GBytes) bytes = clinic_resource_lookup ("exchange/columns.ini");
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_auto(GStrv) groups = NULL;
  GHashTable *all = g_hash_table_new (g_str_hash, g_str_equal);

  /* The file is part of the program. */
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_error ("The words of columns cannot be read");

  groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

      read_group (words, file, groups[i]);
      g_hash_table_insert (all, g_strdup (groups[i]), words);
    }

  return all;
}

const char *
clinic_words_find (const char *group,
                   const char *text)
{
  static GOnce once = G_ONCE_INIT;
  GHashTable *all = g_once (&once, read_words, NULL);
  GHashTable *words = g_hash_table_lookup (all, group);
  g_autofree char *folded = clinic_text_fold (text);

  return words != NULL && *folded != '\0' ? g_hash_table_lookup (words, folded) : NULL;
}

gboolean
clinic_words_is_blank (const char *text)
{
  static const char *const dashes[] = { "-", "--", "\u2013", "\u2014", ".", "?", NULL };
  g_autofree char *trimmed = NULL;

  if (clinic_text_is_empty (text))
    return TRUE;

  trimmed = g_strstrip (g_strdup (text));

  return g_strv_contains (dashes, trimmed) || clinic_words_find ("blank", text) != NULL;
}

/* "n=13", "p < 0.05" */
static gboolean
is_equation (const char *text)
{
  const char *p = text;

  while (g_ascii_isspace (*p))
    p++;

  if (*p == '\0' || strchr ("nNpP", *p) == NULL)
    return FALSE;

  for (p++; g_ascii_isspace (*p);)
    p++;

  return *p == '=' || *p == '<' || *p == '>';
}

ClinicTotal
clinic_words_total (const char *text)
{
  const char *key;

  if (text == NULL)
    return CLINIC_TOTAL_NO;

  key = clinic_words_find ("total", text);

  if (is_equation (text) || g_strcmp0 (key, "sure") == 0)
    return CLINIC_TOTAL_SURE;

  return key != NULL ? CLINIC_TOTAL_MAYBE : CLINIC_TOTAL_NO;
}
