/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* For ClinicQueryModel: ClinicHit of patients, visits and days. */
GPtrArray *clinic_search_hits_read        (ClinicDb    *db,
                                           const char  *text,
                                           GError     **error);
/* Fills @places with ClinicHit: those that the person acting uses and that begin like what is
 * typed; all while nothing is. */
void       clinic_search_hits_find_places (GListStore  *places,
                                           ClinicDesk  *desk,
                                           const char  *typed);

G_END_DECLS
