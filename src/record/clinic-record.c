/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-decimal.h"
#include "clinic-choices.h"
#include "clinic-record.h"
#include "clinic-text.h"

/* A text field that says nothing of its length. */
#define DEFAULT_LENGTH 2000

/* Texts that may be at least so long may have lines; a name has none. */
#define LINES_LENGTH 400

typedef struct
{
  gint64 id;
  gint64 version;
} ClinicRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ClinicRecord, clinic_record, G_TYPE_OBJECT)

static ClinicRecordPrivate *
get_private (ClinicRecord * self)
{
  return clinic_record_get_instance_private (self);
}

static char **
text_of (ClinicRecord      *self,
         const ClinicField *field)
{
  return (char **) G_STRUCT_MEMBER_P (self, field->offset);
}

static gint64 *
number_of (ClinicRecord      *self,
           const ClinicField *field)
{
  return (gint64 *) G_STRUCT_MEMBER_P (self, field->offset);
}

static gboolean *
flag_of (ClinicRecord      *self,
         const ClinicField *field)
{
  return (gboolean *) G_STRUCT_MEMBER_P (self, field->offset);
}

static void
notify (ClinicRecord      *self,
        const ClinicField *field)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);

  g_object_notify_by_pspec (G_OBJECT (self), klass->properties[field - klass->fields]);
}

static void
clinic_record_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ClinicRecord *self = CLINIC_RECORD (object);
  const ClinicField *field = &CLINIC_RECORD_GET_CLASS (self)->fields[id - 1];

  switch (field->storage)
    {
    case CLINIC_TEXT:
      g_value_set_string (value, clinic_record_get_text (self, field));
      break;

    case CLINIC_NUMBER:
      g_value_set_int64 (value, clinic_record_get_number (self, field));
      break;

    case CLINIC_FLAG:
    default:
      g_value_set_boolean (value, clinic_record_get_number (self, field) != 0);
      break;
    }
}

static void
clinic_record_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ClinicRecord *self = CLINIC_RECORD (object);
  const ClinicField *field = &CLINIC_RECORD_GET_CLASS (self)->fields[id - 1];

  switch (field->storage)
    {
    case CLINIC_TEXT:
      clinic_record_set_text (self, field, g_value_get_string (value));
      break;

    case CLINIC_NUMBER:
      clinic_record_set_number (self, field, g_value_get_int64 (value));
      break;

    case CLINIC_FLAG:
    default:
      clinic_record_set_number (self, field, g_value_get_boolean (value));
      break;
    }
}

/* Runs before g_object_new () sets properties: a number nobody enters stays unknown. */
static void
clinic_record_constructed (GObject *object)
{
  ClinicRecord *self = CLINIC_RECORD (object);
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (clinic_record_parent_class)->constructed (object);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].storage == CLINIC_NUMBER)
        *number_of (self, &klass->fields[i]) = CLINIC_UNKNOWN;
    }
}

static void
clinic_record_finalize (GObject *object)
{
  ClinicRecord *self = CLINIC_RECORD (object);
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].storage == CLINIC_TEXT)
        g_free (*text_of (self, &klass->fields[i]));
    }

  G_OBJECT_CLASS (clinic_record_parent_class)->finalize (object);
}

static void
clinic_record_class_init (ClinicRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = clinic_record_constructed;
  object_class->finalize = clinic_record_finalize;
}

static void
clinic_record_init (ClinicRecord *self)
{
}

static GParamSpec *
make_property (const ClinicField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB;

  switch (field->storage)
    {
    case CLINIC_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);

    case CLINIC_NUMBER:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, CLINIC_UNKNOWN, flags);

    case CLINIC_FLAG:
    default:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
    }
}

void
clinic_record_class_set_fields (ClinicRecordClass *klass,
                                const char        *table,
                                const char        *label,
                                const ClinicField *fields,
                                guint              n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->table = table;
  klass->label = label;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->properties = g_new0 (GParamSpec *, n_fields);

  /* GObject does not inherit these two. */
  object_class->get_property = clinic_record_get_property;
  object_class->set_property = clinic_record_set_property;

  for (guint i = 0; i < n_fields; i++)
    {
      klass->properties[i] = make_property (&fields[i]);
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
    }
}

const ClinicField *
clinic_record_class_find_field (ClinicRecordClass *klass,
                                const char        *name)
{
  g_return_val_if_fail (CLINIC_IS_RECORD_CLASS (klass), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (g_strcmp0 (klass->fields[i].name, name) == 0)
        return &klass->fields[i];
    }

  return NULL;
}

gint64
clinic_record_get_id (ClinicRecord *self)
{
  g_return_val_if_fail (CLINIC_IS_RECORD (self), 0);

  return get_private (self)->id;
}

void
clinic_record_set_id (ClinicRecord *self,
                      gint64        id)
{
  g_return_if_fail (CLINIC_IS_RECORD (self));

  get_private (self)->id = id;
}

