/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-reaction.h"

G_BEGIN_DECLS

/* A new reaction, or a correction of one (reaction.log). The grade must exist for its kind
 * (CTCAE: the grades are the term's own); without an onset it is now; the onset is not before
 * the session it is linked to, but may be long after (late nodules and abscesses are reported
 * weeks later). The id; 0 with @error. */
gint64   clinic_reaction_log    (ClinicAct       *act,
                                 ClinicReaction  *reaction,
                                 GError         **error);
/* It has cleared (reaction.clear), at a wall time; NULL: now. */
gboolean clinic_reaction_clear  (ClinicAct       *act,
                                 gint64           reaction,
                                 const char      *cleared,
                                 GError         **error);

G_END_DECLS
