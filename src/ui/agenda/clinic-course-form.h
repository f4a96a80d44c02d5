/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-course-draft.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_FORM (clinic_course_form_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseForm, clinic_course_form, CLINIC, COURSE_FORM, AdwBin)

/* What is asked for in a course, which is planned as soon as something else is asked. Property
 * "draft" (ClinicCourseDraft), to be set once. Signal "unreadable": something typed cannot be read
 * and is marked. Enter in an entry that holds nothing new asks the window to book by its action
 * course.book. */

/* When the first session is to be: wall time, date or NULL. Before the draft has loaded. */
void     clinic_course_form_set_first (ClinicCourseForm      *self,
                                       const char            *first);
/* Plans with what is asked for now. */
void     clinic_course_form_plan      (ClinicCourseForm      *self,
                                       ClinicCoursePlanning   how);
/* Books what was planned; FALSE when what is asked for cannot be read or was not planned yet, and
 * is planned now, so that it is seen before it is booked. */
gboolean clinic_course_form_book      (ClinicCourseForm      *self,
                                       GHashTable            *reasons);
/* The keyboard into the day of the first session. */
void     clinic_course_form_start     (ClinicCourseForm      *self);

G_END_DECLS
