/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "clinic-audit.h"
#include "clinic-record-types.h"
#include "clinic-test.h"
#include "record-maker.h"

/* Each test here runs over every record type: a new one joins by being in clinic_record_types
 * (). */

typedef void (* TypeFunc) (ClinicChange      *change,
                           GType              type,
                           ClinicRecordClass *klass);

static void
for_each_type (ClinicDb *db,
               TypeFunc  func)
{
  ClinicChange change = maker_change (db);

  for (const GType *type = clinic_record_types (); *type != G_TYPE_INVALID; type++)
    {
      g_autoptr(ClinicRecordClass) klass = g_type_class_ref (*type);

      g_test_message ("%s", klass->table);
      maker_begin (db);
      func (&change, *type, klass);
      clinic_db_rollback (db);
    }
}

static void
check_columns (ClinicChange      *change,
               GType              type,
               ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, FALSE);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", klass->table);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;

  maker_save (change, record);
  statement = clinic_db_prepare (change->db, sql, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));

  g_assert_cmpint (clinic_statement_find_column (statement, "id"), >=, 0);
  g_assert_cmpint (clinic_statement_find_column (statement, "version"), >=, 0);

  for (guint i = 0; i < klass->n_fields; i++)
    g_assert_cmpint (clinic_statement_find_column (statement, klass->fields[i].name), >=, 0);

  g_assert_cmpuint (clinic_statement_n_columns (statement), ==, klass->n_fields + 2);
}

static void
test_fields_are_the_columns (ClinicDb *db)
{
  for_each_type (db, check_columns);
}

static void
check_round_trip (ClinicChange      *change,
                  GType              type,
                  ClinicRecordClass *klass)
{
  for (int all = 0; all <= 1; all++)
    {
      g_autoptr(ClinicRecord) record = maker_make (change, type, all);
      g_autoptr(ClinicRecord) stored = NULL;
      g_autoptr(GPtrArray) list = NULL;
      g_autoptr(GError) error = NULL;

      maker_save (change, record);
      g_assert_cmpint (clinic_record_get_id (record), >, 0);
      g_assert_cmpint (clinic_record_get_version (record), ==, 1);

      stored = clinic_store_find (change->db, type, clinic_record_get_id (record), &error);
      g_assert_no_error (error);
      g_assert_true (clinic_record_equal (record, stored));

      list = clinic_store_list_by (change->db, type, NULL, 0, &error);
      g_assert_no_error (error);
      g_assert_true (clinic_record_equal (record, list->pdata[list->len - 1]));
    }
}

static void
test_stored_record_is_found_as_it_was (ClinicDb *db)
{
  for_each_type (db, check_round_trip);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *n_notified)
{
  ++*n_notified;
}

static void
check_copy (ClinicChange      *change,
            GType              type,
            ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, TRUE);
  g_autoptr(ClinicRecord) copy = clinic_record_copy (record);
  g_autoptr(ClinicRecord) blank = g_object_new (type, NULL);
  guint n_notified = 0;
  guint n_filled = 0;

  g_assert_true (clinic_record_equal (record, copy));

  for (guint i = 0; i < klass->n_fields; i++)
    n_filled += !clinic_record_field_equal (record, blank, &klass->fields[i]);

  g_signal_connect (blank, "notify", G_CALLBACK (count_notify_cb), &n_notified);
  clinic_record_assign (blank, record);
  g_assert_true (clinic_record_equal (record, blank));
  g_assert_cmpuint (n_notified, ==, n_filled);

  clinic_record_assign (blank, record);
  g_assert_cmpuint (n_notified, ==, n_filled);
}

static void
test_copy_equals_and_assigning_notifies_what_differs (ClinicDb *db)
{
  for_each_type (db, check_copy);
}

