/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TIME_ZONE_WINDOW (clinic_time_zone_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTimeZoneWindow, clinic_time_zone_window, CLINIC, TIME_ZONE_WINDOW,
                      AdwWindow)

/* All time zones, with a search over them. Signal "chosen", with the identifier. */

/* Over @parent's window; @zone is the one that holds now (NULL: none). Lent. */
ClinicTimeZoneWindow *clinic_time_zone_window_present (GtkWidget  *parent,
                                                       const char *zone);

G_END_DECLS
