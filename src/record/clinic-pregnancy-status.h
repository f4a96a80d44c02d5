/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PREGNANCY_STATUS (clinic_pregnancy_status_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPregnancyStatus, clinic_pregnancy_status, CLINIC, PREGNANCY_STATUS, ClinicRecord)

/* What a patient answered when asked whether she is pregnant. A day on which nobody asked has none:
 * unknown is not "no".
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicPregnancyStatus
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  char         *asked_on;
  char         *answer;
  gint64        staff_id;
  char         *note;
};

ClinicPregnancyStatus *clinic_pregnancy_status_new (void);

G_END_DECLS