static void
check_properties (ClinicChange      *change,
                  GType              type,
                  ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, TRUE);
  g_autoptr(ClinicRecord) other = g_object_new (type, NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (record), klass->properties[i]->name, &value);
      g_object_set_property (G_OBJECT (other), klass->properties[i]->name, &value);
    }

  g_assert_true (clinic_record_equal (record, other));
}

static void
test_properties_are_the_fields (ClinicDb *db)
{
  for_each_type (db, check_properties);
}

static void
check_values (ClinicChange      *change,
              GType              type,
              ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, TRUE);
  g_autoptr(ClinicRecord) other = g_object_new (type, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *value = clinic_record_dup_value (record, &klass->fields[i]);

      clinic_record_take_value (other, &klass->fields[i], value, &error);
      g_assert_no_error (error);
    }

  g_assert_true (clinic_record_equal (record, other));
}

static void
test_canonical_values_go_both_ways (ClinicDb *db)
{
  for_each_type (db, check_values);
}

static void
check_unknown (ClinicChange      *change,
               GType              type,
               ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, FALSE);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE id = $1", klass->table);
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (change->db, sql, NULL);

  maker_save (change, record);
  clinic_statement_bind_int (statement, 1, clinic_record_get_id (record));
  g_assert_true (clinic_statement_step (statement, NULL));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      int column = clinic_statement_find_column (statement, klass->fields[i].name);
      g_autofree char *value = clinic_record_dup_value (record, &klass->fields[i]);

      g_assert_true (clinic_statement_is_null (statement, column) == (value == NULL));
    }
}

static void
test_unknown_is_null (ClinicDb *db)
{
  for_each_type (db, check_unknown);
}

/* The last row of the trail. */
static ClinicStatement *
last_audit (ClinicDb *db)
{
  ClinicStatement *statement =
    clinic_db_prepare (db,
                       "SELECT action, before, after, entity, entity_id FROM audit ORDER BY seq "
                       "DESC LIMIT 1", NULL);

  g_assert_true (clinic_statement_step (statement, NULL));

  return statement;
}

static void
assert_member (const char *json,
               const char *name,
               const char *expected)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);
  JsonNode *member = json_object_get_member (json_node_get_object (node), name);

  g_assert_nonnull (member);

  if (expected == NULL)
    g_assert_true (JSON_NODE_HOLDS_NULL (member));
  else
    g_assert_cmpstr (json_node_get_string (member), ==, expected);
}

static guint
count_members (const char *json)
{
  g_autoptr(JsonNode) node = json_from_string (json, NULL);

  return json_object_get_size (json_node_get_object (node));
}

static void
check_audit (ClinicChange      *change,
             GType              type,
             ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, FALSE);

  maker_save (change, record);

  for (guint i = 0; i < klass->n_fields && !klass->fixed; i++)
    {
      const ClinicField *field = &klass->fields[i];
      g_autofree char *old = clinic_record_dup_value (record, field);
      g_autofree char *new = NULL;
      g_autoptr(ClinicStatement) audit = NULL;

      /* A number that was unknown has no next one. */
      if (field->storage == CLINIC_NUMBER && field->format != CLINIC_LINK && old == NULL)
        continue;

      if (!maker_change_field (change, record, field))
        continue;

      new = clinic_record_dup_value (record, field);

      if (g_strcmp0 (old, new) == 0 || !clinic_record_validate (record, change->today, NULL))
        {
          clinic_record_take_value (record, field, old, NULL);
          continue;
        }

      maker_save (change, record);
      audit = last_audit (change->db);

      g_assert_cmpstr (clinic_statement_get_text (audit, 0), ==, "update");
      g_assert_cmpstr (clinic_statement_get_text (audit, 3), ==, klass->table);
      g_assert_cmpint (clinic_statement_get_int (audit, 4), ==, clinic_record_get_id (record));
      assert_member (clinic_statement_get_text (audit, 1), field->name, old);
      assert_member (clinic_statement_get_text (audit, 2), field->name, new);
      g_assert_cmpuint (count_members (clinic_statement_get_text (audit, 1)), ==, 2);
      g_assert_cmpuint (count_members (clinic_statement_get_text (audit, 2)), ==, 2);
    }
}

