/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-decimal.h"
#include "clinic-default-words.h"
#include "clinic-locale.h"
#include "clinic-reading.h"
#include "clinic-text.h"

static const ClinicChoice severities[] = {
  { "stop", N_("Stop") },
  { "warn", N_("Warning") },
  { "note", N_("Note") },
  { "off", N_("Not asked") },
  { NULL }
};

const ClinicChoice *
clinic_default_words_choices (ClinicDefault *self)
{
  if (g_strcmp0 (self->kind, "severity") == 0)
    return severities;

  if (g_strcmp0 (self->kind, "bearing") == 0)
    return clinic_bearings;

  return g_strcmp0 (self->kind, "direction") == 0 ? clinic_directions : NULL;
}

char *
clinic_default_words_dup_value (ClinicDefault *self,
                                const char    *value)
{
  const ClinicChoice *choices = clinic_default_words_choices (self);
  gint64 number;

  if (value == NULL)
    return g_strdup ("–");

  if (choices != NULL)
    return g_strdup (_(clinic_choice_label (choices, value)));

  /* A unit: those that are none stand in braces. */
  if (g_strcmp0 (self->kind, "text") == 0)
    {
      g_autofree char *unit = clinic_reading_dup_unit (value);

      return clinic_text_isolate (unit);
    }

  if (g_strcmp0 (self->kind, "decimal") == 0 && clinic_decimal_parse (value, '.', &number))
    return clinic_locale_decimal (number);

  return clinic_text_isolate (value);
}

char *
clinic_default_words_dup_typed (ClinicDefault *self,
                                const char    *typed)
{
  gint64 number;

  if (*typed == '\0' || g_strcmp0 (self->kind, "text") == 0 || g_strcmp0 (self->kind, "sessions") == 0)
    return g_strdup (typed);

  return clinic_locale_parse_decimal (typed, &number) ? clinic_decimal_format (number, '.') : NULL;
}

gboolean
clinic_default_words_is_own (ClinicDefault *self)
{
  return self->known && g_strcmp0 (self->value, self->shipped) != 0;
}

char *
clinic_default_words_dup_line (ClinicDefault *self)
{
  g_autofree char *value = clinic_default_words_dup_value (self, self->value);
  g_autofree char *shipped = clinic_default_words_dup_value (self, self->shipped);

  if (!self->known)
    /* Translators: what of something, and its value, where nothing was shipped. */
    return g_strdup_printf (_("%s: %s · the clinic’s own"), self->label, value);

  /* Translators: what of something, its value, and the one that is shipped: “Error of the method (%): 5 · shipped: 10”. */
  return g_strdup_printf (_("%s: %s · shipped: %s"), self->label, value, shipped);
}
