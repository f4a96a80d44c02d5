/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "chart-fixture.h"
#include "clinic-allergy-status.h"
#include "clinic-check-in.h"
#include "clinic-cocktail-version.h"
#include "clinic-formulary.h"

gint64
chart_put (ClinicDb *db,
           gpointer  record)
{
  g_autoptr(ClinicRecord) owned = record;
  g_autoptr(GError) error = NULL;

  clinic_db_begin (db, CLINIC_DB_CHANGE, &error);
  g_assert_no_error (error);
  clinic_store_insert_bulk (db, owned, "2026-11-21", &error);
  g_assert_no_error (error);
  clinic_db_commit (db, &error);
  g_assert_no_error (error);

  return clinic_record_get_id (owned);
}

gint64
chart_put_session (ChartFixture *self,
                   gint64        patient,
                   const char   *starts,
                   const char   *ends,
                   const char   *status)
{
  return chart_put (self->db, g_object_new (CLINIC_TYPE_SESSION, "patient-id", patient,
                                            "practitioner-id", self->clinic.practitioner,
                                            "starts", starts, "ends", ends, "status", status, NULL));
}

gint64
chart_put_lot (ChartFixture *self,
               gint64        ingredient,
               const char   *number,
               gint64        quantity,
               const char   *expires)
{
  return chart_put (self->db,
                    g_object_new (CLINIC_TYPE_LOT, "product", "Vial", "ingredient-id", ingredient,
                                  "number", number,
                                  "quantity", quantity, "expires-on", expires, NULL));
}

static void
put_component (ChartFixture *self,
               gint64        ingredient,
               gint64        strength)
{
  chart_put (self->db,
             g_object_new (CLINIC_TYPE_COMPONENT, "cocktail-version-id", self->version,
                           "ingredient-id", ingredient,
                           "strength", strength, "strength-unit", "percent", "volume", (gint64) 1000, NULL));
}

void
chart_fixture_init (ChartFixture *self,
                    ClinicDb     *db)
{
  g_autoptr(GError) error = NULL;

  command_fixture_init (&self->clinic, db);
  self->db = db;
  /* Nobody asks them whether they are pregnant. */
  clinic_db_exec (db, "UPDATE patient SET sex = 'M'", &error);
  g_assert_no_error (error);
  self->act = clinic_act_new (db, self->clinic.practitioner);
  self->cocktail = chart_put (db,
                              g_object_new (CLINIC_TYPE_COCKTAIL, "name", "Half and half", NULL));
  self->version = chart_put (db,
                             g_object_new (CLINIC_TYPE_COCKTAIL_VERSION, "cocktail-id",
                                           self->cocktail,
                                           "number", (gint64) 1, "made-on", "2026-01-01", NULL));
  put_component (self, self->clinic.ingredient, 1000);
  put_component (self, self->clinic.other_ingredient, 500);
  self->lot = chart_put_lot (self, self->clinic.ingredient, "A1", 10000, "2027-03-31");
  self->later_lot = chart_put_lot (self, self->clinic.other_ingredient, "B2", 10000, "2027-12-31");
  self->other_lot = chart_put_lot (self, self->clinic.other_ingredient, "B1", 1000, "2027-01-31");
  self->session = chart_put_session (self, self->clinic.patient, "2026-11-21T10:00",
                                     "2026-11-21T10:30", "arrived");
  chart_put (db, g_object_new (CLINIC_TYPE_ALLERGY_STATUS, "patient-id", self->clinic.patient, "asked-on", "2026-01-01",
                               "answer", "none", "staff-id", self->clinic.practitioner, NULL));
  chart_put (db, g_object_new (CLINIC_TYPE_CHECK_IN, "patient-id", self->clinic.patient, "session-id", self->session,
                               "asked-on", "2026-11-21", "staff-id", self->clinic.practitioner, "new-medicine", "no",
                               "inflammation", "no", "hair-colour", "no", NULL));
}

void
chart_fixture_clear (ChartFixture *self)
{
  g_clear_pointer (&self->act, clinic_act_free);
  command_fixture_clear (&self->clinic);
}

ClinicChart *
chart_open (ChartFixture *self)
{
  g_autoptr(GError) error = NULL;
  ClinicChart *chart = clinic_chart_load (self->db, self->session, &error);

  g_assert_no_error (error);
  clinic_chart_add_injection (chart, "vertex", self->version, 20, 100, 2000);

  return chart;
}

void
chart_treat (ChartFixture *self)
{
  g_autoptr(ClinicChart) chart = chart_open (self);
  g_autoptr(GError) error = NULL;

  clinic_chart_propose_draws (self->db, chart, &error);
  g_assert_no_error (error);
  g_object_set (chart->session, "status", "done", NULL);
  clinic_chart_save (self->act, chart, &error);
  g_assert_no_error (error);
}
