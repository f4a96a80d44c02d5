/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-clock.h"
#include "clinic-picture-orphan.h"

/* Rows it concerned; -1 with @error. */
static gint64
run (ClinicDb    *db,
     const char  *query,
     const char  *first,
     const char  *second,
     GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);

  if (statement == NULL)
    return -1;

  clinic_statement_bind_text (statement, 1, first);

  if (second != NULL)
    clinic_statement_bind_text (statement, 2, second);

  return clinic_statement_run (statement, error);
}

gboolean
clinic_picture_orphan_let_go (ClinicDb    *db,
                              const char  *content,
                              GError     **error)
{
  g_autofree char *now = clinic_clock_instant ();

  return run (db, "picture-orphan-add", content, now, error) >= 0;
}

gboolean
clinic_picture_orphan_hold (ClinicDb    *db,
                            const char  *content,
                            GError     **error)
{
  return run (db, "picture-orphan-clear", content, NULL, error) >= 0;
}

/* Contents orphaned before; NULL with @error. */
static GPtrArray *
list_due (ClinicDb    *db,
          const char  *before,
          GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "picture-orphan-due", error);
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func (g_free);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, before);

  while (clinic_statement_step (statement, &failure))
    g_ptr_array_add (contents, g_strdup (clinic_statement_get_text (statement, 0)));

  if (failure == NULL)
    return g_steal_pointer (&contents);

  g_propagate_error (error, failure);

  return NULL;
}

gboolean
clinic_picture_orphan_is_due (ClinicDb    *db,
                              const char  *before,
                              gboolean    *due,
                              GError     **error)
{
  g_autoptr(GPtrArray) contents = list_due (db, before, error);

  *due = contents != NULL && contents->len > 0;

  return contents != NULL;
}

gint64
clinic_picture_orphan_sweep (ClinicDb    *db,
                             const char  *before,
                             const char  *now,
                             GError     **error)
{
  g_autoptr(GPtrArray) contents = NULL;
  gint64 n = 0;

  if (run (db, "picture-orphan-stamp", now, NULL, error) < 0 ||
      (contents = list_due (db, before, error)) == NULL)
    return -1;

  for (guint i = 0; i < contents->len; i++)
    {
      gint64 taken = run (db, "picture-orphan-take", contents->pdata[i], before, error);
      gint64 removed = taken > 0 ? run (db, "picture-remove", contents->pdata[i], NULL, error) : 0;

      if (taken < 0 || removed < 0)
        return -1;

      n += removed > 0;
    }

  return n;
}
