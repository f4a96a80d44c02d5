/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-default.h"

G_BEGIN_DECLS

/* What is shipped and the clinic sets anew: what zones are filled with, when something is decided, what conditions mean for a
 * treatment, how strict the rules are, how exact a measurement is. What was measured or charted before is never changed. */

/* What a zone is filled with unless something says more, and after which sessions something is decided. */
#define CLINIC_SHIPPED_VOLUME   "0.05"  /* ml a point */
#define CLINIC_SHIPPED_DEPTH    "2.5"   /* mm */
#define CLINIC_SHIPPED_SESSIONS "3 5"

/* All of @section ("treatment", "conditions", "rules", "metrics") as ClinicDefault, in the order in which they are read. NULL
 * with @error. Caller unrefs. */
GPtrArray *clinic_defaults_list (ClinicDb    *db,
                                 const char  *section,
                                 GError     **error);
/* Sets the one with @key to @value (canonical; NULL: as shipped) (setting.save). Refused with CLINIC_ERROR_INVALID: what cannot
 * be, what is below what its rule allows, and what warns of less than shipped without a reason (clinic_act_set_reason ()). */
gboolean   clinic_default_set   (ClinicAct   *act,
                                 const char  *key,
                                 const char  *value,
                                 GError     **error);

G_END_DECLS
