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
  char         *specified;          /* in words, of "Other, specify" */
  char         *ctcae_version;      /* of the dictionary that the grade is of */
  gint64        grade;
  char         *onset;
  char         *cleared;
  char         *action;
  char         *causality;          /* WHO-UMC */
  char         *naranjo;            /* ten letters: see clinic-causality.h */
  char         *outcome;
  gboolean      death;              /* these six: why it is serious, which is not how severe */
  gboolean      life_threatening;
  gboolean      hospital;
  gboolean      disability;
  gboolean      congenital;
  gboolean      important;
  char         *assessed_on;        /* causality and seriousness; NULL: nobody has yet */
  gint64        assessed_by;
  gint64        reported_by;        /* whoever logged it */
  char         *note;
};

ClinicReaction *clinic_reaction_new        (void);
/* Whether one of the six reasons holds (ICH E2A; severe is not serious). */
gboolean        clinic_reaction_is_serious (ClinicReaction *self);

G_END_DECLS
