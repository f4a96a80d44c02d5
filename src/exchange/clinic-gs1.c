/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-error.h"
#include "clinic-gs1-table.h"
#include "clinic-gs1.h"
#include "clinic-lot.h"

#define LONGEST      400    /* characters of a code: the largest DataMatrix holds fewer */
#define MAX_READINGS 60     /* more than anybody can choose from: it is said */
#define MAX_STEPS    20000  /* of looking for readings: no code of a package comes near it */

/* What it takes to look for all readings. */
typedef struct
{
  guint      year;
  gboolean   strict;    /* separators are where they belong */
  gboolean   some;      /* there are some */
  gboolean   too_many;
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

void
clinic_gs1_reading_free (ClinicGs1Reading *self)
{
  if (self == NULL)
    return;

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
check_value (const ClinicGs1Identifier *identifier,
             const char                *value,
             guint                      year)
{
  g_autofree char *date = NULL;

  switch (identifier->kind)
    {
    case CLINIC_GS1_ARTICLE:
      return clinic_lot_is_gtin (value) ? NULL : _("The digits of the GTIN do not fit together.");

    case CLINIC_GS1_DATE:
      date = clinic_gs1_read_date (value, year);
      return date != NULL ? NULL : _("There is no such day.");

    case CLINIC_GS1_TIME:
      return is_time (value, year) ? NULL : _("There is no such day and time.");

    case CLINIC_GS1_NUMBER:
      return strspn (value, "0123456789") == strlen (value) ? NULL : _("A number is expected.");

    case CLINIC_GS1_TEXT:
    default:
      return is_plain (value) ? NULL : _("There are characters that no code can hold.");
    }
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

  if (g_str_equal (element->ai, "01") || (g_str_equal (element->ai, "02") && self->gtin == NULL))
    self->gtin = g_strdup (element->value);
  else if (g_str_equal (element->ai, "8006") || g_str_equal (element->ai, "8026"))
    self->gtin = g_strndup (element->value, 14);
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

/* Those of @path, ended with NULL. */
static const char **
list_identifiers (GPtrArray *path)
{
  const char **all = g_new0 (const char *, path->len + 1);

  for (guint i = 0; i < path->len; i++)
    all[i] = ((ClinicGs1Element *) path->pdata[i])->ai;

  return all;
}

/* Whether what was found can stand together, and says anything to a clinic. */
static gboolean
is_sound (Search *search,
          gsize   place)
{
  g_autofree const char **all = list_identifiers (search->path);
  gboolean useful = FALSE;

  for (guint i = 0; all[i] != NULL; i++)
    {
      const char *foe = clinic_gs1_table_find_foe (all[i], all);
      ClinicGs1Identifier identifier;

      useful = useful || clinic_gs1_table_find (all[i], &identifier);

      if (foe != NULL)
        {
          /* Translators: the number of a GS1 application identifier. */
          g_autofree char *what = g_strdup_printf (_("It cannot stand beside identifier %s."), foe);

          complain (search, place, all[i], what);
          return FALSE;
        }
    }

  if (!useful)
    complain (search, place, NULL, _("This is no code of a package that can be read."));

  return useful;
}

static gboolean
is_kept (Search           *search,
         ClinicGs1Reading *reading)
{
  g_autofree char *text = clinic_gs1_reading_dup_text (reading);

  for (guint i = 0; i < search->readings->len; i++)
    {
      g_autofree char *other = clinic_gs1_reading_dup_text (search->readings->pdata[i]);

      if (g_str_equal (text, other))
        return TRUE;
    }

  return FALSE;
}

static void
keep_reading (Search *search,
              gsize   place)
{
  ClinicGs1Reading *reading;

  if (!is_sound (search, place))
    return;

  reading = g_new0 (ClinicGs1Reading, 1);
  reading->elements = g_ptr_array_new_with_free_func (element_free);

  for (guint i = 0; i < search->path->len; i++)
    take_element (reading, search->path->pdata[i], search->year);

  if (is_kept (search, reading))
    clinic_gs1_reading_free (reading);
  else
    g_ptr_array_add (search->readings, reading);
}

/* What may begin at @at. Where no separator ends what was before (@certain), nobody would think of an
 * identifier that is of no use here; and where other separators are there, only of what is usual. */
static gboolean
find_identifier (Search              *search,
                 const char          *at,
                 gboolean             certain,
                 ClinicGs1Identifier *found)
{
  if (clinic_gs1_table_find (at, found))
    return certain || !search->some || clinic_gs1_table_is_usual (found->ai);

  return certain && clinic_gs1_table_find_other (at, found);
}

/* Whether a value goes on to the next separator for sure. Of digits that begin with what is of no use, and
 * say no article, anything could be made. */
static gboolean
is_whole (Search                    *search,
          const ClinicGs1Identifier *identifier)
{
  return search->strict ||
         (identifier->carried && !has_element (search->path, "01") && !has_element (search->path, "02"));
}

/* Looks for whatever can stand from @at on. An element of variable length ends at a separator or
 * at the end; where separators may be lost, it may end anywhere. @certain: something begins here. */
static void
look_on (Search     *search,
         const char *begin,
         const char *at,
         gboolean    certain)
{
  ClinicGs1Identifier identifier;
  const char *value;
  gsize limit;
  gsize longest;
  gsize shortest;

  if (++search->n_steps > MAX_STEPS || search->readings->len > MAX_READINGS)
    {
      search->too_many = TRUE;
      return;
    }

  certain = certain || *at == CLINIC_GS1_SEPARATOR;
  at += strspn (at, "\x1d");

  if (*at == '\0' && search->path->len > 0)
    {
      keep_reading (search, at - begin);
      return;
    }

  if (!find_identifier (search, at, certain, &identifier))
    {
      complain (search, at - begin, NULL, _("This is no code of a package that can be read."));
      return;
    }

  if (has_element (search->path, identifier.ai))
    {
      complain (search, at - begin, identifier.ai, _("It stands there twice."));
      return;
    }

  value = at + strlen (identifier.ai);
  limit = strcspn (value, "\x1d");
  longest = MIN (limit, identifier.longest);
  shortest = identifier.fixed ? identifier.longest : is_whole (search, &identifier) ? limit : 1;

  /* Of what it would be of no use to say what is missing: it is hardly a code at all. */
  if (longest < MAX (shortest, 1) && identifier.carried)
    complain (search, value - begin, NULL, _("This is no code of a package that can be read."));
  else if (longest < MAX (shortest, 1))
    complain (search, value - begin, identifier.ai, limit < MAX (shortest, 1)
              ? _("There is something missing.") : _("This is too long."));

  for (gsize length = longest; length >= MAX (shortest, 1); length--)
    {
      ClinicGs1Element *element = element_new (identifier.ai, value, length);
      const char *wrong = check_value (&identifier, element->value, search->year);

      g_ptr_array_add (search->path, element);

      if (wrong == NULL)
        look_on (search, begin, value + length, identifier.fixed);
      else
        complain (search, value - begin, identifier.ai, wrong);

      g_ptr_array_set_size (search->path, search->path->len - 1);
    }
}

/* Digits of the identifier that begins with a bracket here; 0: none does. */
static gsize
count_bracketed (const char *text)
{
  gsize digits = *text == '(' ? strspn (text + 1, "0123456789") : 0;

  return digits >= 2 && digits <= 4 && text[1 + digits] == ')' ? digits : 0;
}

static const char *
check_bracketed (Search                    *search,
                 const ClinicGs1Identifier *identifier,
                 const char                *value)
{
  gsize length = strlen (value);

  if (length < (identifier->fixed ? identifier->longest : 1))
    return _("There is something missing.");

  return length > identifier->longest ? _("This is too long.") : check_value (identifier, value, search->year);
}

/* "(01)04150000021126(10)LOT42X": a bracketed number always begins an element, known or not. */
static void
look_at_brackets (Search     *search,
                  const char *text)
{
  const char *at = text;

  while (*at != '\0')
    {
      gsize digits = count_bracketed (at);
      g_autofree char *ai = g_strndup (at + 1, digits);
      const char *value = at + digits + 2;
      const char *end = value;
      g_autofree char *between = NULL;
      ClinicGs1Identifier identifier = { .kind = CLINIC_GS1_TEXT, .longest = LONGEST };
      const char *wrong;

      while (*end != '\0' && count_bracketed (end) == 0)
        end++;

      between = g_strndup (value, end - value);
      g_strdelimit (between, "\x1d", ' ');
      g_strchomp (between);

      if (clinic_gs1_table_find (ai, &identifier) && !g_str_equal (identifier.ai, ai))
        identifier = (ClinicGs1Identifier) { .kind = CLINIC_GS1_TEXT, .longest = LONGEST }
      ;

      wrong = has_element (search->path, ai) ? _("It stands there twice.")
              : check_bracketed (search, &identifier, between);
      g_ptr_array_add (search->path, element_new (ai, between, strlen (between)));

      if (wrong != NULL)
        {
          complain (search, value - text, ai, wrong);
          break;
        }

      at = end;
    }

  if (*at == '\0')
    keep_reading (search, at - text);

  g_ptr_array_set_size (search->path, 0);
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
  keep_reading (search, 0);
  g_ptr_array_set_size (search->path, 0);
}

static void
look (Search     *search,
      const char *text,
      gboolean    plain)
{
  look_for_article (search, text);

  if (plain)
    return;

  if (count_bracketed (text) > 0)
    {
      look_at_brackets (search, text);
      return;
    }

  /* As it stands comes first, also where a separator is there but another one may be lost. */
  search->some = strchr (text + strspn (text, "\x1d"), CLINIC_GS1_SEPARATOR) != NULL;
  search->strict = search->some;
  look_on (search, text, text, TRUE);

  if (search->strict)
    {
      search->strict = FALSE;
      look_on (search, text, text, TRUE);
    }
}

/* The parts that are the same in all @readings; NULL where they are not. */
static char *
dup_common (GPtrArray *readings,
            gsize      offset)
{
  const char *first = G_STRUCT_MEMBER (char *, readings->pdata[0], offset);

  for (guint i = 1; i < readings->len; i++)
    {
      if (g_strcmp0 (first, G_STRUCT_MEMBER (char *, readings->pdata[i], offset)) != 0)
        return NULL;
    }

  return g_strdup (first);
}

ClinicGs1Reading *
clinic_gs1_reading_new_common (GPtrArray *readings)
{
  ClinicGs1Reading *self = g_new0 (ClinicGs1Reading, 1);

  g_return_val_if_fail (readings != NULL && readings->len > 0, self);

  self->elements = g_ptr_array_new_with_free_func (element_free);
  self->gtin = dup_common (readings, G_STRUCT_OFFSET (ClinicGs1Reading, gtin));
  self->expires_on = dup_common (readings, G_STRUCT_OFFSET (ClinicGs1Reading, expires_on));
  self->expiry_text = dup_common (readings, G_STRUCT_OFFSET (ClinicGs1Reading, expiry_text));

  return self;
}

GPtrArray *
clinic_gs1_read (const char  *text,
                 guint        year,
                 GError     **error)
{
  g_autoptr(GPtrArray) path = g_ptr_array_new_with_free_func (element_free);
  g_autoptr(GPtrArray) readings = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_gs1_reading_free);
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

  if (search.too_many)
    {
      g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("This code can be read in too many ways."));
      return NULL;
    }

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
