/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-backup.h"

G_BEGIN_DECLS

/* Copies all rows of all tables from one clinic into another that has just been migrated and is
 * empty, in one snapshot of the first and one transaction of the second. The engines may differ. */
gboolean clinic_copy_tables (ClinicDb            *from,
                             ClinicDb            *to,
                             ClinicProgressFunc   progress,
                             gpointer             user_data,
                             GError             **error);

G_END_DECLS
