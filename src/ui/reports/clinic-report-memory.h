/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What this desktop remembers of the reports of the clinic at a location. */

/* What the report was asked for last: parameter → text, of those answered otherwise than it has them
 * by itself. Caller unrefs. */
GHashTable *clinic_report_memory_dup_answers (const char  *location,
                                              const char  *report);
/* The date on which it was made last, or NULL. Caller frees. */
char       *clinic_report_memory_dup_made    (const char  *location,
                                              const char  *report);
/* It was made of @answers on this date. */
void        clinic_report_memory_keep        (const char  *location,
                                              const char  *report,
                                              GHashTable  *answers,
                                              const char  *date);

G_END_DECLS
