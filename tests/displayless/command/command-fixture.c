/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-formulary.h"
#include "clinic-phase.h"
#include "clinic-register.h"
#include "clinic-setting.h"
#include "clinic-setup.h"
#include "command-fixture.h"

static const char *const rooms[] = { "Room 1", "Room 2", NULL };

gint64
command_count (ClinicDb   *db,
               const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicStatement) statement = clinic_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  g_assert_true (clinic_statement_step (statement, &error));
  g_assert_no_error (error);

  return clinic_statement_get_int (statement, 0);
}

gint64
command_add_staff (ClinicDb   *db,
                   gint64      owner,
                   const char *name,
                   const char *roles)
{
  g_autoptr(ClinicAct) act = clinic_act_new (db, owner);
  g_autoptr(ClinicStaff) staff = clinic_staff_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (staff, "name", name, "roles", roles, NULL);
  id = clinic_staff_save (act, staff, &error);
  g_assert_no_error (error);

  return id;
}

gint64
command_add_patient (ClinicDb   *db,
                     gint64      actor,
                     const char *family,
                     const char *given,
                     const char *birth)
{
  g_autoptr(ClinicAct) act = clinic_act_new (db, actor);
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (patient, "family-name", family, "given-name", given, "birth-date", birth, NULL);
  id = clinic_patient_register (act, patient, &error);
  g_assert_no_error (error);

  return id;
}

gboolean
command_archive (ClinicAct *act,
                 gint64     patient)
{
  g_autoptr(GError) error = NULL;
  gboolean done = clinic_patient_archive (act, patient, &error);

  g_assert_no_error (error);

  return done;
}

static gint64
find_id (ClinicDb   *db,
         GType       type,
         const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRecord) record = clinic_store_find_by (db, type, "name", name, &error);

  g_assert_no_error (error);
  g_assert_nonnull (record);

  return clinic_record_get_id (record);
}

static ClinicPhase *
make_phase (gint64 sessions,
            gint64 least,
            gint64 target,
            gint64 most)
{
  ClinicPhase *phase = clinic_phase_new ();

  g_object_set (phase, "sessions", sessions, "min-days", least, "target-days", target, "max-days",
                most,
                "length-minutes", (gint64) 30, NULL);

  return phase;
}

static gint64
add_protocol (ClinicAct *act)
{
  g_autoptr(ClinicProtocol) protocol = clinic_protocol_new ();
  g_autoptr(GPtrArray) phases = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (protocol, "code", "test-taper", "name", "Weekly, then fortnightly", NULL);
  g_ptr_array_add (phases, make_phase (3, 6, 7, 9));
  g_ptr_array_add (phases, make_phase (2, 10, 14, 18));
  id = clinic_protocol_save (act, protocol, phases, &error);
  g_assert_no_error (error);

  return id;
}

static gint64
add_ingredient (ClinicAct  *act,
                const char *code)
{
  g_autoptr(ClinicIngredient) ingredient = clinic_ingredient_new ();
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_object_set (ingredient, "code", code, "name", code, "class", "vitamin", "role", "principal",
                NULL);
  id = clinic_formulary_save (act, CLINIC_RECORD (ingredient), &error);
  g_assert_no_error (error);

  return id;
}

/* Tests that are about something else treat without a consent, and nothing is said about it. */
static void
ask_no_consent (ClinicDb *db)
{
  g_autoptr(ClinicRecord) setting = CLINIC_RECORD (clinic_setting_new ());
  g_autoptr(GError) error = NULL;

  g_object_set (setting, "key", "rule.consent-unused.severity", "value", "off", NULL);
  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  clinic_store_insert_bulk (db, setting, "2026-11-21", &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

void
command_fixture_init (CommandFixture *self,
                      ClinicDb       *db)
{
  const ClinicSetup setup = {
    .clinic_name = "Test clinic",
    .zone = "Europe/Vienna",
    .hours = "Mo-Fr 08:00-18:00; Sa 09:00-13:00",
    .owner_name = "Olga Owner",
    .owner_roles = "owner",
    .rooms = rooms,
  };
  g_autoptr(ClinicAct) act = NULL;
  g_autoptr(GError) error = NULL;

  self->db = db;
  self->owner = clinic_setup_create (db, &setup, &error);
  g_assert_no_error (error);

  ask_no_consent (db);
  self->manager = command_add_staff (db, self->owner, "Max Manager", "manager");
  self->receptionist = command_add_staff (db, self->owner, "Rita Receptionist", "receptionist");
  self->practitioner = command_add_staff (db, self->owner, "Paul Practitioner", "practitioner");
  self->colleague = command_add_staff (db, self->owner, "Pia Practitioner", "practitioner");
  self->room = find_id (db, CLINIC_TYPE_ROOM, "Room 1");
  self->other_room = find_id (db, CLINIC_TYPE_ROOM, "Room 2");
  self->patient = command_add_patient (db, self->receptionist, "Testa", "Ada", "1980-02-29");
  self->other_patient = command_add_patient (db, self->receptionist, "Probst", "Bela",
                                             "1971-07-01");

  act = clinic_act_new (db, self->owner);
  self->protocol = add_protocol (act);
  self->ingredient = add_ingredient (act, "test-one");
  self->other_ingredient = add_ingredient (act, "test-two");
  self->act = clinic_act_new (db, self->receptionist);
}

void
command_fixture_clear (CommandFixture *self)
{
  g_clear_pointer (&self->act, clinic_act_free);
}
