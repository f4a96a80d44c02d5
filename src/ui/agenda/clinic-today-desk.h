/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_DESK (clinic_today_desk_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayDesk, clinic_today_desk, CLINIC, TODAY_DESK, AdwBin)

/* The front desk: everybody's visits of the day from expected through here to in treatment, and
 * below what is done with. */

/* @visits: GListModel of ClinicVisit. */
void clinic_today_desk_set_visits (ClinicTodayDesk  *self,
                                   GListModel       *visits);
/* Visits have changed in place. */
void clinic_today_desk_refresh (ClinicTodayDesk  *self);

G_END_DECLS
