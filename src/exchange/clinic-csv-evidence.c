/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-csv-evidence.h"
#include "clinic-decimal.h"

void
clinic_csv_evidence_init (ClinicCsvEvidence *self,
                          guint              n_readings)
{
  g_return_if_fail (n_readings > 1 && n_readings <= CLINIC_READINGS);

  *self = (ClinicCsvEvidence) { .n_readings = n_readings, .open = (1u << n_readings) - 1 };
}

void
clinic_csv_evidence_clear (ClinicCsvEvidence *self)
{
  for (guint i = 0; i < CLINIC_READINGS; i++)
    g_clear_pointer (&self->value[i], g_free);
}

/* The pairs 0-1, 0-2, 1-2 are the bits 0, 1, 2. */
static guint
pair_bit (guint one,
          guint other)
{
  return 1u << (one + other - 1);
}

/* @fits: bit mask of the readings that make sense of the value; @differ: of the pairs that make
 * different sense. */
static void
add (ClinicCsvEvidence *self,
     const char        *value,
     guint64            line,
     guint              fits,
     guint              differ)
{
  if (fits == 0)
    {
      self->n_none++;
      return;
    }

  self->n_fit++;
  self->open &= fits;
  self->differ |= differ;

  for (guint i = 0; i < self->n_readings; i++)
    {
      if ((fits & (1u << i)) == 0 && self->value[i] == NULL)
        {
          self->line[i] = line;
          self->value[i] = g_strdup (value);
        }
    }
}

/* "5/25/89": the part that is the year has two digits, so its century is a conclusion. */
static gboolean
has_short_year (const char *value)
{
  guint digits = 0;
  guint most = 0;

  for (const char *p = value; *p != '\0' && *p != ':'; p++)
    {
      digits = g_ascii_isdigit (*p) ? digits + 1 : 0;
      most = MAX (most, digits);
    }

  return most <= 2;
}

void
clinic_csv_evidence_add_date (ClinicCsvEvidence *self,
                              const char        *value,
                              guint64            line,
                              const char        *today)
{
  g_autofree char *dates[CLINIC_READINGS] = { NULL };
  guint fits = 0;
  guint differ = 0;

  for (guint i = 0; i < self->n_readings; i++)
    {
      dates[i] = clinic_csv_read_date (value, (ClinicDateOrder) i, today);
      fits |= dates[i] != NULL ? 1u << i : 0;

      for (guint k = 0; k < i; k++)
        differ |= dates[i] != NULL && dates[k] != NULL &&
                  strcmp (dates[i], dates[k]) != 0 ? pair_bit (k, i) : 0;
    }

  for (guint i = 0; i < CLINIC_READINGS; i++)
    g_clear_pointer (&dates[i], g_free);

  if (fits != 0 && has_short_year (value))
    self->n_short++;

  add (self, value, line, fits, differ);
}

char *
clinic_csv_split_number (const char  *value,
                         const char **rest)
{
  const char *end = value;
  const char *p = value;

  /* Signs between groups and before decimals belong to the number only with a digit behind them. */
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_digit_value (c) >= 0)
        end = g_utf8_next_char (p);
      else if (strchr ("+-.,' ", *p) == NULL && c != 0xa0 && c != 0x2009 && c != 0x202f &&
               c != 0x2019 && c != 0x2212)
        break;
    }

  if (end == value)
    end = value + strlen (value);

  *rest = end;

  while (g_unichar_isspace (g_utf8_get_char (*rest)))
    *rest = g_utf8_next_char (*rest);

  return g_strndup (value, end - value);
}

void
clinic_csv_evidence_add_number (ClinicCsvEvidence *self,
                                const char        *value,
                                guint64            line)
{
  const char *unit;
  g_autofree char *number = clinic_csv_split_number (value, &unit);
  gint64 point = 0;
  gint64 comma = 0;
  guint fits = 0;

  fits |= clinic_csv_read_number (number, '.', TRUE, &point) ? 1 : 0;
  fits |= clinic_csv_read_number (number, ',', TRUE, &comma) ? 2 : 0;

  add (self, value, line, fits, fits == 3 && point != comma ? pair_bit (0, 1) : 0);
}

ClinicCsvVerdict
clinic_csv_evidence_judge (const ClinicCsvEvidence *self,
                           guint                   *reading)
{
  gboolean found = FALSE;

  *reading = 0;

  for (guint i = 0; i < self->n_readings; i++)
    {
      if ((self->open & (1u << i)) == 0)
        continue;

      for (guint k = 0; k < i; k++)
        {
          if ((self->open & (1u << k)) != 0 && (self->differ & pair_bit (k, i)) != 0)
            return CLINIC_CSV_EITHER;
        }

      if (!found)
        *reading = i;

      found = TRUE;
    }

  return found ? CLINIC_CSV_SETTLED : CLINIC_CSV_CONTRADICTED;
}

/* The time behind a date when it says nothing: "5/25/1989 0:00", "1989-05-25T00:00:00.000Z". */
static gboolean
is_midnight (const char *time)
{
  guint n_colons = 0;

  for (const char *p = time; *p != '\0'; p++)
    {
      if (*p == ':')
        n_colons++;
      else if (*p != '0' && *p != '.' && !(*p == 'Z' && p[1] == '\0'))
        return FALSE;
    }

  return n_colons == 1 || n_colons == 2;
}

