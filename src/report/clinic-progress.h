/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-reading.h"
#include "clinic-report-source.h"

G_BEGIN_DECLS

/* Courses and their readings, packed for half a million sessions: read once for all sheets of
 * the report, aggregated in C. */

/* Names of one kind by id. Number 0 is "not recorded". */
typedef struct
{
  GPtrArray  *names;
  GHashTable *numbers;      /* gint64 → number */
} ClinicProgressNames;

typedef struct
{
  char      *name;
  char      *code;
  char      *unit;
  gint64     error_percent;     /* thousandths; CLINIC_NULL */
  gint64     error_absolute;
  int        direction;     /* 1: higher is better, -1: lower, 0: neither */
  guint      decimals;
} ClinicProgressMetric;

/* A course, or a patient's readings that belong to none. */
typedef struct
{
  gint64    id;             /* of the course; of the patient when loose */
  guint32   cocktail;
  guint32   diagnosis;
  guint32   protocol;
  guint32   slice;
  gint32    started;        /* packed day; 0: not known */
  guint32   number;         /* in the report, so that no row names anybody */
  guint32   patient;        /* likewise */
  guint32   sessions;
  guint32   reaction_sessions;
  guint32   reactions;
  guint8    stopped;
  guint8    loose;
  guint8    wanted;         /* passes the filters */
} ClinicProgressCourse;

/* The first and the latest reading of one metric in one zone of one course. In the metric's
 * unit. */
typedef struct
{
  guint64   key;            /* the order of the rows */
  double    before;
  double    after;
  gint32    first_day;
  gint32    last_day;
  gint32    first_visit;
  gint32    last_visit;
  guint32   course;
  guint16   metric;
  guint16   first_rule;     /* of a pull test: place in .rules; 0: none */
  guint16   last_rule;
  guint8    zone;
  guint8    paired;         /* there is a later reading; else a drop-out */
} ClinicProgressPair;

/* Courses of the same cocktail, diagnosis and protocol. */
typedef struct
{
  guint32   cocktail;
  guint32   diagnosis;
  guint32   protocol;
  guint32   loose;
  guint32   courses;
  guint32   stopped;
  guint32   sessions;
  guint32   reaction_sessions;
  guint32   reactions;
  guint32   rank;           /* in the order of the names */
  gboolean  measured;
} ClinicProgressSlice;

typedef struct
{
  ClinicProgressNames  cocktails;
  ClinicProgressNames  diagnoses;
  ClinicProgressNames  protocols;
  ClinicProgressNames  metrics;         /* numbers of .kinds */
  GArray              *kinds;           /* ClinicProgressMetric; 0 is none */
  GPtrArray           *zones;           /* words of the records; 0 is none */
  GPtrArray           *rules;           /* "share_10, version 1"; 0 is none */
  GHashTable          *ruled;           /* id of a reading → place in .rules */
  GHashTable          *patients;        /* id → number in the report */
  guint                n_courses;       /* those that are one, in the order of their ids; loose
                                         * ones come after them */
  GArray              *courses;
  GArray              *slices;
  GArray              *pairs;
  gboolean             by_zone;
  double               threshold;       /* percent of improvement that makes a responder */
} ClinicProgress;

/* The report's, read at the first call; the run keeps it, who needs it longer takes a reference. */
ClinicProgress             *clinic_progress_get       (ClinicReportRun         *run,
                                                       GError                 **error);
ClinicProgress             *clinic_progress_ref       (ClinicProgress          *self);
void                        clinic_progress_unref     (ClinicProgress          *self);

const ClinicProgressMetric *clinic_progress_get_metric (ClinicProgress         *self,
                                                        guint                   metric);
const ClinicProgressCourse *clinic_progress_get_course (ClinicProgress         *self,
                                                        guint                   course);
const ClinicProgressSlice  *clinic_progress_get_slice  (ClinicProgress         *self,
                                                        guint                   slice);
const ClinicProgressPair   *clinic_progress_get_pair   (ClinicProgress         *self,
                                                        guint                   pair);
/* What people call it. */
const char                 *clinic_progress_get_cocktail  (ClinicProgress            *self,
                                                           const ClinicProgressSlice *slice);
const char                 *clinic_progress_get_diagnosis (ClinicProgress            *self,
                                                           const ClinicProgressSlice *slice);
const char                 *clinic_progress_get_protocol  (ClinicProgress            *self,
                                                           const ClinicProgressSlice *slice);
/* NULL: none was named. */
const char                 *clinic_progress_get_zone      (ClinicProgress            *self,
                                                           guint                      zone);

/* NULL: it was judged by none. */
const char                 *clinic_progress_get_rule      (ClinicProgress            *self,
                                                           guint                      rule);
/* The course of this id; NULL when there is none. */
const ClinicProgressCourse *clinic_progress_find_course   (ClinicProgress            *self,
                                                           gint64                     id);
/* Numbers patients as they come up. */
guint32                     clinic_progress_number_patient (ClinicProgress           *self,
                                                           gint64                     patient);
/* What the two readings of a pair may differ by through the method alone; NaN: not known. Where
 * zones are taken together, as if it were one reading. */
double                      clinic_progress_get_noise     (ClinicProgress            *self,
                                                           const ClinicProgressPair  *pair);
/* How a pair counts: 1 better and -1 worse by more than the noise, 0 within it. FALSE where neither
 * direction is better, where the noise is not known, or for a drop-out. */
gboolean                    clinic_progress_classify      (ClinicProgress            *self,
                                                           const ClinicProgressPair  *pair,
                                                           int                       *class);

/* Improvement of a pair in percent of its baseline: a fall where lower is better. As measured
 * where neither is. NaN where the baseline is 0. */
double                      clinic_progress_get_improvement (ClinicProgress           *self,
                                                             const ClinicProgressPair *pair);

/* clinic-progress-read.c: fills an empty one. */
gboolean                    clinic_progress_read      (ClinicProgress          *self,
                                                       ClinicReportRun         *run,
                                                       GError                 **error);
/* clinic-progress-pair.c: adds the pairs of one course's readings, which it sorts. */
void                        clinic_progress_add_pairs (ClinicProgress          *self,
                                                       guint                    course,
                                                       GArray                  *readings);
/* Gives slices and pairs their order. */
void                        clinic_progress_sort      (ClinicProgress          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicProgress, clinic_progress_unref)

G_END_DECLS
