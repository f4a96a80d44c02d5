/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_POUR (clinic_pour_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPour, clinic_pour, CLINIC, POUR, ClinicRecord)

/* What went from a lot into a batch that the clinic prepared.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicPour
{
  ClinicRecord  parent_instance;

  gint64        lot_id;
  gint64        batch_id;
  gint64        volume;
};

ClinicPour *clinic_pour_new (void);

G_END_DECLS
