/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-allergy.h"
#include "clinic-check-in-look.h"
#include "clinic-date.h"

/* Years of age between which pregnancy is asked about. */
#define YOUNGEST 10
#define OLDEST   60

gboolean
clinic_pregnancy_concerns (const char *sex,
                           const char *birth_date,
                           const char *today)
{
  gint64 age = birth_date != NULL ? clinic_date_age (birth_date, today) : CLINIC_UNKNOWN;

  return g_strcmp0 (sex, "M") != 0 &&
         (age == CLINIC_UNKNOWN || (age >= YOUNGEST && age <= OLDEST));
}

ClinicPregnancyStatus *
clinic_pregnancy_find (ClinicDb    *db,
                       gint64       patient,
                       const char  *date,
                       GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "pregnancy-latest", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, date);

  return (ClinicPregnancyStatus *) clinic_store_one (statement, CLINIC_TYPE_PREGNANCY_STATUS, error);
}

ClinicAllergyStatus *
clinic_allergies_find (ClinicDb    *db,
                       gint64       patient,
                       const char  *date,
                       GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "allergies-latest", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, date);

  return (ClinicAllergyStatus *) clinic_store_one (statement, CLINIC_TYPE_ALLERGY_STATUS, error);
}

int
clinic_allergies_count (ClinicDb    *db,
                        gint64       patient,
                        const char  *date,
                        GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-allergies", error);
  g_autoptr(GPtrArray) listed = NULL;

  if (statement == NULL)
    return -1;

  clinic_statement_bind_int (statement, 1, patient);
  clinic_statement_bind_text (statement, 2, date);
  listed = clinic_store_list (statement, CLINIC_TYPE_ALLERGY, error);

  return listed != NULL ? (int) listed->len : -1;
}

gboolean
clinic_allergies_stands (ClinicAllergyStatus *status,
                         guint                n_listed)
{
  if (status == NULL)
    return FALSE;

  return g_strcmp0 (status->answer, "unsure") == 0 ||
         g_strcmp0 (status->answer, n_listed > 0 ? "listed" : "none") == 0;
}

ClinicCheckIn *
clinic_check_in_find (ClinicDb  *db,
                      gint64     session,
                      GError   **error)
{
  g_autoptr(GPtrArray) found = clinic_store_list_by (db, CLINIC_TYPE_CHECK_IN, "session_id", session,
                                                     error);

  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

char *
clinic_check_in_dup_answered (ClinicCheckIn *self,
                              const char    *answer)
{
  const struct { const char *given; const char *words; } answers[] = {
    { self != NULL ? self->new_medicine : NULL, _("a new medicine") },
    { self != NULL ? self->inflammation : NULL, _("inflammation of the scalp") },
    { self != NULL ? self->hair_colour : NULL, _("hair coloured") },
  };
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (g_strcmp0 (answers[i].given, answer) == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", answers[i].words);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
