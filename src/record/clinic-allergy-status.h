/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_ALLERGY_STATUS (clinic_allergy_status_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAllergyStatus, clinic_allergy_status, CLINIC, ALLERGY_STATUS, ClinicRecord)

/* What a patient answered when asked about allergies: that there are none, or that they are as the list of them has it. A
 * day on which nobody asked has none: an empty list alone is not "none known".
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicAllergyStatus
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  char         *asked_on;
  char         *answer;
  gint64        staff_id;
  char         *note;
};

ClinicAllergyStatus *clinic_allergy_status_new (void);

G_END_DECLS
