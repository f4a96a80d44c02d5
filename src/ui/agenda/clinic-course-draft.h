/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-course-options.h"
#include "clinic-desk.h"
#include "clinic-plan.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_DRAFT (clinic_course_draft_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseDraft, clinic_course_draft, CLINIC, COURSE_DRAFT, GObject)

/* A course that is being planned, without a window: for whom, its sessions, what stands in their
 * way, and booking them all or none.
 *
 * Properties, all to be read: "patient" (ClinicPatient; NULL until loaded), "step" ("search":
 * who it is for is not known yet, or "form"), "page" ("nothing", "no-protocol" or "plan": what
 * there is to see),
 * "sessions" (GListModel of ClinicPlannedSession; notifies after each plan), "n-clashes",
 * "clash-words", "n-notes" (sessions that meet the aftercare of another treatment), "note-words",
 * "book-words" (the label of the button), "busy" (something is under way),
 * "booking", "can-book", "can-settle", "can-choose".
 *
 * Signals: "loaded" (ClinicCourseOptions *): what can be asked for; "planning"; "planned" (GError,
 * or NULL; also when loading failed); "booked" (char *words, gint64 operation); "refused" (GError,
 * GPtrArray of ClinicFinding or NULL): nothing was booked, and the plan says what is taken. */

typedef enum
{
  CLINIC_COURSE_AS_SETTLED,     /* keeps what a person settled */
  CLINIC_COURSE_ANEW,           /* forgets that */
  CLINIC_COURSE_NEAREST,        /* takes the nearest free time for each clash */
} ClinicCoursePlanning;

/* @patient: 0 to be asked. To be called once. */
void        clinic_course_draft_begin     (ClinicCourseDraft          *self,
                                           ClinicDesk                 *desk,
                                           gint64                      patient);
/* Nothing is told any more. */
void        clinic_course_draft_stop      (ClinicCourseDraft          *self);
ClinicDesk *clinic_course_draft_get_desk  (ClinicCourseDraft          *self);
/* For whom; what can be asked for is loaded. */
void        clinic_course_draft_load      (ClinicCourseDraft          *self,
                                           gint64                      patient);
void        clinic_course_draft_take_patient (ClinicCourseDraft       *self,
                                              ClinicPatient           *patient);
/* An id; 0: not chosen yet. */
gint64      clinic_course_draft_get_patient (ClinicCourseDraft        *self);
/* Whether there is somebody to plan for and nothing is being booked. */
gboolean    clinic_course_draft_can_plan  (ClinicCourseDraft          *self);
/* Plans; what is still being planned is given up. */
void        clinic_course_draft_plan      (ClinicCourseDraft          *self,
                                           const ClinicCourseRequest  *request,
                                           ClinicCoursePlanning        how);
/* Puts a session at another time, shown at once; the next plan says what it means. */
void        clinic_course_draft_choose    (ClinicCourseDraft          *self,
                                           guint                       number,
                                           const char                 *starts);
/* Books the plan with the goal, diagnosis and cocktail of @request; FALSE, and nothing is booked,
 * when @request asks for other times than were planned. @reasons: rule → reason; may be NULL. */
gboolean    clinic_course_draft_book      (ClinicCourseDraft          *self,
                                           const ClinicCourseRequest  *request,
                                           GHashTable                 *reasons);

G_END_DECLS
