/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-chart-keeper.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_SHELF (clinic_chart_shelf_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartShelf, clinic_chart_shelf, CLINIC, CHART_SHELF, GObject)

/* The charts in which something was typed that is not on the disk yet, whether a page still shows
 * them or not: nothing typed goes with its page. One for each open clinic. Signal "changed": a
 * chart came or went, or could not be kept. All calls from the main thread. */

/* Lent; lives as long as @desk. */
ClinicChartShelf  *clinic_chart_shelf_get         (ClinicDesk        *desk);
/* Called by keepers. Held until it is taken away again. */
void               clinic_chart_shelf_add         (ClinicChartShelf  *self,
                                                   ClinicChartKeeper *keeper);
void               clinic_chart_shelf_remove      (ClinicChartShelf  *self,
                                                   ClinicChartKeeper *keeper);
/* A keeper there could not keep its chart, or can again. */
void               clinic_chart_shelf_tell        (ClinicChartShelf  *self);

/* The chart of @session as it was left; NULL when all of it is kept. Lent. */
ClinicChartKeeper *clinic_chart_shelf_find        (ClinicChartShelf  *self,
                                                   gint64             session);
gboolean           clinic_chart_shelf_is_empty    (ClinicChartShelf  *self);
/* How many of them could not be kept, and the first of these (NULL: none). Lent. */
guint              clinic_chart_shelf_get_n_stuck (ClinicChartShelf  *self);
ClinicChartKeeper *clinic_chart_shelf_get_stuck   (ClinicChartShelf  *self);
/* Tries all of them now. */
void               clinic_chart_shelf_flush       (ClinicChartShelf  *self);
/* Gives all of them up. */
void               clinic_chart_shelf_drop        (ClinicChartShelf  *self);

G_END_DECLS
