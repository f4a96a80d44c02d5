/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-consent.h"
#include "clinic-photo-consent.h"

static int
rank_scope (const char *scope)
{
  for (int i = 0; clinic_photo_scopes[i].value != NULL; i++)
    {
      if (g_strcmp0 (clinic_photo_scopes[i].value, scope) == 0)
        return i;
    }

  return -1;
}

gboolean
clinic_photo_consent_load (ClinicDb            *db,
                           gint64               patient,
                           ClinicPhotoConsent  *self,
                           GError             **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "consent-photo", error);
  GError *failure = NULL;

  *self = (ClinicPhotoConsent) { 0 };

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, patient);

  if (clinic_statement_step (statement, &failure))
    {
      int rank = rank_scope (clinic_statement_get_text (statement, 0));

      self->given = TRUE;
      self->withdrawn = !clinic_statement_is_null (statement, 1);
      self->scope = rank >= 0 ? clinic_photo_scopes[rank].value : NULL;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

gboolean
clinic_photo_consent_allows (const ClinicPhotoConsent *self,
                             const char               *scope)
{
  g_return_val_if_fail (rank_scope (scope) >= 0, FALSE);

  return self->given && !self->withdrawn && rank_scope (self->scope) >= rank_scope (scope);
}
