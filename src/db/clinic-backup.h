/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* Told how far a long work is; returns FALSE to stop it. @total 0: not known. */
typedef gboolean (* ClinicProgressFunc) (guint64  done,
                                         guint64  total,
                                         gpointer user_data);

/* Copies the clinic to a new SQLite clinic file at @path (and its audit key to PATH.key) while
 * others work: SQLite by its backup interface in one step, PostgreSQL table by table in one
 * snapshot. Written aside, verified by reopening (engine check, row counts, migrations), synced,
 * renamed. Refuses to overwrite. */
gboolean clinic_backup_run (ClinicDb            *db,
                            const char          *path,
                            ClinicProgressFunc   progress,
                            gpointer             user_data,
                            GError             **error);

G_END_DECLS
