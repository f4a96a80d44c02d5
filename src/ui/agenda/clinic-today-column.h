/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_COLUMN (clinic_today_column_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayColumn, clinic_today_column, CLINIC, TODAY_COLUMN, GtkBox)

/* The visits of the day that are at one stage: a heading with their number and a row each. Space
 * moves the focused one on, Enter opens the patient. Properties: "title", "statuses" (words),
 * "number" (of visits, as text), "any". */

/* @visits: GListModel of ClinicVisit. */
void clinic_today_column_set_visits (ClinicTodayColumn  *self,
                                     GListModel         *visits);
/* Visits have changed in place. */
void clinic_today_column_refresh    (ClinicTodayColumn  *self);

G_END_DECLS
