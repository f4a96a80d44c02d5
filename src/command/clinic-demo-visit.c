/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-check-in.h"
#include "clinic-demo-world.h"
#include "clinic-injection.h"
#include "clinic-allergy-status.h"
#include "clinic-pregnancy-status.h"
#include "clinic-session.h"

/* The clock stands at 10:30 on the last day of history. */
#define NOW (10 * 60 + 30)

const char *
clinic_demo_status (ClinicDemoWorld       *self,
                    const ClinicDemoVisit *visit)
{
  if (visit->day < self->today)
    return "done";

  if (visit->day > self->today)
    return visit->day <= (gint64) self->today + 3 &&
           clinic_demo_chance (self, 60) ? "confirmed" : "booked";

  if (visit->minutes + visit->length <= NOW)
    return "done";

  if (visit->minutes <= NOW)
    return "in_treatment";

  if (visit->minutes <= NOW + 15)
    return "arrived";

  return clinic_demo_chance (self, 70) ? "confirmed" : "booked";
}

static const char *
draw_technique (ClinicDemoWorld           *self,
                const ClinicDemoTreatment *treatment)
{
  static const char *const techniques[] = { "nappage", "point_by_point", "papule", "micropapule",
                                            "mesogun" };

  if (treatment->phase != NULL && treatment->phase->technique != NULL)
    return treatment->phase->technique;

  return CLINIC_DEMO_PICK (self, techniques);
}

static void
write_treated (ClinicDemoWorld *self,
               ClinicRecord    *session,
               const char      *technique)
{
  static const char *const notes[] = {
    "Tolerated well.", "Anxious before, calm after.", "Asked about washing; told not before "
    "tomorrow.",
    "Slight bleeding at the temples.",
    "Reports less hair in the drain.", "Photographs taken.", "Wants to go on after the course.",
  };
  gboolean gun = g_str_equal (technique, "mesogun");

  clinic_demo_text (session, "technique", technique);
  clinic_demo_text (session, "gauge", clinic_demo_chance (self, 60) ? "30G" : "32G");
  clinic_demo_number (session, "needle_mm", clinic_demo_chance (self, 70) ? 4000 : 6000);
  clinic_demo_text (session, "device", gun ? "Mesogun" : NULL);
  clinic_demo_text (session, "anaesthetic", clinic_demo_chance (self, 20) ? "Cold air" : NULL);
  clinic_demo_number (session, "pain",
                      clinic_demo_between (self, 0, 4) + clinic_demo_between (self, 0, 3));

  if (clinic_demo_chance (self, 12))
    clinic_demo_text (session, "notes", CLINIC_DEMO_PICK (self, notes));
}

static gint64
write_session (ClinicDemoWorld           *self,
               ClinicDemoPatient         *patient,
               const ClinicDemoTreatment *treatment,
               const ClinicDemoVisit     *visit,
               const char                *technique)
{
  ClinicRecord *session = CLINIC_RECORD (clinic_session_new ());
  ClinicDemoPractitioner *practitioner = clinic_demo_get_practitioner (self, visit->practitioner);

  clinic_demo_number (session, "patient_id", patient->id);
  clinic_demo_number (session, "course_id", treatment->course_id);

  if (treatment->phase != NULL)
    clinic_demo_number (session, "phase_id",
                        clinic_record_get_id (CLINIC_RECORD (treatment->phase)));

  clinic_demo_number (session, "number", treatment->number);
  clinic_demo_number (session, "practitioner_id", practitioner->id);
  clinic_demo_number (session, "room_id", visit->room_id);
  clinic_demo_take_text (session, "starts", clinic_demo_wall (self, visit->day, visit->minutes));
  clinic_demo_take_text (session, "ends",
                         clinic_demo_wall (self, visit->day, visit->minutes + visit->length));
  clinic_demo_text (session, "status", treatment->status);
  clinic_demo_text (session, "status_reason", treatment->reason);

  if (technique != NULL)
    write_treated (self, session, technique);

  return clinic_demo_write (self, session);
}

