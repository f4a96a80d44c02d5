/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-text.h"

/* What g_unichar_fully_decompose () writes at most. */
#define MAX_DECOMPOSED 18

/* Letters that have no decomposition, or whose case folding is longer than one letter. */
static const struct
{
  gunichar    letter;
  const char *spelling;
} spellings[] = {
  { 0x00df, "ss" },     /* ß */
  { 0x00e6, "ae" },     /* æ */
  { 0x00f0, "d" },      /* ð */
  { 0x00f8, "o" },      /* ø */
  { 0x00fe, "th" },     /* þ */
  { 0x0111, "d" },      /* đ */
  { 0x0127, "h" },      /* ħ */
  { 0x0131, "i" },      /* ı */
  { 0x0142, "l" },      /* ł */
  { 0x014b, "n" },      /* ŋ */
  { 0x0153, "oe" },     /* œ */
  { 0x0167, "t" },      /* ŧ */
  { 0x0259, "e" },      /* ə */
  { 0x03c2, "σ" },      /* ς */
};

static gboolean
is_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) * p >= 0x80)
        return FALSE;
    }

  return TRUE;
}

/* The marks people type for an apostrophe, and those that transliterate an alef or ayin. */
static gboolean
is_apostrophe (gunichar c)
{
  switch (c)
    {
    case 0x0027: case 0x0060: case 0x00b4: case 0x02ca: case 0x02cb: case 0x02ee:
    case 0x055a: case 0x05f3: case 0x07f4: case 0x07f5: case 0x1fbd: case 0x1fbf:
    case 0x1fef: case 0x1ffd: case 0x1ffe: case 0x2018: case 0x2019: case 0x201b:
    case 0x2032: case 0x2035: case 0xa78b: case 0xa78c: case 0xff07: case 0xff40:
      return TRUE;

    default:
      return c >= 0x02b9 && c <= 0x02bf;
    }
}

/* Nothing that one sees: joiners, soft hyphen, direction marks, tatweel. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x0640;
}

static void
append_folded_letter (GString  *folded,
                      gunichar  letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      if (spellings[i].letter == letter)
        {
          g_string_append (folded, spellings[i].spelling);
          return;
        }
    }

  g_string_append_unichar (folded, letter);
}

/* The space between two words is written with the first letter of the second. */
static void
append_folded (GString  *folded,
               gunichar  c,
               gboolean *gap)
{
  gint digit;

  if (g_unichar_ismark (c) || is_apostrophe (c) || is_invisible (c))
    return;

  if (!g_unichar_isalnum (c))
    {
      *gap = TRUE;
      return;
    }

  if (*gap && folded->len > 0)
    g_string_append_c (folded, ' ');

  *gap = FALSE;
  digit = g_unichar_digit_value (c);

  if (digit >= 0)
    g_string_append_c (folded, '0' + digit);
  else
    append_folded_letter (folded, g_unichar_tolower (c));
}

static void
append_folded_ascii (GString  *folded,
                     char      c,
                     gboolean *gap)
{
  if (g_ascii_isalnum (c))
    {
      if (*gap && folded->len > 0)
        g_string_append_c (folded, ' ');

      *gap = FALSE;
      g_string_append_c (folded, g_ascii_tolower (c));
    }
  else if (!is_apostrophe (c))
    {
      *gap = TRUE;
    }
}

static char *
fold_unicode (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *folded = g_string_sized_new (strlen (valid) + 8);
  gboolean gap = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar parts[MAX_DECOMPOSED];
      gsize n_parts;

      if (c < 0x80)
        {
          append_folded_ascii (folded, c, &gap);
          continue;
        }

      /* A spacing accent would fall apart into a space. */
      if (is_apostrophe (c))
        continue;

      n_parts = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSED);

      for (gsize i = 0; i < MIN (n_parts, MAX_DECOMPOSED); i++)
        append_folded (folded, parts[i], &gap);
    }

  return g_string_free (folded, FALSE);
}

static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  char *end = folded;
  gboolean gap = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        {
          if (gap && end > folded)
            *end++ = ' ';

          gap = FALSE;
          *end++ = g_ascii_tolower (*p);
        }
      else if (*p != '\'' && *p != '`')
        {
          gap = TRUE;
        }
    }

  *end = '\0';

  return folded;
}

char *
clinic_text_fold (const char *text)
{
  if (text == NULL)
    return g_strdup ("");

  return is_ascii (text) ? fold_ascii (text) : fold_unicode (text);
}

char **
clinic_text_fold_words (const char *text)
{
  g_autofree char *folded = clinic_text_fold (text);

  return g_strsplit (folded, " ", -1);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

gboolean
clinic_text_is_empty (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c == (gunichar) - 1 || c == (gunichar) - 2 || !is_blank (c))
        return FALSE;

      p = g_utf8_next_char (p);
    }

  return TRUE;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static GString *
remove_controls (const char *text)
{
  GString *cleaned = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;

      if (is_line_end (c))
        g_string_append_c (cleaned, '\n');
      else if (c == '\t')
        g_string_append_c (cleaned, ' ');
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (cleaned, c);
    }

  return cleaned;
}

static void
trim (GString *text)
{
  const char *start = text->str;
  const char *end = text->str + text->len;

  while (start < end && is_blank (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (end > start && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  g_string_truncate (text, end - text->str);
  g_string_erase (text, 0, start - text->str);
}

char *
clinic_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *cleaned;

  if (text == NULL)
    return NULL;

  valid = g_utf8_make_valid (text, -1);
  cleaned = remove_controls (valid);
  trim (cleaned);

  return g_string_free (cleaned, cleaned->len == 0);
}

char *
clinic_text_digits (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *digits = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gint digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        g_string_append_c (digits, '0' + digit);
    }

  return g_string_free (digits, FALSE);
}

gsize
clinic_text_length (const char *text)
{
  return text != NULL ? g_utf8_strlen (text, -1) : 0;
}

static void
append_json_character (GString *json,
                       char     c)
{
  static const char escaped[] = "\"\\\b\f\n\r\t";
  static const char letters[] = "\"\\bfnrt";
  const char *place = strchr (escaped, c);

  if (place != NULL)
    g_string_append_printf (json, "\\%c", letters[place - escaped]);
  else if ((guchar) c < 0x20)
    g_string_append_printf (json, "\\u%04x", (guint) c);
  else
    g_string_append_c (json, c);
}

void
clinic_text_append_json (GString    *json,
                         const char *text)
{
  g_autofree char *valid = NULL;

  g_return_if_fail (json != NULL);

  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  if (!is_ascii (text))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (json, '"');

  for (const char *p = text; *p != '\0'; p++)
    append_json_character (json, *p);

  g_string_append_c (json, '"');
}
