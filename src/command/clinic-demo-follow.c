/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-decimal.h"
#include "clinic-decision.h"
#include "clinic-demo-world.h"
#include "clinic-goal.h"
#include "clinic-grade.h"
#include "clinic-scale.h"
#include "clinic-track.h"

static void
write_goal (ClinicDemoWorld        *self,
            ClinicDemoPatient      *patient,
            const ClinicDemoFollow *follow)
{
  gboolean patches = g_str_equal (follow->outcome->diagnosis, "aa");
  ClinicRecord *record = CLINIC_RECORD (clinic_goal_new ());
  double value = patches ? follow->outcome->start[3] / 2 : follow->outcome->start[0] * 1.1;

  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "course_id", follow->course);
  clinic_demo_number (record, "metric_id",
                      clinic_demo_world_find (self, "metric",
                                              patches ? "salt" : "density_terminal"));
  clinic_demo_text (record, "zone", patches ? "whole_scalp" : follow->outcome->zone);
  clinic_demo_number (record, "value", clinic_decimal_from_double (round (value / 5) * 5));
  clinic_demo_write (self, record);
}

typedef struct
{
  const char *kind;
  const char *detail;
  guint       percent;
} Habit;

static void
write_tracks (ClinicDemoWorld        *self,
              ClinicDemoPatient      *patient,
              const ClinicDemoFollow *follow)
{
  static const Habit habits[] = {
    { "minoxidil", "5 % twice a day", 26 }, { "supplements", "Iron and zinc", 16 },
    { "home_care", "Mild shampoo", 14 }, { "lllt", "20 minutes, three times a week", 9 },
    { "prp", "Every four weeks", 4 },
  };
  gint64 first = g_array_index (follow->done, ClinicDemoDone, 0).day;
  gint64 last = g_array_index (follow->done, ClinicDemoDone, follow->done->len - 1).day;

  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      gint64 since = first + clinic_demo_between (self, -60, 30);
      gint64 until = last + clinic_demo_between (self, -30, 20);
      ClinicRecord *record;

      if (!clinic_demo_chance (self, habits[i].percent) || since >= self->today || since < 0)
        continue;

      record = CLINIC_RECORD (clinic_track_new ());
      clinic_demo_number (record, "patient_id", patient->id);
      clinic_demo_text (record, "kind", habits[i].kind);
      clinic_demo_text (record, "detail", habits[i].detail);
      clinic_demo_take_text (record, "since", clinic_demo_date (self, since));

      if (until > since && until < self->today)
        clinic_demo_take_text (record, "until", clinic_demo_date (self, until));

      clinic_demo_write (self, record);
    }
}

/* Seen again at the last session so far: the same, or a stage to either side. */
static void
write_grade (ClinicDemoWorld        *self,
             ClinicDemoPatient      *patient,
             const ClinicDemoFollow *follow)
{
  const ClinicScale *scale = clinic_scale_find (*patient->sex == 'M' ? "norwood" : "ludwig");
  const ClinicDemoDone *last = &g_array_index (follow->done, ClinicDemoDone, follow->done->len - 1);
  int rank = clinic_scale_rank (scale, patient->grade);
  ClinicRecord *record;

  if (clinic_demo_chance (self, 35) && rank > 0)
    rank--;
  else if (clinic_demo_chance (self, 8) && scale->stages[rank + 1].value != NULL)
    rank++;

  patient->grade = scale->stages[rank].value;
  record = CLINIC_RECORD (clinic_grade_new ());
  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "diagnosis_id", patient->diagnosis_id);
  clinic_demo_number (record, "session_id", last->session);
  clinic_demo_text (record, "scale", scale->name);
  clinic_demo_text (record, "stage", patient->grade);
  clinic_demo_number (record, "edition", scale->edition);
  clinic_demo_take_text (record, "graded_on", clinic_demo_date (self, last->day));
  clinic_demo_write (self, record);
}

static void
write_decision (ClinicDemoWorld        *self,
                ClinicDemoPatient      *patient,
                const ClinicDemoFollow *follow,
                const ClinicDemoDone   *done)
{
  static const char *const reasons[] = {
    "Denser on the photographs", "Too early to say", "Less shedding", "As the protocol has it",
  };
  ClinicRecord *record = CLINIC_RECORD (clinic_decision_new ());
  double score = round (follow->outcome->gain * 12 * done->share +
                        0.5 * clinic_random_normal (&self->random));

  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "course_id", follow->course);
  clinic_demo_number (record, "session_id", done->session);
  clinic_demo_number (record, "number", done->number);
  clinic_demo_number (record, "score", (gint64) CLAMP (score, -3, 3));
  clinic_demo_number (record, "photos", 1);
  clinic_demo_text (record, "choice", "continue");
  clinic_demo_text (record, "reason", CLINIC_DEMO_PICK (self, reasons));
  clinic_demo_take_text (record, "decided_on", clinic_demo_date (self, done->day));
  clinic_demo_number (record, "staff_id", follow->staff);
  clinic_demo_write (self, record);
}

static void
follow_course (ClinicDemoWorld        *self,
               ClinicDemoPatient      *patient,
               const ClinicDemoFollow *follow)
{
  for (guint i = 0; i < follow->done->len; i++)
    {
      const ClinicDemoDone *done = &g_array_index (follow->done, ClinicDemoDone, i);

      /* A few of those that are due now are still to be taken. */
      if (done->checkpoint &&
          (i + 1 < follow->done->len || !follow->active || clinic_demo_chance (self, 60)))
        write_decision (self, patient, follow, done);
    }

  write_tracks (self, patient, follow);

  if (!follow->measured)
    return;

  if (clinic_demo_chance (self, 60))
    write_goal (self, patient, follow);

  if (patient->grade != NULL && follow->done->len > 2)
    write_grade (self, patient, follow);
}

/* With dice of its own: what else there is stays what it was. */
void
clinic_demo_follow (ClinicDemoWorld        *self,
                    ClinicDemoPatient      *patient,
                    const ClinicDemoFollow *follow)
{
  ClinicRandom random = self->random;
  ClinicRandom kept = self->random;

  if (follow->done->len == 0 || self->error != NULL)
    return;

  clinic_random_init (&self->random, clinic_random_next (&random));
  follow_course (self, patient, follow);
  self->random = kept;
}
