/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the database itself refuses, by triggers or by constraints: the same on both engines,
 * under the same names. */

#include "config.h"

#include "clinic-test.h"

static gboolean
is_pgsql (ClinicDb *db)
{
  return strcmp (clinic_db_get_engine (db), "pgsql") == 0;
}

static ClinicStatement *
prepare (ClinicDb   *db,
         const char *sql)
{
  g_autoptr(GError) error = NULL;
  ClinicStatement *statement = clinic_db_prepare (db, sql, &error);

  g_assert_no_error (error);

  return statement;
}

static void
run (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
begin (ClinicDb            *db,
       ClinicDbTransaction  kind)
{
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, kind, &error);
  g_assert_no_error (error);
}

static void
commit (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

static gint64
ask (ClinicDb   *db,
     const char *sql)
{
  g_autoptr(ClinicStatement) statement = prepare (db, sql);

  g_assert_true (clinic_statement_step (statement, NULL));

  return clinic_statement_get_int (statement, 0);
}

/* One practitioner, room and patient each of number 1 and 2; sessions 1 (signed, at nine) and 2
 * (live, ten to eleven). */
static const char scene[] =
  "INSERT INTO staff (id, version, name, roles) VALUES (1, 1, 'One', 'practitioner'), (2, 1, "
  "'Two', 'practitioner');"
  "INSERT INTO room (id, version, name) VALUES (1, 1, 'One'), (2, 1, 'Two');"
  "INSERT INTO patient (id, version, file_number, family_name) VALUES (1, 1, 'A', 'One'), (2, 1, "
  "'B', 'Two');"
  "INSERT INTO protocol (id, version, code, name) VALUES (1, 1, 'p', 'P');"
  "INSERT INTO phase (id, version, protocol_id, number, sessions, min_days, target_days, "
  "max_days, length_minutes)"
  " VALUES (1, 1, 1, 1, 4, 7, 7, 7, 30);"
  "INSERT INTO ingredient (id, version, code, name, class, role) VALUES (1, 1, 'i', 'I', 'c', "
  "'principal');"
  "INSERT INTO cocktail (id, version, name) VALUES (1, 1, 'C');"
  "INSERT INTO cocktail_version (id, version, cocktail_id, number, made_on) VALUES (1, 1, 1, 1, "
  "'2026-01-01');"
  "INSERT INTO component (id, version, cocktail_version_id, ingredient_id, volume) VALUES (1, 1, "
  "1, 1, 1000);"
  "INSERT INTO lot (id, version, product, number) VALUES (1, 1, 'L', '1');"
  "INSERT INTO operation (id, command, actor, at) VALUES (1, 'c', 1, 't');"
  "INSERT INTO audit (seq, at, actor, operation, command, action, entity, entity_id, mac)"
  " VALUES (1, 't', 1, 1, 'c', 'insert', 'patient', 1, 'm');"
  "INSERT INTO session (id, version, patient_id, practitioner_id, room_id, starts, ends, status) "
  "VALUES"
  " (1, 1, 1, 1, 1, '2026-11-21T09:00', '2026-11-21T09:30', 'in_treatment'),"
  " (2, 1, 1, 1, 1, '2026-11-21T10:00', '2026-11-21T11:00', 'booked');"
  "INSERT INTO injection (id, version, session_id, zone, cocktail_version_id, points, "
  "volume_per_point)"
  " VALUES (1, 1, 1, 'vertex', 1, 10, 50);"
  "INSERT INTO draw (id, version, session_id, lot_id, volume) VALUES (1, 1, 1, 1, 500);"
  "INSERT INTO amendment (id, version, session_id, staff_id, written_at, reason, text) VALUES (1, "
  "1, 1, 1, 't', 'r', 't');"
  "INSERT INTO finding (id, version, session_id, staff_id, rule, rule_version, severity, message, "
  "written_at)"
  " VALUES (1, 1, 1, 1, 'r', 1, 'warn', 'm', 't');"
  "UPDATE session SET status = 'done', signed_at = 't', signed_by = 1, signature = 's' WHERE id = "
  "1;";

#define SESSION(id, patient, practitioner, room, starts, ends, status, overbooked)                                \
  "INSERT INTO session (id, version, patient_id, practitioner_id, room_id, starts, ends, status, overbooked) VALUES" \
  " (" #id ", 1, " #patient ", " #practitioner ", " #room ", '2026-11-21T" starts "', '2026-11-21T" ends "', '" status "', " \
  #overbooked ")"

/* *INDENT-OFF* */
typedef struct
{
  const char  *name;
  const char  *sql;
  int          code;            /* of CLINIC_ERROR; -1: goes through */
  const char  *constraint;
} Refusal;

static const Refusal refusals[] = {
  { "unique", "INSERT INTO room (id, version, name) VALUES (3, 1, 'One')", CLINIC_ERROR_INVALID, "room.name" },
  { "unique-pair", "INSERT INTO phase (id, version, protocol_id, number, sessions, min_days, target_days, max_days, length_minutes)"
    " VALUES (2, 1, 1, 1, 4, 7, 7, 7, 30)", CLINIC_ERROR_INVALID, "phase.protocol_id, phase.number" },
  { "same-id", "INSERT INTO room (id, version, name) VALUES (1, 1, 'Three')", CLINIC_ERROR_INVALID, "room.id" },
  { "same-operation", "INSERT INTO operation (id, command, actor, at) VALUES (1, 'c', 1, 't')", CLINIC_ERROR_INVALID, "operation.id" },
  { "missing-value", "INSERT INTO room (id, version) VALUES (3, 1)", CLINIC_ERROR_INVALID, "NOT NULL constraint failed: room.name" },
  { "foreign-key", "INSERT INTO condition (id, version, patient_id, condition_kind_id) VALUES (1, 1, 1, 99)", CLINIC_ERROR_INVALID, "foreign_key" },
  { "foreign-key-of-delete", "DELETE FROM protocol", CLINIC_ERROR_INVALID, "foreign_key" },

  { "practitioner-twice", SESSION (3, 2, 1, 2, "10:30", "11:30", "booked", 0), CLINIC_ERROR_CONFLICT, "booked_practitioner" },
  { "room-twice", SESSION (3, 2, 2, 1, "09:30", "10:01", "confirmed", 0), CLINIC_ERROR_CONFLICT, "booked_room" },
  { "patient-twice", SESSION (3, 1, 2, 2, "10:15", "10:45", "arrived", 0), CLINIC_ERROR_CONFLICT, "booked_patient" },
  { "enclosing", SESSION (3, 2, 1, 2, "08:00", "16:00", "in_treatment", 0), CLINIC_ERROR_CONFLICT, "booked_practitioner" },
  { "moved-onto", "INSERT INTO session (id, version, patient_id, practitioner_id, room_id, starts, ends, status) VALUES"
    " (3, 1, 2, 1, 2, '2026-11-21T12:00', '2026-11-21T13:00', 'booked');"
    "UPDATE session SET starts = '2026-11-21T10:59', ends = '2026-11-21T11:59' WHERE id = 3", CLINIC_ERROR_CONFLICT, "booked_practitioner" },
  { "come-back", "INSERT INTO session (id, version, patient_id, practitioner_id, room_id, starts, ends, status) VALUES"
    " (3, 1, 2, 1, 2, '2026-11-21T10:00', '2026-11-21T11:00', 'cancelled');"
    "UPDATE session SET status = 'booked' WHERE id = 3", CLINIC_ERROR_CONFLICT, "booked_practitioner" },
  { "end-is-next-start", SESSION (3, 2, 1, 1, "11:00", "12:00", "booked", 0), -1, NULL },
  { "over-a-done-one", SESSION (3, 2, 1, 1, "09:00", "09:30", "booked", 0), -1, NULL },
  { "cancelled-does-not-count", SESSION (3, 2, 1, 1, "10:00", "11:00", "cancelled", 0), -1, NULL },
  { "overbooked-on-purpose", SESSION (3, 2, 1, 1, "10:00", "11:00", "booked", 1), -1, NULL },
  { "no-room", "INSERT INTO session (id, version, patient_id, practitioner_id, starts, ends, status) VALUES"
    " (3, 1, 2, 2, '2026-11-21T10:00', '2026-11-21T11:00', 'booked')", -1, NULL },
  { "other-fields-of-a-live-one", "UPDATE session SET notes = 'n', starts = '2026-11-21T10:15' WHERE id = 2", -1, NULL },
  { "eight-hours", SESSION (3, 2, 2, 2, "08:00", "16:00", "booked", 0), -1, NULL },
  { "over-eight-hours", SESSION (3, 2, 2, 2, "08:00", "16:01", "booked", 0), CLINIC_ERROR_INVALID, "session_length" },
  { "no-length", SESSION (3, 2, 2, 2, "08:00", "08:00", "booked", 0), CLINIC_ERROR_INVALID, "session_length" },
  { "backwards", SESSION (3, 2, 2, 2, "08:00", "07:00", "cancelled", 0), CLINIC_ERROR_INVALID, "session_length" },
  { "stretched", "UPDATE session SET ends = '2026-11-22T11:00' WHERE id = 2", CLINIC_ERROR_INVALID, "session_length" },

  { "signed-changed", "UPDATE session SET notes = 'n' WHERE id = 1", CLINIC_ERROR_INVALID, "signed" },
  { "signed-unsigned", "UPDATE session SET signed_at = NULL WHERE id = 1", CLINIC_ERROR_INVALID, "signed" },
  { "signed-deleted", "DELETE FROM session WHERE id = 1", CLINIC_ERROR_INVALID, "signed" },
  { "signed-injected", "INSERT INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES (2, 1, 1, 'v', 1, 1)", CLINIC_ERROR_INVALID, "signed" },
  { "signed-injection-changed", "UPDATE injection SET points = 11", CLINIC_ERROR_INVALID, "signed" },
  { "signed-injection-moved", "UPDATE injection SET session_id = 2", CLINIC_ERROR_INVALID, "signed" },
  { "signed-injection-deleted", "DELETE FROM injection", CLINIC_ERROR_INVALID, "signed" },
  { "signed-drawn", "INSERT INTO draw (id, version, session_id, lot_id, volume) VALUES (2, 1, 1, 1, 500)", CLINIC_ERROR_INVALID, "signed" },
  { "signed-draw-changed", "UPDATE draw SET volume = 1", CLINIC_ERROR_INVALID, "signed" },
  { "signed-draw-deleted", "DELETE FROM draw", CLINIC_ERROR_INVALID, "signed" },
  { "unsigned-injected", "INSERT INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES (2, 1, 2, 'v', 1, 1);"
    "UPDATE injection SET points = 2 WHERE id = 2; DELETE FROM injection WHERE id = 2", -1, NULL },
  { "moved-into-signed", "INSERT INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES (2, 1, 2, 'v', 1, 1);"
    "UPDATE injection SET session_id = 1 WHERE id = 2", CLINIC_ERROR_INVALID, "signed" },

  { "audit-between", "INSERT INTO audit (seq, at, actor, operation, command, action, entity, entity_id, mac)"
    " VALUES (0, 't', 1, 1, 'c', 'insert', 'patient', 1, 'm')", CLINIC_ERROR_INVALID, "append_only" },
  { "component-changed", "UPDATE component SET volume = 1", CLINIC_ERROR_INVALID, "fixed" },
  { "component-added", "INSERT INTO component (id, version, cocktail_version_id, ingredient_id, volume) VALUES (2, 1, 1, 1, 1)", CLINIC_ERROR_INVALID, "fixed" },
  { "component-deleted", "DELETE FROM component", CLINIC_ERROR_INVALID, "fixed" },
  { "cocktail-version-changed", "UPDATE cocktail_version SET note = 'n'", CLINIC_ERROR_INVALID, "fixed" },
  { "new-composition", "INSERT INTO cocktail_version (id, version, cocktail_id, number, made_on) VALUES (2, 1, 1, 2, '2026-01-01');"
    "INSERT INTO component (id, version, cocktail_version_id, ingredient_id, volume) VALUES (2, 1, 2, 1, 1000);"
    "DELETE FROM component WHERE id = 2; DELETE FROM cocktail_version WHERE id = 2", -1, NULL },
};

/* SQLite's authorizer is in front of the triggers and says "read_only". */
static const char * const untouchable[] = {
  "UPDATE audit SET mac = 'x'", "DELETE FROM audit",
  "UPDATE operation SET actor = 2", "DELETE FROM operation",
  "UPDATE amendment SET text = 'x'", "DELETE FROM amendment",
  "UPDATE finding SET message = 'x'", "DELETE FROM finding",
  "UPDATE migration SET checksum = 'x'", "DELETE FROM migration",
};
/* *INDENT-ON* */

static void
test_refusal_names_its_constraint (ClinicDb      *db,
                                   gconstpointer  data)
{
  const Refusal *refusal = data;
  g_autoptr(GError) error = NULL;

  run (db, scene);
  begin (db, CLINIC_DB_CHANGE);

  if (refusal->code < 0)
    {
      run (db, refusal->sql);
      commit (db);
      return;
    }

  g_assert_false (clinic_db_exec (db, refusal->sql, &error));
  g_assert_error (error, CLINIC_ERROR, refusal->code);
  g_assert_cmpstr (clinic_db_get_constraint (db), ==, refusal->constraint);
  g_assert_cmpint (clinic_db_get_verdict (db), ==, CLINIC_DB_FINAL);
  clinic_db_rollback (db);
}

static void
test_refused_statement_says_the_same (ClinicDb *db)
{
  g_autoptr(ClinicStatement) statement = prepare (db,
                                                  "INSERT INTO room (id, version, name) VALUES "
                                                  "($1, 1, $2)");
  g_autoptr(GError) error = NULL;

  run (db, scene);
  clinic_statement_bind_int (statement, 1, 3);
  clinic_statement_bind_text (statement, 2, "One");
  g_assert_cmpint (clinic_statement_run (statement, &error), ==, -1);
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpstr (clinic_db_get_constraint (db), ==, "room.name");
  g_assert_false (clinic_statement_step (statement, NULL));

  clinic_statement_reset (statement);
  g_clear_error (&error);
  clinic_statement_bind_int (statement, 1, 3);
  clinic_statement_bind_text (statement, 2, "Three");
  g_assert_cmpint (clinic_statement_run (statement, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_kept_rows_are_untouchable (ClinicDb *db)
{
  run (db, scene);

  for (guint i = 0; i < G_N_ELEMENTS (untouchable); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (clinic_db_exec (db, untouchable[i], &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (clinic_db_get_constraint (db), ==,
                       is_pgsql (db) ? "append_only" : "read_only");
    }
}

static void
test_late_reference_is_refused_at_commit (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  run (db, scene);
  begin (db, CLINIC_DB_CHANGE);
  run (db,
       "INSERT INTO injection (id, version, session_id, zone, points, volume_per_point) VALUES "
       "(2, 1, 99, 'v', 1, 1)");
  g_assert_false (clinic_db_commit (db, &error));
  g_assert_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID);
  g_assert_cmpstr (clinic_db_get_constraint (db), ==, "foreign_key");
  clinic_db_rollback (db);
  g_assert_cmpint (ask (db, "SELECT count(*) FROM injection"), ==, 1);
}

static void
add_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/guard/%s", refusals[i].name);

      clinic_test_add_data (path, &refusals[i], test_refusal_names_its_constraint);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  add_refusals ();
  clinic_test_add ("/guard/refused-statement-says-the-same", test_refused_statement_says_the_same);
  clinic_test_add ("/guard/kept-rows-are-untouchable", test_kept_rows_are_untouchable);
  clinic_test_add ("/guard/late-reference-is-refused-at-commit",
                   test_late_reference_is_refused_at_commit);

  return g_test_run ();
}
