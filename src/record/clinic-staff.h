/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_STAFF (clinic_staff_get_type ())
G_DECLARE_FINAL_TYPE (ClinicStaff, clinic_staff, CLINIC, STAFF, ClinicRecord)

/* Somebody who works here, with one or more roles separated by spaces.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicStaff
{
  ClinicRecord  parent_instance;

  char         *name;
  char         *roles;
  char         *colour;
  char         *hours;
  char         *archived_on;
};

ClinicStaff *clinic_staff_new (void);

G_END_DECLS
