/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* How points of a zone were laid out in a session before. */
typedef struct
{
  gint64  points;
  char   *places;       /* as kept with an injection; NULL: evenly */
} ClinicChartPattern;

/* What went into one zone in all sessions before. */
typedef struct
{
  char      *zone;
  gint64     points;
  gint64     volume;    /* µl */
  GPtrArray *patterns;  /* ClinicChartPattern, each once */
} ClinicChartSum;

/* What was injected before a session, in its course or, without one, ever: GPtrArray of ClinicChartSum by
 * zone. NULL with @error. Caller unrefs. */
GPtrArray *clinic_chart_course_read (ClinicDb  *db,
                                     gint64     session,
                                     GError   **error);

G_END_DECLS
