/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clinics made by earlier versions have the kinds of reaction that were shipped with them: they get the others, and
 * what the clinic said of its own stays. What there was no list of before comes whole. */

#include "config.h"

#include <string.h>

#include "clinic-condition-kind.h"
#include "clinic-engine.h"
#include "clinic-id.h"
#include "clinic-medicine-kind.h"
#include "clinic-migration.h"
#include "clinic-reaction-kind.h"
#include "clinic-resource.h"
#include "clinic-seed.h"
#include "clinic-test.h"

/* The last steps before kinds of reaction were brought, and of medicines. */
#define LAST           12
#define LAST_MEDICINES 19

/* One that the clinic named and judged itself, and one that it does not have: the others go by it. */
#define OLD_CONDITIONS \
  "INSERT INTO condition_kind (id, version, code, name, bearing) VALUES" \
  " (101, 2, 'anticoagulant', 'Thin blood', 'warn'), (102, 1, 'isotretinoin', 'Isotretinoin', 'warn')"

/* As shipped, as the clinic changed it, a kind of the clinic's own under a code that was shipped later, and one that
 * says what "Other" is no more. */
#define OLD_KINDS \
  "INSERT INTO reaction_kind (id, version, code, name, ctcae_term, ctcae_version, meddra, expected_days, red_flag," \
  " advice, specify, grade_1) VALUES" \
  " (101, 1, 'allergic', 'Allergic reaction', 'Allergic reaction', '5.0', '10001718', 3, 1, NULL, 0, 'One')," \
  " (102, 2, 'scar', 'Our scar', 'Skin', '5.0', '10040785', NULL, 1, NULL, 0, 'Two')," \
  " (103, 1, 'granuloma', 'Granuloma', 'Skin', '5.0', '10040785', NULL, 1, 'Ask Dr Weber', 0, 'Three')," \
  " (104, 3, 'papules', 'Our papules', 'Skin', '5.0', '10040785', 30, 0, NULL, 0, 'Four')," \
  " (105, 1, 'other', 'Something else', 'Skin', '5.0', '10040785', NULL, 0, NULL, 0, 'Five')"

static const char *const later[] = { "necrosis", "vision", "panniculitis", "lichenoid", "other_general" };

static void
apply (ClinicDb   *db,
       const char *name)
{
  g_autofree char *own = g_strdup_printf ("sql/migrations/%s.%s.sql", name, clinic_db_get_engine (db));
  g_autofree char *common = g_strdup_printf ("sql/migrations/%s.sql", name);
  g_autofree char *text = clinic_resource_dup_text (clinic_resource_exists (own) ? own : common);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autofree char *note = g_strdup_printf ("INSERT INTO migration VALUES (%d, '%s', '%s', '2026')", atoi (name), name,
                                           checksum);
  g_autoptr(GError) error = NULL;

  clinic_db_exec (db, text, &error);
  g_assert_no_error (error);
  clinic_db_exec (db, note, &error);
  g_assert_no_error (error);
}

/* A clinic as the version before left it. */
static ClinicDb *
open_old (const char *location,
          int         last,
          const char *kinds)
{
  g_autoptr(GError) error = NULL;
  ClinicDb *db = clinic_db_open (location, CLINIC_DB_CREATE, &error);
  g_auto(GStrv) files = clinic_resource_list ("sql/migrations/");

  g_assert_no_error (error);

  if (db->engine->guard != NULL)
    db->engine->guard (db, FALSE);

  g_assert_true (clinic_db_begin (db, CLINIC_DB_CHANGE, &error));
  clinic_db_exec (db, "CREATE TABLE migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL,"
                  " applied_at TEXT NOT NULL)", &error);
  g_assert_no_error (error);

  for (char **file = files; *file != NULL; file++)
    {
      char *dot = strchr (*file, '.');

      if (!g_str_equal (dot, ".sql") || atoi (*file) > last)
        continue;

      *dot = '\0';
      apply (db, *file);
    }

  if (kinds != NULL)
    clinic_db_exec (db, kinds, &error);

  g_assert_no_error (error);
  g_assert_true (clinic_db_commit (db, &error));

  if (db->engine->guard != NULL)
    db->engine->guard (db, TRUE);

  return db;
}

