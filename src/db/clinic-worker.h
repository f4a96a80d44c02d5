/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* Runs on the worker's thread, alone with its connection. Returns a new result that the caller's
 * thread takes over, or NULL with @error set. */
typedef gpointer (* ClinicWorkFunc) (ClinicDb  *db,
                                     gpointer   data,
                                     GError   **error);

/* A thread with a connection of its own: the one door between threads. */
#define CLINIC_TYPE_WORKER (clinic_worker_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWorker, clinic_worker, CLINIC, WORKER, GObject)

/* Takes over @db. */
ClinicWorker *clinic_worker_new        (ClinicDb             *db);
void          clinic_worker_run_async  (ClinicWorker         *self,
                                        ClinicWorkFunc        func,
                                        gpointer              data,
                                        GDestroyNotify        free_data,
                                        GDestroyNotify        free_result,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gpointer      clinic_worker_run_finish (ClinicWorker         *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
