/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "clinic-act.h"
#include "clinic-audit.h"
#include "clinic-clinic.h"
#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-demo-world.h"
#include "clinic-id.h"
#include "clinic-seed.h"
#include "clinic-staff.h"

#define ROWS_A_TRANSACTION 100000
#define TRANSACTIONS_A_CHECKPOINT 5

#define UNFINISHED "Demonstration (unfinished)"
#define FINISHED "Demonstration clinic"

typedef struct
{
  ClinicDemoWorld    *world;
  ClinicProgressFunc  progress;
  gpointer            progress_data;
  guint               n_transactions;
} Making;

static gboolean
check_empty (ClinicDb  *db,
             GError   **error)
{
  g_autoptr(GError) failure = NULL;
  g_autofree char *zone = clinic_act_dup_zone (db, &failure);

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (zone == NULL)
    return TRUE;
  else
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_CONFLICT,
                         _("There already is a clinic in this place. A demonstration needs an "
                           "empty one."));

  return FALSE;
}

static gboolean
save_clinic (ClinicDemoWorld  *world,
             ClinicChange     *change,
             GError          **error)
{
  g_autoptr(ClinicRecord) clinic = CLINIC_RECORD (clinic_clinic_new ());

  clinic_demo_text (clinic, "name", UNFINISHED);
  clinic_demo_text (clinic, "zone", world->options->zone);
  clinic_demo_text (clinic, "language", "en");
  clinic_demo_text (clinic, "address", "Sample Street 1, Neudorf");
  clinic_demo_text (clinic, "phone", "+00 1 000000");
  clinic_demo_text (clinic, "email", "clinic@example.org");
  clinic_demo_text (clinic, "hours", world->open_sunday
                                     ? "Mo-Fr 08:00-12:00 13:00-18:00; Sa,Su 09:00-13:00"
                                     : "Mo-Fr 08:00-12:00 13:00-18:00; Sa 09:00-13:00");
  clinic_demo_number (clinic, "slot_minutes", CLINIC_DEMO_SLOT);
  clinic_demo_number (clinic, "demonstration", 1);

  return clinic_store_save (change, clinic, error);
}

/* The clinic, its people and the shipped lists, audited as in any clinic. */
static gboolean
make_clinic (ClinicAct     *act,
             ClinicChange  *change,
             gpointer       data,
             GError       **error)
{
  ClinicDemoWorld *world = data;
  g_autoptr(ClinicRecord) owner = CLINIC_RECORD (clinic_staff_new ());
  g_autofree char *first_day = clinic_demo_date (world, 0);

  if (!check_empty (act->db, error))
    return FALSE;

  change->today = world->date_today;
  clinic_demo_text (owner, "name", "Dana Demo");
  clinic_demo_text (owner, "roles", "owner");

  if (!save_clinic (world, change, error) || !clinic_store_save (change, owner, error))
    return FALSE;

  world->result.owner = change->actor = clinic_record_get_id (owner);
  clinic_demo_make_people (world, change);

  if (world->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&world->error));
      return FALSE;
    }

  /* The cocktails are as old as the clinic. */
  change->today = first_day;

  return clinic_seed_load (change, error);
}

static gboolean
end_transaction (Making *making)
{
  ClinicDemoWorld *world = making->world;

  if (world->error != NULL || !clinic_db_commit (world->db, &world->error))
    return FALSE;

  world->n_pending = 0;

  if (++making->n_transactions % TRANSACTIONS_A_CHECKPOINT == 0)
    clinic_db_checkpoint (world->db);

  return TRUE;
}

static gboolean
go_on (Making *making,
       guint   n_done)
{
  ClinicDemoWorld *world = making->world;

  if (world->error != NULL ||
      g_cancellable_set_error_if_cancelled (world->options->cancellable, &world->error))
    return FALSE;

  if (making->progress == NULL ||
      making->progress (n_done, world->options->patients, making->progress_data))
    return TRUE;

  g_set_error_literal (&world->error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _("The demonstration was not finished."));

  return FALSE;
}

/* When the patient of this place came first: ever more came, in the order of their file numbers. */
static gint64
draw_first_day (ClinicDemoWorld *world,
                guint            place)
{
  double share = (place + clinic_random_unit (&world->random)) / world->options->patients;

  return (gint64) (world->today * (sqrt (1 + 8 * share) - 1) / 2);
}

static gboolean
make_patients (Making *making)
{
  ClinicDemoWorld *world = making->world;

  for (guint i = 0; i < world->options->patients; i++)
    {
      ClinicDemoPatient patient = { 0 };

      if (!clinic_db_in_transaction (world->db) &&
          !clinic_db_begin (world->db, CLINIC_DB_CHANGE, &world->error))
        return FALSE;

      clinic_demo_make_patient (world, &patient, draw_first_day (world, i));

      if (world->n_pending >= ROWS_A_TRANSACTION && !end_transaction (making))
        return FALSE;

      if (!go_on (making, i + 1))
        return FALSE;
    }

  if (!clinic_db_in_transaction (world->db) &&
      !clinic_db_begin (world->db, CLINIC_DB_CHANGE, &world->error))
    return FALSE;

  clinic_demo_fill_today (world);
  clinic_demo_make_shelf (world);
  clinic_demo_make_reactions (world);
  clinic_demo_make_photos (world);
  clinic_demo_fill_weeks (world);

  return end_transaction (making);
}

