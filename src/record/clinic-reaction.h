/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REACTION (clinic_reaction_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReaction, clinic_reaction, CLINIC, REACTION, ClinicRecord)

/* Something that happened to a patient after an injection, however late.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicReaction
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        session_id;
  char         *zone;
  gint64        reaction_kind_id;
  gint64        grade;
  char         *onset;
  char         *cleared;
  char         *action;
  char         *causality;
  char         *note;
};

ClinicReaction *clinic_reaction_new (void);

G_END_DECLS
