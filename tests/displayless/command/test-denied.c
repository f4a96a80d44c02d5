/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every function that is a command, given by each role: refused exactly when the matrix says so. */

#include "config.h"

#include "clinic-booking.h"
#include "clinic-chart-draft.h"
#include "clinic-chart-sign.h"
#include "clinic-chart.h"
#include "clinic-check-in-save.h"
#include "clinic-follow-up-save.h"
#include "clinic-decide.h"
#include "clinic-formulary.h"
#include "clinic-history.h"
#include "clinic-import.h"
#include "clinic-measure.h"
#include "clinic-phase.h"
#include "clinic-photo-keep.h"
#include "clinic-plan.h"
#include "clinic-reaction-link.h"
#include "clinic-reaction-log.h"
#include "clinic-register.h"
#include "clinic-rights.h"
#include "clinic-setup.h"
#include "clinic-test.h"
#include "clinic-undo.h"
#include "denied.h"

static void
save_clinic (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (act->db, CLINIC_TYPE_CLINIC, NULL, 0, error);

  clinic_clinic_save (act, clinics->pdata[0], error);
}

static void
save_staff (World      *world,
            ClinicAct  *act,
            GError    **error)
{
  g_autoptr(ClinicStaff) staff = clinic_staff_new ();
  g_autofree char *name = g_strdup_printf ("New %" G_GINT64_FORMAT, act->actor);

  g_object_set (staff, "name", name, "roles", "receptionist", NULL);
  clinic_staff_save (act, staff, error);
}

static void
save_room (World      *world,
           ClinicAct  *act,
           GError    **error)
{
  g_autoptr(ClinicRoom) room = clinic_room_new ();

  clinic_room_save (act, room, error);
}

static void
save_setting (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  clinic_setting_save (act, "test.key", "value", error);
}

static void
save_formulary (World      *world,
                ClinicAct  *act,
                GError    **error)
{
  g_autoptr(ClinicIngredient) ingredient = clinic_ingredient_new ();

  clinic_formulary_save (act, CLINIC_RECORD (ingredient), error);
}

static void
create_cocktail (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  g_autoptr(ClinicCocktail) cocktail = clinic_cocktail_new ();
  g_autoptr(GPtrArray) components = g_ptr_array_new ();

  clinic_cocktail_create (act, cocktail, components, NULL, error);
}

static void
revise_cocktail (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  g_autoptr(GPtrArray) components = g_ptr_array_new ();

  clinic_cocktail_revise (act, NONE, components, NULL, error);
}

static void
receive_lot (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  g_autoptr(ClinicLot) lot = clinic_lot_new ();

  clinic_lot_receive (act, lot, error);
}

static void
open_lot (World      *world,
          ClinicAct  *act,
          GError    **error)
{
  clinic_lot_open (act, NONE, NULL, error);
}

static void
quarantine_lot (World      *world,
                ClinicAct  *act,
                GError    **error)
{
  clinic_lot_quarantine (act, NONE, TRUE, "Cloudy", error);
}

static void
correct_lot (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  g_autoptr(ClinicLot) lot = clinic_lot_new ();

  clinic_record_set_id (CLINIC_RECORD (lot), NONE);
  clinic_record_set_version (CLINIC_RECORD (lot), 1);
  clinic_lot_correct (act, lot, "Misread", error);
}

static void
save_protocol (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  g_autoptr(ClinicProtocol) protocol = clinic_protocol_new ();
  g_autoptr(GPtrArray) phases = g_ptr_array_new ();

  clinic_protocol_save (act, protocol, phases, error);
}

static void
register_patient (World      *world,
                  ClinicAct  *act,
                  GError    **error)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  clinic_patient_register (act, patient, error);
}

static void
edit_patient (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  g_autoptr(ClinicRecord) patient = clinic_store_find (act->db, CLINIC_TYPE_PATIENT,
                                                       world->fixture.patient, error);

  clinic_patient_edit (act, CLINIC_PATIENT (patient), error);
}

static void
archive_patient (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  clinic_patient_archive (act, NONE, error);
}

static void
restore_patient (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  clinic_patient_restore (act, NONE, error);
}

