/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-facts-lot.h"

void
clinic_fact_lot_limit_on (const ClinicTreatment *treatment,
                          const ClinicItem      *item,
                          ClinicValue           *value)
{
  clinic_value_set_date (value, item->lot->lot->limit_on);
}

/* "2026-11-21 13:30": the hour counts for what was mixed in the house. */
void
clinic_fact_lot_batch_until (const ClinicTreatment *treatment,
                             const ClinicItem      *item,
                             ClinicValue           *value)
{
  g_autofree char *until = g_strdup (item->lot->lot->usable_until);

  if (until != NULL)
    g_strdelimit (until, "T", ' ');

  clinic_value_set_text (value, until);
}

void
clinic_fact_lot_batch_past (const ClinicTreatment *treatment,
                            const ClinicItem      *item,
                            ClinicValue           *value)
{
  const char *until = item->lot->lot->usable_until;

  clinic_value_clear (value);

  if (until != NULL)
    clinic_value_set_flag (value, strcmp (until, treatment->session->starts) < 0);
}

void
clinic_fact_lot_barred_source (const ClinicTreatment *treatment,
                               const ClinicItem      *item,
                               ClinicValue           *value)
{
  clinic_value_set_text (value, item->lot->barred);
}

void
clinic_fact_lot_shared (const ClinicTreatment *treatment,
                        const ClinicItem      *item,
                        ClinicValue           *value)
{
  clinic_value_set_flag (value, item->lot->drawn > item->lot->undivided);
}
