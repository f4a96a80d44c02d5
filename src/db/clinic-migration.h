/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* Brings the clinic's tables up to what this program knows: data/sql/migrations/NNNN-name.sql in
 * order, each in a transaction of its own with its number and checksum. Before the first one on
 * a clinic that holds something a verified copy is made beside it (SQLite). Refuses with words:
 * a newer clinic, a migration changed since. */
gboolean clinic_migration_run        (ClinicDb  *db,
                                      GError   **error);
/* TRUE when nothing is to be done; FALSE with or (older, to be migrated) without @error. */
gboolean clinic_migration_is_current (ClinicDb  *db,
                                      GError   **error);

G_END_DECLS
