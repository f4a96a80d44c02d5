/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"
#include "clinic-lot.h"

G_BEGIN_DECLS

/* A lot on hand that something may be poured from. */
typedef struct
{
  ClinicLot *lot;
  gint64     left;          /* µl; CLINIC_UNKNOWN: nobody said how much came */
} ClinicBatchChoice;

/* The lots of the ingredient of @lot that are not past their time on @date and not empty, those that must be used
 * up earliest first; those in quarantine too, and @lot itself whatever holds. GPtrArray of ClinicBatchChoice; NULL with @error. */
GPtrArray *clinic_batch_choice_list (ClinicDb    *db,
                                     ClinicLot   *lot,
                                     const char  *date,
                                     GError     **error);

G_END_DECLS
