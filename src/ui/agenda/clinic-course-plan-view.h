/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_PLAN_VIEW (clinic_course_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCoursePlanView, clinic_course_plan_view, CLINIC, COURSE_PLAN_VIEW,
                      AdwBin)

/* The sessions of a planned course as months and as a list. What is wanted of it is asked of the
 * window by its actions course.choose "(us)" and course.settle. Property "draft"
 * (ClinicCourseDraft), to be set once. */

G_END_DECLS
