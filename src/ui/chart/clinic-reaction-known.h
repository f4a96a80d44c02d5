/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* What is known before a reaction is logged. */
typedef struct
{
  GPtrArray *kinds;         /* ClinicReactionKind, what is logged most first */
  GPtrArray *reactions;     /* ClinicReaction of the patient, those still open */
} ClinicReactionKnown;

void                 clinic_reaction_known_free        (ClinicReactionKnown  *self);
void                 clinic_reaction_known_read_async  (ClinicDesk           *desk,
                                                        gint64                patient,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
ClinicReactionKnown *clinic_reaction_known_read_finish (GAsyncResult         *result,
                                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicReactionKnown, clinic_reaction_known_free)

G_END_DECLS
