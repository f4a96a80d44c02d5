/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-facts.h"

G_BEGIN_DECLS

/* Facts of lots and batches, for the table of clinic-facts.c. */

void clinic_fact_lot_limit_on      (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value);
void clinic_fact_lot_batch_until   (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value);
void clinic_fact_lot_batch_past    (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value);
void clinic_fact_lot_barred_source (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value);
void clinic_fact_lot_shared        (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value);

G_END_DECLS
