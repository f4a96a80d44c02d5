/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic goes from one engine to the other, whatever its guards would say to a change. */

#include "config.h"

#include "clinic-backup.h"
#include "clinic-copy.h"
#include "clinic-migration.h"
#include "clinic-test.h"

static void
run (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static const char every_byte[] = "\0\x01\\x'\"\n\x7f\x80\xfe\xff\0 bytes";

/* Signed, overbooked, merged (into a later one), undone: all that may stand in an insert's way. */
static const char scene[] =
  "INSERT INTO staff (id, version, name, roles) VALUES (1, 1, 'Ayşe 髪', 'practitioner');"
  "INSERT INTO room (id, version, name) VALUES (1, 1, '');"
  "INSERT INTO patient (id, version, file_number, family_name, notes) VALUES (2, 1, 'B', 'Two', "
  "'it''s \"so\" \\ here');"
  "INSERT INTO patient (id, version, file_number, family_name, merged_into) VALUES (1, 7, 'A', "
  "'One', 2);"
  "INSERT INTO ingredient (id, version, code, name, class, role, max_dose) VALUES"
  " (1, 1, 'i', 'I', 'c', 'principal', 9223372036854775807);"
  "INSERT INTO cocktail (id, version, name) VALUES (1, 1, 'C');"
  "INSERT INTO cocktail_version (id, version, cocktail_id, number, made_on) VALUES (1, 1, 1, 1, "
  "'2026-01-01');"
  "INSERT INTO component (id, version, cocktail_version_id, ingredient_id, volume) VALUES (1, 1, "
  "1, 1, 1000);"
  "INSERT INTO lot (id, version, product, number) VALUES (1, 1, 'L', '1');"
  "INSERT INTO operation (id, command, actor, at) VALUES (1, 'c', 1, 't');"
  "INSERT INTO operation (id, command, actor, at, undoes) VALUES (2, 'undo', 1, 't', 1);"
  "INSERT INTO audit (seq, at, actor, operation, command, action, entity, entity_id, mac, before) "
  "VALUES"
  " (1, 't', 1, 1, 'c', 'insert', 'patient', 1, 'm', NULL), (2, 't', 1, 1, 'c', 'update', "
  "'patient', 1, 'n', '{}');"
  "INSERT INTO session (id, version, patient_id, practitioner_id, room_id, starts, ends, status, "
  "overbooked) VALUES"
  " (1, 1, 1, 1, 1, '2026-11-21T09:00', '2026-11-21T09:30', 'in_treatment', 0),"
  " (2, 1, 1, 1, 1, '2026-11-21T10:00', '2026-11-21T11:00', 'booked', 0),"
  " (3, 1, 1, 1, 1, '2026-11-21T10:00', '2026-11-21T11:00', 'booked', 1);"
  "INSERT INTO injection (id, version, session_id, zone, cocktail_version_id, points, "
  "volume_per_point)"
  " VALUES (1, 1, 1, 'vertex', 1, 10, 50);"
  "INSERT INTO draw (id, version, session_id, lot_id, volume) VALUES (1, 1, 1, 1, 500);"
  "UPDATE session SET status = 'done', signed_at = 't', signed_by = 1, signature = 's' WHERE id = "
  "1;";

static void
put_bytes (ClinicDb *db)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (every_byte, sizeof every_byte - 1);
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;

  statement = clinic_db_prepare (db, "INSERT INTO picture (content, kind, sealed) VALUES ('c', 'k', $1)",
                                 &error);
  g_assert_no_error (error);
  clinic_statement_bind_bytes (statement, 1, bytes);
  g_assert_cmpint (clinic_statement_run (statement, NULL), ==, 1);
}

static void
check_bytes (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, "SELECT sealed, kind FROM picture", NULL);
  g_autoptr(GBytes) bytes = NULL;

  g_assert_true (clinic_statement_step (statement, NULL));
  bytes = clinic_statement_dup_bytes (statement, 0);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), every_byte,
                   sizeof every_byte - 1);
  g_assert_null (clinic_statement_dup_bytes (statement, 1));
}

static GPtrArray *
list_tables (void)
{
  static const char * const tables[] = {
    "staff", "room", "patient", "ingredient", "cocktail", "cocktail_version", "component", "lot", "operation", "audit",
    "session", "injection", "draw",
  };
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_add (list, (gpointer) tables[i]);

  return list;
}

