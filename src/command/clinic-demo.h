/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-backup.h"
#include "clinic-db.h"

G_BEGIN_DECLS

/* How big a demonstration clinic is to be. 0 or NULL: the default. */
typedef struct
{
  guint64       seed;                   /* 1 */
  guint         patients;               /* 200 */
  guint         sessions_per_patient;   /* on average, of all statuses, bookings to come
                                         * included; 10 */
  guint         years;                  /* of history up to today; 10, at most 50 */
  const char   *today;                  /* the date that history ends on; the day of the clinic's
                                         * clock */
  const char   *zone;                   /* IANA name; "Europe/Vienna" */
  GCancellable *cancellable;
} ClinicDemoOptions;

/* What was made. */
typedef struct
{
  gint64  owner;            /* staff id */
  guint64 digest;           /* of all rows made, in their order: what the same seed must give
                             * again */
  guint   n_patients;
  guint   n_courses;
  guint   n_sessions;
  guint   n_injections;
  guint   n_draws;
  guint   n_lots;
  guint   n_measurements;
  guint   n_reactions;
} ClinicDemoResult;

/* Fills an empty, migrated place with a made-up clinic: everybody and everything in it is put
 * together at random, its name begins with "Demonstration" and clinic.demonstration is set. The
 * same seed, sizes, day and zone give the same records with the same ids on either engine (not
 * the same instants in the audit trail). Two visits of one practitioner, room or patient never
 * overlap; no more is drawn from a lot than it holds; the past is signed. Today's visits are as
 * they would be at 10:30, and those that are done are not signed yet. What is measured gets a
 * little better on average, by diagnosis and cocktail; this is play and says nothing of any
 * treatment.
 *
 * Rows are written without an audit row each; one audit row of the command demo.make says seed,
 * sizes, counts and digest. It is done in many transactions. Until the last, the clinic's name
 * is "Demonstration (unfinished)": when it fails or is stopped (G_IO_ERROR_CANCELLED, also when
 * @progress returns FALSE) throw the place away. CLINIC_ERROR_CONFLICT when there is a clinic
 * already. @progress: patients done and in all; may be NULL. @result may be NULL. Ids are seeded
 * meanwhile (clinic_id_set_seed ()): nothing else in the process may make records. */
gboolean clinic_demo_make (ClinicDb                 *db,
                           const ClinicDemoOptions  *options,
                           ClinicProgressFunc        progress,
                           gpointer                  progress_data,
                           ClinicDemoResult         *result,
                           GError                  **error);

G_END_DECLS
