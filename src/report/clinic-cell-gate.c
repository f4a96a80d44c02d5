/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "clinic-cell-gate.h"

enum { LONGEST_NAME = 31 };

char *
clinic_gate_mend (const char *text,
                  gboolean   *mended)
{
  g_autofree char *valid = NULL;
  GString *kept;

  if (text == NULL)
    return g_strdup ("");

  if (mended != NULL && !g_utf8_validate (text, -1, NULL))
    *mended = TRUE;

  valid = g_utf8_make_valid (text, -1);

  if (strstr (valid, "\xef\xbf\xbe") == NULL && strstr (valid, "\xef\xbf\xbf") == NULL)
    return g_steal_pointer (&valid);

  kept = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (kept, character == 0xfffe ||
                               character == 0xffff ? 0xfffd : character);
    }

  if (mended != NULL)
    *mended = TRUE;

  return g_string_free (kept, FALSE);
}

gsize
clinic_gate_count_units (const char *text)
{
  gsize units = 0;

  /* Each character has one byte that is no continuation; those of four bytes are two units. */
  for (const guchar *at = (const guchar *) text; *at != 0; at++)
    units += ((*at & 0xc0) != 0x80) + (*at >= 0xf0);

  return units;
}

static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' &&
         g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3]) &&
         g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) && text[6] == '_';
}

static gboolean
is_control (guchar byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n';
}

gsize
clinic_gate_fit (const char *text,
                 gsize       units)
{
  const char *at = text;
  gsize spelled = 0;
  gsize counted = 0;

  while (*at != '\0')
    {
      counted += g_utf8_get_char (at) > 0xffff ? 2 : 1;
      spelled += is_control (*at) || is_escape (at) ? 7 : 1;

      if (counted > units || spelled > units)
        break;

      at = g_utf8_next_char (at);
    }

  return at - text;
}

/* Control characters are spelled here too: a bare CR would be read as LF, by the rules of XML. */
char *
clinic_gate_escape_xlsx (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      guchar byte = *at;

      if (is_escape (at))
        g_string_append (escaped, "_x005F_");
      else if (is_control (byte))
        g_string_append_printf (escaped, "_x%04X_", byte);
      else
        g_string_append_c (escaped, byte);
    }

  return g_string_free (escaped, FALSE);
}

char *
clinic_gate_disarm_csv (const char *text)
{
  static const gunichar armed[] = {
    '=', '+', '-', '@', '\t', '\r', '\n', '|', '%',
    0xff1d, 0xff0b, 0xff0d, 0xff20, 0xff5c, 0xff05,
    0xfe62, 0xfe63, 0xfe66, 0xfe6b, 0x2212,
  };
  gunichar first = g_utf8_get_char (text);

  for (guint i = 0; i < G_N_ELEMENTS (armed); i++)
    {
      if (first == armed[i])
        return g_strconcat ("'", text, NULL);
    }

  return g_strdup (text);
}

static gboolean
read_digits (const char *text,
             guint       n,
             guint      *value)
{
  *value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      *value = *value * 10 + g_ascii_digit_value (text[i]);
    }

  return TRUE;
}

gboolean
clinic_gate_serial (const char *text,
                    double     *serial)
{
  guint year, month, day, hour = 0, minute = 0;
  GDate date, zero;
  int days;

  if (text == NULL || strlen (text) < 10 ||
      !read_digits (text, 4, &year) || text[4] != '-' ||
      !read_digits (text + 5, 2, &month) || text[7] != '-' ||
      !read_digits (text + 8, 2, &day) ||
      !g_date_valid_dmy (day, month, year))
    return FALSE;

  if (text[10] != '\0' &&
      (strlen (text) != 16 || text[10] != 'T' ||
       !read_digits (text + 11, 2, &hour) || text[13] != ':' ||
       !read_digits (text + 14, 2, &minute) || hour > 23 || minute > 59))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_clear (&zero, 1);
  g_date_set_dmy (&date, day, month, year);
  g_date_set_dmy (&zero, 30, G_DATE_DECEMBER, 1899);
  days = g_date_days_between (&zero, &date);

  if (days < 61)
    return FALSE;

  *serial = days + (hour * 60 + minute) / 1440.0;

  return TRUE;
}

/* Without what no name may hold; white space once. */
static char *
clean_name (const char *title)
{
  g_autofree char *valid = clinic_gate_mend (title, NULL);
  GString *name = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      /* An apostrophe ends the name where a chart refers to it. */
      if (character == '\'')
        character = 0x2019;
      else if (character == 0xfffd || strchr ("[]:*?/\\", *at) != NULL ||
               g_unichar_iscntrl (character) ||
               g_unichar_isspace (character))
        character = ' ';

      if (character != ' ' || (name->len > 0 && name->str[name->len - 1] != ' '))
        g_string_append_unichar (name, character);
    }

  return g_strstrip (g_string_free (name, FALSE));
}

/* Without space at its ends. */
static char *
trim_name (const char *name,
           gsize       bytes)
{
  while (bytes > 0 && name[0] == ' ')
    name++, bytes--;

  while (bytes > 0 && name[bytes - 1] == ' ')
    bytes--;

  return g_strndup (name, bytes);
}

/* What could be read as a number, a cell's address or a word of formulas: "2026", "A1", "R1C1",
 * "TRUE". */
static gboolean
is_taken_for_formula (const char *name)
{
  gboolean digits = FALSE;

  for (const char *at = name; *at != '\0'; at++)
    {
      if (!g_ascii_isalnum (*at) && *at != '_' && *at != '.')
        return FALSE;

      digits = digits || g_ascii_isdigit (*at);
    }

  return digits || name[1] == '\0' || g_ascii_strcasecmp (name, "rc") == 0 ||
         g_ascii_strcasecmp (name, "true") == 0 || g_ascii_strcasecmp (name, "false") == 0 ||
         g_ascii_strcasecmp (name, "history") == 0;
}

/* With a word before it where it needs one. */
static char *
choose_base (const char *title)
{
  g_autofree char *clean = clean_name (title);

  if (clean[0] == '\0')
    return g_strdup (_("Sheet"));

  if (!is_taken_for_formula (clean))
    return g_steal_pointer (&clean);

  return g_strdup_printf ("%s %s", _("Sheet"), clean);
}

char *
clinic_gate_sheet_name (const char *title,
                        GHashTable *taken)
{
  g_autofree char *base = choose_base (title);

  g_return_val_if_fail (taken != NULL, NULL);

  for (guint number = 1;; number++)
    {
      g_autofree char *suffix = number == 1 ? g_strdup ("") : g_strdup_printf (" (%u)", number);
      g_autofree char *start = trim_name (base,
                                          clinic_gate_fit (base, LONGEST_NAME - strlen (suffix)));
      g_autofree char *name = g_strconcat (start, suffix, NULL);

      if (g_hash_table_add (taken, g_utf8_casefold (name, -1)))
        return g_steal_pointer (&name);
    }
}
