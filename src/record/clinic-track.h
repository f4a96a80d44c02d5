/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TRACK (clinic_track_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTrack, clinic_track, CLINIC, TRACK, ClinicRecord)

/* Something besides the sessions that goes on for a while: blood plasma, light, medicine, care at
 * home. Open while .until is unknown. Read the members; write them through properties, so that
 * views hear of it. */
struct _ClinicTrack
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  char         *kind;
  char         *since;
  char         *until;
  char         *detail;
  char         *note;
};

ClinicTrack *clinic_track_new (void);

G_END_DECLS
