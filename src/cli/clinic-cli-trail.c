/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-cli-trail.h"

void
clinic_cli_trail_close (ClinicCliTrail *self)
{
  g_clear_pointer (&self->act, clinic_act_free);
  g_clear_pointer (&self->db, clinic_db_close);
  g_free (self);
}

ClinicCliTrail *
clinic_cli_trail_open (ClinicCli  *cli,
                       GError    **error)
{
  g_autoptr(ClinicCliTrail) self = g_new0 (ClinicCliTrail, 1);

  self->db = clinic_db_open (clinic_db_get_location (cli->db), CLINIC_DB_WRITE, error);

  if (self->db == NULL)
    return NULL;

  self->act = clinic_act_new (self->db, cli->act->actor);

  return g_steal_pointer (&self);
}
