/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-progress-series.h"

G_BEGIN_DECLS

/* All that is shown of a patient's progress. */
typedef struct
{
  GPtrArray            *series;     /* ClinicProgressSeries */
  ClinicProgressBeside *beside;
  gboolean              due;        /* a decision about a course is */
} ClinicProgress;

void            clinic_progress_free        (ClinicProgress       *self);
void            clinic_progress_read_async  (ClinicDesk           *desk,
                                             gint64                patient,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
ClinicProgress *clinic_progress_read_finish (GAsyncResult         *result,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicProgress, clinic_progress_free)

G_END_DECLS
