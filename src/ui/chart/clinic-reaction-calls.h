/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-reaction-case.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_CALLS (clinic_reaction_calls_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionCalls, clinic_reaction_calls, CLINIC, REACTION_CALLS, AdwBin)

/* The calls about a reaction: those to be made, with what may come of them, those that were, and
 * another on a day of one's own. Signal "failed" (GError *). */

void clinic_reaction_calls_show (ClinicReactionCalls *self,
                                 ClinicDesk          *desk,
                                 ClinicReactionCase  *known);

G_END_DECLS
