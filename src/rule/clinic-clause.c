/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-clause.h"

typedef enum
{
  IS,
  IS_NOT,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  IN,
} Operator;

static const char *const operators[] = { "is", "is-not", "<", "<=", ">", ">=", "in" };

struct _ClinicClause
{
  const ClinicFact *fact;
  Operator          operator;
  const ClinicFact *other;      /* compared with: this fact, */
  const gint64     *bound;      /* or this bound, */
  GArray           *values;     /* or these values (ClinicValue; one, unless IN) */
};

static gboolean refuse (GError     **error,
                        const char  *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

void
clinic_clause_free (ClinicClause *self)
{
  g_array_unref (self->values);
  g_free (self);
}

gboolean
clinic_clause_read_value (const ClinicFact  *fact,
                          const char        *text,
                          ClinicValue       *value,
                          GError           **error)
{
  if (clinic_value_parse (value, fact->kind, text) &&
      (value->kind != CLINIC_VALUE_TEXT || fact->choices == NULL ||
       clinic_choice_find (fact->choices, value->text) != NULL))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("“%s” is no value of %s"), text,
               fact->name);

  return FALSE;
}

static gboolean
add_value (ClinicClause  *self,
           const char    *text,
           GError       **error)
{
  ClinicValue value = { 0 };

  if (!clinic_clause_read_value (self->fact, text, &value, error))
    {
      clinic_value_clear (&value);
      return FALSE;
    }

  g_array_append_val (self->values, value);

  return TRUE;
}

static gboolean
add_values (ClinicClause  *self,
            const char    *text,
            GError       **error)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!add_value (self, g_strstrip (words[i]), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_bound (ClinicClause  *self,
           GHashTable    *bounds,
           const char    *name,
           GError       **error)
{
  self->bound = g_hash_table_lookup (bounds, name);

  return self->bound != NULL || refuse (error, _("There is no bound “%s”"), name);
}

static gboolean
set_operand (ClinicClause  *self,
             const char    *text,
             GHashTable    *bounds,
             GError       **error)
{
  if (self->operator == IN)
    return add_values (self, text, error);

  if (g_str_has_prefix (text, "bound."))
    return set_bound (self, bounds, text + strlen ("bound."), error);

  self->other = clinic_facts_find (text);

  return self->other != NULL || add_value (self, text, error);
}

static gboolean
has_order (ClinicValueKind kind)
{
  return kind == CLINIC_VALUE_NUMBER || kind == CLINIC_VALUE_DATE;
}

static gboolean
compares (Operator operator)
{
  return operator >= LESS && operator <= GREATER_OR_EQUAL;
}

/* Facts of one kind are compared, numbers and dates also by order; nothing is less than what is
 * not known. */
static gboolean
check (ClinicClause  *self,
       const char    *text,
       GError       **error)
{
  gboolean fits = TRUE;

  if (self->other != NULL)
    fits = self->other->kind == self->fact->kind;
  else if (self->bound != NULL)
    fits = self->fact->kind == CLINIC_VALUE_NUMBER;
  else if (compares (self->operator))
    fits = g_array_index (self->values, ClinicValue, 0).kind != CLINIC_VALUE_UNKNOWN;

  if (fits && (!compares (self->operator) || has_order (self->fact->kind)))
    return TRUE;

  return refuse (error, _("“%s” compares what cannot be compared"), text);
}

static gboolean
find_operator (const char *name,
               Operator   *operator)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      if (strcmp (operators[i], name) == 0)
        {
          *operator = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
fill (ClinicClause  *self,
      char         **words,
      GHashTable    *bounds,
      const char    *text,
      GError       **error)
{
  if (g_strv_length (words) != 3)
    return refuse (error, _("“%s” is no condition: write FACT OPERATOR VALUE"), text);

  self->fact = clinic_facts_find (words[0]);

  if (self->fact == NULL)
    return refuse (error, _("There is no fact “%s”"), words[0]);

  if (!find_operator (words[1], &self->operator))
    return refuse (error, _("There is no operator “%s”"), words[1]);

  return set_operand (self, g_strstrip (words[2]), bounds, error) && check (self, text, error);
}

ClinicClause *
clinic_clause_new (const char  *text,
                   GHashTable  *bounds,
                   GError     **error)
{
  g_autoptr(ClinicClause) self = g_new0 (ClinicClause, 1);
  g_auto(GStrv) words = g_strsplit (text, " ", 3);

  self->values = g_array_new (FALSE, FALSE, sizeof (ClinicValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) clinic_value_clear);

  return fill (self, words, bounds, text, error) ? g_steal_pointer (&self) : NULL;
}

const ClinicFact *
clinic_clause_get_fact (ClinicClause *self)
{
  return self->fact;
}

const ClinicFact *
clinic_clause_get_other (ClinicClause *self)
{
  return self->other;
}

/* Two that are both not known are not the same: nobody has said so. Only the word “unknown”
 * itself asks for that. */
static gboolean
is (ClinicClause      *self,
    const ClinicValue *value,
    const ClinicValue *operand)
{
  gboolean asks_unknown = self->other == NULL && operand->kind == CLINIC_VALUE_UNKNOWN;

  if (asks_unknown)
    return (value->kind == CLINIC_VALUE_UNKNOWN) == (self->operator == IS);

  if (value->kind == CLINIC_VALUE_UNKNOWN || operand->kind == CLINIC_VALUE_UNKNOWN)
    return FALSE;

  return clinic_value_equal (value, operand) == (self->operator == IS);
}

static gboolean
is_in (ClinicClause      *self,
       const ClinicValue *value)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      if (clinic_value_equal (value, &g_array_index (self->values, ClinicValue, i)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_ordered (Operator           operator,
            const ClinicValue *value,
            const ClinicValue *operand)
{
  int order;

  if (!clinic_value_compare (value, operand, &order))
    return FALSE;

  switch (operator)
    {
    case LESS:
      return order < 0;

    case LESS_OR_EQUAL:
      return order <= 0;

    case GREATER:
      return order > 0;

    case GREATER_OR_EQUAL:
      return order >= 0;

    case IS:
    case IS_NOT:
    case IN:
    default:
      g_assert_not_reached ();
    }
}

static void
read_operand (ClinicClause     *self,
              ClinicFactReader  reader,
              gpointer          data,
              ClinicValue      *operand)
{
  if (self->other != NULL)
    reader (self->other, data, operand);
  else if (self->bound != NULL)
    clinic_value_set_number (operand, *self->bound);
  else
    clinic_value_copy (operand, &g_array_index (self->values, ClinicValue, 0));
}

gboolean
clinic_clause_holds (ClinicClause     *self,
                     ClinicFactReader  reader,
                     gpointer          data)
{
  g_auto(ClinicValue) value = { 0 };
  g_auto(ClinicValue) operand = { 0 };

  reader (self->fact, data, &value);

  if (self->operator == IN)
    return is_in (self, &value);

  read_operand (self, reader, data, &operand);

  if (compares (self->operator))
    return is_ordered (self->operator, &value, &operand);

  return is (self, &value, &operand);
}

gboolean
clinic_clause_is_above (ClinicClause *self,
                        const gint64 *bound)
{
  return bound != NULL && self->bound == bound && (self->operator == GREATER || self->operator == GREATER_OR_EQUAL);
}
