/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHASE (clinic_phase_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhase, clinic_phase, CLINIC, PHASE, ClinicRecord)

/* So many sessions of a protocol at such an interval; the interval is the one before each of its
 * sessions. Read the members; write them through properties, so that views hear of it. */
struct _ClinicPhase
{
  ClinicRecord  parent_instance;

  gint64        protocol_id;
  gint64        number;
  char         *name;
  gint64        sessions;
  gint64        min_days;
  gint64        target_days;
  gint64        max_days;
  char         *technique;
  gint64        depth;
  gint64        volume_per_point;       /* what zones are filled with, as technique and depth are */
  gint64        spacing;                /* from point to point */
  gint64        length_minutes;
};

ClinicPhase *clinic_phase_new (void);

G_END_DECLS
