/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-lot.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_BATCH_POUR_ROW (clinic_batch_pour_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicBatchPourRow, clinic_batch_pour_row, CLINIC, BATCH_POUR_ROW, AdwEntryRow)

/* How much is poured from which lot; another lot of the same can be chosen. Property "lot": its id, as text.
 * @choices: ClinicBatchChoice, in the order they are to be used. */
GtkWidget *clinic_batch_pour_row_new        (gint64              lot,
                                             gint64              volume,
                                             GPtrArray          *choices);
ClinicLot *clinic_batch_pour_row_get_lot    (ClinicBatchPourRow *self);
/* Whether a person chose the lot. */
gboolean   clinic_batch_pour_row_get_chosen (ClinicBatchPourRow *self);
/* As a person chooses it; nothing happens when it is not among the choices or in quarantine. */
void       clinic_batch_pour_row_choose     (ClinicBatchPourRow *self,
                                             gint64              lot);

G_END_DECLS
