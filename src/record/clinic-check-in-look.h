/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-check-in.h"
#include "clinic-pregnancy-status.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* What was last said of pregnancy until @date. NULL without @error when nobody asked. */
ClinicPregnancyStatus *clinic_pregnancy_find (ClinicDb    *db,
                                              gint64       patient,
                                              const char  *date,
                                              GError     **error);
/* The answers of a session. NULL without @error when nobody asked. */
ClinicCheckIn         *clinic_check_in_find  (ClinicDb    *db,
                                              gint64       session,
                                              GError     **error);

G_END_DECLS
