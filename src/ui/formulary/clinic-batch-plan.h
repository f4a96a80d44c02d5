/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* What a batch is to be poured together from, as it crosses from the worker. */
typedef struct
{
  gint64     cocktail;
  gint64     volume;        /* asked for, in µl */
  char      *date;
  gint64     version;       /* the cocktail's newest; 0: it has none */
  guint      hours;         /* usually usable */
  GPtrArray *pours;         /* ClinicPour */
  GPtrArray *lots;          /* ClinicLot, one a pour */
  GPtrArray *choices;       /* one a pour: GPtrArray of ClinicBatchChoice, what it may be poured from */
} ClinicBatchPlan;

ClinicBatchPlan *clinic_batch_plan_new        (gint64            cocktail,
                                               gint64            volume,
                                               const char       *date);
void             clinic_batch_plan_free       (gpointer          self);
/* Runs on a worker: a new plan like @data, filled in. NULL with @error. */
gpointer         clinic_batch_plan_read       (ClinicDb         *db,
                                               gpointer          data,
                                               GError          **error);
/* µl that no lot covers. */
gint64           clinic_batch_plan_get_missing (ClinicBatchPlan  *self);

G_END_DECLS
