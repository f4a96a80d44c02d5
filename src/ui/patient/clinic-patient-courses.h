/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* Each course with what belongs to it, how far it is and its sessions. */
#define CLINIC_TYPE_PATIENT_COURSES (clinic_patient_courses_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientCourses, clinic_patient_courses, CLINIC, PATIENT_COURSES,
                      ClinicPatientSection)

G_END_DECLS
