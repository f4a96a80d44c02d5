/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_ALLERGY (clinic_allergy_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAllergy, clinic_allergy, CLINIC, ALLERGY, ClinicRecord)

/* A patient is allergic to an ingredient or to an allergen group.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicAllergy
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        ingredient_id;
  gint64        allergen_group_id;
  char         *reaction;
  char         *severity;
  char         *noted_on;
  char         *ended_on;
  char         *note;
};

ClinicAllergy *clinic_allergy_new (void);

G_END_DECLS
