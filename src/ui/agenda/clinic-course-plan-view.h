/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-course-proposal.h"
#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_PLAN_VIEW (clinic_course_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCoursePlanView, clinic_course_plan_view, CLINIC, COURSE_PLAN_VIEW,
                      AdwBin)

/* The sessions of a planned course as months and as a list. What is wanted of it is asked of the
 * window by its actions course.choose "(us)" and course.settle. */

/* To be called once, before anything is shown. */
void clinic_course_plan_view_set_desk (ClinicCoursePlanView  *self,
                                       ClinicDesk            *desk);
void clinic_course_plan_view_show     (ClinicCoursePlanView  *self,
                                       ClinicCourseProposal  *proposal);
/* Shows a session at another time at once, until the plan says what that means. */
void clinic_course_plan_view_move     (ClinicCoursePlanView  *self,
                                       guint                  number,
                                       const char            *starts);

G_END_DECLS