static char *
describe (ClinicDemoWorld *world)
{
  const ClinicDemoOptions *options = world->options;
  const ClinicDemoResult *result = &world->result;

  return g_strdup_printf ("{\"seed\":\"%" G_GUINT64_FORMAT "\",\"today\":\"%s\",\"zone\":\"%s\","
                          "\"years\":\"%u\",\"sessions_per_patient\":\"%u\",\"patients\":\"%u\","
                          "\"courses\":\"%u\",\"sessions\":\"%u\",\"injections\":\"%u\",\"draws\":\"%u\","
                          "\"lots\":\"%u\",\"measurements\":\"%u\",\"reactions\":\"%u\","
                          "\"digest\":\"%016" G_GINT64_MODIFIER "x\"}",
                          options->seed, options->today, options->zone,
                          options->years, options->sessions_per_patient, result->n_patients,
                          result->n_courses, result->n_sessions, result->n_injections, result->n_draws,
                          result->n_lots, result->n_measurements, result->n_reactions, result->digest);
}

/* One row of the audit for all of it; now the clinic may be called one. */
static gboolean
finish (ClinicAct     *act,
        ClinicChange  *change,
        gpointer       data,
        GError       **error)
{
  ClinicDemoWorld *world = data;
  g_autofree char *what = describe (world);
  g_autoptr(ClinicRecord) clinic = clinic_store_find_by (act->db, CLINIC_TYPE_CLINIC, "name",
                                                         UNFINISHED, error);

  if (clinic == NULL)
    return FALSE;

  change->today = world->date_today;
  clinic_demo_text (clinic, "name", FINISHED);

  return clinic_store_save (change, clinic, error) &&
         clinic_audit_append (change, "insert", "demonstration", clinic_record_get_id (clinic), 0,
                              NULL, what, error);
}

static gboolean
make_all (Making  *making,
          GError **error)
{
  ClinicDemoWorld *world = making->world;
  g_autoptr(ClinicAct) nobody = clinic_act_new (world->db, 0);
  g_autoptr(ClinicAct) owner = NULL;

  if (!clinic_act_run (nobody, "clinic.create", make_clinic, world, error) ||
      !clinic_demo_world_learn (world, error))
    return FALSE;

  if (!make_patients (making))
    {
      if (clinic_db_in_transaction (world->db))
        clinic_db_rollback (world->db);

      g_propagate_error (error, g_steal_pointer (&world->error));
      return FALSE;
    }

  owner = clinic_act_new (world->db, world->result.owner);

  return clinic_act_run (owner, "demo.make", finish, world, error);
}

static gboolean
check_options (const ClinicDemoOptions  *options,
               GError                  **error)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (options->zone);
  const char *wrong = NULL;

  if (!clinic_date_is_valid (options->today))
    wrong = _("Today: This is not a date. Write it like 2026-11-21.");
  else if (options->years > 50)
    wrong = _("Years: At most 50.");
  else if (zone == NULL)
    wrong = _("Time zone: This zone is not known. Write it like Europe/Vienna.");

  if (wrong != NULL)
    g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, wrong);

  return wrong == NULL;
}

gboolean
clinic_demo_make (ClinicDb                 *db,
                  const ClinicDemoOptions  *options,
                  ClinicProgressFunc        progress,
                  gpointer                  progress_data,
                  ClinicDemoResult         *result,
                  GError                  **error)
{
  ClinicDemoOptions full = options != NULL ? *options : (ClinicDemoOptions) { 0 };
  g_autofree char *today = NULL;
  ClinicDemoWorld world = { 0 };
  Making making = { &world, progress, progress_data };
  gboolean made;

  g_return_val_if_fail (db != NULL, FALSE);

  full.seed = full.seed != 0 ? full.seed : 1;
  full.patients = full.patients != 0 ? full.patients : 200;
  full.sessions_per_patient = full.sessions_per_patient != 0 ? full.sessions_per_patient : 10;
  full.years = full.years != 0 ? full.years : 10;
  full.zone = full.zone != NULL ? full.zone : "Europe/Vienna";
  today = full.today != NULL ? g_strdup (full.today) : clinic_clock_today (full.zone);
  full.today = today;

  if (!check_options (&full, error))
    return FALSE;

  clinic_id_set_seed (full.seed);
  clinic_demo_world_init (&world, db, &full);
  made = make_all (&making, error);

  if (made)
    clinic_db_optimize (db);

  if (result != NULL)
    *result = world.result;

  clinic_demo_world_clear (&world);
  clinic_id_set_seed (0);

  return made;
}
