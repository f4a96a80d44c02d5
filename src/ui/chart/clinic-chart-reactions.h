/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* A reaction as the map shows it. */
typedef struct
{
  gint64  id;
  char   *zone;         /* "whole_scalp" where nobody said where */
  char   *what;
  gint64  grade;        /* CLINIC_UNKNOWN: not said */
  char   *onset;        /* a wall time */
  char   *lots;         /* of what was injected there last before it, with commas; NULL: nothing was */
} ClinicChartReaction;

/* What happened to a patient in the twelve months up to @today (yyyy-mm-dd), the latest first: GPtrArray of
 * ClinicChartReaction. NULL with @error. Caller unrefs. */
GPtrArray *clinic_chart_reactions_read      (ClinicDb    *db,
                                             gint64       patient,
                                             const char  *today,
                                             GError     **error);
/* Those in @zone and how many: "Itching, grade 2, 10 Sep, after Biotin Z00128", a line each; NULL: none.
 * Caller frees. */
char      *clinic_chart_reactions_dup_words (GPtrArray   *reactions,
                                             const char  *zone,
                                             guint       *n);

G_END_DECLS
