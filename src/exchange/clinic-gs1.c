/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-error.h"
#include "clinic-gs1.h"
#include "clinic-lot.h"

#define LONGEST      400    /* characters of a code: the largest DataMatrix holds fewer */
#define MAX_READINGS 8
#define MAX_STEPS    4000   /* of looking for readings: no code of a package comes near it */

typedef enum
{
  KIND_TEXT,
  KIND_NUMBER,
  KIND_GTIN,
  KIND_DATE,
  KIND_TIME,            /* YYMMDDHHMM */
} Kind;

typedef struct
{
  const char *ai;
  Kind        kind;
  guint       longest;
  gboolean    fixed;    /* exactly so long */
} Identifier;

static const Identifier identifiers[] = {
  { "01", KIND_GTIN, 14, TRUE },
  { "10", KIND_TEXT, 20, FALSE },
  { "11", KIND_DATE, 6, TRUE },
  { "13", KIND_DATE, 6, TRUE },
  { "15", KIND_DATE, 6, TRUE },
  { "16", KIND_DATE, 6, TRUE },
  { "17", KIND_DATE, 6, TRUE },
  { "21", KIND_TEXT, 20, FALSE },
  { "30", KIND_NUMBER, 8, FALSE },
  { "240", KIND_TEXT, 30, FALSE },
  { "710", KIND_TEXT, 20, FALSE },
  { "711", KIND_TEXT, 20, FALSE },
  { "712", KIND_TEXT, 20, FALSE },
  { "713", KIND_TEXT, 20, FALSE },
  { "714", KIND_TEXT, 20, FALSE },
  { "715", KIND_TEXT, 20, FALSE },
  { "716", KIND_TEXT, 20, FALSE },
  { "717", KIND_TEXT, 20, FALSE },
  { "7003", KIND_TIME, 10, TRUE },
};

/* What it takes to look for all readings. */
typedef struct
{
  guint      year;
  gboolean   strict;    /* separators are where they belong */
  GPtrArray *path;      /* ClinicGs1Element so far */
  GPtrArray *readings;
  guint      n_steps;
  char      *wrong;     /* what was wrong where it got furthest */
  gsize      furthest;
} Search;

static void
element_free (gpointer data)
{
  ClinicGs1Element *self = data;

  g_free (self->ai);
  g_free (self->value);
  g_free (self);
}

static ClinicGs1Element *
element_new (const char *ai,
             const char *value,
             gsize       length)
{
  ClinicGs1Element *self = g_new0 (ClinicGs1Element, 1);

  self->ai = g_strdup (ai);
  self->value = g_strndup (value, length);

  return self;
}

static void
reading_free (gpointer data)
{
  ClinicGs1Reading *self = data;

  g_ptr_array_unref (self->elements);
  g_free (self->gtin);
  g_free (self->lot);
  g_free (self->serial);
  g_free (self->expires_on);
  g_free (self->expiry_text);
  g_free (self->produced_on);
  g_free (self);
}

static gboolean
read_digits (const char *text,
             gsize       length,
             guint      *value)
{
  *value = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;

      *value = *value * 10 + (text[i] - '0');
    }

  return TRUE;
}

static guint
choose_century (guint two_digits,
                guint year)
{
  int difference = (int) two_digits - (int) (year % 100);
  guint century = year / 100;

  if (difference >= 51)
    century--;
  else if (difference <= -50)
    century++;

  return century * 100 + two_digits;
}

char *
clinic_gs1_read_date (const char *text,
                      guint       year)
{
  guint two_digits;
  guint month;
  guint day;
  guint full;

  g_return_val_if_fail (text != NULL && year >= 1000 && year <= 9000, NULL);

  if (strlen (text) != 6 ||
      !read_digits (text, 2, &two_digits) ||
      !read_digits (text + 2, 2, &month) ||
      !read_digits (text + 4, 2, &day) ||
      month < 1 || month > 12)
    return NULL;

  full = choose_century (two_digits, year);

  if (day == 0)
    day = g_date_get_days_in_month (month, full);

  if (!g_date_valid_dmy (day, month, full))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", full, month, day);
}

/* Day and time are said. */
static gboolean
is_time (const char *text,
         guint       year)
{
  g_autofree char *date = g_strndup (text, 6);
  g_autofree char *day = clinic_gs1_read_date (date, year);
  guint hours;
  guint minutes;

  return day != NULL && !g_str_has_suffix (date, "00") && strlen (text) == 10 &&
         read_digits (text + 6, 2, &hours) && read_digits (text + 8, 2, &minutes) &&
         hours < 24 && minutes < 60;
}

