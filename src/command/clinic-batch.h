/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-pour.h"

G_BEGIN_DECLS

/* Batches of a cocktail that the clinic mixes itself, and where all of it went. A batch is a lot
 * (ClinicLot with prepared_at): charts draw from it, and rules look at it, like any other. */

/* What went in and out of a lot, in µl: in = injected + poured + discarded + left. */
typedef struct
{
  gint64 in;            /* mixed or delivered; CLINIC_UNKNOWN: nobody said how much came */
  gint64 injected;      /* drawn for sessions */
  gint64 poured;        /* into batches */
  gint64 discarded;
  gint64 left;          /* CLINIC_UNKNOWN where in is */
} ClinicBalance;

gboolean   clinic_lot_read_balance (ClinicDb       *db,
                                    gint64          lot,
                                    ClinicBalance  *balance,
                                    GError        **error);

/* What to pour together for @volume µl of a version on @date: lots of its components in
 * proportion, those that must be used up earliest first, none that may not be used then. What
 * stock does not cover is not there. GPtrArray of ClinicPour (lot and volume). */
GPtrArray *clinic_batch_propose    (ClinicDb       *db,
                                    gint64          version,
                                    gint64          volume,
                                    const char     *date,
                                    GError        **error);
/* The hours that a batch is usable when nobody says otherwise: 4 (USP <797> 2023, immediate use),
 * or the clinic's setting batch.hours. 0 with @error. */
guint      clinic_batch_get_hours  (ClinicDb       *db,
                                    GError        **error);
/* A batch of a version, mixed now from @pours (ClinicPour: lot and volume) by the actor, usable
 * for @hours, though no longer than what is in it (lot.save). Refused when a lot holds too little, is
 * past its time, in quarantine or of something else, or when the volumes are not those of the
 * composition (within 5 %). The lot's id; 0 with @error. */
gint64     clinic_batch_prepare    (ClinicAct      *act,
                                    gint64          version,
                                    GPtrArray      *pours,
                                    guint           hours,
                                    const char     *note,
                                    GError        **error);
/* Throws away some of a lot or batch, now, for a reason (lot.save). Refused when that much is not
 * left. The discard's id; 0 with @error. */
gint64     clinic_lot_discard      (ClinicAct      *act,
                                    gint64          lot,
                                    gint64          volume,
                                    const char     *reason,
                                    GError        **error);
/* For commands: FALSE with CLINIC_ERROR_INVALID when more than is left would be drawn for
 * @session from a batch. @draws: all ClinicDraw of that session. */
gboolean   clinic_batch_check_draws (ClinicDb      *db,
                                     gint64         session,
                                     GPtrArray     *draws,
                                     GError       **error);

G_END_DECLS
