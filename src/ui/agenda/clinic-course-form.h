/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-course-options.h"
#include "clinic-desk.h"
#include "clinic-plan.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_FORM (clinic_course_form_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseForm, clinic_course_form, CLINIC, COURSE_FORM, AdwBin)

/* What is asked for in a course. Signals: "changed" (gboolean anew): the plan must be made again,
 * @anew without what was settled by hand; "accepted": Enter in an entry that holds nothing
 * new. */

/* Fills the choices and puts in what is most likely. @first: wall time, date or NULL. Emits
 * nothing. */
void     clinic_course_form_set_options  (ClinicCourseForm     *self,
                                          ClinicDesk           *desk,
                                          ClinicCourseOptions  *options,
                                          const char           *first);
/* What is asked for now; texts are lent until the form changes. FALSE when something typed cannot
 * be read: it is marked. */
gboolean clinic_course_form_get_request  (ClinicCourseForm     *self,
                                          ClinicCourseRequest  *request);
/* The keyboard into the day of the first session. */
void     clinic_course_form_start        (ClinicCourseForm     *self);

G_END_DECLS
