/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-store.h"
#include "clinic-treatment-medicine.h"

static void
free_medicine (gpointer data)
{
  ClinicTreatmentMedicine *self = data;

  g_clear_object (&self->medicine);
  g_clear_object (&self->kind);
  g_clear_object (&self->condition);
  g_free (self);
}

GPtrArray *
clinic_treatment_medicines_new (void)
{
  return g_ptr_array_new_with_free_func (free_medicine);
}

static ClinicTreatmentCondition *
find_condition (ClinicTreatment *self,
                gint64           kind)
{
  for (guint i = 0; i < self->conditions->len; i++)
    {
      ClinicTreatmentCondition *item = self->conditions->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (item->kind)) == kind)
        return item;
    }

  return NULL;
}

/* Against each ingredient it counts as the condition does, once. */
static void
add_condition (ClinicTreatment         *self,
               ClinicTreatmentMedicine *medicine)
{
  ClinicTreatmentCondition *item = find_condition (self, medicine->kind->condition_kind_id);

  medicine->entered = item != NULL && item->condition != NULL;

  if (item != NULL)
    return;

  item = g_new0 (ClinicTreatmentCondition, 1);
  item->kind = g_object_ref (medicine->condition);
  g_ptr_array_add (self->conditions, item);
}

static gboolean
add_medicine (ClinicDb         *db,
              ClinicTreatment  *self,
              ClinicMedicine   *medicine,
              GError          **error)
{
  ClinicTreatmentMedicine *item = g_new0 (ClinicTreatmentMedicine, 1);

  g_ptr_array_add (self->medicines, item);
  item->medicine = g_object_ref (medicine);

  if (medicine->medicine_kind_id == CLINIC_UNKNOWN)
    return TRUE;

  item->kind = (ClinicMedicineKind *) clinic_store_find (db, CLINIC_TYPE_MEDICINE_KIND, medicine->medicine_kind_id, error);

  if (item->kind == NULL || item->kind->condition_kind_id == CLINIC_UNKNOWN)
    return item->kind != NULL;

  item->condition = (ClinicConditionKind *) clinic_store_find (db, CLINIC_TYPE_CONDITION_KIND, item->kind->condition_kind_id,
                                                               error);

  if (item->condition == NULL)
    return FALSE;

  add_condition (self, item);

  return TRUE;
}

gboolean
clinic_treatment_load_medicines (ClinicDb         *db,
                                 ClinicTreatment  *self,
                                 GError          **error)
{
  g_autoptr(GPtrArray) medicines = clinic_medicines_list (db, self->session->patient_id, self->date, error);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      if (!add_medicine (db, self, medicines->pdata[i], error))
        return FALSE;
    }

  return medicines != NULL;
}