static void
save_allergy (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  g_autoptr(ClinicAllergy) allergy = clinic_allergy_new ();

  clinic_allergy_save (act, allergy, error);
}

static void
end_allergy (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  clinic_allergy_end (act, NONE, NULL, "Tested", error);
}

static void
save_condition (World      *world,
                ClinicAct  *act,
                GError    **error)
{
  g_autoptr(ClinicCondition) condition = clinic_condition_new ();

  clinic_condition_save (act, condition, error);
}

static void
end_condition (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  clinic_condition_end (act, NONE, NULL, error);
}

static void
save_diagnosis (World      *world,
                ClinicAct  *act,
                GError    **error)
{
  g_autoptr(ClinicDiagnosis) diagnosis = clinic_diagnosis_new ();

  clinic_diagnosis_save (act, diagnosis, error);
}

static void
ask_pregnancy (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  clinic_pregnancy_ask (act, world->fixture.patient, "no", NULL, error);
}

static void
start_course (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  ClinicCourseRequest request = {
    .patient = world->fixture.patient,
    .protocol = world->fixture.protocol,
    .practitioner = world->fixture.practitioner,
    .first = "2026-11-23T09:00",
  };
  g_autoptr(ClinicCoursePlan) plan = clinic_course_plan (act->db, &request, error);

  clinic_course_start (act, plan, error);
}

static void
edit_course (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  g_autoptr(ClinicCourse) course = clinic_course_new ();

  clinic_record_set_id (CLINIC_RECORD (course), NONE);
  clinic_record_set_version (CLINIC_RECORD (course), 1);
  clinic_course_edit (act, course, error);
}

static void
stop_course (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  clinic_course_stop (act, NONE, "Moved", error);
}

static void
complete_course (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  clinic_course_complete (act, NONE, error);
}

static ClinicSession *
make_session (World      *world,
              const char *starts,
              const char *ends)
{
  ClinicSession *session = clinic_session_new ();

  g_object_set (session, "patient-id", world->fixture.patient, "practitioner-id",
                world->fixture.practitioner,
                "starts", starts, "ends", ends, NULL);

  return session;
}

static void
book_session (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  g_autoptr(ClinicSession) session = make_session (world, "2027-02-01T09:00", "2027-02-01T09:30");

  clinic_session_book (act, session, error);
}

static void
overbook_session (World      *world,
                  ClinicAct  *act,
                  GError    **error)
{
  g_autoptr(ClinicSession) session = make_session (world, "2027-02-02T09:00", "2027-02-02T09:30");

  g_object_set (session, "overbooked", TRUE, NULL);
  clinic_act_set_reason (act, "In pain");
  clinic_session_book (act, session, error);
}

static void
move_session (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  g_autoptr(ClinicSession) session = make_session (world, "2027-02-03T09:00", "2027-02-03T09:30");

  clinic_record_set_id (CLINIC_RECORD (session), NONE);
  clinic_record_set_version (CLINIC_RECORD (session), 1);
  clinic_session_move (act, session, error);
}

static void
cancel_session (World      *world,
                ClinicAct  *act,
                GError    **error)
{
  clinic_session_cancel (act, NONE, "Cold", error);
}

static void
miss_session (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  clinic_session_no_show (act, NONE, NULL, error);
}

static void
set_state (World      *world,
           ClinicAct  *act,
           GError    **error)
{
  clinic_session_set_state (act, NONE, "arrived", error);
}

static void
discard_draft (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  clinic_chart_draft_discard (act, NONE, error);
}

static void
sign_session (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  clinic_chart_sign (act, NONE, error);
}

static void
amend_session (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  clinic_chart_amend (act, NONE, "Forgotten", "More", error);
}

static void
log_reaction (World      *world,
              ClinicAct  *act,
              GError    **error)
{
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();

  clinic_reaction_log (act, reaction, error);
}

static void
clear_reaction (World      *world,
                ClinicAct  *act,
                GError    **error)
{
  clinic_reaction_clear (act, NONE, NULL, error);
}

