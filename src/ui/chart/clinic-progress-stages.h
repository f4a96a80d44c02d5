/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-progress-series.h"

G_BEGIN_DECLS

/* Stages of hair loss over time: a series as those of readings, whose value is a stage's name. */

/* Adds one series for each scale there are stages of to @series. @like: the sheet whose columns
 * they have. On a worker's thread. */
gboolean     clinic_progress_stages_read         (ClinicDb              *db,
                                                  gint64                 patient,
                                                  ClinicSheet           *like,
                                                  GPtrArray             *series,
                                                  GError               **error);
/* "Norwood-Hamilton: IV → III (one stage better)."; caller frees. */
char        *clinic_progress_stages_dup_sentence (ClinicProgressSeries  *self);
/* A ladder of the scale's stages; caller frees. */
ClinicGraph *clinic_progress_stages_make_graph   (ClinicProgressSeries  *self);

G_END_DECLS
