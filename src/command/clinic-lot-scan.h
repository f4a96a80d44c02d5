/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"
#include "clinic-gs1.h"
#include "clinic-lot.h"

G_BEGIN_DECLS

/* What the clinic has of what a code speaks of. */
typedef struct
{
  GPtrArray *lots;      /* ClinicLot: of its article and lot number; where the code says no number, all of
                         * the article. The latest first */
  ClinicLot *like;      /* the latest of the same article; NULL: it never came before */
} ClinicLotScan;

/* Caller frees. NULL with @error. */
ClinicLotScan *clinic_lot_scan_find    (ClinicDb                *db,
                                        const ClinicGs1Reading  *reading,
                                        GError                 **error);
void           clinic_lot_scan_free    (ClinicLotScan           *self);
/* A lot to be received as the code says, and as the article came before (@like may be NULL). Caller
 * unrefs. */
ClinicLot     *clinic_lot_scan_prefill (const ClinicGs1Reading  *reading,
                                        ClinicLot               *like);

/* The same into a lot that is being written down: number, expiry and article as the code says, the rest
 * only where nobody has said what it is of. */
void           clinic_lot_scan_fill    (ClinicLot               *lot,
                                        const ClinicGs1Reading  *reading,
                                        ClinicLot               *like);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicLotScan, clinic_lot_scan_free)

G_END_DECLS
