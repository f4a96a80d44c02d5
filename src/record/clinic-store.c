/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-audit.h"
#include "clinic-id.h"
#include "clinic-patient.h"
#include "clinic-search.h"
#include "clinic-store.h"
#include "clinic-text.h"

/* So many records clinic_store_find_many () fetches at once. */
#define MANY 32

/* The statements of a type, composed once from its field table. */
typedef struct
{
  char *columns;        /* "id, version, …" in the order of the table of fields */
  char *insert;         /* $1 id, $2 version, $3… the fields */
  char *update;         /* the same, and $N the version that must stand; N = n_fields + 3 */
  char *remove;         /* $1 id, $2 version */
  char *find;           /* $1 id */
  char *find_many;      /* $1 to $32 ids */
} Sql;

G_LOCK_DEFINE_STATIC (sql);

static char *
compose_find_many (ClinicRecordClass *klass,
                   const char        *columns)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text, "SELECT %s FROM %s WHERE id IN ($1", columns, klass->table);

  for (guint i = 2; i <= MANY; i++)
    g_string_append_printf (text, ", $%u", i);

  return g_string_free (g_string_append (text, ") ORDER BY id"), FALSE);
}

static Sql *
compose (ClinicRecordClass *klass)
{
  Sql *sql = g_new0 (Sql, 1);
  g_autoptr(GString) columns = g_string_new ("id, version");
  g_autoptr(GString) values = g_string_new ("$1, $2");
  g_autoptr(GString) sets = g_string_new ("version = $2");

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *name = klass->fields[i].name;

      g_string_append_printf (columns, ", %s", name);
      g_string_append_printf (values, ", $%u", i + 3);
      g_string_append_printf (sets, ", %s = $%u", name, i + 3);
    }

  sql->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", klass->table, columns->str,
                                 values->str);
  sql->update = g_strdup_printf ("UPDATE %s SET %s WHERE id = $1 AND version = $%u",
                                 klass->table, sets->str, klass->n_fields + 3);
  sql->remove = g_strdup_printf ("DELETE FROM %s WHERE id = $1 AND version = $2", klass->table);
  sql->find = g_strdup_printf ("SELECT %s FROM %s WHERE id = $1", columns->str, klass->table);
  sql->find_many = compose_find_many (klass, columns->str);
  sql->columns = g_string_free (g_steal_pointer (&columns), FALSE);

  return sql;
}

static const Sql *
get_sql (ClinicRecordClass *klass)
{
  GQuark quark = g_quark_from_static_string ("clinic-store-sql");
  GType type = G_TYPE_FROM_CLASS (klass);
  Sql *sql = g_type_get_qdata (type, quark);

  if (sql != NULL)
    return sql;

  G_LOCK (sql);
  sql = g_type_get_qdata (type, quark);

  if (sql == NULL)
    {
      sql = compose (klass);
      g_type_set_qdata (type, quark, sql);
    }

  G_UNLOCK (sql);

  return sql;
}

/* What the database says of a value that is already there, said of the field. */
static void
explain_refusal (ClinicDb      *db,
                 ClinicRecord  *record,
                 GError       **error)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  const char *constraint = clinic_db_get_constraint (db);
  const ClinicField *field;
  g_autofree char *prefix = NULL;
  g_autofree char *value = NULL;

  if (error == NULL || *error == NULL || constraint == NULL)
    return;

  if (strcmp (constraint, "foreign_key") == 0)
    {
      g_prefix_error (error, "%s: ", _(klass->label));
      return;
    }

  prefix = g_strconcat (klass->table, ".", NULL);

  if (!g_str_has_prefix (constraint, prefix))
    return;

  field = clinic_record_class_find_field (klass, constraint + strlen (prefix));
  g_clear_error (error);

  if (field == NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("%s: There already is one with the same details."), _(klass->label));
      return;
    }

  value = clinic_record_dup_value (record, field);
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("%s: “%s” is already in use. Please choose another."), _(field->label), value);
}

static gboolean
refuse_conflict (ClinicRecord  *record,
                 GError       **error)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
               _("%s: Somebody else changed this in the meantime. Look at the newer version and "
                 "try again."),
               _(CLINIC_RECORD_GET_CLASS (record)->label));

  return FALSE;
}

