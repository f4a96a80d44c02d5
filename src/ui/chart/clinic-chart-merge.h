/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart.h"

G_BEGIN_DECLS

/* Two charts of one session, to be made one. What only one of the two changed is taken from that
 * one; what both did is in dispute. Zones and lots belong together and are chosen together. */
typedef struct
{
  ClinicChart *mine;
  ClinicChart *theirs;
  GArray      *fields;          /* const ClinicField * of the session, in dispute */
  gboolean     rows;            /* the zones and lots are in dispute */
  GArray      *mine_fields;     /* const ClinicField * that only @mine changed */
  gboolean     mine_rows;       /* zones and lots are those of @mine, unless they are in dispute */
} ClinicChartMerge;

/* @base: what both started from; NULL when nobody knows: then all that differs is in dispute.
 * @lots_follow: nobody chose the lots of @mine by hand. Takes @mine and @theirs. */
ClinicChartMerge *clinic_chart_merge_new    (ClinicChart       *base,
                                             ClinicChart       *mine,
                                             ClinicChart       *theirs,
                                             gboolean           lots_follow);
void              clinic_chart_merge_free   (ClinicChartMerge  *self);
/* How many lines are in dispute: the fields, then the rows. */
guint             clinic_chart_merge_count  (ClinicChartMerge  *self);
/* The chart to go on with, on what stands in the clinic. @mine: a gboolean for each line in dispute.
 * @rows: whether its zones and lots are mine. Caller frees. */
ClinicChart      *clinic_chart_merge_settle (ClinicChartMerge  *self,
                                             GArray            *mine,
                                             gboolean          *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicChartMerge, clinic_chart_merge_free)

G_END_DECLS
