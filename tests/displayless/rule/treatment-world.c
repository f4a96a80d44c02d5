/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-allergen-group.h"
#include "clinic-allergy-status.h"
#include "clinic-check-in.h"
#include "clinic-component.h"
#include "clinic-contraindication.h"
#include "clinic-draw.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-protocol.h"
#include "clinic-staff.h"
#include "treatment-world.h"

void
world_run_sql (ClinicDb   *db,
               const char *sql)
{
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);
}

/* Keeps the record and lets go of it. */
gint64
world_put (ClinicDb *db,
           gpointer  record)
{
  g_autoptr(ClinicRecord) owned = record;
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  clinic_store_insert_bulk (db, owned, TODAY, &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);

  return clinic_record_get_id (owned);
}

gint64
world_put_ingredient (World      *world,
                      const char *code,
                      const char *role,
                      gint64      max_dose)
{
  return world_put (world->db,
                    g_object_new (CLINIC_TYPE_INGREDIENT, "code", code, "name", code, "class", "other",
                                  "role", role,
                                  "max-dose", max_dose, NULL));
}

void
world_put_component (World  *world,
                     gint64  ingredient,
                     gint64  strength)
{
  world_put (world->db,
             g_object_new (CLINIC_TYPE_COMPONENT, "cocktail-version-id", world->version, "ingredient-id",
                           ingredient,
                           "strength", strength, "strength-unit", "percent", "volume", (gint64) 1000, NULL));
}

static void
put_formulary (World *world)
{
  ClinicDb *db = world->db;

  world->ester = world_put (db,
                            g_object_new (CLINIC_TYPE_ALLERGEN_GROUP, "code", "ester", "name",
                                          "ester anaesthetics", NULL));
  world->pregnancy = world_put (db,
                                g_object_new (CLINIC_TYPE_CONDITION_KIND, "code", "pregnancy", "name",
                                              "Pregnancy",
                                              "bearing", "stop", NULL));
  world->biotin = world_put_ingredient (world, "Biotin", "principal", CLINIC_UNKNOWN);
  world->dutasteride = world_put_ingredient (world, "Dutasteride", "principal", CLINIC_UNKNOWN);
  world->procaine = world_put_ingredient (world, "Procaine", "complementary", 600000);
  world_put (db, g_object_new (CLINIC_TYPE_INGREDIENT_ALLERGEN, "ingredient-id", world->procaine,
                               "allergen-group-id", world->ester, NULL));
  world_put (db, g_object_new (CLINIC_TYPE_CONTRAINDICATION, "ingredient-id", world->dutasteride,
                               "condition-kind-id", world->pregnancy, "severity", "stop", "source", "Labels", NULL));
  world->cocktail = world_put (db, g_object_new (CLINIC_TYPE_COCKTAIL, "name", "Mixture", NULL));
  world->version = world_put (db,
                              g_object_new (CLINIC_TYPE_COCKTAIL_VERSION, "cocktail-id", world->cocktail,
                                            "number", (gint64) 1,
                                            "made-on", "2026-01-01", NULL));
  world_put_component (world, world->biotin, 500);
  world_put_component (world, world->dutasteride, 10);
  world_put_component (world, world->procaine, 1000);
  world->lot = world_put (db,
                          g_object_new (CLINIC_TYPE_LOT, "product", "Mixture", "cocktail-id",
                                        world->cocktail, "number", "A17",
                                        "expires-on", "2027-01-31", "quantity", (gint64) 10000, NULL));
}

static void
put_phase (World *world)
{
  gint64 protocol = world_put (world->db,
                               g_object_new (CLINIC_TYPE_PROTOCOL, "code", "weekly", "name", "Weekly",
                                             NULL));

  world->phase = world_put (world->db,
                            g_object_new (CLINIC_TYPE_PHASE, "protocol-id", protocol, "number",
                                          (gint64) 1,
                                          "sessions", (gint64) 8, "min-days", (gint64) 6, "target-days", (gint64) 7,
                                          "max-days", (gint64) 9, "length-minutes", (gint64) 30, NULL));
}

