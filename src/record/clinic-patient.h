/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT (clinic_patient_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatient, clinic_patient, CLINIC, PATIENT, ClinicRecord)

/* A person who is treated here. What an import found no place for is in "imported", a line each.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicPatient
{
  ClinicRecord  parent_instance;

  char         *file_number;
  char         *family_name;
  char         *given_name;
  char         *birth_name;
  char         *title;
  char         *suffix;
  char         *birth_date;
  char         *died_on;
  char         *sex;
  char         *phone;
  char         *mobile;
  char         *email;
  char         *address;
  char         *postcode;
  char         *city;
  char         *region;
  char         *country;
  char         *emergency_contact;
  char         *channel;
  char         *language;
  char         *referral;
  char         *notes;
  char         *imported;
  char         *archived_on;
  gint64        merged_into;
};

ClinicPatient *clinic_patient_new (void);

G_END_DECLS
