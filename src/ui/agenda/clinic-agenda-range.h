/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* The visits of @days days from @first with @practitioner (0: all), read on the desk's reader.
 * clinic_worker_run_finish () gives a GPtrArray of ClinicVisit. */
void       clinic_agenda_range_load_async (ClinicDesk          *desk,
                                           const char          *first,
                                           guint                days,
                                           gint64               practitioner,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
/* The same, only how many take which time, of all practitioners: GArray of ClinicVisitSlot. */
void       clinic_agenda_range_count_async (ClinicDesk          *desk,
                                            const char          *first,
                                            guint                days,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
/* "Tuesday 24 November 2026", "Mon 23 – Sun 29 November 2026"; caller frees. */
char      *clinic_agenda_range_dup_title  (const char          *first,
                                           const char          *last);
/* Visits that take place. */
guint      clinic_agenda_range_count      (GPtrArray           *visits);
/* For GtkCalendar: noon of the date; caller unrefs. */
GDateTime *clinic_agenda_range_new_day    (const char          *date);

G_END_DECLS
