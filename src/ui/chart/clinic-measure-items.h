/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-measure-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a reading is made of, as rows: figures to be typed, or answers to be chosen; Enter goes from
 * one to the next. Property "items" (read only): the canonical text of clinic_derived_apply (),
 * NULL while nothing is said. Signal "done": by Enter, after the last. */
#define CLINIC_TYPE_MEASURE_ITEMS (clinic_measure_items_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMeasureItems, clinic_measure_items, CLINIC, MEASURE_ITEMS, AdwBin)

void        clinic_measure_items_show  (ClinicMeasureItems      *self,
                                        const ClinicMeasureKind *kind);
/* "items"; also the numbers of the first four rows, -1 where there is none. Lent. */
const char *clinic_measure_items_get_values (ClinicMeasureItems *self,
                                        double                   values[4]);
/* Puts the keyboard into a row; FALSE when there is none. */
gboolean    clinic_measure_items_focus (ClinicMeasureItems      *self,
                                        guint                    item);

G_END_DECLS