static void
bind_fields (ClinicStatement *statement,
             ClinicRecord    *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];

      if (field->storage == CLINIC_TEXT)
        clinic_statement_bind_text (statement, i + 3, clinic_record_get_text (record, field));
      else
        clinic_statement_bind_int (statement, i + 3, clinic_record_get_number (record, field));
    }
}

/* How long to wait for the row. */
typedef enum
{
  AT_ONCE,
  DEFERRED,     /* a failure may be said later and not in the field's words */
} Wait;

/* Changes the row as @sql says and leaves what the record says of id and version to the caller. */
static gboolean
run (ClinicDb      *db,
     const char    *text,
     ClinicRecord  *record,
     gint64         id,
     gint64         version,
     gint64         standing,
     Wait           wait,
     GError       **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, text, error);
  gint64 n_rows;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, id);
  clinic_statement_bind_int (statement, 2, version);
  bind_fields (statement, record);

  if (standing > 0)
    clinic_statement_bind_int (statement, CLINIC_RECORD_GET_CLASS (record)->n_fields + 3, standing);

  if (wait == DEFERRED)
    return clinic_statement_defer (statement, 1, error);

  n_rows = clinic_statement_run (statement, error);

  if (n_rows < 0)
    {
      explain_refusal (db, record, error);
      return FALSE;
    }

  return n_rows == 1 || refuse_conflict (record, error);
}

static gboolean
index_patient (ClinicDb      *db,
               ClinicRecord  *record,
               ClinicRecord  *before,
               GError       **error)
{
  ClinicRecord *either = record != NULL ? record : before;

  return !CLINIC_IS_PATIENT (either) || clinic_search_index (db, record, before, error);
}

static gboolean
insert (ClinicDb      *db,
        ClinicRecord  *record,
        Wait           wait,
        GError       **error)
{
  gint64 given = clinic_record_get_id (record);
  gint64 id = given != 0 ? given : clinic_id_new ();

  if (!run (db, get_sql (CLINIC_RECORD_GET_CLASS (record))->insert, record, id, 1, 0, wait, error))
    return FALSE;

  clinic_record_set_id (record, id);
  clinic_record_set_version (record, 1);

  if (index_patient (db, record, NULL, error))
    return TRUE;

  clinic_record_set_id (record, given);
  clinic_record_set_version (record, 0);

  return FALSE;
}

static gboolean
update (ClinicDb      *db,
        ClinicRecord  *record,
        ClinicRecord  *before,
        GError       **error)
{
  gint64 version = clinic_record_get_version (record);

  if (!run (db, get_sql (CLINIC_RECORD_GET_CLASS (record))->update, record,
            clinic_record_get_id (record), version + 1, version, AT_ONCE, error) ||
      !index_patient (db, record, before, error))
    return FALSE;

  clinic_record_set_version (record, version + 1);

  return TRUE;
}

static gint64
find_subject (ClinicChange *change,
              ClinicRecord *record)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  const ClinicField *field;
  gint64 patient;

  if (klass->subject == NULL)
    return change->patient;

  if (strcmp (klass->subject, "id") == 0)
    return clinic_record_get_id (record);

  field = clinic_record_class_find_field (klass, klass->subject);
  patient = clinic_record_get_number (record, field);

  return patient != CLINIC_UNKNOWN ? patient : change->patient;
}

static void
append_member (GString    *json,
               const char *name,
               const char *value)
{
  g_string_append_c (json, json->len > 0 ? ',' : '{');
  clinic_text_append_json (json, name);
  g_string_append_c (json, ':');
  clinic_text_append_json (json, value);
}

/* The version and the fields of @record that @other says otherwise; without @other, all that it
 * knows. */
static char *
describe (ClinicRecord *record,
          ClinicRecord *other)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  GString *json = g_string_new (NULL);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT,
                                              clinic_record_get_version (record));

  append_member (json, "version", version);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      g_autofree char *value = NULL;

      if (other != NULL && clinic_record_field_equal (record, other, field))
        continue;

      value = clinic_record_dup_value (record, field);

      if (other != NULL || value != NULL)
        append_member (json, field->name, value);
    }

  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

