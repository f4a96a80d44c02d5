/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-facts-medicine.h"

void
clinic_fact_medicine_name (const ClinicTreatment *treatment,
                           const ClinicItem      *item,
                           ClinicValue           *value)
{
  clinic_value_set_text (value, item->medicine->medicine->name);
}

void
clinic_fact_medicine_kind (const ClinicTreatment *treatment,
                           const ClinicItem      *item,
                           ClinicValue           *value)
{
  clinic_value_set_text (value, item->medicine->kind != NULL ? item->medicine->kind->name : NULL);
}

void
clinic_fact_medicine_condition (const ClinicTreatment *treatment,
                                const ClinicItem      *item,
                                ClinicValue           *value)
{
  clinic_value_set_text (value, item->medicine->condition != NULL ? item->medicine->condition->name : NULL);
}

void
clinic_fact_medicine_bearing (const ClinicTreatment *treatment,
                              const ClinicItem      *item,
                              ClinicValue           *value)
{
  clinic_value_set_text (value, item->medicine->condition != NULL ? item->medicine->condition->bearing : NULL);
}

void
clinic_fact_medicine_source (const ClinicTreatment *treatment,
                             const ClinicItem      *item,
                             ClinicValue           *value)
{
  clinic_value_set_text (value, item->medicine->kind != NULL ? item->medicine->kind->source : NULL);
}

void
clinic_fact_medicine_note (const ClinicTreatment *treatment,
                           const ClinicItem      *item,
                           ClinicValue           *value)
{
  clinic_value_set_text (value, item->medicine->kind != NULL ? item->medicine->kind->note : NULL);
}

void
clinic_fact_medicine_stopped (const ClinicTreatment *treatment,
                              const ClinicItem      *item,
                              ClinicValue           *value)
{
  clinic_value_set_date (value, item->medicine->medicine->stopped);
}

void
clinic_fact_medicine_entered (const ClinicTreatment *treatment,
                              const ClinicItem      *item,
                              ClinicValue           *value)
{
  clinic_value_set_flag (value, item->medicine->entered);
}

/* What was answered with "yes" on arriving is told by the medicine once somebody has entered it. */
void
clinic_fact_check_in_medicines (const ClinicTreatment *treatment,
                                const ClinicItem      *item,
                                ClinicValue           *value)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; treatment->check_in != NULL && i < treatment->medicines->len; i++)
    {
      const ClinicMedicine *medicine = ((ClinicTreatmentMedicine *) treatment->medicines->pdata[i])->medicine;

      if (medicine->noted_on != NULL && strcmp (medicine->noted_on, treatment->check_in->asked_on) >= 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", medicine->name);
    }

  clinic_value_set_text (value, names->len > 0 ? names->str : NULL);
}
