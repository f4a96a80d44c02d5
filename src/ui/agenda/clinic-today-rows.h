/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_ROWS (clinic_today_rows_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayRows, clinic_today_rows, CLINIC, TODAY_ROWS, AdwWindow)

/* The rows behind a figure, in a window of their own: @kind is "unsigned" (opens the chart),
 * "reactions" (opens what is written down of it, above the rows), "decisions" (opens the patient, and the decision where it
 * may be taken), "registered" or "courses" (open the patient). @practitioner: whose; 0: everybody's. */
void clinic_today_rows_present (GtkWidget   *parent,
                                ClinicDesk  *desk,
                                const char  *kind,
                                gint64       practitioner);

G_END_DECLS
