/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-text.h"

#define LRM "\u200e"
#define RLM "\u200f"
#define LRI "\u2066"
#define FSI "\u2068"
#define PDI "\u2069"

char *
clinic_text_isolate (const char *text)
{
  return text != NULL ? g_strconcat (FSI, text, PDI, NULL) : g_strdup ("");
}

char *
clinic_text_isolate_number (const char *text)
{
  return text != NULL ? g_strconcat (LRI, text, PDI, NULL) : g_strdup ("");
}

char *
clinic_text_begin_lines (const char *text,
                         gboolean    from_right)
{
  const char *mark = from_right ? RLM : LRM;
  g_auto(GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);     /* none of "" */

  for (char **line = lines; *line != NULL; line++)
    {
      char *begun = g_strconcat (mark, FSI, *line, PDI, NULL);

      g_free (*line);
      *line = begun;
    }

  return g_strjoinv ("\n", lines);
}
