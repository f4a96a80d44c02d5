/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-rule.h"

G_BEGIN_DECLS

/* One condition of a rule: "injection.depth > bound.most". */
typedef struct _ClinicClause ClinicClause;

/* @bounds: name → gint64 * in thousandths; lent, and may change afterwards. NULL with
 * CLINIC_ERROR_INVALID. */
ClinicClause     *clinic_clause_new        (const char          *text,
                                            GHashTable          *bounds,
                                            GError             **error);
void              clinic_clause_free       (ClinicClause        *self);
/* The fact it asks for, and the one it is compared with (NULL: none). */
const ClinicFact *clinic_clause_get_fact   (ClinicClause        *self);
const ClinicFact *clinic_clause_get_other  (ClinicClause        *self);
gboolean          clinic_clause_holds      (ClinicClause        *self,
                                            ClinicFactReader     reader,
                                            gpointer             data);
/* Whether it holds for what is above @bound. */
gboolean          clinic_clause_is_above   (ClinicClause        *self,
                                            const gint64        *bound);
/* Reads a value for @fact as files write it, and refuses words the fact cannot be. */
gboolean          clinic_clause_read_value (const ClinicFact    *fact,
                                            const char          *text,
                                            ClinicValue         *value,
                                            GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicClause, clinic_clause_free)

G_END_DECLS
