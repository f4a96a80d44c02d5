/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-visit-alert.h"

G_BEGIN_DECLS

/* What is counted for the day besides its visits. */
typedef struct
{
  gint64      unsigned_sessions;
  gint64      reactions;        /* overdue */
  gint64      decisions;        /* due */
  gint64      calls;            /* due today or before */
  gint64      registered;       /* patients, this month; CLINIC_UNKNOWN until counted */
  gint64      courses;          /* running; CLINIC_UNKNOWN until counted */
  GHashTable *arrivals;         /* session (gint64) → instant, of those who are here */
  GHashTable *alerts;           /* session (gint64) → ClinicVisitAlert; NULL until known */
} ClinicTodayFacts;

/* @practitioner: whose sessions and reactions; 0: everybody's. */
ClinicTodayFacts *clinic_today_facts_load (ClinicDb          *db,
                                           const char        *today,
                                           gint64             practitioner,
                                           GError           **error);
/* What is counted over the whole clinic, which may take a while: facts with nothing but these.
 * @zone: the clinic's. */
ClinicTodayFacts *clinic_today_facts_count (ClinicDb         *db,
                                            const char       *today,
                                            const char       *zone,
                                            GError          **error);
void              clinic_today_facts_free (ClinicTodayFacts  *self);
/* Minutes that the patient of @session has been here for at @now (ms since 1970); -1 when it is
 * not known. */
gint64            clinic_today_facts_wait (ClinicTodayFacts  *self,
                                           gint64             session,
                                           gint64             now);

/* What there is to know of @session before it; NULL: nothing. Lent. */
const ClinicVisitAlert *clinic_today_facts_alert (ClinicTodayFacts *self,
                                           gint64             session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicTodayFacts, clinic_today_facts_free)

G_END_DECLS
