/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"
#include "clinic-paper.h"

G_BEGIN_DECLS

/* Papers with what the clinic holds, to be shown, printed or written as PDF. No title names a
 * patient: it is seen in lists of files and print queues. NULL with @error. */

/* A signed consent in the language of its form, with the signature, whether it is still what was
 * signed, its version and fingerprint at the foot, and its withdrawal. */
ClinicPaper *clinic_paper_of_consent    (ClinicDb    *db,
                                         gint64       consent,
                                         GError     **error);
/* What a patient keeps to after @session, with real dates, and the home care; @language: NULL for the
 * patient's. */
ClinicPaper *clinic_paper_of_aftercare  (ClinicDb    *db,
                                         gint64       session,
                                         const char  *language,
                                         GError     **error);
/* The record of a signed session in the program's language: what was injected where and from which
 * lots, totals, who signed it as what and when, whether it is still what was signed, amendments.
 * CLINIC_ERROR_INVALID while it is not signed. */
ClinicPaper *clinic_paper_of_session    (ClinicDb    *db,
                                         gint64       session,
                                         GError     **error);

G_END_DECLS
