/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-progress-series.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PROGRESS_CHOOSER (clinic_progress_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ClinicProgressChooser, clinic_progress_chooser, CLINIC, PROGRESS_CHOOSER,
                      AdwBin)

/* Which readings of a patient are looked at: of one metric, then of one of its zones, then of one
 * of that zone's courses. Signal "chosen": another series, or the same with other readings. */

/* GPtrArray of ClinicProgressSeries, kept; NULL: none. What was chosen stays chosen; at first it is
 * what tells most. */
void                  clinic_progress_chooser_set_series (ClinicProgressChooser *self,
                                                          GPtrArray             *series);
/* May be NULL. Lent. */
ClinicProgressSeries *clinic_progress_chooser_get_chosen (ClinicProgressChooser *self);

G_END_DECLS