/* Of the characters that a code may hold: GS1's set 82. */
static gboolean
is_plain (const char *text)
{
  return strspn (text, "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
                 "abcdefghijklmnopqrstuvwxyz") == strlen (text);
}

/* What is wrong with a value; NULL: nothing. */
static const char *
check_value (const Identifier *identifier,
             const char       *value,
             guint             year)
{
  g_autofree char *date = NULL;

  switch (identifier->kind)
    {
    case KIND_GTIN:
      return clinic_lot_is_gtin (value) ? NULL : _("The digits of the GTIN do not fit together.");

    case KIND_DATE:
      date = clinic_gs1_read_date (value, year);
      return date != NULL ? NULL : _("There is no such day.");

    case KIND_TIME:
      return is_time (value, year) ? NULL : _("There is no such day and time.");

    case KIND_NUMBER:
      return strspn (value, "0123456789") == strlen (value) ? NULL : _("A number is expected.");

    case KIND_TEXT:
    default:
      return is_plain (value) ? NULL : _("There are characters that no code can hold.");
    }
}

static const Identifier *
find_identifier (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
    {
      if (g_str_has_prefix (text, identifiers[i].ai))
        return &identifiers[i];
    }

  return NULL;
}

/* The complaint of where it got furthest is the telling one. */
static void
complain (Search     *search,
          gsize       place,
          const char *ai,
          const char *what)
{
  if (search->wrong != NULL && place <= search->furthest)
    return;

  g_free (search->wrong);
  search->furthest = place;

  if (ai != NULL)
    /* Translators: the number of a GS1 application identifier, and what is wrong with what follows it. */
    search->wrong = g_strdup_printf (_("Identifier %s: %s"), ai, what);
  else
    search->wrong = g_strdup (what);
}

static gboolean
has_element (GPtrArray  *path,
             const char *ai)
{
  for (guint i = 0; i < path->len; i++)
    {
      if (g_str_equal (((ClinicGs1Element *) path->pdata[i])->ai, ai))
        return TRUE;
    }

  return FALSE;
}

static void
take_element (ClinicGs1Reading       *self,
              const ClinicGs1Element *element,
              guint                   year)
{
  g_autofree char *date = g_strndup (element->value, 6);

  g_ptr_array_add (self->elements, element_new (element->ai, element->value, strlen (element->value)));

  if (g_str_equal (element->ai, "01"))
    self->gtin = g_strdup (element->value);
  else if (g_str_equal (element->ai, "10"))
    self->lot = g_strdup (element->value);
  else if (g_str_equal (element->ai, "21"))
    self->serial = g_strdup (element->value);
  else if (g_str_equal (element->ai, "11"))
    self->produced_on = clinic_gs1_read_date (date, year);
  else if (g_str_equal (element->ai, "17") || (g_str_equal (element->ai, "7003") && self->expires_on == NULL))
    {
      g_free (self->expires_on);
      g_free (self->expiry_text);
      self->expires_on = clinic_gs1_read_date (date, year);
      self->expiry_text = g_strdup (element->value);
    }
}

static void
keep_reading (Search *search)
{
  ClinicGs1Reading *reading = g_new0 (ClinicGs1Reading, 1);

  reading->elements = g_ptr_array_new_with_free_func (element_free);

  for (guint i = 0; i < search->path->len; i++)
    take_element (reading, search->path->pdata[i], search->year);

  g_ptr_array_add (search->readings, reading);
}

/* Looks for whatever can stand from @at on. An element of variable length ends at a separator or
 * at the end; where separators may be lost, it may end anywhere. */
static void
look_on (Search     *search,
         const char *begin,
         const char *at)
{
  const Identifier *identifier;
  const char *value;
  gsize limit;
  gsize longest;
  gsize shortest;

  if (++search->n_steps > MAX_STEPS || search->readings->len >= MAX_READINGS)
    return;

  at += strspn (at, "\x1d");

  if (*at == '\0' && search->path->len > 0)
    {
      keep_reading (search);
      return;
    }

  identifier = find_identifier (at);

  if (identifier == NULL)
    {
      complain (search, at - begin, NULL, _("This is no code of a package that can be read."));
      return;
    }

  if (has_element (search->path, identifier->ai))
    {
      complain (search, at - begin, identifier->ai, _("It stands there twice."));
      return;
    }

  value = at + strlen (identifier->ai);
  limit = strcspn (value, "\x1d");
  longest = MIN (limit, identifier->longest);
  shortest = identifier->fixed ? identifier->longest : search->strict ? limit : 1;

  if (longest < MAX (shortest, 1))
    complain (search, value - begin, identifier->ai, limit < MAX (shortest, 1)
              ? _("There is something missing.") : _("This is too long."));

  for (gsize length = longest; length >= MAX (shortest, 1); length--)
    {
      ClinicGs1Element *element = element_new (identifier->ai, value, length);
      const char *wrong = check_value (identifier, element->value, search->year);

      g_ptr_array_add (search->path, element);

      if (wrong == NULL)
        look_on (search, begin, value + length);
      else
        complain (search, value - begin, identifier->ai, wrong);

      g_ptr_array_set_size (search->path, search->path->len - 1);
    }
}

