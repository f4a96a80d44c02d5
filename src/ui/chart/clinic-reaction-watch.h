/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-reaction-case.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_WATCH (clinic_reaction_watch_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionWatch, clinic_reaction_watch, CLINIC, REACTION_WATCH, AdwBin)

/* What was injected into a reaction's zone in the twelve months before, on a line of time and as a
 * list with cocktails and lots; what is ticked may have to do with it. Signal "failed"
 * (GError *). */

void clinic_reaction_watch_show (ClinicReactionWatch *self,
                                 ClinicDesk          *desk,
                                 ClinicReactionCase  *known);

G_END_DECLS
