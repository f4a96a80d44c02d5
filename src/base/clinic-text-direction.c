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

/* A figure with what makes it turn: a sign before it, a unit after it, or another figure that belongs to it. A sign after a
 * letter is a hyphen. */
#define START "(?:(?<![\\pL\\d.,])|(?<=\\PL[وفبل]))"     /* Arabic writes "and" and "by" to the figure */
#define SPACE "[ \u00a0\u202f]?"
#define SIGN "[<>≤≥≈±+−-]" SPACE
#define NUMBER "\\d[\\d.,]*(?<![.,])"
#define JOINT SPACE "[:/×→–−-]" SPACE
#define UNIT SPACE "(?:[%‰°]|/?(?:[µmk]?g|m?l|[mcµn]?m[²³]?|IU|J|Hz|W)(?:/(?:m?l|kg|[mc]?m[²³]|d|h))?(?!\\pL))"
#define FIGURE NUMBER "(?:" UNIT ")?"

static GRegex *
get_figures (void)
{
  static GRegex *figures;

  if (g_once_init_enter (&figures))
    {
      GRegex *made = g_regex_new (LRI "[^" PDI "]*" PDI "|"         /* stays already */
                                  FSI "[^" PDI "]*" PDI "|"
                                  START "(?:" SIGN FIGURE "(?:" JOINT FIGURE ")*|"
                                  FIGURE "(?:" JOINT FIGURE ")+|"
                                  NUMBER UNIT ")",
                                  G_REGEX_OPTIMIZE, 0, NULL);

      g_once_init_leave (&figures, made);
    }

  return figures;
}

static gboolean
isolate_figure (const GMatchInfo *match,
                GString          *text,
                gpointer          user_data)
{
  g_autofree char *figure = g_match_info_fetch (match, 0);
  g_autofree char *isolated = clinic_text_isolate_number (figure);
  gboolean is_already = g_str_has_prefix (figure, LRI) || g_str_has_prefix (figure, FSI);

  g_string_append (text, is_already ? figure : isolated);

  return FALSE;
}

char *
clinic_text_isolate_figures (const char *text)
{
  char *isolated = NULL;

  /* GLib 2.74 does not look before it hands bytes to the compiled expression, which reads on past what is no text. */
  if (text != NULL && g_utf8_validate (text, -1, NULL))
    isolated = g_regex_replace_eval (get_figures (), text, -1, 0, 0, isolate_figure, NULL, NULL);

  /* What is no text stays what it is. */
  return isolated != NULL ? isolated : g_strdup (text != NULL ? text : "");
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
