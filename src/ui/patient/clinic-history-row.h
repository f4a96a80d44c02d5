/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-row.h"

G_BEGIN_DECLS

/* A line of the medical history with what can be done about it. */
#define CLINIC_TYPE_HISTORY_ROW (clinic_history_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHistoryRow, clinic_history_row, CLINIC, HISTORY_ROW, ClinicEntryRow)

G_END_DECLS
