/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* Each course with what belongs to it, how far it is and its sessions. */
#define CLINIC_TYPE_COURSES_SECTION (clinic_courses_section_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCoursesSection, clinic_courses_section, CLINIC, COURSES_SECTION,
                      ClinicPatientSection)

G_END_DECLS
