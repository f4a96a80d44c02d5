/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-row.h"

G_BEGIN_DECLS

/* The latest reading of a metric. */
#define CLINIC_TYPE_READING_ROW (clinic_reading_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReadingRow, clinic_reading_row, CLINIC, READING_ROW, ClinicEntryRow)

G_END_DECLS