char *
clinic_csv_read_date (const char      *value,
                      ClinicDateOrder  order,
                      const char      *today)
{
  const char *colon = strchr (value, ':');
  const char *time;
  g_autofree char *date = NULL;

  /* Nearly all that is no date ends here. */
  if (!g_ascii_isdigit (*value) && g_unichar_digit_value (g_utf8_get_char (value)) < 0)
    return NULL;

  if (colon == NULL)
    return clinic_date_parse (value, order, today);

  time = colon;

  while (time > value && *time != ' ' && *time != 'T')
    time--;

  if (time == value || !is_midnight (time + 1))
    return NULL;

  date = g_strndup (value, time - value);

  return clinic_date_parse (date, order, today);
}

gboolean
clinic_csv_is_day_number (const char *value)
{
  gsize n_digits = strspn (value, "0123456789");

  /* 1927 to 2173: a date of birth or of a visit. */
  return n_digits == 5 && value[n_digits] == '\0' && *value != '0';
}

/* A sign between groups: its length in bytes, 0: none. */
static guint
group_length (const char *text,
              char        mark)
{
  static const char *const signs[] = { " ", "'", "\u00a0", "\u2009", "\u202f", "\u2019" };

  if (*text == (mark == '.' ? ',' : '.'))
    return 1;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_str_has_prefix (text, signs[i]))
        return strlen (signs[i]);
    }

  return 0;
}

static guint
count_digits (const char *text)
{
  guint n_digits = 0;

  while (g_ascii_isdigit (text[n_digits]))
    n_digits++;

  return n_digits;
}

/* Appends the whole part without the signs between its groups: one to three digits, then always
 * three, always the same sign. What follows, or NULL when the groups are not right. */
static const char *
skip_groups (const char *p,
             char        mark,
             GString    *plain)
{
  guint n_digits = count_digits (p);
  const char *sign = NULL;
  gsize start = plain->len;
  guint length;

  g_string_append_len (plain, p, n_digits);
  p += n_digits;

  while ((length = group_length (p, mark)) > 0 && g_ascii_isdigit (p[length]))
    {
      if (n_digits == 0 || n_digits > 3 || plain->str[start] == '0' ||
          count_digits (p + length) != 3 ||
          (sign != NULL && strncmp (sign, p, length) != 0))
        return NULL;

      sign = p;
      g_string_append_len (plain, p + length, 3);
      p += length + 3;
    }

  return p;
}

/* The number without groups, and how many decimals it has; NULL when it is none. */
static char *
make_plain (const char *value,
            char        mark,
            guint      *n_decimals)
{
  g_autofree char *text = g_strstrip (g_strdup (value));
  g_autoptr(GString) plain = g_string_new (NULL);
  const char *p = text;

  *n_decimals = 0;

  if (*p == '-' || *p == '+')
    g_string_append_c (plain, *p++);
  else if (g_str_has_prefix (p, "\u2212"))
    {
      g_string_append_c (plain, '-');
      p += strlen ("\u2212");
    }

  p = skip_groups (p, mark, plain);

  if (p == NULL || plain->len == 0 || !g_ascii_isdigit (plain->str[plain->len - 1]))
    return NULL;

  if (*p == mark)
    {
      *n_decimals = count_digits (p + 1);

      if (*n_decimals == 0)
        return NULL;

      g_string_append_c (plain, '.');
      g_string_append_len (plain, p + 1, *n_decimals);
      p += 1 + *n_decimals;
    }

  return *p == '\0' ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

/* Nought behind the third decimal says nothing more. */
static void
drop_noughts (char  *plain,
              guint *n_decimals)
{
  gsize length = strlen (plain);

  for (; *n_decimals > 3 && plain[length - 1] == '0'; *n_decimals -= 1)
    plain[--length] = '\0';
}

gboolean
clinic_csv_read_number (const char *value,
                        char        mark,
                        gboolean    round,
                        gint64     *thousandths)
{
  guint n_decimals;
  g_autofree char *plain = NULL;
  double number;

  g_return_val_if_fail (value != NULL, FALSE);

  /* ".5" and what Arabic digits may say. */
  if (clinic_decimal_parse (value, mark, thousandths))
    return TRUE;

  plain = make_plain (value, mark, &n_decimals);

  if (plain == NULL)
    return FALSE;

  drop_noughts (plain, &n_decimals);

  if (n_decimals <= 3)
    return clinic_decimal_parse (plain, '.', thousandths);

  if (!round)
    return FALSE;

  number = g_ascii_strtod (plain, NULL);

  /* Whole thousandths up to here are exact in a double. */
  if (fabs (number) > 1e12)
    return FALSE;

  *thousandths = clinic_decimal_from_double (number);

  return TRUE;
}

gboolean
clinic_csv_is_too_fine (const char *value,
                        char        mark)
{
  guint n_decimals;
  g_autofree char *plain = make_plain (value, mark, &n_decimals);

  if (plain == NULL)
    return FALSE;

  drop_noughts (plain, &n_decimals);

  return n_decimals > 3;
}
