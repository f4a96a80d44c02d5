/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CLINIC (clinic_clinic_get_type ())
G_DECLARE_FINAL_TYPE (ClinicClinic, clinic_clinic, CLINIC, CLINIC, ClinicRecord)

/* The clinic itself: one row. A visit's time is told by its clock alone.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicClinic
{
  ClinicRecord  parent_instance;

  char         *name;
  char         *zone;
  char         *language;
  char         *address;
  char         *phone;
  char         *email;
  char         *hours;
  gint64        slot_minutes;
  gboolean      demonstration;
};

ClinicClinic *clinic_clinic_new (void);

G_END_DECLS
