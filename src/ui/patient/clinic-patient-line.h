/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_LINE (clinic_patient_line_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientLine, clinic_patient_line, CLINIC, PATIENT_LINE, ClinicRecord)

/* A patient as the list of patients shows one: with what was and what comes. Read from queries,
 * never stored; its id is the patient's. */
struct _ClinicPatientLine
{
  ClinicRecord  parent_instance;

  char         *file_number;
  char         *family_name;
  char         *given_name;
  char         *birth_date;
  char         *sex;
  char         *phone;              /* mobile, else telephone */
  char         *email;
  char         *city;
  char         *archived_on;
  char         *last_visit;
  char         *next_visit;
  char         *course;             /* the protocol of one that is running */
  gint64        courses;            /* running */
  gint64        allergies;
};

G_END_DECLS
