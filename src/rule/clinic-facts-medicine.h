/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-facts.h"

G_BEGIN_DECLS

/* Facts of what the patient takes, for the table of clinic-facts.c. */

void clinic_fact_medicine_name       (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_kind       (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_condition  (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_bearing    (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_source     (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_note       (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_stopped    (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_medicine_entered    (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value);
void clinic_fact_check_in_medicines (const ClinicTreatment *treatment,
                                     const ClinicItem      *item,
                                     ClinicValue           *value);

G_END_DECLS
