/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-hours.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_HOURS_DAY (clinic_hours_day_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHoursDay, clinic_hours_day, CLINIC, HOURS_DAY, AdwPreferencesRow)

/* A row for the hours of one weekday: a switch and its spans; closed, it keeps what was typed.
 * What is wrong is said below them once the keyboard has left a span. Signal "toggled". */

/* 0 Monday … 6 Sunday */
GtkWidget  *clinic_hours_day_new      (guint              day);
const char *clinic_hours_day_get_name (ClinicHoursDay    *self);
gboolean    clinic_hours_day_is_open  (ClinicHoursDay    *self);
/* Its day of @hours. */
void        clinic_hours_day_show     (ClinicHoursDay    *self,
                                       const ClinicHours *hours);
/* The same spans as @other, as they were typed there. */
void        clinic_hours_day_copy     (ClinicHoursDay    *self,
                                       ClinicHoursDay    *other);
/* Its day into @hours; FALSE when it cannot be, which is marked. */
gboolean    clinic_hours_day_read     (ClinicHoursDay    *self,
                                       ClinicHours       *hours);
/* The keyboard to what is wrong, or to the first time. */
void        clinic_hours_day_start    (ClinicHoursDay    *self);

G_END_DECLS
