/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-chart-sheet.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AMEND_WINDOW (clinic_amend_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAmendWindow, clinic_amend_window, CLINIC, AMEND_WINDOW, AdwWindow)

/* Adds to a signed session: as it was signed, what was added before, what is added now and why. A
 * line of what was signed can be taken as what is corrected. What was signed stays. */
void clinic_amend_window_present (GtkWidget        *parent,
                                  ClinicDesk       *desk,
                                  ClinicChartSheet *sheet);

G_END_DECLS
