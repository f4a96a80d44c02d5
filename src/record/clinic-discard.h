/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DISCARD (clinic_discard_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDiscard, clinic_discard, CLINIC, DISCARD, ClinicRecord)

/* What was thrown away of a lot or a batch, and why.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicDiscard
{
  ClinicRecord  parent_instance;

  gint64        lot_id;
  gint64        volume;
  char         *discarded_at;
  gint64        staff_id;
  char         *reason;
};

ClinicDiscard *clinic_discard_new (void);

G_END_DECLS
