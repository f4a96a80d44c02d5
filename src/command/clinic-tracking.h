/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-goal.h"
#include "clinic-grade.h"
#include "clinic-track.h"

G_BEGIN_DECLS

/* A stage of a scale, or a correction of one (measurement.add): of a diagnosis and session of the
 * same patient. The id; 0 with @error. */
gint64   clinic_grade_save (ClinicAct    *act,
                            ClinicGrade  *grade,
                            GError      **error);
/* What goes on beside the sessions (history.save). The id; 0 with @error. */
gint64   clinic_track_save (ClinicAct    *act,
                            ClinicTrack  *track,
                            GError      **error);
/* It ended on @date; NULL: today (history.save). */
gboolean clinic_track_end  (ClinicAct    *act,
                            gint64        track,
                            const char   *date,
                            GError      **error);
/* What a course is to reach (course.edit): within what the metric can be, of a course of the same
 * patient. One that is there for the same course, metric and zone gets the new value. The id; 0
 * with @error. */
gint64   clinic_goal_save  (ClinicAct    *act,
                            ClinicGoal   *goal,
                            GError      **error);

G_END_DECLS
