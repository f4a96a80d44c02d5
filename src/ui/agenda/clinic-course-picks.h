/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-course-options.h"
#include "clinic-desk.h"
#include "clinic-pick-list.h"
#include "clinic-plan.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_PICKS (clinic_course_picks_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCoursePicks, clinic_course_picks, CLINIC, COURSE_PICKS, GObject)

/* What is picked for a course: protocol, practitioner, room, diagnosis, cocktail. Signal "picked"
 * (gboolean anew): a person picked another; @anew: what was settled by hand does not fit any
 * more. */

/* The names of the lists, NULL-terminated. */
extern const char *const clinic_course_pick_names[];

ClinicCoursePicks *clinic_course_picks_new      (void);
/* One of the lists; lent. */
ClinicPickList    *clinic_course_picks_get_list (ClinicCoursePicks    *self,
                                                 const char           *name);
/* What there is to pick from, and what is most likely. Nobody is told. */
void               clinic_course_picks_fill     (ClinicCoursePicks    *self,
                                                 ClinicDesk           *desk,
                                                 ClinicCourseOptions  *options);
/* What is picked now, into the request. */
void               clinic_course_picks_read     (ClinicCoursePicks    *self,
                                                 ClinicCourseRequest  *request);

G_END_DECLS
