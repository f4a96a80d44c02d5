/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-today-facts.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_STATE (clinic_today_state_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayState, clinic_today_state, CLINIC, TODAY_STATE, GObject)

/* What is known of the day and of whoever acts, without a window. Properties: "treats", "leads",
 * "receives" (which views whoever acts has), "several" (more than one), "first-view" ("mine",
 * "figures" or "front"), "date-words", "loading" (the visits). Signals: "refreshed": visits or
 * facts were loaded anew; "failed" (char *message, or NULL: the visits are there again). */

/* To be called once. */
void              clinic_today_state_begin     (ClinicTodayState  *self,
                                                ClinicDesk        *desk);
/* Nothing is told any more. */
void              clinic_today_state_stop      (ClinicTodayState  *self);
/* Loads the day's visits and counts what else there is. */
void              clinic_today_state_reload    (ClinicTodayState  *self);

/* GListModel of ClinicVisit, everybody's of the day; lent. */
GListModel       *clinic_today_state_get_visits (ClinicTodayState *self);
/* NULL while nothing was counted; lent. */
ClinicTodayFacts *clinic_today_state_get_facts (ClinicTodayState  *self);
/* 0: nobody yet. */
gint64            clinic_today_state_get_actor (ClinicTodayState  *self);
/* Whose sessions and reactions wait: a practitioner's own, else everybody's (0). */
gint64            clinic_today_state_get_practitioner (ClinicTodayState *self);

G_END_DECLS
