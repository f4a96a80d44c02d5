/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-plan.h"

G_BEGIN_DECLS

/* What is to be planned: made by the window, taken over by the worker. */
typedef struct
{
  ClinicCourseRequest  request;   /* texts of its own */
  GHashTable          *chosen;    /* number → wall time */
  gboolean             settle;    /* take the nearest free time for each clash */
} ClinicCourseQuestion;

/* A plan and the names of what it speaks of. */
typedef struct
{
  ClinicCoursePlan *plan;
  GHashTable       *phases;       /* id (gint64) → name */
  GHashTable       *rooms;        /* the same */
} ClinicCourseProposal;

/* Copies the request; @chosen (may be NULL) too. */
ClinicCourseQuestion *clinic_course_question_new  (const ClinicCourseRequest  *request,
                                                   GHashTable                 *chosen);
void                  clinic_course_question_free (ClinicCourseQuestion       *self);

/* Runs on a worker. NULL with @error when it cannot be planned. */
ClinicCourseProposal *clinic_course_propose       (ClinicDb                    *db,
                                                   const ClinicCourseQuestion  *question,
                                                   GError                     **error);
void                  clinic_course_proposal_free (ClinicCourseProposal        *self);
/* Its sessions for showing: GPtrArray of ClinicPlannedSession, ids are their numbers; caller
 * unrefs. */
GPtrArray            *clinic_course_proposal_list (ClinicCourseProposal        *self);
/* Takes over from @request what does not bear on the times; FALSE when it asks for others than
 * were planned. */
gboolean              clinic_course_proposal_take (ClinicCourseProposal        *self,
                                                   const ClinicCourseRequest   *request);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCourseQuestion, clinic_course_question_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCourseProposal, clinic_course_proposal_free)

G_END_DECLS