gint64
world_put_session (World      *world,
                   const char *starts,
                   const char *ends,
                   const char *status)
{
  return world_put (world->db,
                    g_object_new (CLINIC_TYPE_SESSION, "patient-id", world->patient, "practitioner-id",
                                  world->staff,
                                  "starts", starts, "ends", ends, "status", status, NULL));
}

/* What was answered on arriving; NULL: not asked. */
void
world_check_in (World      *world,
                const char *medicine,
                const char *inflammation,
                const char *colour)
{
  world_run_sql (world->db, "DELETE FROM check_in");
  world_put (world->db,
             g_object_new (CLINIC_TYPE_CHECK_IN, "patient-id", world->patient, "session-id",
                           clinic_record_get_id (CLINIC_RECORD (world->session)), "asked-on", TODAY,
                           "staff-id", world->staff, "new-medicine", medicine, "inflammation", inflammation,
                           "hair-colour", colour, "note", "see there", NULL));
}

void
world_init (World    *world,
            ClinicDb *db)
{
  gint64 id;

  world->db = db;
  world->staff = world_put (db,
                            g_object_new (CLINIC_TYPE_STAFF, "name", "Paul", "roles", "practitioner",
                                          NULL));
  world->patient = world_put (db,
                              g_object_new (CLINIC_TYPE_PATIENT, "file-number", "P1", "family-name",
                                            "Testa",
                                            "birth-date", "1980-11-22", "sex", "M", NULL));
  put_formulary (world);
  put_phase (world);
  id = world_put_session (world, "2026-11-21T09:00", "2026-11-21T09:30", "arrived");
  world->session = CLINIC_SESSION (clinic_store_find (db, CLINIC_TYPE_SESSION, id, NULL));
  world->injections = g_ptr_array_new_with_free_func (g_object_unref);
  world->draws = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (world->injections,
                   g_object_new (CLINIC_TYPE_INJECTION, "session-id", id, "zone", "vertex",
                                 "cocktail-version-id", world->version,
                                 "points", (gint64) 40, "volume-per-point", (gint64) 50, "depth", (gint64) 2000, NULL));
  g_ptr_array_add (world->draws,
                   g_object_new (CLINIC_TYPE_DRAW, "session-id", id, "lot-id", world->lot,
                                 "cocktail-version-id", world->version,
                                 "volume", (gint64) 2000, NULL));
  world_check_in (world, "no", "no", "no");
  world_put (db, g_object_new (CLINIC_TYPE_ALLERGY_STATUS, "patient-id", world->patient, "asked-on", "2026-01-01",
                               "answer", "none", "staff-id", world->staff, NULL));
}

void
world_clear (World *world)
{
  g_clear_object (&world->session);
  g_ptr_array_unref (world->injections);
  g_ptr_array_unref (world->draws);
}

GPtrArray *
world_evaluate (World *world)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClinicRuleBook) book = clinic_rule_book_open (world->db, &error);
  g_autoptr(ClinicTreatment) treatment = NULL;

  g_assert_no_error (error);
  treatment = clinic_treatment_load (world->db, world->session, world->injections, world->draws,
                                     &error);
  g_assert_no_error (error);

  return clinic_rule_book_evaluate (book, treatment);
}

/* "stop:allergy-group warn:interval-short" */
void
world_assert_found (World      *world,
                    const char *expected)
{
  g_autoptr(GPtrArray) found = world_evaluate (world);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      ClinicFinding *finding = found->pdata[i];

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", finding->severity, finding->rule);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

void
world_assert_said (World      *world,
                   const char *rule,
                   const char *message)
{
  g_autoptr(GPtrArray) found = world_evaluate (world);

  for (guint i = 0; i < found->len; i++)
    {
      ClinicFinding *finding = found->pdata[i];

      if (strcmp (finding->rule, rule) == 0)
        {
          g_assert_cmpstr (finding->message, ==, message);
          return;
        }
    }

  g_assert_not_reached ();
}
