/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-demo-world.h"

/* Today's agenda is that of a demonstration; the days around it are to look like a clinic's too. */
#define MOST_A_DAY 7            /* visits of a practitioner that are added to a day */
#define PATIENTS_A_VISIT 33     /* so many patients are worth one of them */
#define LEAST_PATIENTS 100      /* days cannot be filled with fewer */
#define RESTS 12                /* days around these weeks without a visit, of those who are added */

/* The first hour is for those who call in the morning. */
#define MORNING G_GUINT64_CONSTANT (0xf)

typedef struct
{
  ClinicDemoWorld *world;
  GHashTable      *seen;        /* ids of patients with a visit in these weeks, or a course */
  guint            next;        /* who is asked next: a place among the patients */
} Weeks;

static gboolean
learn_seen (Weeks  *self,
            gint64  from,
            gint64  to)
{
  ClinicDemoWorld *world = self->world;
  g_autofree char *first = clinic_demo_date (world, from);
  g_autofree char *last = clinic_demo_date (world, to);
  g_autoptr(ClinicStatement) statement = clinic_db_query (world->db, "demo-expected", &world->error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, first);
  clinic_statement_bind_text (statement, 2, last);

  while (clinic_statement_step (statement, &world->error))
    {
      gint64 id = clinic_statement_get_int (statement, 0);

      g_hash_table_add (self->seen, g_memdup2 (&id, sizeof id));
    }

  return world->error == NULL;
}

/* Of two patients one, so that somebody is left who has nothing booked. 0: nobody is left. */
static gint64
choose_patient (Weeks *self)
{
  GArray *patients = self->world->patients;

  for (; self->next < patients->len; self->next += 2)
    {
      gint64 id = g_array_index (patients, gint64, self->next);

      if (!g_hash_table_contains (self->seen, &id))
        {
          self->next += 2;
          return id;
        }
    }

  return 0;
}

static const char *
draw_status (Weeks                 *self,
             const ClinicDemoVisit *visit)
{
  const char *status = clinic_demo_status (self->world, visit);

  return g_str_equal (status, "done") && clinic_demo_chance (self->world, 5) ? "no_show" : status;
}

static void
add_visit (Weeks  *self,
           guint   practitioner,
           gint64  day)
{
  ClinicDemoWorld *world = self->world;
  ClinicDemoTreatment treatment = { .course_id = CLINIC_UNKNOWN, .number = CLINIC_UNKNOWN };
  ClinicDemoPatient patient = { .sex = "F", .day = day, .diagnosis = "te" };
  guint length = clinic_demo_chance (world, 70) ? 30 : 45;
  ClinicDemoVisit visit;

  if (!clinic_demo_find_time (world, day, day, day, length, practitioner, &visit) ||
      (patient.id = choose_patient (self)) == 0)
    return;

  treatment.cocktail = world->cocktails->pdata[clinic_random_below (&world->random, 3)];
  treatment.status = draw_status (self, &visit);
  clinic_demo_write_visit (world, &patient, &treatment, &visit);
}

/* Some days are fuller than others. */
static void
fill_day (Weeks  *self,
          gint64  day)
{
  ClinicDemoWorld *world = self->world;
  gint64 most = MIN (MOST_A_DAY, world->patients->len / PATIENTS_A_VISIT);

  for (guint i = 0; i < world->practitioners->len; i++)
    {
      ClinicDemoPractitioner *practitioner = clinic_demo_get_practitioner (world, i);
      gint64 n = most > 0 ? clinic_demo_between (world, (most + 1) / 2, most) : 0;

      practitioner->taken[day] |= MORNING;

      for (gint64 j = 0; j < n && world->error == NULL; j++)
        add_visit (self, i, day);
    }
}

void
clinic_demo_fill_weeks (ClinicDemoWorld *self)
{
  Weeks weeks = { self, NULL, 1 };
  gint64 today = self->today;
  gint64 monday = today - (self->epoch + today + 3) % 7;

  if (self->error != NULL || self->options->patients < LEAST_PATIENTS)
    return;

  weeks.seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (learn_seen (&weeks, monday - RESTS, monday + 14 + RESTS))
    {
      for (gint64 day = MAX (monday, 0); day < monday + 14 && self->error == NULL; day++)
        {
          /* In the same order again, so that each comes a week later. */
          if (day == monday + 7)
            weeks.next = 1;

          if (day != today)
            fill_day (&weeks, day);
        }
    }

  g_hash_table_unref (weeks.seen);
}
