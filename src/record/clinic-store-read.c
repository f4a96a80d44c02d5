/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-store.h"

/* Where in a row the id, the version and each field lie. */
typedef struct
{
  guint id;
  guint version;
  guint fields[62];
} Columns;

/* Most queries yield the columns in the order of the table of fields; any other order is found
 * by name. */
static gboolean
find_column (ClinicStatement  *statement,
             const char       *name,
             guint             likely,
             guint            *column,
             GError          **error)
{
  int found = (int) likely;

  if (likely >= clinic_statement_n_columns (statement) ||
      strcmp (clinic_statement_column_name (statement, likely), name) != 0)
    found = clinic_statement_find_column (statement, name);

  if (found < 0)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_DATABASE,
                   _("The records could not be read: a query yields no column “%s”."), name);
      return FALSE;
    }

  *column = found;

  return TRUE;
}

static gboolean
find_columns (ClinicStatement    *statement,
              ClinicRecordClass  *klass,
              Columns            *columns,
              GError            **error)
{
  if (!find_column (statement, "id", 0, &columns->id, error) ||
      !find_column (statement, "version", 1, &columns->version, error))
    return FALSE;

  g_assert (klass->n_fields <= G_N_ELEMENTS (columns->fields));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!find_column (statement, klass->fields[i].name, i + 2, &columns->fields[i], error))
        return FALSE;
    }

  return TRUE;
}

static ClinicRecord *
read_row (ClinicStatement   *statement,
          ClinicRecordClass *klass,
          const Columns     *columns)
{
  ClinicRecord *record = g_object_new (G_TYPE_FROM_CLASS (klass), NULL);

  clinic_record_set_id (record, clinic_statement_get_int (statement, columns->id));
  clinic_record_set_version (record, clinic_statement_get_int (statement, columns->version));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      gpointer member = G_STRUCT_MEMBER_P (record, field->offset);

      /* Nobody listens to a record that is just being made. */
      if (field->storage == CLINIC_TEXT)
        *(char **) member = g_strdup (clinic_statement_get_text (statement, columns->fields[i]));
      else if (field->storage == CLINIC_NUMBER)
        *(gint64 *) member = clinic_statement_get_int (statement, columns->fields[i]);
      else
        *(gboolean *) member = clinic_statement_get_int (statement, columns->fields[i]) == 1;
    }

  return record;
}

gboolean
clinic_store_walk (ClinicStatement   *statement,
                   GType              type,
                   ClinicRecordFunc   func,
                   gpointer           user_data,
                   GError           **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  Columns columns;
  gboolean known = FALSE;
  GError *failure = NULL;

  g_return_val_if_fail (statement != NULL, FALSE);

  clinic_statement_stream (statement);

  /* PostgreSQL tells the columns' names with the first row. */
  while (clinic_statement_step (statement, &failure))
    {
      g_autoptr(ClinicRecord) record = NULL;

      if (!known && !find_columns (statement, klass, &columns, error))
        return FALSE;

      known = TRUE;
      record = read_row (statement, klass, &columns);

      if (!func (record, user_data, error))
        return FALSE;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

GPtrArray *
clinic_store_list (ClinicStatement  *statement,
                   GType             type,
                   GError          **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Columns columns;
  GError *failure = NULL;

  g_return_val_if_fail (statement != NULL, NULL);

  while (clinic_statement_step (statement, &failure))
    {
      if (records->len == 0 && !find_columns (statement, klass, &columns, error))
        return NULL;

      g_ptr_array_add (records, read_row (statement, klass, &columns));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&records);
}

ClinicRecord *
clinic_store_one (ClinicStatement  *statement,
                  GType             type,
                  GError          **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(ClinicRecord) record = NULL;
  Columns columns;

  g_return_val_if_fail (statement != NULL, NULL);

  if (clinic_statement_step (statement, error) && find_columns (statement, klass, &columns, error))
    record = read_row (statement, klass, &columns);

  clinic_statement_reset (statement);

  return g_steal_pointer (&record);
}

ClinicRecord *
clinic_store_read (ClinicStatement  *statement,
                   GType             type,
                   GError          **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  Columns columns;

  g_return_val_if_fail (statement != NULL, NULL);

  return find_columns (statement, klass, &columns, error) ? read_row (statement, klass,
                                                                      &columns) : NULL;
}
