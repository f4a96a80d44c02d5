/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION_SUSPECT (clinic_reaction_suspect_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReactionSuspect, clinic_reaction_suspect, CLINIC, REACTION_SUSPECT,
                      ClinicRecord)

/* What a reaction may come from: a zone injected in a session, with a lot that went into it (a
 * row a lot; none when nothing was drawn). A late one may have several sessions and lots.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicReactionSuspect
{
  ClinicRecord  parent_instance;

  gint64        reaction_id;
  gint64        session_id;
  char         *zone;
  gint64        lot_id;
};

ClinicReactionSuspect *clinic_reaction_suspect_new (void);

G_END_DECLS
