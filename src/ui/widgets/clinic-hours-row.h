/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_HOURS_ROW (clinic_hours_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHoursRow, clinic_hours_row, CLINIC, HOURS_ROW, AdwActionRow)

/* A row that shows hours of a week in words and lets them be changed. Property "text": as they are
 * kept (clinic-hours.h); what cannot be read is shown as it is. */

/* NULL: at any time. */
const char *clinic_hours_row_get_text (ClinicHoursRow *self);
void        clinic_hours_row_set_text (ClinicHoursRow *self,
                                       const char     *text);

G_END_DECLS
