/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-test.h"
#include "report-clinic.h"

/* Two people, two rules, two months; one that belongs to no session, and one that is no override. */
static void
put_overrides (ClinicDb *db)
{
  put_basics (db);
  put_patient (db, 7);
  put (db,
       "INSERT INTO staff (id, version, name, roles) VALUES (2, 1, 'Dr Anders', 'practitioner');"
       "INSERT INTO session (id, version, patient_id, practitioner_id, starts, ends, status, overbooked)"
       " VALUES (31, 1, 7, 1, '2026-09-30T10:00', '2026-09-30T10:30', 'done', 0),"
       "        (32, 1, 7, 1, '2026-10-05T10:00', '2026-10-05T10:30', 'done', 0);"
       "INSERT INTO finding (id, version, patient_id, session_id, staff_id, rule, rule_version, severity, message, reason,"
       " written_at) VALUES"
       " (1, 1, 7, 31, 1, 'lot-expired', 1, 'stop', 'Lot A expired.', 'Came today', '2026-10-01T08:00:00.000Z'),"
       " (2, 1, 7, 31, 1, 'depth-deep', 2, 'warn', 'Deep.', 'Thick scalp', '2026-10-01T08:00:00.000Z'),"
       " (3, 1, 7, 32, 1, 'depth-deep', 2, 'warn', 'Deep.', 'Thick scalp', '2026-10-05T08:00:00.000Z'),"
       " (4, 1, 7, 32, 2, 'depth-deep', 2, 'warn', 'Deep.', 'Agreed', '2026-10-05T08:00:00.000Z'),"
       " (5, 1, NULL, NULL, 2, 'gone-since', 1, 'stop', 'No.', 'Had to', '2026-10-06T08:00:00.000Z'),"
       " (6, 1, 7, 32, 2, 'depth-deep', 2, 'note', 'Deep.', NULL, '2026-10-05T08:00:00.000Z')");
}

static char *
make (ClinicDb           *db,
      const char * const *values,
      const char         *sheet)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) sheets = run_report (db, "rule-overrides", values, &error);

  g_assert_no_error (error);

  return print_sheet (sheets, sheet);
}

static void
assert_row (const char *rows,
            guint       row,
            const char *wanted)
{
  g_auto(GStrv) pairs = g_strsplit (wanted, ";", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      g_auto(GStrv) parts = g_strsplit (*pair, "=", 2);
      g_autofree char *value = get_value (rows, row, parts[0]);

      if (g_strcmp0 (value, parts[1]) != 0)
        g_error ("%s in row %u is “%s”, not “%s”, in:\n%s", parts[0], row, value, parts[1], rows);
    }
}

static void
test_rules_are_counted (ClinicDb *db)
{
  g_autofree char *rows = NULL;
  g_autofree char *says = NULL;
  g_autofree char *source = NULL;

  put_overrides (db);
  rows = make (db, NULL, "rules");
  assert_row (rows, 1, "rule=depth-deep;severity=Warning;overrides=3;sessions=2;people=2;first=2026-09-30;last=2026-10-05");
  assert_row (rows, 2, "rule=gone-since;severity=Stop;overrides=1;sessions=0;people=1;says=;source=");
  assert_row (rows, 3, "rule=lot-expired;severity=Stop;overrides=1;sessions=1;people=1");
  says = get_value (rows, 1, "says");
  source = get_value (rows, 1, "source");
  g_assert_nonnull (strstr (says, "mm"));
  g_assert_cmpstr (source, !=, "");
}

static void
test_people_and_months_are_counted (ClinicDb *db)
{
  g_autofree char *staff = NULL;
  g_autofree char *months = NULL;
  g_autofree char *reasons = NULL;

  put_overrides (db);
  staff = make (db, NULL, "staff");
  assert_row (staff, 1, "staff=Dr Weber;overrides=3;stops=1;warnings=2;rules=2;sessions=2");
  assert_row (staff, 2, "staff=Dr Anders;overrides=2;stops=1;warnings=1;rules=2;sessions=1");

  /* A session of September that was written down in October is September's. */
  months = make (db, NULL, "months");
  assert_row (months, 1, "month=2026-09;overrides=2;stops=1;warnings=1;rules=2;people=1;sessions=1");
  assert_row (months, 2, "month=2026-10;overrides=3;stops=1;warnings=2;rules=2;people=2;sessions=1");
  reasons = make (db, NULL, "reasons");
  assert_row (reasons, 1, "day=2026-10-06;rule=gone-since;severity=Stop;staff=Dr Anders;reason=Had to;version=1");
  assert_row (reasons, 5, "day=2026-09-30;rule=lot-expired;reason=Came today");
}

static void
test_period_is_of_both_ends (ClinicDb *db)
{
  const char *from[] = { "from=2026-10-05", NULL };
  const char *to[] = { "to=2026-09-30", NULL };
  const char *both[] = { "from=2026-10-05", "to=2026-10-05", NULL };
  g_autofree char *later = NULL;
  g_autofree char *earlier = NULL;
  g_autofree char *one = NULL;

  put_overrides (db);
  later = make (db, from, "months");
  assert_row (later, 1, "month=2026-10;overrides=3");
  earlier = make (db, to, "months");
  assert_row (earlier, 1, "month=2026-09;overrides=2");
  one = make (db, both, "staff");
  assert_row (one, 1, "staff=Dr Anders;overrides=1");
  assert_row (one, 2, "staff=Dr Weber;overrides=1");
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add ("/overrides/rules", test_rules_are_counted);
  clinic_test_add ("/overrides/people-and-months", test_people_and_months_are_counted);
  clinic_test_add ("/overrides/period", test_period_is_of_both_ends);

  return g_test_run ();
}