static ClinicReactionKind *
find (ClinicDb   *db,
      const char *code)
{
  g_autoptr(GError) error = NULL;
  ClinicRecord *kind = clinic_store_find_by (db, CLINIC_TYPE_REACTION_KIND, "code", code, &error);

  g_assert_no_error (error);

  return CLINIC_REACTION_KIND (kind);
}

static guint
count (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, &error);

  g_assert_no_error (error);

  return kinds->len;
}

static void
upgrade (ClinicDb *db)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (clinic_migration_is_current (db, &error));
  g_assert_no_error (error);
  clinic_migration_run (db, &error);
  g_assert_no_error (error);
}

static void
test_missing_kinds_come_and_the_clinics_stay (const char *location)
{
  g_autoptr(ClinicDb) db = open_old (location, LAST, OLD_KINDS);
  g_autoptr(ClinicReactionKind) shipped = NULL;
  g_autoptr(ClinicReactionKind) changed = NULL;
  g_autoptr(ClinicReactionKind) advised = NULL;
  g_autoptr(ClinicReactionKind) own = NULL;
  g_autoptr(ClinicReactionKind) other = NULL;

  upgrade (db);
  g_assert_cmpuint (count (db), ==, 5 + G_N_ELEMENTS (later));

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr(ClinicReactionKind) kind = find (db, later[i]);

      g_assert_nonnull (kind);
      g_assert_cmpint (clinic_record_get_version (CLINIC_RECORD (kind)), ==, 1);
    }

  shipped = find (db, "allergic");
  g_assert_nonnull (strstr (shipped->advice, "tight airways"));
  g_assert_cmpstr (shipped->grade_1, ==, "One");
  changed = find (db, "scar");
  g_assert_cmpstr (changed->name, ==, "Our scar");
  g_assert_null (changed->advice);
  advised = find (db, "granuloma");
  g_assert_cmpstr (advised->advice, ==, "Ask Dr Weber");
  own = find (db, "papules");
  g_assert_cmpstr (own->name, ==, "Our papules");
  g_assert_cmpint (own->expected_days, ==, 30);
  g_assert_cmpint (clinic_record_get_version (CLINIC_RECORD (own)), ==, 3);
  other = find (db, "other");
  g_assert_true (other->specify);
  g_assert_cmpint (other->call_days, ==, CLINIC_UNKNOWN);
}

static ClinicDb *
open_fresh (void)
{
  g_autofree char *place = clinic_test_file ("fresh.anagen");
  g_autoptr(GError) error = NULL;
  ClinicDb *fresh = clinic_db_open (place, CLINIC_DB_CREATE, &error);
  ClinicChange change = { .db = fresh, .operation = clinic_id_new (), .command = "clinic.create", .today = "2026-11-21" };

  g_assert_no_error (error);
  clinic_migration_run (fresh, &error);
  g_assert_no_error (error);
  g_assert_true (clinic_db_begin (fresh, CLINIC_DB_CHANGE, &error));
  g_assert_true (clinic_seed_load (&change, &error));
  g_assert_true (clinic_db_commit (fresh, &error));

  return fresh;
}

/* Word for word what a new clinic has. */
static void
test_brought_kinds_are_those_that_are_shipped (const char *location)
{
  g_autoptr(ClinicDb) db = open_old (location, LAST, OLD_KINDS);
  g_autoptr(ClinicDb) fresh = NULL;

  upgrade (db);
  fresh = open_fresh ();

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr(ClinicReactionKind) mine = find (db, later[i]);
      g_autoptr(ClinicReactionKind) theirs = find (fresh, later[i]);
      g_autoptr(ClinicRecord) same = clinic_record_copy (CLINIC_RECORD (theirs));

      clinic_record_set_id (same, clinic_record_get_id (CLINIC_RECORD (mine)));
      g_assert_true (clinic_record_equal (CLINIC_RECORD (mine), same));
    }
}

