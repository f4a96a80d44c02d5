/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-medicine-kind.h"
#include "clinic-medicine.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* What the name of a medicine has to do with a kind of medicines. */
typedef struct
{
  ClinicMedicineKind *kind;         /* lent */
  char               *name;         /* which of its names: “Rivaroxaban” */
  gboolean            whole;        /* the whole name was written, but for a letter */
} ClinicMedicineMatch;

void       clinic_medicine_match_free  (ClinicMedicineMatch *self);

/* What among @kinds (ClinicMedicineKind) somebody means who wrote @written so far, those first that are there in whole:
 * “Xarelto 20 mg” means the anticoagulants, “riv” may. Of one name of one kind there is one. Caller frees. */
GPtrArray *clinic_medicine_kinds_match (GPtrArray           *kinds,
                                        const char          *written);
/* The one kind that is meant, where a whole name was written and no other kind has it; else NULL. Lent. */
ClinicMedicineKind *clinic_medicine_kinds_find (GPtrArray  *kinds,
                                                const char *written);

/* Whether @medicine, of @kind (may be NULL), bears on a treatment on @date: it is taken, or was not stopped for as long as it
 * still counts. */
gboolean   clinic_medicine_counts_on   (ClinicMedicine      *medicine,
                                        ClinicMedicineKind  *kind,
                                        const char          *date);

/* The medicines of a patient that count on @date (ClinicMedicine). NULL with @error. Caller unrefs. */
GPtrArray *clinic_medicines_list       (ClinicDb            *db,
                                        gint64               patient,
                                        const char          *date,
                                        GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMedicineMatch, clinic_medicine_match_free)

G_END_DECLS
