/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-condition-kind.h"
#include "clinic-desk.h"
#include "clinic-medicine-look.h"

G_BEGIN_DECLS

/* The kinds of medicines that a clinic knows of, with what they count as. */
typedef struct
{
  GPtrArray *kinds;             /* ClinicMedicineKind */
  GPtrArray *conditions;        /* ClinicConditionKind */
} ClinicMedicineKnown;

/* A ClinicWorkFunc: the ClinicMedicineKnown. */
gpointer             clinic_medicine_known_read      (ClinicDb             *db,
                                                      gpointer              data,
                                                      GError              **error);
void                 clinic_medicine_known_free      (ClinicMedicineKnown  *self);
/* By id; NULL: none such. Lent. */
ClinicMedicineKind  *clinic_medicine_known_find      (ClinicMedicineKnown  *self,
                                                      gint64                id);
/* What the kind counts as; NULL: nothing. Lent. */
ClinicConditionKind *clinic_medicine_known_condition (ClinicMedicineKnown  *self,
                                                      ClinicMedicineKind   *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMedicineKnown, clinic_medicine_known_free)

G_END_DECLS
