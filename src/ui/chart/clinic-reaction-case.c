/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-earlier-injection.h"
#include "clinic-follow-up.h"
#include "clinic-reaction-case.h"
#include "clinic-reaction-suspect.h"
#include "clinic-text.h"

static ClinicEarlierInjection *
find_earlier (GPtrArray             *earlier,
              ClinicReactionSuspect *suspect)
{
  for (guint i = 0; i < earlier->len; i++)
    {
      ClinicEarlierInjection *injection = earlier->pdata[i];

      if (injection->session_id == suspect->session_id &&
          g_strcmp0 (injection->zone, suspect->zone) == 0)
        return injection;
    }

  return NULL;
}

/* What is linked is shown wherever it was injected; of the rest, what was in the same zone. */
static gboolean
load_earlier (ClinicReactionCase  *self,
              ClinicDb            *db,
              GError             **error)
{
  ClinicReaction *reaction = self->reaction;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) suspects = NULL;

  suspects = clinic_store_list_by (db, CLINIC_TYPE_REACTION_SUSPECT, "reaction_id",
                                   clinic_record_get_id (CLINIC_RECORD (reaction)), error);

  if (suspects == NULL ||
      !(all = clinic_earlier_injection_list (db, reaction->patient_id, NULL, reaction->onset, error)) ||
      !(self->earlier = clinic_earlier_injection_list (db, reaction->patient_id, reaction->zone,
                                                       reaction->onset, error)))
    return FALSE;

  for (guint i = 0; i < suspects->len; i++)
    {
      ClinicEarlierInjection *injection = find_earlier (self->earlier, suspects->pdata[i]);
      ClinicEarlierInjection *other = injection == NULL ? find_earlier (all, suspects->pdata[i]) : NULL;

      if (other != NULL)
        g_ptr_array_add (self->earlier, g_object_ref (other));

      if (injection != NULL || other != NULL)
        g_object_set (injection != NULL ? injection : other, "linked", TRUE, NULL);
    }

  return TRUE;
}

ClinicReactionCase *
clinic_reaction_case_load (ClinicDb  *db,
                           gint64     reaction,
                           GError   **error)
{
  g_autoptr(ClinicReactionCase) self = g_new0 (ClinicReactionCase, 1);

  self->reaction = (ClinicReaction *) clinic_store_find (db, CLINIC_TYPE_REACTION, reaction, error);

  if (self->reaction == NULL)
    return NULL;

  self->kind = (ClinicReactionKind *) clinic_store_find (db, CLINIC_TYPE_REACTION_KIND,
                                                         self->reaction->reaction_kind_id, error);

  if (self->kind == NULL)
    return NULL;

  self->patient = (ClinicPatient *) clinic_store_find (db, CLINIC_TYPE_PATIENT,
                                                       self->reaction->patient_id, error);

  if (self->patient == NULL || !load_earlier (self, db, error))
    return NULL;

  self->calls = clinic_store_list_by (db, CLINIC_TYPE_FOLLOW_UP, "reaction_id", reaction, error);

  return self->calls != NULL ? g_steal_pointer (&self) : NULL;
}

void
clinic_reaction_case_free (ClinicReactionCase *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->reaction);
  g_clear_object (&self->kind);
  g_clear_object (&self->patient);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_case (ClinicDb  *db,
           gpointer   data,
           GError   **error)
{
  return clinic_reaction_case_load (db, *(gint64 *) data, error);
}

void
clinic_reaction_case_read_async (ClinicDesk          *desk,
                                 gint64               reaction,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (CLINIC_IS_DESK (desk));

  clinic_worker_run_async (clinic_desk_get_reader (desk), read_case,
                           g_memdup2 (&reaction, sizeof reaction), g_free,
                           (GDestroyNotify) clinic_reaction_case_free, NULL, callback, user_data);
}

ClinicReactionCase *
clinic_reaction_case_read_finish (GAsyncResult  *result,
                                  GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}

ClinicCaseElements
clinic_reaction_case_get_elements (ClinicReactionCase *self)
{
  ClinicCaseElements elements = CLINIC_CASE_REACTION;

  if (!clinic_text_is_empty (self->patient->family_name) ||
      !clinic_text_is_empty (self->patient->file_number))
    elements |= CLINIC_CASE_PATIENT;

  if (self->reaction->reported_by != CLINIC_UNKNOWN || self->reaction->assessed_by != CLINIC_UNKNOWN)
    elements |= CLINIC_CASE_REPORTER;

  for (guint i = 0; i < self->earlier->len; i++)
    {
      ClinicEarlierInjection *injection = self->earlier->pdata[i];

      if (injection->linked && (injection->cocktail != NULL || injection->lots != NULL))
        elements |= CLINIC_CASE_SUSPECT;
    }

  return elements;
}
