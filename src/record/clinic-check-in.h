/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHECK_IN (clinic_check_in_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCheckIn, clinic_check_in, CLINIC, CHECK_IN, ClinicRecord)

/* What somebody answered on arriving for a session; a question that was not asked has no answer.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicCheckIn
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        session_id;
  char         *asked_on;
  gint64        staff_id;
  char         *new_medicine;
  char         *pregnancy;
  char         *hair_colour;
  char         *inflammation;
  char         *allergies;
  char         *note;
};

ClinicCheckIn *clinic_check_in_new (void);

G_END_DECLS
