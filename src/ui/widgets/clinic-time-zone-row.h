/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TIME_ZONE_ROW (clinic_time_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTimeZoneRow, clinic_time_zone_row, CLINIC, TIME_ZONE_ROW, AdwActionRow)

/* A row that shows a time zone by its city and lets another be chosen. Property "zone": its
 * identifier, at first this computer's. */

const char *clinic_time_zone_row_get_zone (ClinicTimeZoneRow *self);
void        clinic_time_zone_row_set_zone (ClinicTimeZoneRow *self,
                                           const char        *zone);

G_END_DECLS