static void
test_audit_names_each_change (ClinicDb *db)
{
  for_each_type (db, check_audit);
}

static void
check_audit_of_whole (ClinicChange      *change,
                      GType              type,
                      ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, TRUE);
  g_autoptr(ClinicRecord) again = g_object_new (type, NULL);
  g_autoptr(ClinicStatement) audit = NULL;
  g_autoptr(GError) error = NULL;

  maker_save (change, record);
  audit = last_audit (change->db);
  g_assert_cmpstr (clinic_statement_get_text (audit, 0), ==, "insert");
  g_assert_true (clinic_statement_is_null (audit, 1));

  clinic_audit_apply (again, clinic_statement_get_text (audit, 2), &error);
  g_assert_no_error (error);
  clinic_record_set_id (again, clinic_record_get_id (record));
  clinic_record_set_version (again, 1);
  g_assert_true (clinic_record_equal (record, again));
}

static void
test_audit_of_a_new_record_tells_all_of_it (ClinicDb *db)
{
  for_each_type (db, check_audit_of_whole);
}

/* A value that the field must not take, or NULL when it takes anything of its kind. */
static void
set_bad (ClinicRecord      *record,
         const ClinicField *field,
         guint              kind)
{
  g_autofree char *text = NULL;

  if (field->storage == CLINIC_NUMBER)
    {
      clinic_record_set_number (record, field,
                                kind == 0 ? field->max + 1 : kind == 1
                                    ? field->min - 1 : CLINIC_UNKNOWN);
      return;
    }

  if (kind == 0)
    text = field->format == CLINIC_PLAIN ? g_strnfill (field->max > 0 ? field->max + 1 : 2001, 'x')
                                         : g_strdup ("2024-02-30");
  else if (kind == 1)
    text = g_strdup ("good\xc3");
  else
    text = g_strdup (kind == 2 ? "a\x1b[31m" : "   ");

  clinic_record_set_text (record, field, text);
}

static gboolean
is_bad (const ClinicField *field,
        guint              kind)
{
  gboolean ranged = field->min != 0 || field->max != 0;

  if (field->storage == CLINIC_FLAG)
    return FALSE;

  if (field->storage == CLINIC_NUMBER)
    return kind == 2 ? field->required : kind < 2 &&
           (ranged || (field->format == CLINIC_LINK && kind == 1));

  return kind < 3 || field->required || field->format != CLINIC_PLAIN;
}

static void
check_bad_values (ClinicChange      *change,
                  GType              type,
                  ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) good = maker_make (change, type, TRUE);
  gint64 n_rows = maker_count (change->db, "audit");

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];

      for (guint kind = 0; kind < 4; kind++)
        {
          g_autoptr(ClinicRecord) record = clinic_record_copy (good);
          g_autoptr(GError) error = NULL;

          if (!is_bad (field, kind))
            continue;

          set_bad (record, field, kind);
          g_assert_false (clinic_store_save (change, record, &error));
          g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);

          if (!g_str_has_prefix (error->message, field->label))
            g_error ("%s.%s: %s", klass->table, field->name, error->message);

          g_assert_cmpint (clinic_record_get_id (record), ==, 0);
        }
    }

  g_assert_cmpint (maker_count (change->db, "audit"), ==, n_rows);
}

static void
test_bad_values_are_refused_by_name (ClinicDb *db)
{
  for_each_type (db, check_bad_values);
}

