/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-date.h"
#include "clinic-zone-history.h"

#define DAYS 366

/* The rows of the latest reaction, one a lot. */
static gboolean
read_rows (ClinicStatement           *statement,
           ClinicTreatmentInjection  *item,
           GError                   **error)
{
  g_autoptr(GString) lots = g_string_new (NULL);
  g_autoptr(GError) local_error = NULL;
  gint64 reaction = 0;

  while (clinic_statement_step (statement, &local_error))
    {
      gint64 id = clinic_statement_get_int (statement, 0);
      const char *lot = clinic_statement_get_text (statement, 4);

      if (reaction != 0 && reaction != id)
        break;

      if (reaction == 0)
        {
          item->reaction_on = clinic_wall_dup_date (clinic_statement_get_text (statement, 1));
          item->reaction_grade = clinic_statement_get_int (statement, 2);
          item->reaction = g_strdup (clinic_statement_get_text (statement, 3));
        }

      reaction = id;

      if (lot != NULL && strstr (lots->str, lot) == NULL)
        g_string_append_printf (lots, "%s%s", lots->len > 0 ? ", " : "", lot);
    }

  if (lots->len > 0)
    item->reaction_lots = g_strdup (lots->str);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

gboolean
clinic_zone_history_load (ClinicDb         *db,
                          ClinicTreatment  *self,
                          GError          **error)
{
  g_autofree char *from = clinic_date_add_days (self->date, -DAYS);
  g_autofree char *after = clinic_date_add_days (self->date, 1);

  for (guint i = 0; i < self->injections->len; i++)
    {
      ClinicTreatmentInjection *item = self->injections->pdata[i];
      g_autoptr(ClinicStatement) statement = NULL;

      item->reaction_grade = CLINIC_UNKNOWN;

      if (item->injection->zone == NULL)
        continue;

      statement = clinic_db_query (db, "treatment-reactions", error);

      if (statement == NULL)
        return FALSE;

      clinic_statement_bind_int (statement, 1, self->session->patient_id);
      clinic_statement_bind_text (statement, 2, item->injection->zone);
      clinic_statement_bind_text (statement, 3, from);
      clinic_statement_bind_text (statement, 4, after);

      if (!read_rows (statement, item, error))
        return FALSE;
    }

  return TRUE;
}
