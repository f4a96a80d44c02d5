/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-check-in-look.h"
#include "clinic-store.h"
#include "clinic-treatment-asked.h"

static gboolean
load_answers (ClinicDb         *db,
              ClinicTreatment  *self,
              GError          **error)
{
  gint64 session = clinic_record_get_id (CLINIC_RECORD (self->session));
  GError *failure = NULL;

  self->pregnancy = clinic_pregnancy_find (db, clinic_record_get_id (CLINIC_RECORD (self->patient)),
                                           self->date, &failure);

  if (failure == NULL)
    self->asked = clinic_allergies_find (db, clinic_record_get_id (CLINIC_RECORD (self->patient)), self->date, &failure);

  if (failure == NULL && session != 0)
    self->check_in = clinic_check_in_find (db, session, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
find_kind (ClinicDb      *db,
           const char    *code,
           ClinicRecord **kind,
           GError       **error)
{
  GError *failure = NULL;

  *kind = clinic_store_find_by (db, CLINIC_TYPE_CONDITION_KIND, "code", code, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
has_condition (ClinicTreatment *self,
               gint64           kind)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      ClinicTreatmentCondition *item = self->conditions->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (item->kind)) == kind)
        return TRUE;
    }

  return FALSE;
}

/* Answered with yes it counts like the condition, against each ingredient too. */
static gboolean
load_pregnancy (ClinicDb         *db,
                ClinicTreatment  *self,
                GError          **error)
{
  g_autoptr(ClinicRecord) pregnancy = NULL;
  g_autoptr(ClinicRecord) childbearing = NULL;
  ClinicTreatmentCondition *item;

  if (!find_kind (db, "pregnancy", &pregnancy, error) ||
      !find_kind (db, "childbearing_potential", &childbearing, error))
    return FALSE;

  self->pregnancy_kind = pregnancy != NULL ? clinic_record_get_id (pregnancy) : 0;
  self->childbearing_kind = childbearing != NULL ? clinic_record_get_id (childbearing) : 0;

  if (pregnancy == NULL || self->pregnancy == NULL || strcmp (self->pregnancy->answer, "yes") != 0 ||
      has_condition (self, self->pregnancy_kind))
    return TRUE;

  item = g_new0 (ClinicTreatmentCondition, 1);
  item->kind = CLINIC_CONDITION_KIND (g_steal_pointer (&pregnancy));
  g_ptr_array_add (self->conditions, item);

  return TRUE;
}

gboolean
clinic_treatment_load_asked (ClinicDb         *db,
                             ClinicTreatment  *self,
                             GError          **error)
{
  return load_answers (db, self, error) && load_pregnancy (db, self, error);
}