gint64
clinic_record_get_version (ClinicRecord *self)
{
  g_return_val_if_fail (CLINIC_IS_RECORD (self), 0);

  return get_private (self)->version;
}

void
clinic_record_set_version (ClinicRecord *self,
                           gint64        version)
{
  g_return_if_fail (CLINIC_IS_RECORD (self));

  get_private (self)->version = version;
}

const char *
clinic_record_get_text (ClinicRecord      *self,
                        const ClinicField *field)
{
  g_return_val_if_fail (field->storage == CLINIC_TEXT, NULL);

  return *text_of (self, field);
}

void
clinic_record_set_text (ClinicRecord      *self,
                        const ClinicField *field,
                        const char        *text)
{
  char **place = text_of (self, field);
  char *old = *place;

  g_return_if_fail (field->storage == CLINIC_TEXT);

  if (text != NULL && *text == '\0')
    text = NULL;

  if (g_strcmp0 (old, text) == 0)
    return;

  /* @text may be a part of the old one. */
  *place = g_strdup (text);
  g_free (old);
  notify (self, field);
}

gint64
clinic_record_get_number (ClinicRecord      *self,
                          const ClinicField *field)
{
  g_return_val_if_fail (field->storage != CLINIC_TEXT, CLINIC_UNKNOWN);

  return field->storage == CLINIC_FLAG ? *flag_of (self, field) != 0 : *number_of (self, field);
}

void
clinic_record_set_number (ClinicRecord      *self,
                          const ClinicField *field,
                          gint64             number)
{
  g_return_if_fail (field->storage != CLINIC_TEXT);

  /* A flag that nobody knows of is not set. */
  if (field->storage == CLINIC_FLAG)
    number = number != 0 && number != CLINIC_UNKNOWN;

  if (clinic_record_get_number (self, field) == number)
    return;

  if (field->storage == CLINIC_FLAG)
    *flag_of (self, field) = number != 0;
  else
    *number_of (self, field) = number;

  notify (self, field);
}

char *
clinic_record_dup_value (ClinicRecord      *self,
                         const ClinicField *field)
{
  gint64 number;

  if (field->storage == CLINIC_TEXT)
    return g_strdup (clinic_record_get_text (self, field));

  number = clinic_record_get_number (self, field);

  if (number == CLINIC_UNKNOWN)
    return NULL;

  return field->format == CLINIC_DECIMAL ? clinic_decimal_format (number, '.')
                                         : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static gboolean
refuse (GError            **error,
        const ClinicField  *field,
        const char         *why)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, "%s: %s", _(field->label), why);

  return FALSE;
}

/* As an adult reads a whole number: no sign before nought, no other base, nothing behind it. */
static gboolean
parse_number (const ClinicField *field,
              const char        *value,
              gint64            *number)
{
  if (field->format == CLINIC_DECIMAL)
    return clinic_decimal_parse (value, '.', number);

  if (field->storage == CLINIC_FLAG)
    {
      *number = value[0] - '0';
      return (value[0] == '0' || value[0] == '1') && value[1] == '\0';
    }

  /* G_MININT64 itself stands for unknown. */
  return g_ascii_string_to_signed (value, 10, G_MININT64 + 1, G_MAXINT64, number, NULL);
}

static gboolean
check_format (const ClinicField  *field,
              const char         *text,
              GError            **error)
{
  switch (field->format)
    {
    case CLINIC_DATE:
      return clinic_date_is_valid (text) ||
             refuse (error, field, _("This is not a date. Write it like 2026-11-21."));

    case CLINIC_WALL:
      return clinic_wall_is_valid (text) ||
             refuse (error, field,
                     _("This is not a date with a time. Write it like 2026-11-21T09:30."));

    case CLINIC_CHOICE:
      return clinic_choice_find (field->choices, text) != NULL ||
             refuse (error, field, _("This is none of the words that can be chosen here."));

    case CLINIC_PLAIN:
    case CLINIC_LINK:
    case CLINIC_DECIMAL:
    default:
      return TRUE;
    }
}

gboolean
clinic_record_take_value (ClinicRecord       *self,
                          const ClinicField  *field,
                          const char         *value,
                          GError            **error)
{
  gint64 number = CLINIC_UNKNOWN;

  g_return_val_if_fail (CLINIC_IS_RECORD (self), FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  if (value != NULL && *value == '\0')
    value = NULL;

  if (field->storage == CLINIC_TEXT)
    {
      if (value != NULL && !check_format (field, value, error))
        return FALSE;

      clinic_record_set_text (self, field, value);
      return TRUE;
    }

  if (value != NULL && !parse_number (field, value, &number))
    return refuse (error, field,
                   field->storage == CLINIC_FLAG ? _("This is neither 0 (no) nor 1 (yes).")
                   : field->format == CLINIC_DECIMAL
                   ? _("This is not a number with at most three decimals, like 1.5.")
                   : _("This is not a whole number."));

  clinic_record_set_number (self, field, number);

  return TRUE;
}

ClinicRecord *
clinic_record_copy (ClinicRecord *self)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);
  ClinicRecord *copy;

  g_return_val_if_fail (CLINIC_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  *get_private (copy) = *get_private (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];

      if (field->storage == CLINIC_TEXT)
        *text_of (copy, field) = g_strdup (*text_of (self, field));
      else if (field->storage == CLINIC_NUMBER)
        *number_of (copy, field) = *number_of (self, field);
      else
        *flag_of (copy, field) = *flag_of (self, field);
    }

  return copy;
}

