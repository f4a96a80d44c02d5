/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-choices.h"
#include "clinic-locale.h"
#include "clinic-patient-column.h"
#include "clinic-settings.h"

#define KEY "patient-columns"

static char *
write_name (ClinicPatientLine *line,
            const char        *today)
{
  g_autofree char *name = clinic_locale_list_name (line->family_name, line->given_name);

  if (line->archived_on == NULL)
    return g_steal_pointer (&name);

  /* Translators: a patient's name in a list */
  return g_strdup_printf (_("%s (archived)"), name);
}

static char *
write_number (ClinicPatientLine *line,
              const char        *today)
{
  return g_strdup (line->file_number);
}

static char *
write_birth (ClinicPatientLine *line,
             const char        *today)
{
  return clinic_locale_date (line->birth_date);
}

static char *
write_age (ClinicPatientLine *line,
           const char        *today)
{
  return clinic_locale_age (line->birth_date, today);
}

static char *
write_sex (ClinicPatientLine *line,
           const char        *today)
{
  return g_strdup (line->sex != NULL ? clinic_choice_label (clinic_sexes, line->sex) : "");
}

static char *
write_phone (ClinicPatientLine *line,
             const char        *today)
{
  return g_strdup (line->phone);
}

static char *
write_email (ClinicPatientLine *line,
             const char        *today)
{
  return g_strdup (line->email);
}

static char *
write_city (ClinicPatientLine *line,
            const char        *today)
{
  return g_strdup (line->city);
}

static char *
write_last (ClinicPatientLine *line,
            const char        *today)
{
  g_autofree char *date = line->last_visit != NULL ? clinic_wall_dup_date (line->last_visit) : NULL;

  return clinic_locale_date (date);
}

static char *
write_next (ClinicPatientLine *line,
            const char        *today)
{
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (line->next_visit == NULL)
    return NULL;

  date = clinic_wall_dup_date (line->next_visit);
  day = clinic_locale_near_day (date, today);
  time = clinic_locale_time (line->next_visit);

  /* Translators: a day and a time, "Mon 23 Nov, 09:30" */
  return g_strdup_printf (C_("day and time", "%s, %s"), day, time);
}

static char *
write_course (ClinicPatientLine *line,
              const char        *today)
{
  if (line->course != NULL)
    return g_strdup (line->course);

  /* Translators: a course of treatment that follows no protocol */
  return g_strdup (line->courses > 0 ? C_("course", "Running") : NULL);
}

static char *
write_allergies (ClinicPatientLine *line,
                 const char        *today)
{
  if (line->allergies <= 0)
    return NULL;

  return g_strdup_printf (ngettext ("%d allergy", "%d allergies", line->allergies),
                          (int) line->allergies);
}

/* *INDENT-OFF* */
static const ClinicPatientColumn columns[] = {
  { "name",      N_("Name"),          TRUE,  CLINIC_SORT_NAME,       24, FALSE, FALSE, FALSE, write_name },
  { "birth",     N_("Date of birth"), TRUE,  CLINIC_SORT_BIRTH,      11, FALSE, FALSE, TRUE,  write_birth },
  { "age",       N_("Age"),           FALSE, CLINIC_SORT_NOT,        8,  FALSE, FALSE, TRUE,  write_age },
  { "number",    N_("File number"),   TRUE,  CLINIC_SORT_NUMBER,     9,  TRUE,  FALSE, TRUE,  write_number },
  { "phone",     N_("Telephone"),     TRUE,  CLINIC_SORT_NOT,        15, TRUE,  FALSE, TRUE,  write_phone },
  { "email",     N_("E-mail"),        FALSE, CLINIC_SORT_NOT,        20, TRUE,  FALSE, FALSE, write_email },
  { "city",      N_("City"),          FALSE, CLINIC_SORT_NOT,        12, FALSE, FALSE, FALSE, write_city },
  { "sex",       N_("Sex"),           FALSE, CLINIC_SORT_NOT,        7,  FALSE, FALSE, FALSE, write_sex },
  { "allergies", N_("Allergies"),     TRUE,  CLINIC_SORT_NOT,        9,  FALSE, TRUE,  TRUE,  write_allergies },
  { "course",    N_("Course"),        TRUE,  CLINIC_SORT_NOT,        14, FALSE, FALSE, FALSE, write_course },
  { "last",      N_("Last visit"),    TRUE,  CLINIC_SORT_LAST_VISIT, 11, FALSE, FALSE, TRUE,  write_last },
  { "next",      N_("Next visit"),    TRUE,  CLINIC_SORT_NEXT_VISIT, 16, FALSE, FALSE, TRUE,  write_next },
};
/* *INDENT-ON* */

const ClinicPatientColumn *
clinic_patient_column_list (guint *n_columns)
{
  g_return_val_if_fail (n_columns != NULL, NULL);

  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}

/* The settings, where they have the key. */
static GSettings *
get_settings (void)
{
  GSettings *settings = clinic_settings_get ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);

  return g_settings_schema_has_key (schema, KEY) ? settings : NULL;
}

gboolean
clinic_patient_column_shown (const ClinicPatientColumn *self)
{
  GSettings *settings = get_settings ();
  g_auto(GStrv) chosen = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self == columns)
    return TRUE;

  if (settings != NULL)
    chosen = g_settings_get_strv (settings, KEY);

  return chosen != NULL && chosen[0] != NULL ? g_strv_contains ((const char *const *) chosen,
                                                                self->name)
                                             : self->shown;
}

void
clinic_patient_column_keep (const char *const *names)
{
  GSettings *settings = get_settings ();

  if (settings != NULL)
    g_settings_set_strv (settings, KEY, names);
}

int
clinic_patient_column_sorted (gboolean *descending)
{
  GSettings *settings = clinic_settings_get ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "patient-sort") : NULL;

  *descending = name != NULL && *name == '-';

  for (int i = 0; name != NULL && i < (int) G_N_ELEMENTS (columns); i++)
    {
      if (columns[i].sort != CLINIC_SORT_NOT && g_str_equal (columns[i].name, name + *descending))
        return i;
    }

  return -1;
}

void
clinic_patient_column_keep_sorted (int      sorted,
                                   gboolean descending)
{
  GSettings *settings = clinic_settings_get ();
  g_autofree char *name = NULL;

  g_return_if_fail (sorted < (int) G_N_ELEMENTS (columns));

  if (settings == NULL)
    return;

  name = g_strconcat (descending ? "-" : "", sorted >= 0 ? columns[sorted].name : "", NULL);
  g_settings_set_string (settings, "patient-sort", name);
}
