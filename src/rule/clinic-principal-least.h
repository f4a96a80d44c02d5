/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* How many principal agents of a cocktail the clinic's rule "principal-agents" advises; 0: it is switched
 * off. -1 with @error. */
gint64 clinic_principal_least (ClinicDb  *db,
                               GError   **error);

G_END_DECLS
