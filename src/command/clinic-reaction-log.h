/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-reaction.h"

G_BEGIN_DECLS

/* A new reaction, or a correction of one (reaction.log). The grade must exist for its kind
 * (CTCAE: the grades are the term's own) and "Other, specify" needs words; without an onset it is
 * now; the onset is not before the session it is linked to, but may be long after (late nodules
 * and abscesses are reported weeks later). A new one keeps the version of its dictionary and who
 * reports it, is linked to what its session put into the zone with its lots, and gets a follow-up
 * call where the rule asks for one (clinic_follow_up_plan ()). A correction that judges causality
 * or seriousness otherwise needs reaction.assess, too, and keeps who judged and when. The id; 0
 * with @error. */
gint64   clinic_reaction_log    (ClinicAct       *act,
                                 ClinicReaction  *reaction,
                                 GError         **error);
/* It has cleared (reaction.clear), at a wall time; NULL: now. Calls about it that are still to be
 * made are no longer needed; the patient has recovered unless the outcome says otherwise. */
gboolean clinic_reaction_clear  (ClinicAct       *act,
                                 gint64           reaction,
                                 const char      *cleared,
                                 GError         **error);
/* What it came from and whether it is serious (reaction.assess): causality, Naranjo's answers, the
 * six reasons and the outcome of @reaction, which has been read and not yet changed by anybody
 * else; kept with who says so and when. */
gboolean clinic_reaction_assess (ClinicAct       *act,
                                 ClinicReaction  *reaction,
                                 GError         **error);

G_END_DECLS
