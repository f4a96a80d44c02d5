/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

#define CLINIC_AUDIT_KEY_BYTES 32

/* Reads the key of the clinic's audit chain from clinic_db_get_key_path (). When there is none
 * and @may_make says so, that is while the chain is still empty, it is made: 32 random bytes in
 * hexadecimal, readable by the owner alone. A key that is lost is never made anew in silence:
 * FALSE with CLINIC_ERROR_DATABASE. */
gboolean clinic_audit_key_read (ClinicDb  *db,
                                gboolean   may_make,
                                guint8     key[CLINIC_AUDIT_KEY_BYTES],
                                GError   **error);

G_END_DECLS