void
clinic_record_assign (ClinicRecord *self,
                      ClinicRecord *other)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);

  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other));

  *get_private (self) = *get_private (other);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];

      if (field->storage == CLINIC_TEXT)
        clinic_record_set_text (self, field, clinic_record_get_text (other, field));
      else
        clinic_record_set_number (self, field, clinic_record_get_number (other, field));
    }
}

gboolean
clinic_record_equal (ClinicRecord *self,
                     ClinicRecord *other)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);

  g_return_val_if_fail (CLINIC_IS_RECORD (self) && CLINIC_IS_RECORD (other), FALSE);

  if (G_OBJECT_TYPE (self) != G_OBJECT_TYPE (other) ||
      clinic_record_get_id (self) != clinic_record_get_id (other) ||
      clinic_record_get_version (self) != clinic_record_get_version (other))
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!clinic_record_field_equal (self, other, &klass->fields[i]))
        return FALSE;
    }

  return TRUE;
}

gboolean
clinic_record_field_equal (ClinicRecord      *self,
                           ClinicRecord      *other,
                           const ClinicField *field)
{
  if (field->storage == CLINIC_TEXT)
    return g_strcmp0 (*text_of (self, field), *text_of (other, field)) == 0;

  return clinic_record_get_number (self, field) == clinic_record_get_number (other, field);
}

static gsize
longest (const ClinicField *field)
{
  return field->max > 0 ? field->max : DEFAULT_LENGTH;
}

/* Nothing that a terminal, a spreadsheet or the eye takes for something else than a letter. */
static gboolean
has_control (const ClinicField *field,
             const char        *text)
{
  gboolean lines = field->format == CLINIC_PLAIN && longest (field) >= LINES_LENGTH;

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if ((*p < 0x20 && !(lines && (*p == '\n' || *p == '\t'))) || *p == 0x7f)
        return TRUE;

      /* U+0080 to U+009F */
      if (*p == 0xc2 && p[1] < 0xa0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
check_text (const ClinicField  *field,
            const char         *text,
            GError            **error)
{
  const char *end = NULL;

  if (!g_utf8_validate (text, -1, &end))
    return refuse (error, field, _("This holds bytes that are no text (not valid UTF-8)."));

  if (has_control (field, text))
    return refuse (error, field,
                   _("This holds control characters that cannot be kept. Please remove them."));

  /* As many bytes are at least as many characters. */
  if ((gsize) (end - text) > longest (field) &&
      (gsize) g_utf8_strlen (text, end - text) > longest (field))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("%s: At most %u characters can be kept here. Please shorten it."),
                   _(field->label), (guint) longest (field));
      return FALSE;
    }

  return check_format (field, text, error);
}

static char *
dup_bound (const ClinicField *field,
           gint64             bound)
{
  return field->format == CLINIC_DECIMAL ? clinic_decimal_format (bound, '.')
                                         : g_strdup_printf ("%" G_GINT64_FORMAT, bound);
}

static gboolean
check_number (const ClinicField  *field,
              gint64              number,
              GError            **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (field->format == CLINIC_LINK && number <= 0)
    return refuse (error, field, _("This refers to nothing. Please choose it again."));

  if ((field->min == 0 && field->max == 0) || (number >= field->min && number <= field->max))
    return TRUE;

  low = dup_bound (field, field->min);
  high = dup_bound (field, field->max);
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("%s: This must be from %s to %s."), _(field->label), low, high);

  return FALSE;
}

static gboolean
check_field (ClinicRecord       *self,
             const ClinicField  *field,
             GError            **error)
{
  gint64 number;

  if (field->storage == CLINIC_TEXT)
    {
      const char *text = *text_of (self, field);

      if (field->required && clinic_text_is_empty (text))
        return refuse (error, field, _("This must be filled in."));

      return text == NULL || check_text (field, text, error);
    }

  if (field->storage == CLINIC_FLAG)
    return TRUE;

  number = *number_of (self, field);

  if (number == CLINIC_UNKNOWN)
    return !field->required || refuse (error, field, _("This must be filled in."));

  return check_number (field, number, error);
}

gboolean
clinic_record_validate (ClinicRecord  *self,
                        const char    *today,
                        GError       **error)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (self);
  const char *wrong;

  g_return_val_if_fail (CLINIC_IS_RECORD (self), FALSE);
  g_return_val_if_fail (today != NULL, FALSE);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!check_field (self, &klass->fields[i], error))
        return FALSE;
    }

  wrong = klass->check != NULL ? klass->check (self, today) : NULL;

  if (wrong == NULL)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, wrong);

  return FALSE;
}