/* Where it is injected, the first most of all. */
static const char *const *
find_zones (ClinicDemoPatient *patient)
{
  static const char *const men[] = { "vertex", "frontal", "temple_left", "temple_right" };
  static const char *const women[] = { "mid_scalp", "frontal", "vertex", "parietal_left" };
  static const char *const patches[] = { "occipital", "parietal_left", "parietal_right", "vertex" };
  static const char *const all_over[] = { "whole_scalp", "frontal_hairline", "temple_left",
                                          "temple_right" };

  if (g_str_equal (patient->diagnosis, "aga"))
    return *patient->sex == 'M' ? men : women;

  return g_str_equal (patient->diagnosis, "aa") ? patches : all_over;
}

static gint64
draw_depth (ClinicDemoWorld           *self,
            const ClinicDemoTreatment *treatment)
{
  /* Now and then outside of 1 to 4 mm, which a rule looks at. */
  if (clinic_demo_chance (self, 0.5))
    return 5000;

  if (treatment->phase != NULL && treatment->phase->depth != CLINIC_UNKNOWN)
    return treatment->phase->depth;

  return 1500 + 500 * clinic_demo_between (self, 0, 3);
}

/* A row a zone; the volume of all of them. */
static gint64
write_injections (ClinicDemoWorld           *self,
                  ClinicDemoPatient         *patient,
                  const ClinicDemoTreatment *treatment,
                  gint64                     session,
                  const char                *technique)
{
  const char *const *zones = find_zones (patient);
  guint n_zones = clinic_demo_between (self, 1, 3);
  gint64 depth = draw_depth (self, treatment);
  gint64 volume = 0;

  for (guint i = 0; i < n_zones; i++)
    {
      ClinicRecord *injection = CLINIC_RECORD (clinic_injection_new ());
      gint64 points = 5 * clinic_demo_between (self, 2, i == 0 ? 8 : 5);
      gint64 each = 10 * clinic_demo_between (self, 2, 6);

      clinic_demo_number (injection, "session_id", session);
      clinic_demo_text (injection, "zone", zones[i]);
      clinic_demo_number (injection, "cocktail_version_id", treatment->cocktail->version_id);
      clinic_demo_text (injection, "technique", technique);
      clinic_demo_number (injection, "points", points);
      clinic_demo_number (injection, "volume_per_point", each);
      clinic_demo_number (injection, "depth", depth);
      clinic_demo_write (self, injection);
      self->result.n_injections++;
      volume += points * each;
    }

  return volume;
}

/* Last of all, for nothing is added to what is signed. */
static void
sign (ClinicDemoWorld       *self,
      gint64                 session,
      const ClinicDemoVisit *visit)
{
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *wall = NULL;
  g_autofree char *at = NULL;
  gint64 minutes = visit->minutes + visit->length + 5 - self->offsets[visit->day];

  if (self->error != NULL || !(statement = clinic_db_query (self->db, "demo-sign", &self->error)))
    return;

  wall = clinic_demo_wall (self, visit->day, minutes);
  at = g_strconcat (wall, ":00.000Z", NULL);
  clinic_statement_bind_int (statement, 1, session);
  clinic_statement_bind_text (statement, 2, at);
  clinic_statement_bind_text (statement, 3, "demonstration");
  clinic_statement_run (statement, &self->error);
  clinic_demo_digest_number (self, minutes);
}

/* Days back: what was asked long ago is of no use. */
#define ASKED_DAYS 60

static void
write_answer (ClinicDemoWorld   *self,
              ClinicRecord      *status,
              ClinicDemoPatient *patient,
              gint64             day,
              const char        *answer,
              gint64             asker)
{
  clinic_demo_number (status, "patient_id", patient->id);
  clinic_demo_take_text (status, "asked_on", clinic_demo_date (self, day));
  clinic_demo_text (status, "answer", answer);
  clinic_demo_number (status, "staff_id", asker);
  clinic_demo_write (self, status);
}

/* What was answered on arriving; of every fifth nobody asked. Not drawn by lot: the rest stays as
 * it was. */
