/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"
#include "clinic-graph.h"

G_BEGIN_DECLS

/* What a patient's readings are seen against: phases, goals, tracks and decisions. Shared by all
 * series of the patient. */
typedef struct
{
  GArray    *courses;         /* gint64: ids, in the order of their numbers */
  GArray    *phases;          /* ClinicProgressPhase, in the order of time */
  GPtrArray *goals;           /* ClinicGoal */
  GPtrArray *metrics;         /* ClinicMetric of each goal */
  GArray    *given;           /* ClinicProgressGiven: beside single sessions */
  GPtrArray *tracks;          /* ClinicTrack, the first to begin first */
  GPtrArray *decisions;       /* ClinicDecision, in the order they were taken */
} ClinicProgressBeside;

typedef struct
{
  gint64  course;
  double  since;              /* days since 1970 */
  double  until;              /* its last session */
  char   *name;
} ClinicProgressPhase;

/* Given at one session. */
typedef struct
{
  double      day;            /* since 1970 */
  const char *kind;           /* one of clinic_track_kinds */
} ClinicProgressGiven;

/* On a worker's thread; NULL with @error. Unref'd by the caller. */
ClinicProgressBeside *clinic_progress_beside_read     (ClinicDb              *db,
                                                       gint64                 patient,
                                                       GError               **error);
ClinicProgressBeside *clinic_progress_beside_ref      (ClinicProgressBeside  *self);
void                  clinic_progress_beside_unref    (ClinicProgressBeside  *self);
/* Phases, tracks and decisions of a course by its number (0: of all) into a chart over time. */
void                  clinic_progress_beside_add      (ClinicProgressBeside  *self,
                                                       gint64                 course,
                                                       ClinicGraph           *graph);
/* The goal of a course by its number, for a metric by its name and a zone in words (may be
 * NULL): FALSE when it has none. @value in the metric's unit; @higher: what lies above it reaches
 * it, too. */
gboolean              clinic_progress_beside_find_goal (ClinicProgressBeside *self,
                                                       gint64                 course,
                                                       const char            *metric,
                                                       const char            *zone,
                                                       double                *value,
                                                       gboolean              *higher);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicProgressBeside, clinic_progress_beside_unref)

G_END_DECLS
