/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "clinic-decimal.h"

#define DECIMALS 3

/* Where doubles stop telling one integer from the next. */
#define EXACT 9007199254740992.0

/* The value of the digit at @p, plain or Arabic-Indic (also Persian), -1 when it is none. */
static int
read_digit (const char **p)
{
  gunichar c = g_utf8_get_char_validated (*p, -1);
  int digit = -1;

  if (c >= '0' && c <= '9')
    digit = c - '0';
  else if (c >= 0x0660 && c <= 0x0669)
    digit = c - 0x0660;
  else if (c >= 0x06f0 && c <= 0x06f9)
    digit = c - 0x06f0;

  if (digit >= 0)
    *p = g_utf8_next_char (*p);

  return digit;
}

/* Arabic-Indic digits come with a decimal mark of their own, which can be nothing else. */
static gboolean
read_mark (const char **p,
           char         mark)
{
  const char *arabic = "\u066b";

  if (**p == mark)
    *p += 1;
  else if (g_str_has_prefix (*p, arabic))
    *p += strlen (arabic);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_sign (const char **p)
{
  const char *minus = "\u2212";
  gboolean negative = TRUE;

  if (**p == '-')
    *p += 1;
  else if (g_str_has_prefix (*p, minus))
    *p += strlen (minus);
  else
    negative = FALSE;

  if (!negative && **p == '+')
    *p += 1;

  return negative;
}

/* Appends digits to @value, at most @most of them; FALSE on overflow. */
static gboolean
read_digits (const char **p,
             guint        most,
             gint64      *value,
             guint       *n_digits)
{
  int digit;

  *n_digits = 0;

  while (*n_digits < most && (digit = read_digit (p)) >= 0)
    {
      if (__builtin_mul_overflow (*value, (gint64) 10, value) ||
          __builtin_add_overflow (*value, (gint64) digit, value))
        return FALSE;

      *n_digits += 1;
    }

  return TRUE;
}

static void
skip_spaces (const char **p)
{
  while (g_ascii_isspace (**p))
    *p += 1;
}

gboolean
clinic_decimal_parse (const char *text,
                      char        mark,
                      gint64     *thousandths)
{
  const char *p = text;
  gboolean negative;
  gint64 value = 0;
  guint n_whole;
  guint n_decimals = 0;

  g_return_val_if_fail (mark == '.' || mark == ',', FALSE);
  g_return_val_if_fail (thousandths != NULL, FALSE);

  if (text == NULL)
    return FALSE;

  skip_spaces (&p);
  negative = read_sign (&p);

  if (!read_digits (&p, G_MAXUINT, &value, &n_whole))
    return FALSE;

  if (read_mark (&p, mark) && (!read_digits (&p, DECIMALS, &value, &n_decimals) || n_decimals == 0))
    return FALSE;

  skip_spaces (&p);

  if (*p != '\0' || n_whole + n_decimals == 0)
    return FALSE;

  for (; n_decimals < DECIMALS; n_decimals++)
    {
      if (__builtin_mul_overflow (value, (gint64) 10, &value))
        return FALSE;
    }

  *thousandths = negative ? -value : value;

  return TRUE;
}

char *
clinic_decimal_format (gint64 thousandths,
                       char   mark)
{
  guint64 magnitude = thousandths < 0 ? -(guint64) thousandths : (guint64) thousandths;
  GString *text = g_string_new (thousandths < 0 ? "-" : NULL);

  g_string_append_printf (text, "%" G_GUINT64_FORMAT, magnitude / 1000);

  if (magnitude % 1000 != 0)
    {
      g_string_append_printf (text, "%c%03u", mark, (guint) (magnitude % 1000));

      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }

  return g_string_free (text, FALSE);
}

/* A value that is a decimal of 15 digits ending in 5, such as 1.0005, is meant as that decimal
 * though its double lies a little below; round () alone would round it down. */
static double
round_meant (double value)
{
  char text[40];

  g_ascii_formatd (text, sizeof text, "%.15g", value);

  return round (g_ascii_strtod (text, NULL));
}

gint64
clinic_decimal_from_double (double value)
{
  double scaled = value * 1000;

  g_return_val_if_fail (!isnan (value), 0);

  if (fabs (scaled) >= 0x1p63)
    return scaled > 0 ? G_MAXINT64 : G_MININT64;

  return fabs (scaled) < EXACT ? (gint64) round_meant (scaled) : (gint64) scaled;
}

char *
clinic_decimal_format_double (double value,
                              guint  decimals)
{
  char format[16];
  char text[400];
  double scale;

  if (!isfinite (value))
    return g_strdup ("");

  decimals = MIN (decimals, 15);
  scale = pow (10, decimals);

  if (fabs (value) * scale < EXACT)
    value = round_meant (value * scale) / scale;

  /* adding 0 makes -0 plain */
  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (text, sizeof text, format, value + 0.0);

  return g_strdup (text);
}
