/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-operation.h"

void
clinic_operation_clear (ClinicOperation *self)
{
  g_clear_pointer (&self->command, g_free);
  g_clear_pointer (&self->at, g_free);
}

static gint64
known (ClinicStatement *statement,
       guint            column)
{
  return clinic_statement_is_null (statement, column) ? 0 : clinic_statement_get_int (statement,
                                                                                      column);
}

gboolean
clinic_operation_load (ClinicOperation  *self,
                       ClinicDb         *db,
                       gint64            id,
                       GError          **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "undo-operation", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, id);

  if (!clinic_statement_step (statement, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, failure);
      else
        g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                             _("There is no such operation."));

      return FALSE;
    }

  clinic_operation_clear (self);
  self->id = id;
  self->command = g_strdup (clinic_statement_get_text (statement, 0));
  self->actor = clinic_statement_get_int (statement, 1);
  self->at = g_strdup (clinic_statement_get_text (statement, 2));
  self->undoes = known (statement, 3);
  self->undone_by = known (statement, 4);

  return TRUE;
}

gboolean
clinic_operation_trace (ClinicDb         *db,
                        gint64            id,
                        ClinicOperation  *root,
                        gint64           *tip,
                        gboolean         *counts,
                        GError          **error)
{
  g_auto(ClinicOperation) first = { 0 };
  g_auto(ClinicOperation) last = { 0 };
  gboolean even = TRUE;

  if (!clinic_operation_load (&first, db, id, error))
    return FALSE;

  while (first.undoes != 0)
    {
      if (!clinic_operation_load (&first, db, first.undoes, error))
        return FALSE;
    }

  if (!clinic_operation_load (&last, db, first.id, error))
    return FALSE;

  for (; last.undone_by != 0; even = !even)
    {
      if (!clinic_operation_load (&last, db, last.undone_by, error))
        return FALSE;
    }

  if (tip != NULL)
    *tip = last.id;

  if (counts != NULL)
    *counts = even;

  if (root != NULL)
    {
      clinic_operation_clear (root);
      *root = first;
      first = (ClinicOperation) { 0 };
    }

  return TRUE;
}
