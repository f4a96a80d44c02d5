/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_DAYS (clinic_agenda_days_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaDays, clinic_agenda_days, CLINIC, AGENDA_DAYS, GObject)

/* Which days the agenda shows, and their visits, without a window. Properties: "date" (of the day,
 * or of a day of the week; NULL before one was shown), "mode" ("day" or "week"; writable),
 * "practitioner" (whose visits; 0: all; writable), "title", "count-words", "empty" (there are no
 * visits at all). Signal "loaded" (GError, or NULL). */

/* Shows the day or the week that @date is in; FALSE when it is none. A wall time is gone to once
 * its visits are there. Nothing is loaded yet. */
gboolean    clinic_agenda_days_show         (ClinicAgendaDays  *self,
                                             const char        *date);
/* As many days or weeks further on; below 0: back. */
gboolean    clinic_agenda_days_step         (ClinicAgendaDays  *self,
                                             int                steps);
/* Loads their visits; what is still loading is given up. */
void        clinic_agenda_days_load         (ClinicAgendaDays  *self,
                                             ClinicDesk        *desk);
/* Nothing is told any more. */
void        clinic_agenda_days_stop         (ClinicAgendaDays  *self);

gboolean    clinic_agenda_days_is_week      (ClinicAgendaDays  *self);
const char *clinic_agenda_days_get_date     (ClinicAgendaDays  *self);
gint64      clinic_agenda_days_get_practitioner (ClinicAgendaDays *self);
/* NULL before load () and after stop (). */
ClinicDesk *clinic_agenda_days_get_desk     (ClinicAgendaDays  *self);
/* ClinicVisit, in time order; lent. */
GPtrArray  *clinic_agenda_days_get_visits   (ClinicAgendaDays  *self);
/* How many visits take which time (ClinicVisitSlot), in a week of so many practitioners that single
 * visits cannot be shown; lent. NULL: there are visits. */
GArray     *clinic_agenda_days_get_slots    (ClinicAgendaDays  *self);
/* The first of the days; caller frees. */
char       *clinic_agenda_days_dup_first    (ClinicAgendaDays  *self);
/* What is to be gone to, once; NULL: nothing. Caller frees. */
char       *clinic_agenda_days_steal_wanted (ClinicAgendaDays  *self);

G_END_DECLS
