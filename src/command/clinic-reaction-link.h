/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-reaction.h"

G_BEGIN_DECLS

/* Says what a reaction may come from (reaction.assess): exactly those of @injections
 * (ClinicEarlierInjection, of the same patient, none after the reaction began) that are linked,
 * each with its lots. What was linked and is not among them stays. */
gboolean clinic_reaction_link         (ClinicAct       *act,
                                       gint64           reaction,
                                       GPtrArray       *injections,
                                       GError         **error);
/* Links a new reaction to what its own session put into its zone (into any, where it has none).
 * In the caller's transaction. */
gboolean clinic_reaction_link_session (ClinicChange    *change,
                                       ClinicReaction  *reaction,
                                       GError         **error);

G_END_DECLS
