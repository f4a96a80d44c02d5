/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DIAGNOSIS (clinic_diagnosis_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDiagnosis, clinic_diagnosis, CLINIC, DIAGNOSIS, ClinicRecord)

/* What a patient was found to have, with a scale and its grade where there is one.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicDiagnosis
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        diagnosis_kind_id;
  char         *made_on;
  char         *scale;
  char         *grade;
  char         *note;
};

ClinicDiagnosis *clinic_diagnosis_new (void);

G_END_DECLS
