/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-row.h"

G_BEGIN_DECLS

/* A course with its sessions and what can be done with it. */
#define CLINIC_TYPE_COURSE_ROW (clinic_course_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseRow, clinic_course_row, CLINIC, COURSE_ROW, ClinicEntryRow)

/* All visits of the patient; the row shows those of its course. */
void clinic_course_row_set_visits (ClinicCourseRow *self,
                                   GListModel      *visits);

G_END_DECLS