/* A table as text, for comparing. */
static char *
write_table (ClinicDb   *db,
             const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, &error);

  g_assert_no_error (error);

  while (clinic_statement_step (statement, &error))
    {
      for (guint i = 0; i < clinic_statement_n_columns (statement); i++)
        {
          const char *value = clinic_statement_get_text (statement, i);

          g_string_append_printf (text, "%s=%s|", clinic_statement_column_name (statement, i),
                                  value ? value : "(null)");
        }

      g_string_append_c (text, '\n');
    }

  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_same (ClinicDb *a,
             ClinicDb *b)
{
  g_autoptr(GPtrArray) tables = list_tables ();

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *mine = write_table (a, tables->pdata[i]);
      g_autofree char *theirs = write_table (b, tables->pdata[i]);

      g_assert_cmpstr (mine, ==, theirs);
      g_assert_cmpstr (mine, !=, "");
    }
}

static gboolean
note_progress (guint64  done,
               guint64  total,
               gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;

  return TRUE;
}

static ClinicDb *
make_file (void)
{
  g_autofree char *path = clinic_test_file ("copy.anagen");
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (path, CLINIC_DB_CREATE, &error);

  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);

  return db;
}

static void
test_every_row_arrives (ClinicDb *db)
{
  g_autoptr(ClinicDb) file = make_file ();
  g_autoptr(GError) error = NULL;
  guint64 last = 0;

  run (db, scene);
  put_bytes (db);
  clinic_copy_tables (db, file, note_progress, &last, &error);
  g_assert_no_error (error);
  assert_same (db, file);
  check_bytes (file);
  g_assert_cmpuint (last, >, 15);
  g_assert_false (clinic_db_in_transaction (db));
  g_assert_false (clinic_db_in_transaction (file));

  /* The guards are back. */
  g_assert_false (clinic_db_exec (file, "UPDATE session SET notes = 'n' WHERE id = 1", NULL));
  g_assert_false (clinic_db_exec (file, "DELETE FROM audit", NULL));
}

static void
test_file_goes_to_the_server (ClinicDb *db)
{
  g_autoptr(ClinicDb) file = make_file ();
  g_autoptr(GError) error = NULL;

  run (file, scene);
  put_bytes (file);
  clinic_copy_tables (file, db, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_same (file, db);
  check_bytes (db);
  g_assert_false (clinic_db_exec (db, "UPDATE session SET notes = 'n' WHERE id = 1", NULL));
}

static gboolean
stop (guint64  done,
      guint64  total,
      gpointer user_data)
{
  return FALSE;
}

static void
test_stopped_copy_leaves_nothing (ClinicDb *db)
{
  g_autoptr(ClinicDb) file = make_file ();
  g_autoptr(ClinicStatement) statement = NULL;
  g_autoptr(GError) error = NULL;

  run (db, scene);
  g_assert_false (clinic_copy_tables (db, file, stop, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (clinic_db_in_transaction (db));

  statement = clinic_db_prepare (file, "SELECT count(*) FROM patient", NULL);
  g_assert_true (clinic_statement_step (statement, NULL));
  g_assert_cmpint (clinic_statement_get_int (statement, 0), ==, 0);
}

static void
test_backup_of_either_engine_is_a_file (ClinicDb *db)
{
  g_autofree char *path = clinic_test_file ("backup.anagen");
  g_autoptr(ClinicDb) copy = NULL;
  g_autoptr(GError) error = NULL;

  run (db, scene);
  clinic_backup_run (db, path, NULL, NULL, &error);
  g_assert_no_error (error);

  copy = clinic_db_open (path, CLINIC_DB_READ, &error);
  g_assert_no_error (error);
  assert_same (db, copy);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/copy/every-row-arrives", test_every_row_arrives);
  clinic_test_add ("/copy/stopped-copy-leaves-nothing", test_stopped_copy_leaves_nothing);
  clinic_test_add ("/copy/backup-of-either-engine-is-a-file",
                   test_backup_of_either_engine_is_a_file);
  clinic_test_add_on ("pgsql", "/copy/file-goes-to-the-server", test_file_goes_to_the_server);

  return g_test_run ();
}
