/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-date.h"
#include "clinic-facts-consent.h"

/* Where no consent is asked for there is nothing to know of it. */
void
clinic_fact_consent_state (const ClinicTreatment *treatment,
                           const ClinicItem      *item,
                           ClinicValue           *value)
{
  clinic_value_set_text (value, treatment->consent.needed ? treatment->consent.state : NULL);
}

/* What does not stand cannot be said again. */
void
clinic_fact_consent_confirmed (const ClinicTreatment *treatment,
                               const ClinicItem      *item,
                               ClinicValue           *value)
{
  clinic_value_clear (value);

  if (treatment->consent.needed && treatment->consent.consent != CLINIC_UNKNOWN &&
      treatment->consent.withdrawn_on == NULL)
    clinic_value_set_flag (value, treatment->consent.confirmed);
}

void
clinic_fact_consent_version (const ClinicTreatment *treatment,
                             const ClinicItem      *item,
                             ClinicValue           *value)
{
  clinic_value_set_count (value, treatment->consent.number);
}

void
clinic_fact_consent_latest (const ClinicTreatment *treatment,
                            const ClinicItem      *item,
                            ClinicValue           *value)
{
  clinic_value_set_count (value, treatment->consent.latest);
}

void
clinic_fact_consent_signed_on (const ClinicTreatment *treatment,
                               const ClinicItem      *item,
                               ClinicValue           *value)
{
  clinic_value_set_date (value, treatment->consent.signed_on);
}

void
clinic_fact_consent_withdrawn_on (const ClinicTreatment *treatment,
                                  const ClinicItem      *item,
                                  ClinicValue           *value)
{
  clinic_value_set_date (value, treatment->consent.withdrawn_on);
}

static void
set_day (ClinicValue *value,
         const char  *wall)
{
  g_autofree char *date = wall != NULL ? clinic_wall_dup_date (wall) : NULL;

  clinic_value_set_date (value, date);
}

void
clinic_fact_aftercare_until (const ClinicTreatment *treatment,
                             const ClinicItem      *item,
                             ClinicValue           *value)
{
  set_day (value, treatment->aftercare_until);
}

void
clinic_fact_aftercare_next (const ClinicTreatment *treatment,
                            const ClinicItem      *item,
                            ClinicValue           *value)
{
  set_day (value, treatment->aftercare_next);
}