/* @before and @after: the row as it was and as it is; one of them may be NULL. */
static gboolean
audit (ClinicChange  *change,
       const char    *action,
       ClinicRecord  *before,
       ClinicRecord  *after,
       GError       **error)
{
  ClinicRecord *record = after != NULL ? after : before;
  g_autofree char *old = before != NULL ? describe (before, after) : NULL;
  g_autofree char *new = after != NULL ? describe (after, before) : NULL;

  return clinic_audit_append (change, action, CLINIC_RECORD_GET_CLASS (record)->table,
                              clinic_record_get_id (record), find_subject (change, record),
                              old, new, error);
}

/* Says the same as @other in every field? Neither id nor version is looked at. */
static gboolean
same_fields (ClinicRecord *record,
             ClinicRecord *other)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (!clinic_record_field_equal (record, other, &klass->fields[i]))
        return FALSE;
    }

  return TRUE;
}

/* The row as it stands, if it is still the version that @record was made from; else CONFLICT. */
static ClinicRecord *
find_standing (ClinicDb      *db,
               ClinicRecord  *record,
               GError       **error)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, get_sql (klass)->find, error);
  g_autoptr(ClinicRecord) stored = NULL;
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, clinic_record_get_id (record));
  stored = clinic_store_one (statement, G_OBJECT_TYPE (record), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  if (stored == NULL || clinic_record_get_version (stored) != clinic_record_get_version (record))
    {
      refuse_conflict (record, error);
      return NULL;
    }

  return g_steal_pointer (&stored);
}

static gboolean
save_again (ClinicChange  *change,
            ClinicRecord  *record,
            GError       **error)
{
  g_autoptr(ClinicRecord) stored = find_standing (change->db, record, error);

  if (stored == NULL)
    return FALSE;

  if (same_fields (record, stored))
    return TRUE;

  if (CLINIC_RECORD_GET_CLASS (record)->fixed)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("%s: This is never changed once written. Add a new one."),
                   _(CLINIC_RECORD_GET_CLASS (record)->label));
      return FALSE;
    }

  return update (change->db, record, stored, error) &&
         audit (change, "update", stored, record, error);
}

gboolean
clinic_store_save (ClinicChange  *change,
                   ClinicRecord  *record,
                   GError       **error)
{
  g_return_val_if_fail (change != NULL && change->db != NULL, FALSE);
  g_return_val_if_fail (CLINIC_IS_RECORD (record), FALSE);
  g_return_val_if_fail (clinic_db_in_transaction (change->db), FALSE);

  if (!clinic_record_validate (record, change->today, error))
    return FALSE;

  if (clinic_record_get_id (record) != 0 && clinic_record_get_version (record) != 0)
    return save_again (change, record, error);

  return insert (change->db, record, AT_ONCE, error) &&
         audit (change, "insert", NULL, record, error);
}

gboolean
clinic_store_remove (ClinicChange  *change,
                     ClinicRecord  *record,
                     GError       **error)
{
  g_autoptr(ClinicRecord) stored = NULL;
  g_autoptr(ClinicStatement) statement = NULL;
  gint64 n_rows;

  g_return_val_if_fail (change != NULL && change->db != NULL, FALSE);
  g_return_val_if_fail (CLINIC_IS_RECORD (record), FALSE);
  g_return_val_if_fail (clinic_db_in_transaction (change->db), FALSE);

  stored = find_standing (change->db, record, error);

  if (stored == NULL || !index_patient (change->db, NULL, stored, error))
    return FALSE;

  statement = clinic_db_prepare (change->db, get_sql (CLINIC_RECORD_GET_CLASS (record))->remove,
                                 error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, clinic_record_get_id (record));
  clinic_statement_bind_int (statement, 2, clinic_record_get_version (record));
  n_rows = clinic_statement_run (statement, error);

  if (n_rows < 0)
    explain_refusal (change->db, record, error);

  if (n_rows < 1)
    return n_rows == 0 && refuse_conflict (record, error);

  return audit (change, "remove", stored, NULL, error);
}

