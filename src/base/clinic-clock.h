/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The only source of time, so that tests and the demonstration can set it. Thread-safe. */

/* Milliseconds since 1970 UTC. */
gint64  clinic_clock_now        (void);
/* "2026-11-21T09:30:15.123Z"; caller frees. */
char   *clinic_clock_instant    (void);
/* The clinic's wall time now in @zone (an IANA name; NULL or unknown: the machine's):
 * "2026-11-21T09:30". Caller frees. */
char   *clinic_clock_wall       (const char *zone);
/* "2026-11-21"; caller frees. */
char   *clinic_clock_today      (const char *zone);
/* The wall time in @zone (as above) at an instant such as clinic_clock_instant () gives:
 * "2026-11-21T10:30"; NULL when it is none. Caller frees. */
char   *clinic_clock_wall_at    (const char *instant,
                                 const char *zone);
/* The zone of an IANA name such as "Europe/Istanbul"; NULL when this system has none of that name, or @name is NULL.
 * Caller unrefs. */
GTimeZone *clinic_clock_dup_zone (const char *name);
/* Fixes the clock at this instant (ms UTC) for the process; -1 lets it run again. The environment
 * variable ANAGEN_CLOCK ("2026-11-21T09:30:00Z") does the same from outside, for tests and
 * pictures. */
void    clinic_clock_set        (gint64      now);

G_END_DECLS
