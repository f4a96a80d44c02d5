/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-locale.h"
#include "clinic-patient-typed.h"
#include "clinic-text.h"

/* Fewer digits are no telephone. */
#define LEAST_DIGITS 5

/* "ayşe" → "Ayşe"; the rest stays as it was typed. */
static char *
capitalize (const char *name)
{
  GString *text = g_string_new (NULL);
  const char *next = g_utf8_next_char (name);

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (name)));
  g_string_append (text, next);

  return g_string_free (text, FALSE);
}

static void
set_name (ClinicPatient *patient,
          const char    *property,
          const char    *typed)
{
  g_autofree char *clean = g_strstrip (g_strdup (typed));
  g_autofree char *name = *clean != '\0' ? capitalize (clean) : NULL;

  g_object_set (patient, property, name, NULL);
}

static void
take_names (ClinicPatient *patient,
            const char    *typed)
{
  const char *comma = strchr (typed, ',');
  const char *space = strrchr (typed, ' ');
  g_autofree char *first = NULL;

  if (comma != NULL)
    {
      first = g_strndup (typed, comma - typed);
      set_name (patient, "family-name", first);
      set_name (patient, "given-name", comma + 1);
    }
  else if (space != NULL)
    {
      first = g_strndup (typed, space - typed);
      set_name (patient, "given-name", first);
      set_name (patient, "family-name", space + 1);
    }
  else
    {
      set_name (patient, "family-name", typed);
    }
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalpha (g_utf8_get_char (text)))
        return TRUE;
    }

  return FALSE;
}

void
clinic_patient_typed_take (ClinicPatient *patient,
                           const char    *typed,
                           const char    *today)
{
  g_autofree char *text = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *date = NULL;

  g_return_if_fail (CLINIC_IS_PATIENT (patient));

  if (typed == NULL || clinic_text_is_empty (typed))
    return;

  text = g_strstrip (g_strdup (typed));

  if (has_letters (text))
    {
      take_names (patient, text);
      return;
    }

  digits = clinic_text_digits (text);
  date = strlen (digits) <= 8 ? clinic_locale_parse_date (text, today, FALSE) : NULL;

  if (date != NULL)
    g_object_set (patient, "birth-date", date, NULL);
  else if (strlen (digits) >= LEAST_DIGITS)
    g_object_set (patient, "mobile", text, NULL);
}
