/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-facts.h"

G_BEGIN_DECLS

/* What the rules can ask of consent and aftercare; read by the table of all facts
 * (clinic-facts.c). */
void clinic_fact_consent_state        (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_consent_confirmed    (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_consent_version      (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_consent_latest       (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_consent_signed_on    (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_consent_withdrawn_on (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_aftercare_until      (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);
void clinic_fact_aftercare_next       (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value);

G_END_DECLS
