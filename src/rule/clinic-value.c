/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-decimal.h"
#include "clinic-locale.h"
#include "clinic-value.h"

void
clinic_value_clear (ClinicValue *self)
{
  g_clear_pointer (&self->text, g_free);
  self->kind = CLINIC_VALUE_UNKNOWN;
  self->number = 0;
}

void
clinic_value_set_number (ClinicValue *self,
                         gint64       thousandths)
{
  clinic_value_clear (self);

  if (thousandths == CLINIC_UNKNOWN)
    return;

  self->kind = CLINIC_VALUE_NUMBER;
  self->number = thousandths;
}

void
clinic_value_set_count (ClinicValue *self,
                        gint64       count)
{
  clinic_value_set_number (self, count == CLINIC_UNKNOWN ? CLINIC_UNKNOWN : count * 1000);
}

void
clinic_value_set_flag (ClinicValue *self,
                       gboolean     flag)
{
  clinic_value_clear (self);
  self->kind = CLINIC_VALUE_FLAG;
  self->number = flag ? 1 : 0;
}

static void
set_words (ClinicValue     *self,
           ClinicValueKind  kind,
           const char      *text)
{
  g_autofree char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  clinic_value_clear (self);

  if (copy == NULL)
    return;

  self->kind = kind;
  self->text = g_steal_pointer (&copy);
}

void
clinic_value_set_text (ClinicValue *self,
                       const char  *text)
{
  set_words (self, CLINIC_VALUE_TEXT, text);
}

void
clinic_value_set_date (ClinicValue *self,
                       const char  *date)
{
  set_words (self, CLINIC_VALUE_DATE, date);
}

void
clinic_value_copy (ClinicValue       *self,
                   const ClinicValue *other)
{
  g_autofree char *text = g_strdup (other->text);

  clinic_value_clear (self);
  self->kind = other->kind;
  self->number = other->number;
  self->text = g_steal_pointer (&text);
}

static gboolean
parse_flag (ClinicValue *self,
            const char  *text)
{
  gboolean flag = strcmp (text, "true") == 0;

  if (!flag && strcmp (text, "false") != 0)
    return FALSE;

  clinic_value_set_flag (self, flag);

  return TRUE;
}

gboolean
clinic_value_parse (ClinicValue     *self,
                    ClinicValueKind  kind,
                    const char      *text)
{
  gint64 number;

  g_return_val_if_fail (text != NULL, FALSE);

  clinic_value_clear (self);

  if (strcmp (text, "unknown") == 0)
    return TRUE;

  switch (kind)
    {
    case CLINIC_VALUE_NUMBER:
      if (!clinic_decimal_parse (text, '.', &number))
        return FALSE;
      clinic_value_set_number (self, number);
      return TRUE;

    case CLINIC_VALUE_FLAG:
      return parse_flag (self, text);

    case CLINIC_VALUE_DATE:
      clinic_value_set_date (self, text);
      return clinic_date_is_valid (text);

    case CLINIC_VALUE_TEXT:
      clinic_value_set_text (self, text);
      return self->kind == CLINIC_VALUE_TEXT;

    case CLINIC_VALUE_UNKNOWN:
    default:
      return FALSE;
    }
}

/* With its hour where it has one; as it stands where only the year or the month is known. */
static char *
show_date (const char *text)
{
  gsize length = strlen (text);

  if (length < strlen ("2026-11-21"))
    return g_strdup (text);

  return length > strlen ("2026-11-21") ? clinic_locale_wall (text) : clinic_locale_date (text);
}

char *
clinic_value_dup_shown (const ClinicValue  *self,
                        const ClinicChoice *choices)
{
  switch (self->kind)
    {
    case CLINIC_VALUE_NUMBER:
      return clinic_locale_decimal (self->number);

    case CLINIC_VALUE_FLAG:
      return g_strdup (self->number != 0 ? _("yes") : _("no"));

    case CLINIC_VALUE_TEXT:
      return g_strdup (choices != NULL ? clinic_choice_label (choices, self->text) : self->text);

    case CLINIC_VALUE_DATE:
      return show_date (self->text);

    case CLINIC_VALUE_UNKNOWN:
    default:
      return g_strdup (_("unknown"));
    }
}

gboolean
clinic_value_equal (const ClinicValue *self,
                    const ClinicValue *other)
{
  return self->kind == other->kind &&
         self->number == other->number &&
         g_strcmp0 (self->text, other->text) == 0;
}

gboolean
clinic_value_compare (const ClinicValue *self,
                      const ClinicValue *other,
                      int               *order)
{
  if (self->kind != other->kind)
    return FALSE;

  if (self->kind == CLINIC_VALUE_NUMBER)
    *order = (self->number > other->number) - (self->number < other->number);
  else if (self->kind == CLINIC_VALUE_DATE)
    *order = strcmp (self->text, other->text);
  else
    return FALSE;

  return TRUE;
}
