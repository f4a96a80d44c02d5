/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-agenda.h"
#include "clinic-course.h"

G_BEGIN_DECLS

/* The rule code of the objection to an interval that the protocol does not foresee. */
#define CLINIC_RULE_INTERVAL "course-interval"

/* A course as it is asked for. */
typedef struct
{
  gint64      patient;
  gint64      protocol;
  gint64      practitioner;
  gint64      room;             /* 0: any that is free */
  gint64      diagnosis;        /* 0: none */
  gint64      cocktail;         /* 0: none planned */
  const char *goal;             /* may be NULL */
  const char *first;            /* wall time of the first session, "2026-11-23T09:00" */
  const char *time;             /* "17:30", wished for those after it; NULL: the first one's */
  guint       weekdays;         /* wished for those after it: 1 Monday, 2 Tuesday, 4 Wednesday, …
                                 * 64 Sunday, added up; 0: any */
} ClinicCourseRequest;

/* One session of a plan. */
typedef struct
{
  guint        number;          /* in the course, from 1 */
  gint64       phase;
  gint64       min_days;        /* the phase's bounds for the days since the session before */
  gint64       max_days;
  gint64       days;            /* since the session before; 0 for the first */
  gint64       minutes;
  char        *starts;
  char        *ends;
  gint64       room;            /* CLINIC_UNKNOWN: the clinic keeps none */
  ClinicClash  clash;
  char        *words;           /* what stands in the way; NULL: nothing */
  char        *note;            /* the aftercare of another treatment that it meets, or its own
                                 * that another meets; NULL: none. It may be booked all the same */
  GPtrArray   *alternatives;    /* ClinicSlot: nearest times of that day, then other days within
                                 * the bounds; empty without a clash */
} ClinicPlanned;

typedef struct
{
  ClinicCourseRequest  request;     /* a copy of its own */
  GPtrArray           *sessions;    /* ClinicPlanned */
  guint                n_clashes;
  guint                n_notes;     /* sessions with a note */
  GHashTable          *chosen;      /* number → wall time: settled by a person, kept when the
                                     * rest is planned again */
} ClinicCoursePlan;

/* Proposes all sessions of a course: number and length from the protocol's phases, each as near
 * to the phase's target interval as wishes, weekdays and hours allow, within its bounds; each
 * looked up against practitioner, room and patient. Nothing is booked. NULL with
 * CLINIC_ERROR_INVALID when the request cannot be. */
ClinicCoursePlan *clinic_course_plan        (ClinicDb                   *db,
                                             const ClinicCourseRequest  *request,
                                             GError                    **error);
void              clinic_course_plan_free   (ClinicCoursePlan           *plan);
/* Puts a session at a time (one of its alternatives, or any other); those after it follow on. */
gboolean          clinic_course_plan_choose (ClinicDb                   *db,
                                             ClinicCoursePlan           *plan,
                                             guint                       number,
                                             const char                 *starts,
                                             GError                    **error);
/* Takes the nearest alternative for each clash, from the first on. plan->n_clashes says whether
 * any are left. */
gboolean          clinic_course_plan_settle (ClinicDb                   *db,
                                             ClinicCoursePlan           *plan,
                                             GError                    **error);

/* Books the course and every session of @plan exactly as it stands, or nothing (course.start).
 * When a time is taken, CLINIC_ERROR_CONFLICT, and the plan says which clash and what else is
 * free. Intervals outside the phases' bounds are a finding ("course-interval"). The course's id;
 * 0 with @error. */
gint64            clinic_course_start       (ClinicAct                  *act,
                                             ClinicCoursePlan           *plan,
                                             GError                    **error);
/* Goal, diagnosis, practitioner, planned cocktail (course.edit). */
gboolean          clinic_course_edit        (ClinicAct                  *act,
                                             ClinicCourse               *course,
                                             GError                    **error);
/* Ends a course early, for a reason; its visits that are booked or confirmed are cancelled with
 * it (course.edit). */
gboolean          clinic_course_stop        (ClinicAct                  *act,
                                             gint64                      course,
                                             const char                 *reason,
                                             GError                    **error);
/* The course ran to its end. Refused while visits are still booked (course.edit). */
gboolean          clinic_course_complete    (ClinicAct                  *act,
                                             gint64                      course,
                                             GError                    **error);

/* Sessions of a course, counted from the sessions themselves. */
typedef struct
{
  gint64 planned;               /* by the protocol; 0 without one */
  gint64 done;
  gint64 booked;                /* booked, confirmed, arrived or in treatment */
  gint64 missed;                /* no-show */
  gint64 cancelled;
  gint64 left;                  /* planned less done, never below 0 */
} ClinicCourseTally;

gboolean          clinic_course_tally       (ClinicDb                   *db,
                                             gint64                      course,
                                             ClinicCourseTally          *tally,
                                             GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCoursePlan, clinic_course_plan_free)

G_END_DECLS
