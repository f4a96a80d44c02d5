/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_HOME_CARE (clinic_home_care_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHomeCare, clinic_home_care, CLINIC, HOME_CARE, ClinicRecord)

/* Something the patient does or takes at home in a course.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicHomeCare
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  char         *what;
  char         *directions;
  char         *since;
  char         *until;
};

ClinicHomeCare *clinic_home_care_new (void);

G_END_DECLS
