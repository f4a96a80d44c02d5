/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-session.h"

G_BEGIN_DECLS

/* What a signature stands for: SHA-256 over the session (all but its version and the signature
 * itself), its injections and draws in id order, each field as name, length and text, so that
 * nothing can be moved from one to the other. Whose session it is, when and where is in it.
 * Hexadecimal; caller frees. @injections, @draws: GPtrArray of records. */
char     *clinic_chart_fingerprint  (ClinicSession   *session,
                                     GPtrArray       *injections,
                                     GPtrArray       *draws);

/* Signs a charted session (session.sign): it is done and cannot be changed any more. A treatment
 * that began on the same day and has no end ends now. The last open one of a course completes the
 * course. */
gboolean  clinic_chart_sign         (ClinicAct       *act,
                                     gint64           session,
                                     GError         **error);
/* Whether a signed session still is what was signed; FALSE with @error when it was not signed or
 * could not be read. */
gboolean  clinic_chart_verify       (ClinicDb        *db,
                                     gint64           session,
                                     gboolean        *intact,
                                     GError         **error);
/* Adds to a signed session, for a reason (session.amend). The amendment's id; 0 with @error. */
gint64    clinic_chart_amend        (ClinicAct       *act,
                                     gint64           session,
                                     const char      *reason,
                                     const char      *text,
                                     GError         **error);

G_END_DECLS
