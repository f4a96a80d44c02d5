/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_GRADE (clinic_grade_get_type ())
G_DECLARE_FINAL_TYPE (ClinicGrade, clinic_grade, CLINIC, GRADE, ClinicRecord)

/* A stage of hair loss as a scale has it, on a day. Read the members; write them through
 * properties, so that views hear of it. */
struct _ClinicGrade
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        diagnosis_id;
  gint64        session_id;
  char         *scale;
  char         *stage;
  char         *graded_on;
  char         *note;
  gint64        edition;        /* of the scale's definitions; CLINIC_UNKNOWN: not kept then */
};

ClinicGrade *clinic_grade_new (void);

G_END_DECLS
