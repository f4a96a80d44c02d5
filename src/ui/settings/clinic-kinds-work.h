/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-reaction-kind.h"

G_BEGIN_DECLS

/* What the clinic says of all kinds. */
typedef struct
{
  gint64 grade;
  gint64 days;
} ClinicKindsUsual;

/* For a query model: the kinds by name. */
GPtrArray *clinic_kinds_list       (ClinicDb                *db,
                                    const char              *argument,
                                    GError                 **error);
/* For a worker: ClinicKindsUsual. */
gpointer   clinic_kinds_read_usual (ClinicDb                *db,
                                    gpointer                 data,
                                    GError                 **error);
/* For a desk; @data: ClinicKindsUsual, CLINIC_UNKNOWN in what is not set. */
gpointer   clinic_kinds_set_usual  (ClinicAct               *act,
                                    gpointer                 data,
                                    GError                 **error);
/* "Usually gone within 7 days · called from grade 2, after 1 day". Caller frees. */
char      *clinic_kinds_dup_words  (ClinicReactionKind      *kind,
                                    const ClinicKindsUsual  *usual);

G_END_DECLS
