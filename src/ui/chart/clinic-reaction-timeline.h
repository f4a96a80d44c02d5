/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-reaction.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_TIMELINE (clinic_reaction_timeline_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionTimeline, clinic_reaction_timeline, CLINIC, REACTION_TIMELINE,
                      GtkWidget)

/* The twelve months before a reaction and what came after, left to right in every language: a ring
 * for each injection into its zone, filled where it is linked; a bar from the day the reaction
 * began until it cleared, or until today. */

/* @earlier: ClinicEarlierInjection. */
void clinic_reaction_timeline_set (ClinicReactionTimeline *self,
                                   ClinicReaction         *reaction,
                                   GPtrArray              *earlier,
                                   const char             *today);

G_END_DECLS