/* The code of what a medicine counts as, where it counts as something. */
static char *
dup_condition (ClinicDb           *db,
               ClinicMedicineKind *kind)
{
  g_autoptr(ClinicRecord) condition = NULL;

  if (kind->condition_kind_id == CLINIC_UNKNOWN)
    return NULL;

  condition = clinic_store_find (db, CLINIC_TYPE_CONDITION_KIND, kind->condition_kind_id, NULL);

  return g_strdup (CLINIC_CONDITION_KIND (condition)->code);
}

static void
assert_same_medicine (ClinicDb           *db,
                      ClinicDb           *fresh,
                      ClinicMedicineKind *shipped)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) mine = clinic_store_find_by (db, CLINIC_TYPE_MEDICINE_KIND, "code", shipped->code, &error);
  g_autoptr(ClinicRecord) same = clinic_record_copy (CLINIC_RECORD (shipped));
  g_autofree char *condition = dup_condition (db, CLINIC_MEDICINE_KIND (mine));
  g_autofree char *wanted = dup_condition (fresh, shipped);

  g_assert_no_error (error);
  g_assert_nonnull (mine);

  /* The clinic has three: two of its own, and one that came along. */
  if (g_strcmp0 (wanted, "anticoagulant") == 0 || g_strcmp0 (wanted, "isotretinoin") == 0 ||
      g_strcmp0 (wanted, "blood_thinning") == 0)
    g_assert_cmpstr (condition, ==, wanted);
  else
    g_assert_null (condition);

  clinic_record_set_id (same, clinic_record_get_id (mine));
  g_object_set (same, "condition-kind-id", CLINIC_MEDICINE_KIND (mine)->condition_kind_id, NULL);
  g_assert_true (clinic_record_equal (mine, same));
}

static void
test_medicines_come_as_they_are_shipped (const char *location)
{
  g_autoptr(ClinicDb) db = open_old (location, LAST_MEDICINES, OLD_CONDITIONS);
  g_autoptr(ClinicDb) fresh = NULL;
  g_autoptr(GPtrArray) shipped = NULL;
  g_autoptr(GPtrArray) conditions = NULL;
  g_autoptr(ClinicRecord) own = NULL;
  g_autoptr(GError) error = NULL;

  upgrade (db);
  fresh = open_fresh ();
  shipped = clinic_store_list_by (fresh, CLINIC_TYPE_MEDICINE_KIND, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shipped->len, >, 10);

  for (guint i = 0; i < shipped->len; i++)
    assert_same_medicine (db, fresh, shipped->pdata[i]);

  conditions = clinic_store_list_by (db, CLINIC_TYPE_CONDITION_KIND, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conditions->len, ==, 3);
  own = clinic_store_find_by (db, CLINIC_TYPE_CONDITION_KIND, "code", "anticoagulant", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (CLINIC_CONDITION_KIND (own)->bearing, ==, "warn");
}

static void
test_no_medicines_without_conditions (const char *location)
{
  g_autoptr(ClinicDb) db = open_old (location, LAST_MEDICINES, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) kinds = NULL;

  upgrade (db);
  kinds = clinic_store_list_by (db, CLINIC_TYPE_MEDICINE_KIND, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kinds->len, ==, 0);
}

/* A clinic that is new has none yet, and gets them all with the lists that come with the program. */
static void
test_a_clinic_without_kinds_stays_without (const char *location)
{
  g_autoptr(ClinicDb) db = open_old (location, LAST, NULL);

  upgrade (db);
  g_assert_cmpuint (count (db), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  clinic_test_add_place ("/old-kinds/missing-come-and-the-clinics-stay", test_missing_kinds_come_and_the_clinics_stay);
  clinic_test_add_place ("/old-kinds/brought-are-those-that-are-shipped",
                         test_brought_kinds_are_those_that_are_shipped);
  clinic_test_add_place ("/old-kinds/without-kinds-stays-without", test_a_clinic_without_kinds_stays_without);
  clinic_test_add_place ("/old-kinds/medicines-come-as-shipped", test_medicines_come_as_they_are_shipped);
  clinic_test_add_place ("/old-kinds/no-medicines-without-conditions", test_no_medicines_without_conditions);

  return g_test_run ();
}