static void
assess_reaction (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  g_autoptr(ClinicReaction) reaction = clinic_reaction_new ();

  clinic_reaction_assess (act, reaction, error);
}

static void
link_reaction (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  clinic_reaction_link (act, NONE, none, error);
}

static void
make_call (World      *world,
           ClinicAct  *act,
           GError    **error)
{
  clinic_follow_up_again (act, NONE, error);
}

static void
add_measurement (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  g_autoptr(ClinicMeasurement) measurement = clinic_measurement_new ();

  clinic_measurement_add (act, measurement, error);
}

static void
add_photo (World      *world,
           ClinicAct  *act,
           GError    **error)
{
  g_autoptr(ClinicPicture) picture = clinic_picture_new_pixels (g_malloc0 (12), 2, 2);
  g_autoptr(ClinicPhoto) photo = clinic_photo_new ();
  g_autoptr(GPtrArray) additions = g_ptr_array_new ();
  ClinicPhotoAddition addition = { photo, picture };

  g_ptr_array_add (additions, &addition);
  clinic_photo_add (act, additions, error);
}

static void
take_decision (World      *world,
               ClinicAct  *act,
               GError    **error)
{
  g_autoptr(ClinicDecision) decision = clinic_decision_new ();

  clinic_decide_take (act, decision, error);
}

static void
import_patients (World      *world,
                 ClinicAct  *act,
                 GError    **error)
{
  ClinicImportOptions options = { 0 };
  g_auto(ClinicImportResult) result = { 0 };

  clinic_import_patients (act, world->table, &options, &result, error);
}

static void
import_measurements (World      *world,
                     ClinicAct  *act,
                     GError    **error)
{
  ClinicImportOptions options = { 0 };
  g_auto(ClinicImportResult) result = { 0 };

  clinic_import_measurements (act, world->table, &options, &result, error);
}

static void
undo_edit (World      *world,
           ClinicAct  *act,
           GError    **error)
{
  clinic_undo (act, world->edit, error);
}

static void
undo_import (World      *world,
             ClinicAct  *act,
             GError    **error)
{
  clinic_undo (act, world->import, error);
}

typedef struct
{
  const char *command;
  GiveFunc    give;         /* NULL: another room does it after clinic_act_check () */
} Given;

/* *INDENT-OFF* */
static const Given given[] = {
  { "clinic.create",    NULL },
  { "setting.save",     save_clinic },
  { "setting.save",     save_setting },
  { "staff.save",       save_staff },
  { "room.save",        save_room },
  { "formulary.save",   save_formulary },
  { "formulary.save",   create_cocktail },
  { "formulary.save",   revise_cocktail },
  { "lot.save",         receive_lot },
  { "lot.save",         open_lot },
  { "lot.save",         quarantine_lot },
  { "lot.save",         correct_lot },
  { "protocol.save",    save_protocol },
  { "protocol.save",    denied_save_pull_version },
  { "patient.register", register_patient },
  { "patient.edit",     edit_patient },
  { "patient.archive",  archive_patient },
  { "patient.archive",  restore_patient },
  { "history.save",     save_allergy },
  { "history.save",     end_allergy },
  { "history.save",     save_condition },
  { "history.save",     end_condition },
  { "history.save",     save_diagnosis },
  { "medicine.add",     denied_add_medicine },
  { "history.save",     denied_change_medicine },
  { "history.save",     denied_stop_medicine },
  { "check-in.save",    ask_pregnancy },
  { "snippet.save",     denied_save_phrase },
  { "snippet.save",     denied_remove_phrase },
  { "snippet.save",     denied_move_phrase },
  { "course.start",     start_course },
  { "course.edit",      edit_course },
  { "course.edit",      stop_course },
  { "course.edit",      complete_course },
  { "session.book",     book_session },
  { "session.overbook", overbook_session },
  { "session.move",     move_session },
  { "session.cancel",   cancel_session },
  { "session.no-show",  miss_session },
  { "session.state",    set_state },
  { "session.chart",    discard_draft },
  { "session.sign",     sign_session },
  { "session.amend",    amend_session },
  { "reaction.log",     log_reaction },
  { "reaction.clear",   clear_reaction },
  { "reaction.assess",  assess_reaction },
  { "reaction.assess",  link_reaction },
  { "follow-up.save",   make_call },
  { "measurement.add",  add_measurement },
  { "decision.take",    take_decision },
  { "consent.sign",     denied_sign_consent },
  { "consent.confirm",  denied_confirm_consent },
  { "consent.withdraw", denied_withdraw_consent },
  { "consent.form",     denied_save_form },
  { "consent.form",     denied_take_forms },
  { "aftercare.save",   denied_save_aftercare },
  { "homecare.save",    denied_save_home_care },
  { "photo.add",        add_photo },
  { "photo.edit",       NULL },
  { "photo.archive",    NULL },
  { "photo.view",       denied_view_photos },
  { "photo.export",     denied_give_out_photos },
  { "photo.sweep",      NULL },
  { "paper.write",      NULL },
  { "import.run",       import_patients },
  { "import.run",       import_measurements },
  { "undo.run",         undo_edit },
  { "undo.import",      undo_import },
  { "report.run",       NULL },
  { "report.overrides", NULL },
  { "export.run",       NULL },
  { "changes.read",     NULL },
  { "audit.read",       NULL },
  { "backup.run",       NULL },
  { "demo.make",        NULL },
};
/* *INDENT-ON* */

