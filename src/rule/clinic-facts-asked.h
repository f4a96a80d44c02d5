/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-facts.h"

G_BEGIN_DECLS

/* Facts of what the patient was asked and has, for the table of clinic-facts.c. */

void clinic_fact_patient_pregnant            (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_pregnancy_answer    (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_pregnancy_asked     (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_pregnancy_concerns  (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_pregnancy_days      (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_allergies           (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_allergy_answer      (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_patient_allergy_asked       (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_check_in_medicine           (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_check_in_inflammation       (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_check_in_hair_colour        (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_check_in_note               (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_check_in_unsure             (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_check_in_unasked            (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_condition_name              (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_condition_code              (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_condition_bearing           (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_condition_since             (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_condition_answered          (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_contraindication_severity   (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_contraindication_source     (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_ingredient_pregnancy        (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);
void clinic_fact_ingredient_pregnancy_source (const ClinicTreatment *treatment,
                                              const ClinicItem      *item,
                                              ClinicValue           *value);

G_END_DECLS
