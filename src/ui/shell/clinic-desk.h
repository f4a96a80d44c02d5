/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-clinic.h"
#include "clinic-file-watch.h"
#include "clinic-staff.h"
#include "clinic-worker.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DESK (clinic_desk_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDesk, clinic_desk, CLINIC, DESK, GObject)

/* A clinic that is open at this desk, and who acts. Properties: "clinic" (ClinicClinic, live),
 * "actor" (ClinicStaff, live; the person acting), "staff" (GListModel of all ClinicStaff not
 * archived, by name), "today" (the clinic's date; changes at midnight), "location". All calls
 * from the main thread.
 *
 * Signal "changed" (const char *const *tables): a command has written to these tables; what shows
 * them loads again. Detailed by table name. */

/* Opens on a thread of its own: migrates (after a backup) and reads clinic and staff. @create:
 * makes it first; NULL when it is there. */
void            clinic_desk_open_async     (const char           *location,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* CLINIC_ERROR_HELD names the process that has it open. Caller unrefs. */
ClinicDesk     *clinic_desk_open_finish    (GAsyncResult         *result,
                                            GError              **error);

ClinicClinic   *clinic_desk_get_clinic     (ClinicDesk           *self);
/* NULL only while nobody was chosen yet. */
ClinicStaff    *clinic_desk_get_actor      (ClinicDesk           *self);
void            clinic_desk_set_actor      (ClinicDesk           *self,
                                            ClinicStaff          *actor);
GListModel     *clinic_desk_get_staff      (ClinicDesk           *self);
/* The staff member with this id, archived or not, or NULL. Lent. */
ClinicStaff    *clinic_desk_find_staff     (ClinicDesk           *self,
                                            gint64                id);
const char     *clinic_desk_get_today      (ClinicDesk           *self);
/* The clinic's wall time now; caller frees. */
char           *clinic_desk_dup_now        (ClinicDesk           *self);
const char     *clinic_desk_get_location   (ClinicDesk           *self);
/* Whether the person acting may give a command ("session.sign"): to hide or to disable; the
 * command itself refuses anyway. */
gboolean        clinic_desk_may            (ClinicDesk           *self,
                                            const char           *command);

/* For models and for anything that only reads and is quick: clinic_worker_run_async () on it. A
 * connection of its own that never waits behind a write. Lent. */
ClinicWorker   *clinic_desk_get_reader     (ClinicDesk           *self);
/* For what reads for long (reports, exports): another connection still. Lent. */
ClinicWorker   *clinic_desk_get_archivist  (ClinicDesk           *self);

/* Whether the clinic's file is where it should be. Lent. */
ClinicFileWatch *clinic_desk_get_watch     (ClinicDesk           *self);

/* Gives one or more commands on the writing worker's thread. Returns a new result, or NULL with
 * @error set. */
typedef gpointer (* ClinicDeskFunc) (ClinicAct  *act,
                                     gpointer    data,
                                     GError    **error);

/* Runs @func as the person acting now; afterwards "changed" is emitted for what was written, then
 * @callback runs with the desk as source. @data must not be touched by the caller meanwhile. */
void            clinic_desk_run_async      (ClinicDesk           *self,
                                            ClinicDeskFunc        func,
                                            gpointer              data,
                                            GDestroyNotify        free_data,
                                            GDestroyNotify        free_result,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* @findings (may be NULL): ClinicFinding records of the run, of all severities; caller unrefs.
 * @operation (may be NULL): the last operation that was written, for undo; 0 when nothing was.
 * With CLINIC_ERROR_FINDINGS show @findings (ClinicFindingsBox), then run again with reasons. */
gpointer        clinic_desk_run_finish     (ClinicDesk           *self,
                                            GAsyncResult         *result,
                                            GPtrArray           **findings,
                                            gint64               *operation,
                                            GError              **error);
/* Tells of a change that was made past clinic_desk_run_async (). */
void            clinic_desk_emit_changed   (ClinicDesk           *self,
                                            const char *const    *tables);

G_END_DECLS
