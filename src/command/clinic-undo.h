/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"

G_BEGIN_DECLS

/* Takes back an operation as a new one: the inverse of each row of its history, the last first,
 * in one transaction. Undoing an undo does the thing again. It needs the right undo.run
 * (undo.import for an import, which goes back whole) and the right to what was done.
 * CLINIC_ERROR_CONFLICT, naming what, who and when, if a record was changed since by something
 * that still counts; CLINIC_ERROR_INVALID for what cannot go back: a signature, an amendment,
 * the making of the clinic. Reasons kept with accepted findings stay; a record they belong to
 * cannot go. */
gboolean         clinic_undo           (ClinicAct   *act,
                                        gint64       operation,
                                        GError     **error);
/* The last thing the acting person did that still counts. The operation taken back; 0 with
 * @error. */
gint64           clinic_undo_last      (ClinicAct   *act,
                                        GError     **error);
/* Does again what the acting person took back last. The operation that counts again; 0 with
 * @error. */
gint64           clinic_redo_last      (ClinicAct   *act,
                                        GError     **error);
/* "register a patient (Rita Receptionist, 2026-11-21T09:30:00.000Z)"; NULL with @error when
 * there is no such operation. Caller frees. */
char            *clinic_undo_describe  (ClinicDb    *db,
                                        gint64       operation,
                                        GError     **error);
/* What was done, of an undo what it took back: "register a patient". Caller frees. */
char            *clinic_undo_describe_command (ClinicDb    *db,
                                               gint64       operation,
                                               GError     **error);
/* The history of one record, the oldest first: seq, at, staff, command, action, reason, before,
 * after, operation. */
ClinicStatement *clinic_undo_history   (ClinicDb    *db,
                                        const char  *table,
                                        gint64       id,
                                        GError     **error);

G_END_DECLS
