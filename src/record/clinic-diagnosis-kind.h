/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DIAGNOSIS_KIND (clinic_diagnosis_kind_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDiagnosisKind, clinic_diagnosis_kind, CLINIC, DIAGNOSIS_KIND,
                      ClinicRecord)

/* A diagnosis that can be made here.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicDiagnosisKind
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *icd10;
  char         *note;
};

ClinicDiagnosisKind *clinic_diagnosis_kind_new (void);

G_END_DECLS