static void
write_asked (ClinicDemoWorld       *self,
             ClinicDemoPatient     *patient,
             gint64                 session,
             const ClinicDemoVisit *visit)
{
  guint n = (guint) self->result.n_sessions;
  gboolean woman = *patient->sex == 'F';
  gint64 asker = clinic_demo_get_practitioner (self, visit->practitioner)->id;
  ClinicRecord *check_in;

  if (n % 5 == 0 || visit->day < self->today - ASKED_DAYS)
    return;

  check_in = CLINIC_RECORD (clinic_check_in_new ());
  clinic_demo_number (check_in, "patient_id", patient->id);
  clinic_demo_number (check_in, "session_id", session);
  clinic_demo_take_text (check_in, "asked_on", clinic_demo_date (self, visit->day));
  clinic_demo_number (check_in, "staff_id", asker);
  clinic_demo_text (check_in, "new_medicine", n % 13 == 0 ? "yes" : "no");
  clinic_demo_text (check_in, "pregnancy", woman ? "no" : NULL);
  clinic_demo_text (check_in, "hair_colour", n % 7 == 0 ? "yes" : "no");
  clinic_demo_text (check_in, "inflammation", "no");
  clinic_demo_text (check_in, "allergies", patient->allergies);
  clinic_demo_text (check_in, "note", n % 13 == 0 ? "Iron tablets." : NULL);
  clinic_demo_write (self, check_in);

  if (woman)
    write_answer (self, CLINIC_RECORD (clinic_pregnancy_status_new ()), patient, visit->day, "no", asker);

  if (patient->allergies != NULL)
    write_answer (self, CLINIC_RECORD (clinic_allergy_status_new ()), patient, visit->day, patient->allergies, asker);
}

gint64
clinic_demo_write_visit (ClinicDemoWorld           *self,
                         ClinicDemoPatient         *patient,
                         const ClinicDemoTreatment *treatment,
                         const ClinicDemoVisit     *visit)
{
  gboolean done = g_str_equal (treatment->status, "done");
  const char *technique = done ? draw_technique (self, treatment) : NULL;
  gint64 session = write_session (self, patient, treatment, visit, technique);

  self->result.n_sessions++;
  patient->n_sessions++;

  if (visit->day == self->today)
    g_hash_table_add (self->seen_today, g_memdup2 (&patient->id, sizeof patient->id));

  if (done || g_str_equal (treatment->status, "arrived") ||
      g_str_equal (treatment->status, "in_treatment"))
    write_asked (self, patient, session, visit);

  if (!done)
    return session;

  clinic_demo_draw_lots (self, session, treatment->cocktail, visit->day,
                         write_injections (self, patient, treatment, session, technique));
  clinic_demo_react (self, patient, session, find_zones (patient)[0], visit->day,
                     visit->minutes + visit->length);

  if (visit->day < self->today)
    sign (self, session, visit);

  return session;
}

static void
fill_agenda (ClinicDemoWorld *self,
             guint            practitioner)
{
  gint64 today = self->today;

  for (guint i = 0; i < 5; i++)
    {
      guint place = clinic_random_below (&self->random, self->patients->len);
      ClinicDemoPatient patient = {
        .id = g_array_index (self->patients, gint64,
                             place), .sex = "F", .day = today, .diagnosis = "te",
      };
      ClinicDemoTreatment treatment = { .course_id = CLINIC_UNKNOWN, .number = CLINIC_UNKNOWN };
      ClinicDemoVisit visit;

      if (g_hash_table_contains (self->seen_today, &patient.id) ||
          !clinic_demo_find_time (self, today, today, today, 30, practitioner, &visit))
        continue;

      treatment.cocktail = self->cocktails->pdata[0];
      treatment.status = clinic_demo_status (self, &visit);
      clinic_demo_write_visit (self, &patient, &treatment, &visit);
      clinic_demo_consent_alone (self, patient.id,
                                 clinic_demo_get_practitioner (self, practitioner)->id);
    }
}

void
clinic_demo_fill_today (ClinicDemoWorld *self)
{
  for (guint i = 0; i < self->practitioners->len && self->patients->len > 0; i++)
    fill_agenda (self, i);
}
