/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHASE_LINE (clinic_phase_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhaseLine, clinic_phase_line, CLINIC, PHASE_LINE, ClinicRecord)

/* A phase as a list shows it, with the name of its protocol. Read from a query, never stored; its id
 * and version are the phase's. */
struct _ClinicPhaseLine
{
  ClinicRecord  parent_instance;

  char         *protocol;
  gint64        number;
  char         *name;
  gint64        sessions;
  gint64        target_days;
  char         *technique;
  gint64        depth;
  gint64        volume_per_point;
  gint64        spacing;
};

/* "Weekly for 4 months · Tapering"; "3 sessions, every 14 days · Nappage · 2 mm deep · 0.05 ml a point
 * · 10 mm apart". Caller frees. */
char *clinic_phase_line_dup_title (ClinicPhaseLine *self);
char *clinic_phase_line_dup_words (ClinicPhaseLine *self);

G_END_DECLS
