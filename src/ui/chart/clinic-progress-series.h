/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"
#include "clinic-graph.h"
#include "clinic-progress-beside.h"
#include "clinic-scale.h"

G_BEGIN_DECLS

/* The readings of one metric in one zone and course of a patient, in the order they were taken:
 * rows of the sheet "measurements" of the report on a patient's progress, so that what is seen
 * and what is exported are the same. */
typedef struct
{
  char        *metric;
  char        *zone;          /* in words; NULL: none was named */
  char        *unit;          /* may be NULL */
  gint64       course;        /* its number; 0: none */
  char        *course_words;  /* "Course 2, from 3 May 2026" */
  char        *goal;          /* of the course; may be NULL */
  ClinicSheet *sheet;         /* its rows, kept */
  GArray      *sessions;      /* double: the days of those done */
  guint        n_sessions;    /* of them, from the first reading to the last */
  const ClinicScale    *scale;  /* of stages; NULL: these are readings */
  GArray               *stages; /* private to clinic-progress-stages.c */
  ClinicProgressBeside *beside;
} ClinicProgressSeries;

/* All of a patient, on a worker's thread: GPtrArray of ClinicProgressSeries; NULL with @error.
 * Caller unrefs, as what @beside gets. */
GPtrArray   *clinic_progress_series_read         (ClinicDb              *db,
                                                  gint64                 patient,
                                                  ClinicProgressBeside **beside,
                                                  GError               **error);
/* "Hair density, Frontal"; caller frees. */
char        *clinic_progress_series_dup_title    (ClinicProgressSeries  *self);
/* What changed, in a sentence; caller frees. */
char        *clinic_progress_series_dup_sentence (ClinicProgressSeries  *self);
/* What the course is to reach, and how far that is: "Goal of the course: a denser crown. Goal:
 * 200 /cm², 12 /cm² to go."; NULL when there is none. Caller frees. */
char        *clinic_progress_series_dup_goal     (ClinicProgressSeries  *self);
/* Caller frees. */
ClinicGraph *clinic_progress_series_make_graph   (ClinicProgressSeries  *self);
void         clinic_progress_series_free         (ClinicProgressSeries  *self);

G_END_DECLS
