/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-cli.h"

G_BEGIN_DECLS

/* Where a command that only reads writes down which photos leave the clinic with what it makes. */
typedef struct
{
  ClinicDb  *db;
  ClinicAct *act;
} ClinicCliTrail;

/* NULL with @error, CLINIC_ERROR_HELD while another program has the clinic open. */
ClinicCliTrail *clinic_cli_trail_open  (ClinicCli       *cli,
                                        GError         **error);
void            clinic_cli_trail_close (ClinicCliTrail  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCliTrail, clinic_cli_trail_close)

G_END_DECLS
