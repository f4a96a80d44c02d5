/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-report-source.h"

G_BEGIN_DECLS

/* The patient's courses by id, numbered from 1 in the order they were started; NULL with @error. */
GHashTable *clinic_patient_courses_read       (ClinicReportRun  *run,
                                               GError          **error);
/* 0 when it is none of them. */
gint64      clinic_patient_courses_get_number (GHashTable       *courses,
                                               gint64            course);

G_END_DECLS
