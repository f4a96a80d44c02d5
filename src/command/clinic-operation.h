/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

/* An operation and what became of it. Each is taken back at most once, so that it, its undo, the
 * undo of that and so on make a chain; it counts when the number of undos is even. Private to
 * this room. */
typedef struct
{
  gint64    id;
  char     *command;
  gint64    actor;
  char     *at;
  gint64    undoes;         /* 0: it is no undo */
  gint64    undone_by;      /* 0: not taken back */
} ClinicOperation;

/* CLINIC_ERROR_INVALID when there is none. */
gboolean clinic_operation_load  (ClinicOperation  *self,
                                 ClinicDb         *db,
                                 gint64            id,
                                 GError          **error);
void     clinic_operation_clear (ClinicOperation  *self);
/* The first of the chain that @id is part of (@root), the last (@tip), and whether the first one
 * counts. Each may be NULL. */
gboolean clinic_operation_trace (ClinicDb         *db,
                                 gint64            id,
                                 ClinicOperation  *root,
                                 gint64           *tip,
                                 gboolean         *counts,
                                 GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicOperation, clinic_operation_clear)

G_END_DECLS
