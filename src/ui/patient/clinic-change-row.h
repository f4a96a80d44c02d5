/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-row.h"

G_BEGIN_DECLS

/* Something that was done, in words, with the way back. */
#define CLINIC_TYPE_CHANGE_ROW (clinic_change_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChangeRow, clinic_change_row, CLINIC, CHANGE_ROW, ClinicEntryRow)

G_END_DECLS
