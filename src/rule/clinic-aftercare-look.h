/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-session.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* How the aftercare of treatments of different kinds gets in the way of each other. Sessions of one
 * course belong together; what is only booked counts as well. @session: saved or not (patient, course,
 * starts and ends are read). Callers free. */

/* The wall time until which the aftercare of the patient's last treatment of another kind asks for no
 * other treatment, when @session begins before it; else NULL. NULL with @error too. */
char *clinic_aftercare_find_clash (ClinicDb       *db,
                                   ClinicSession  *session,
                                   GError        **error);
/* When the patient's next treatment of another kind begins, when that is within the aftercare of
 * @session; else NULL. NULL with @error too. */
char *clinic_aftercare_find_next  (ClinicDb       *db,
                                   ClinicSession  *session,
                                   GError        **error);

G_END_DECLS
