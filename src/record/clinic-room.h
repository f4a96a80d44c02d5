/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_ROOM (clinic_room_get_type ())
G_DECLARE_FINAL_TYPE (ClinicRoom, clinic_room, CLINIC, ROOM, ClinicRecord)

/* A room where one patient at a time is treated.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicRoom
{
  ClinicRecord  parent_instance;

  char         *name;
  char         *archived_on;
};

ClinicRoom *clinic_room_new (void);

G_END_DECLS