gboolean
clinic_store_insert_bulk (ClinicDb      *db,
                          ClinicRecord  *record,
                          const char    *today,
                          GError       **error)
{
  g_autoptr(ClinicRecord) stored = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (CLINIC_IS_RECORD (record), FALSE);

  if (!clinic_record_validate (record, today, error))
    return FALSE;

  if (clinic_record_get_version (record) == 0)
    return insert (db, record, AT_ONCE, error);

  stored = find_standing (db, record, error);

  return stored != NULL && update (db, record, stored, error);
}

gboolean
clinic_store_insert_made_up (ClinicDb      *db,
                             ClinicRecord  *record,
                             const char    *today,
                             GError       **error)
{
  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (CLINIC_IS_RECORD (record) && clinic_record_get_version (record) == 0,
                        FALSE);

  return clinic_record_validate (record, today, error) && insert (db, record, DEFERRED, error);
}

ClinicRecord *
clinic_store_find (ClinicDb  *db,
                   GType      type,
                   gint64     id,
                   GError   **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  ClinicRecord *record;
  GError *failure = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  statement = clinic_db_prepare (db, get_sql (klass)->find, error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, id);
  record = clinic_store_one (statement, type, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (record == NULL)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("%s: There is none with the id %s."), _(klass->label), number);

  return record;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

GPtrArray *
clinic_store_find_many (ClinicDb      *db,
                        GType          type,
                        const gint64  *ids,
                        guint          n_ids,
                        GError       **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gint64 *sorted = g_memdup2 (ids, n_ids * sizeof *ids);

  g_return_val_if_fail (db != NULL, NULL);

  if (n_ids > 1)
    qsort (sorted, n_ids, sizeof *sorted, compare_ids);

  for (guint i = 0; i < n_ids; i += MANY)
    {
      g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, get_sql (klass)->find_many,
                                                                error);
      GPtrArray *some;

      if (statement == NULL)
        return NULL;

      /* NULL is in no list. */
      for (guint j = 0; j < MANY; j++)
        clinic_statement_bind_int (statement, j + 1, i + j < n_ids ? sorted[i + j] : CLINIC_NULL);

      some = clinic_store_list (statement, type, error);

      if (some == NULL)
        return NULL;

      g_ptr_array_extend_and_steal (records, some);
    }

  return g_steal_pointer (&records);
}

/* Prepares SELECT … WHERE @column = $1; all rows without a column. */
static ClinicStatement *
prepare_by (ClinicDb           *db,
            ClinicRecordClass  *klass,
            const char         *column,
            GError            **error)
{
  g_autofree char *where = column != NULL ? g_strdup_printf ("WHERE %s = $1",
                                                             column) : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("SELECT %s FROM %s %s ORDER BY id",
                                           get_sql (klass)->columns, klass->table, where);

  return clinic_db_prepare (db, text, error);
}

GPtrArray *
clinic_store_list_by (ClinicDb    *db,
                      GType        type,
                      const char  *column,
                      gint64       id,
                      GError     **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(ClinicStatement) statement = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (column == NULL || clinic_record_class_find_field (klass, column) != NULL,
                        NULL);

  statement = prepare_by (db, klass, column, error);

  if (statement == NULL)
    return NULL;

  if (column != NULL)
    clinic_statement_bind_int (statement, 1, id);

  return clinic_store_list (statement, type, error);
}

ClinicRecord *
clinic_store_find_by (ClinicDb    *db,
                      GType        type,
                      const char  *column,
                      const char  *value,
                      GError     **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(ClinicStatement) statement = NULL;

  g_return_val_if_fail (db != NULL, NULL);
  g_return_val_if_fail (clinic_record_class_find_field (klass, column) != NULL, NULL);

  statement = prepare_by (db, klass, column, error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, value);

  return clinic_store_one (statement, type, error);
}

gboolean
clinic_store_each (ClinicDb         *db,
                   GType             type,
                   ClinicRecordFunc  func,
                   gpointer          user_data,
                   GError          **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autoptr(ClinicStatement) statement = prepare_by (db, klass, NULL, error);

  return statement != NULL && clinic_store_walk (statement, type, func, user_data, error);
}
