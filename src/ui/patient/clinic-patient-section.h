/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"
#include "clinic-patient-file.h"

G_BEGIN_DECLS

/* A part of the patient's page. What it shows of the patient comes from the page's "file", which
 * is another object for another patient. */
#define CLINIC_TYPE_PATIENT_SECTION (clinic_patient_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClinicPatientSection, clinic_patient_section, CLINIC, PATIENT_SECTION,
                          ClinicPage)

struct _ClinicPatientSectionClass
{
  ClinicPageClass   parent_class;

  /* Another patient. */
  void           (* file_set)  (ClinicPatientSection *self);
  /* Another person acts: what may be done is shown, the rest is not. May be NULL. */
  void           (* allow)     (ClinicPatientSection *self);
};

/* May be NULL. Lent. */
ClinicPatientFile *clinic_patient_section_get_file (ClinicPatientSection *self);
/* Runs @func with @data as a command; then toasts @done with Undo, or says what was wrong. */
void               clinic_patient_section_run      (ClinicPatientSection *self,
                                                    ClinicDeskFunc        func,
                                                    gpointer              data,
                                                    GDestroyNotify        free_data,
                                                    const char           *done);

G_END_DECLS