static void
check_lock (ClinicChange      *change,
            GType              type,
            ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) mine = maker_make (change, type, FALSE);
  g_autoptr(ClinicRecord) theirs = NULL;
  g_autoptr(GError) error = NULL;
  guint i = 0;

  maker_save (change, mine);
  theirs = clinic_record_copy (mine);

  /* The first field that can be changed alone. */
  for (; i < klass->n_fields; i++)
    {
      g_autofree char *old = clinic_record_dup_value (mine, &klass->fields[i]);

      if (old != NULL && maker_change_field (change, mine, &klass->fields[i]) &&
          clinic_record_validate (mine, change->today, NULL))
        break;

      clinic_record_assign (mine, theirs);
    }

  g_assert_cmpuint (i, <, klass->n_fields);

  if (klass->fixed)
    {
      g_assert_false (clinic_store_save (change, mine, &error));
      g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
      return;
    }

  maker_save (change, mine);
  g_assert_cmpint (clinic_record_get_version (mine), ==, 2);

  maker_change_field (change, theirs, &klass->fields[i]);
  g_assert_false (clinic_store_save (change, theirs, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT);
}

static void
test_second_writer_is_refused_and_fixed_types_stay (ClinicDb *db)
{
  for_each_type (db, check_lock);
}

static void
check_same (ClinicChange      *change,
            GType              type,
            ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, FALSE);
  gint64 n_rows;

  maker_save (change, record);
  n_rows = maker_count (change->db, "audit");
  maker_save (change, record);

  g_assert_cmpint (clinic_record_get_version (record), ==, 1);
  g_assert_cmpint (maker_count (change->db, "audit"), ==, n_rows);
}

static void
test_saving_the_same_writes_nothing (ClinicDb *db)
{
  for_each_type (db, check_same);
}

static void
check_remove (ClinicChange      *change,
              GType              type,
              ClinicRecordClass *klass)
{
  g_autoptr(ClinicRecord) record = maker_make (change, type, FALSE);
  g_autoptr(ClinicRecord) gone = NULL;
  g_autoptr(ClinicStatement) audit = NULL;
  g_autoptr(GError) error = NULL;

  maker_save (change, record);

  /* The database keeps these itself. */
  if (g_str_equal (klass->table, "amendment") || g_str_equal (klass->table, "finding") ||
      g_str_equal (klass->table, "consent") || g_str_equal (klass->table, "consent_withdrawal"))
    return;

  clinic_store_remove (change, record, &error);
  g_assert_no_error (error);

  audit = last_audit (change->db);
  g_assert_cmpstr (clinic_statement_get_text (audit, 0), ==, "remove");
  g_assert_true (clinic_statement_is_null (audit, 2));

  gone = clinic_store_find (change->db, type, clinic_record_get_id (record), &error);
  g_assert_null (gone);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
}

static void
test_removing_leaves_a_trace (ClinicDb *db)
{
  for_each_type (db, check_remove);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/types/fields-are-the-columns", test_fields_are_the_columns);
  clinic_test_add ("/types/stored-record-is-found-as-it-was",
                   test_stored_record_is_found_as_it_was);
  clinic_test_add ("/types/copy-equals", test_copy_equals_and_assigning_notifies_what_differs);
  clinic_test_add ("/types/properties-are-the-fields", test_properties_are_the_fields);
  clinic_test_add ("/types/canonical-values-go-both-ways", test_canonical_values_go_both_ways);
  clinic_test_add ("/types/unknown-is-null", test_unknown_is_null);
  clinic_test_add ("/types/audit-names-each-change", test_audit_names_each_change);
  clinic_test_add ("/types/audit-of-a-new-record-tells-all",
                   test_audit_of_a_new_record_tells_all_of_it);
  clinic_test_add ("/types/bad-values-are-refused-by-name", test_bad_values_are_refused_by_name);
  clinic_test_add ("/types/second-writer-is-refused",
                   test_second_writer_is_refused_and_fixed_types_stay);
  clinic_test_add ("/types/saving-the-same-writes-nothing", test_saving_the_same_writes_nothing);
  clinic_test_add ("/types/removing-leaves-a-trace", test_removing_leaves_a_trace);

  return g_test_run ();
}