/* "(01)04150000021126(10)LOT42X": each element becomes one that ends with a separator. */
static char *
open_brackets (const char *text)
{
  g_autoptr(GString) opened = g_string_new (NULL);

  while (*text != '\0')
    {
      const Identifier *identifier = *text == '(' ? find_identifier (text + 1) : NULL;
      gsize length = identifier != NULL ? strlen (identifier->ai) : 0;

      if (identifier != NULL && text[1 + length] == ')')
        {
          g_string_append_c (opened, CLINIC_GS1_SEPARATOR);
          g_string_append (opened, identifier->ai);
          text += length + 2;
        }
      else
        {
          g_string_append_c (opened, *text++);
        }
    }

  return g_string_free (g_steal_pointer (&opened), FALSE);
}

/* Without blanks (no code holds one) and without the symbology identifier; @plain: it is of a
 * symbology that holds nothing but an article's digits. */
static char *
strip (const char *text,
       gboolean   *plain)
{
  static const char *const symbologies[] = { "]C1", "]d2", "]Q3", "]e0", "]J1" };
  g_autoptr(GString) stripped = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isspace (*text))
        g_string_append_c (stripped, *text);
    }

  *plain = g_str_has_prefix (stripped->str, "]E") && stripped->len > 3;

  if (*plain)
    g_string_erase (stripped, 0, 3);

  for (guint i = 0; i < G_N_ELEMENTS (symbologies); i++)
    {
      if (g_str_has_prefix (stripped->str, symbologies[i]))
        {
          g_string_erase (stripped, 0, 3);
          break;
        }
    }

  /* As some programs show a separator. */
  g_string_replace (stripped, "\xe2\x90\x9d", "\x1d", 0);

  return g_string_free (g_steal_pointer (&stripped), FALSE);
}

/* The digits of an article alone, as on a retail package. */
static void
look_for_article (Search     *search,
                  const char *text)
{
  g_autofree char *padded = NULL;

  if (!clinic_lot_is_gtin (text))
    return;

  padded = g_strdup_printf ("%.*s%s", (int) (14 - strlen (text)), "000000", text);
  g_ptr_array_add (search->path, element_new ("01", padded, 14));
  keep_reading (search);
  g_ptr_array_set_size (search->path, 0);
}

static void
look (Search     *search,
      const char *text,
      gboolean    plain)
{
  g_autofree char *opened = *text == '(' ? open_brackets (text) : NULL;
  const char *code = opened != NULL ? opened : text;

  look_for_article (search, text);

  if (plain)
    return;

  /* A scanner that sends separators sends all of them. */
  search->strict = strchr (code + strspn (code, "\x1d"), CLINIC_GS1_SEPARATOR) != NULL || opened != NULL;

  if (search->strict)
    look_on (search, code, code);

  if (search->readings->len > 0 && search->strict)
    return;

  search->strict = FALSE;

  if (opened == NULL)
    look_on (search, code, code);
}

GPtrArray *
clinic_gs1_read (const char  *text,
                 guint        year,
                 GError     **error)
{
  g_autoptr(GPtrArray) path = g_ptr_array_new_with_free_func (element_free);
  g_autoptr(GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);
  Search search = { .year = year, .path = path, .readings = readings };
  g_autofree char *stripped = NULL;
  g_autofree char *wrong = NULL;
  gboolean plain;

  g_return_val_if_fail (text != NULL && year >= 1000 && year <= 9000, NULL);

  if (strlen (text) <= LONGEST)
    {
      stripped = strip (text, &plain);
      look (&search, stripped, plain);
    }

  wrong = search.wrong;

  if (readings->len > 0)
    return g_steal_pointer (&readings);

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, wrong != NULL ? wrong
                       : _("This is no code of a package that can be read."));

  return NULL;
}

char *
clinic_gs1_reading_dup_text (const ClinicGs1Reading *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->elements->len; i++)
    {
      const ClinicGs1Element *element = self->elements->pdata[i];

      g_string_append_printf (text, "%s(%s)%s", i > 0 ? " " : "", element->ai, element->value);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
