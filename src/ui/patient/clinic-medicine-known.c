/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-medicine-known.h"
#include "clinic-store.h"

gpointer
clinic_medicine_known_read (ClinicDb  *db,
                            gpointer   data,
                            GError   **error)
{
  g_autoptr(ClinicMedicineKnown) self = g_new0 (ClinicMedicineKnown, 1);

  if (!(self->kinds = clinic_store_list_by (db, CLINIC_TYPE_MEDICINE_KIND, NULL, 0, error)) ||
      !(self->conditions = clinic_store_list_by (db, CLINIC_TYPE_CONDITION_KIND, NULL, 0, error)))
    return NULL;

  return g_steal_pointer (&self);
}

void
clinic_medicine_known_free (ClinicMedicineKnown *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_free (self);
}

static gpointer
find (GPtrArray *records,
      gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (clinic_record_get_id (records->pdata[i]) == id)
        return records->pdata[i];
    }

  return NULL;
}

ClinicMedicineKind *
clinic_medicine_known_find (ClinicMedicineKnown *self,
                            gint64               id)
{
  return find (self->kinds, id);
}

ClinicConditionKind *
clinic_medicine_known_condition (ClinicMedicineKnown *self,
                                 ClinicMedicineKind  *kind)
{
  return kind != NULL ? find (self->conditions, kind->condition_kind_id) : NULL;
}
