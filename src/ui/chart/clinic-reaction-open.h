/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_OPEN (clinic_reaction_open_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionOpen, clinic_reaction_open, CLINIC, REACTION_OPEN, AdwBin)

/* A patient's reactions that have not cleared, each with a button that says it has. Hidden while
 * there are none. Signal "failed" (GError *). */
void clinic_reaction_open_set (ClinicReactionOpen *self,
                               ClinicDesk         *desk,
                               GListModel         *reactions,   /* ClinicReaction */
                               GListModel         *kinds);      /* ClinicReactionKind */

G_END_DECLS
