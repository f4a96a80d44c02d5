/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-text.h"

/* A single letter is in nearly everything. */
#define LEAST_PART 2

/* Whether @text, that may have gaps, goes on as @word: "d panthenol" as "dpan". */
static gboolean
goes_on (const char *text,
         const char *word)
{
  for (; *word != '\0'; text++)
    {
      if (*text == ' ')
        continue;

      if (*text != *word)
        return FALSE;

      word++;
    }

  return TRUE;
}

static gboolean
begins_word (const char *text,
             const char *word)
{
  for (const char *p = text; p != NULL; p = strchr (p, ' '))
    {
      p += *p == ' ';

      if (goes_on (p, word))
        return TRUE;
    }

  return FALSE;
}

static ClinicTextMatch
match_word (const char *word,
            const char *name,
            const char *others)
{
  gboolean part = clinic_text_length (word) >= LEAST_PART;

  if (begins_word (name, word))
    return CLINIC_TEXT_MATCH_WORD;

  if (part && strstr (name, word) != NULL)
    return CLINIC_TEXT_MATCH_PART;

  if (begins_word (others, word) || (part && strstr (others, word) != NULL))
    return CLINIC_TEXT_MATCH_OTHER;

  return CLINIC_TEXT_MATCH_NONE;
}

ClinicTextMatch
clinic_text_match (const char *typed,
                   const char *name,
                   const char *others)
{
  g_autofree char *wanted = clinic_text_fold (typed);
  g_autofree char *folded_name = clinic_text_fold (name);
  g_autofree char *folded_others = clinic_text_fold (others);
  g_auto(GStrv) words = g_strsplit (wanted, " ", -1);
  ClinicTextMatch best = CLINIC_TEXT_MATCH_WORD;

  for (char **word = words; *word != NULL; word++)
    best = MIN (best, match_word (*word, folded_name, folded_others));

  if (*wanted == '\0' || best == CLINIC_TEXT_MATCH_NONE)
    return best;

  if (strcmp (folded_name, wanted) == 0)
    return CLINIC_TEXT_MATCH_WHOLE;

  return g_str_has_prefix (folded_name, wanted) ? CLINIC_TEXT_MATCH_BEGINNING : best;
}