static gboolean
make_import (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  g_autoptr(ClinicPatient) patient = clinic_patient_new ();

  g_object_set (patient, "file-number", "I1", "family-name", "Imported", NULL);

  return clinic_store_save (change, CLINIC_RECORD (patient), error);
}

static void
make_world (World    *world,
            ClinicDb *db)
{
  g_autoptr(ClinicAct) owner = NULL;
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(GError) error = NULL;

  command_fixture_init (&world->fixture, db);
  owner = clinic_act_new (db, world->fixture.owner);
  g_assert_true (clinic_act_run (owner, "import.run", make_import, NULL, &error));
  world->import = owner->done;

  patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, world->fixture.patient, &error);
  g_object_set (patient, "city", "Linz", NULL);
  g_assert_true (clinic_patient_edit (owner, CLINIC_PATIENT (patient), &error));
  world->edit = owner->done;

  world->table = clinic_test_file ("table.csv");
  g_assert_true (g_file_set_contents (world->table, "family name,given name\nTest,Tina\n", -1,
                                      &error));
  g_assert_no_error (error);
}

static void
give_to (World       *world,
         gint64       actor,
         const char  *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autoptr(ClinicAct) act = clinic_act_new (world->fixture.db, actor);
      g_autoptr(GError) error = NULL;

      g_test_message ("%s (%u) by %s", given[i].command, i, role);

      if (given[i].give != NULL)
        given[i].give (world, act, &error);
      else
        clinic_act_check (act, given[i].command, &error);

      g_assert_false (clinic_db_in_transaction (world->fixture.db));
      g_assert_cmpint (g_error_matches (error, CLINIC_ERROR, CLINIC_ERROR_DENIED), ==,
                       !clinic_rights_allow (role, given[i].command));
    }
}

static void
test_each_role_is_refused_what_it_must_be (ClinicDb *db)
{
  World world = { 0 };

  make_world (&world, db);
  give_to (&world, world.fixture.receptionist, "receptionist");
  give_to (&world, world.fixture.practitioner, "practitioner");
  give_to (&world, world.fixture.manager, "manager");
  give_to (&world, world.fixture.owner, "owner");
  g_free (world.table);
  command_fixture_clear (&world.fixture);
}

static void
test_every_command_is_tried (void)
{
  const char *const *commands = clinic_rights_commands ();

  for (guint i = 0; commands[i] != NULL; i++)
    {
      gboolean tried = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (given); j++)
        tried = tried || g_str_equal (given[j].command, commands[i]);

      g_test_message ("%s", commands[i]);
      g_assert_true (tried);
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_test_init (&argc, &argv);

  g_test_add_func ("/command/denied/all-tried", test_every_command_is_tried);
  clinic_test_add ("command/denied/each-role", test_each_role_is_refused_what_it_must_be);

  return g_test_run ();
}
