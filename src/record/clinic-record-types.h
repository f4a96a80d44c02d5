/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

/* Every record type, those that others link to first. Ends with G_TYPE_INVALID. */
const GType *clinic_record_types         (void);
/* The type kept in @table, or G_TYPE_INVALID. */
GType        clinic_record_type_of_table (const char *table);

G_END_DECLS
