/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-clinic.h"
#include "clinic-clock.h"
#include "clinic-consent-look.h"
#include "clinic-date.h"

const ClinicChoice clinic_consent_states[] = {
  { "missing", N_("Not signed") },
  { "unused", N_("Not signed, as none has been so far in this clinic") },
  { "withdrawn", N_("Withdrawn") },
  { "outdated", N_("Signed, an older version of the form") },
  { "valid", N_("Signed") },
  { NULL }
};

/* The clinic's zone; "" while there is no clinic; NULL with @error. */
static char *
find_zone (ClinicDb  *db,
           GError   **error)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (db, CLINIC_TYPE_CLINIC, NULL, 0, error);

  if (clinics == NULL)
    return NULL;

  return g_strdup (clinics->len > 0 ? CLINIC_CLINIC (clinics->pdata[0])->zone : "");
}

static char *
dup_date_of (const char *instant,
             const char *zone)
{
  g_autofree char *wall = clinic_clock_wall_at (instant, zone);

  return wall != NULL ? clinic_wall_dup_date (wall) : NULL;
}

static gint64
known_or_none (gint64 id)
{
  return id != CLINIC_UNKNOWN ? id : 0;
}

static gboolean
count_forms (ClinicDb           *db,
             const char         *date,
             ClinicConsentLook  *self,
             GError            **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-consent-forms", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, date);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  self->needed = clinic_statement_get_int (statement, 0) > 0;

  if (clinic_statement_is_null (statement, 1))
    self->state = "unused";

  return TRUE;
}

static const char *
judge (ClinicConsentLook *self)
{
  if (self->withdrawn_on != NULL)
    return "withdrawn";

  return self->latest != CLINIC_UNKNOWN && self->number < self->latest ? "outdated" : "valid";
}

static void
read_row (ClinicStatement   *statement,
          const char        *zone,
          const char        *date,
          ClinicConsentLook *self)
{
  self->consent = clinic_statement_get_int (statement, 0);
  self->number = clinic_statement_get_int (statement, 1);
  self->latest = clinic_statement_is_null (statement, 2)
                 ? CLINIC_UNKNOWN : clinic_statement_get_int (statement, 2);
  self->signed_on = dup_date_of (clinic_statement_get_text (statement, 3), zone);
  self->withdrawn_on = clinic_statement_is_null (statement, 4)
                       ? NULL : dup_date_of (clinic_statement_get_text (statement, 4), zone);
  self->confirmed = clinic_statement_get_int (statement, 5) > 0 ||
                    g_strcmp0 (self->signed_on, date) == 0;
  self->state = judge (self);
}

gboolean
clinic_consent_look_load (ClinicDb           *db,
                          ClinicSession      *session,
                          ClinicConsentLook  *self,
                          GError            **error)
{
  g_autofree char *date = clinic_wall_dup_date (session->starts);
  g_autofree char *zone = NULL;
  g_autoptr(ClinicStatement) statement = NULL;
  GError *failure = NULL;

  *self = (ClinicConsentLook) {
    .state = "missing", .consent = CLINIC_UNKNOWN, .number = CLINIC_UNKNOWN, .latest = CLINIC_UNKNOWN,
  };

  if ((zone = find_zone (db, error)) == NULL || !count_forms (db, date, self, error) ||
      (statement = clinic_db_query (db, "treatment-consent", error)) == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, session->patient_id);
  clinic_statement_bind_int (statement, 2, known_or_none (session->course_id));
  clinic_statement_bind_int (statement, 3, clinic_record_get_id (CLINIC_RECORD (session)));
  clinic_statement_bind_text (statement, 4, date);

  if (clinic_statement_step (statement, &failure))
    read_row (statement, zone, date, self);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

void
clinic_consent_look_clear (ClinicConsentLook *self)
{
  g_clear_pointer (&self->signed_on, g_free);
  g_clear_pointer (&self->withdrawn_on, g_free);
}
