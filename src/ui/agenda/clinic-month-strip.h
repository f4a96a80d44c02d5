/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_MONTH_STRIP (clinic_month_strip_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMonthStrip, clinic_month_strip, CLINIC, MONTH_STRIP, GtkBox)

/* The months of a planned course side by side, the days of its sessions marked, those with a
 * clash otherwise than the rest. The list of sessions says the same in words. */

/* @sessions: GListModel of ClinicPlannedSession; to be called again when they have changed. */
void clinic_month_strip_show (ClinicMonthStrip  *self,
                              GListModel        *sessions);

G_END_DECLS
