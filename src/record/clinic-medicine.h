/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_MEDICINE (clinic_medicine_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMedicine, clinic_medicine, CLINIC, MEDICINE, ClinicRecord)

/* A medicine that a patient takes or took, as somebody said it.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicMedicine
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  char         *name;               /* as written on the box or said */
  gint64        medicine_kind_id;   /* CLINIC_UNKNOWN: none that the clinic knows of */
  char         *dose;
  char         *since;
  char         *stopped;
  char         *source;             /* who said so */
  char         *noted_on;
  char         *note;
};

ClinicMedicine *clinic_medicine_new (void);

G_END_DECLS
