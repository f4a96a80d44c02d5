/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-course.h"
#include "clinic-demo-world.h"

/* A protocol with the cocktails it is done with, for whom, and how often. */
typedef struct
{
  const char *protocol;
  guint       weight;
  const char *diagnosis;        /* NULL: any */
  char        sex;              /* 0: any */
  guint       women_from;       /* years of age */
  const char *cocktails[4];
} Habit;

/* *INDENT-OFF* */
static const Habit habits[] = {
  { "s0_weekly_tapering", 18, NULL,  0,   0,  { CLINIC_DEMO_BASIC, "Silicon, biotin, vitamin C" } },
  { "s1_five_sessions",   20, NULL,  0,   0,  { "Peptides and biochanin A", "Silicon, biotin, vitamin C", "PDRN with copper peptide" } },
  { "s2_eight_weekly",    16, NULL,  0,   0,  { CLINIC_DEMO_BASIC, "Peptides and biochanin A" } },
  { "s3_every_few_weeks", 14, NULL,  0,   0,  { CLINIC_DEMO_BASIC, "PDRN with copper peptide" } },
  { "s4_one_or_two_weeks", 18, NULL, 0,   0,  { "Silicon, biotin, vitamin C", "Peptides and biochanin A", "PDRN with copper peptide" } },
  { "abdallah_2009",       8, "aga", 'M', 0,  { "Dutasteride 0.05 %" } },
  { "delrobai",            6, "aga", 'F', 0,  { CLINIC_DEMO_BASIC } },
  { "moftah_2012",         4, "aga", 'F', 50, { "Dutasteride 0.05 % and minoxidil 2 %" } },
  { "uzel_2020",          10, "aga", 'F', 0,  { "Minoxidil 0.5 %" } },
  { "gajjar_2019",         6, "aga", 'M', 0,  { "Solution of 56 components" } },
  { "saceda_corralo",     12, "aga", 0,   50, { "Dutasteride 0.01 %" } },
  { "nassar_2022",         6, "aga", 0,   0,  { "Hair essence with saline" } },
  { "seoudy_bta",          2, "aga", 'M', 0,  { "Botulinum toxin A, 25 U/ml" } },
  { "prp_2023",            7, "aga", 0,   0,  { "Platelet-rich plasma" } },
  { "yepuri_2021",         5, "aga", 0,   0,  { "Platelet-rich plasma" } },
};
/* *INDENT-ON* */

typedef struct
{
  ClinicDemoVisit  visit;
  ClinicPhase     *phase;
  gint64           number;
  const char      *status;
  const char      *reason;
} Planned;

typedef struct
{
  ClinicDemoProtocol *protocol;
  ClinicDemoCocktail *cocktail;
  guint               practitioner;
  GArray             *planned;          /* Planned */
  const char         *status;
  const char         *stop_reason;
  gint64              ended;            /* -1: not yet */
  gint64              end_at;           /* the number of the session from which on nobody comes;
                                         * 0: none */
  gboolean drop_out;
} Plan;

static gboolean
suits (const Habit             *habit,
       const ClinicDemoPatient *patient)
{
  gboolean man = *patient->sex == 'M';

  return (habit->diagnosis == NULL || g_str_equal (habit->diagnosis, patient->diagnosis)) &&
         (habit->sex == 0 || habit->sex == *patient->sex) &&
         (man || patient->age >= habit->women_from);
}

static const Habit *
draw_habit (ClinicDemoWorld         *self,
            const ClinicDemoPatient *patient)
{
  guint total = 0;
  guint ticket;

  for (guint i = 0; i < G_N_ELEMENTS (habits); i++)
    total += suits (&habits[i], patient) ? habits[i].weight : 0;

  ticket = clinic_random_below (&self->random, total);

  for (guint i = 0;; i++)
    {
      guint weight = suits (&habits[i], patient) ? habits[i].weight : 0;

      if (ticket < weight)
        return &habits[i];

      ticket -= weight;
    }
}

static ClinicDemoProtocol *
find_protocol (ClinicDemoWorld *self,
               const char      *code)
{
  for (guint i = 0; i < self->protocols->len; i++)
    {
      ClinicDemoProtocol *protocol = self->protocols->pdata[i];

      if (g_str_equal (protocol->code, code))
        return protocol;
    }

  g_error ("The demonstration needs the protocol %s, which is not shipped", code);
}

static ClinicDemoCocktail *
find_cocktail (ClinicDemoWorld *self,
               const char      *name)
{
  for (guint i = 0; i < self->cocktails->len; i++)
    {
      ClinicDemoCocktail *cocktail = self->cocktails->pdata[i];

      if (clinic_demo_is_shipped (cocktail->name, name))
        return cocktail;
    }

  g_error ("The demonstration needs the cocktail %s, which is not shipped", name);
}

/* What it is to be, before it is known when. */
static void
plan_begin (Plan              *plan,
            ClinicDemoWorld   *self,
            ClinicDemoPatient *patient)
{
  static const char *const stop_reasons[] = {
    "Moved away", "Patient’s wish", "No effect seen by the patient", "Reaction", "Cost",
  };
  const Habit *habit = draw_habit (self, patient);
  guint n_cocktails = 0;
  double fate = clinic_random_unit (&self->random) * 100;

  while (n_cocktails < G_N_ELEMENTS (habit->cocktails) && habit->cocktails[n_cocktails] != NULL)
    n_cocktails++;

  plan->protocol = find_protocol (self, habit->protocol);
  plan->cocktail = find_cocktail (self,
                                  habit->cocktails[clinic_random_below (&self->random,
                                                                        n_cocktails)]);
  plan->practitioner = clinic_demo_practitioner (self, patient->day);
  plan->planned = g_array_new (FALSE, TRUE, sizeof (Planned));
  plan->ended = -1;
  plan->status = "completed";

  if (fate < 19 && plan->protocol->n_sessions > 2)
    {
      plan->end_at = clinic_demo_between (self, 2, plan->protocol->n_sessions);
      plan->drop_out = fate < 14;
      plan->stop_reason = plan->drop_out ? "Did not come back" : CLINIC_DEMO_PICK (self,
                                                                                   stop_reasons);
    }
}

static gint64
last_day (const Plan *plan)
{
  return g_array_index (plan->planned, Planned, plan->planned->len - 1).visit.day;
}

static gboolean
add_planned (Plan            *plan,
             ClinicDemoWorld *self,
             ClinicPhase     *phase,
             gint64           number,
             gint64           day,
             gint64           least,
             gint64           most)
{
  Planned planned = { .phase = phase, .number = number };
  guint length = phase->length_minutes;
  gint64 today = self->today;
  gboolean soon = least <= today && most >= today && clinic_demo_chance (self, 60);

  /* What is due these days is today rather than tomorrow: a demonstration begins with its
   * agenda. */
  if (!(soon &&
        clinic_demo_find_time (self, today, today, today, length, plan->practitioner,
                               &planned.visit)) &&
      !clinic_demo_find_time (self, day, least, most + 10, length, plan->practitioner,
                              &planned.visit))
    return FALSE;

  planned.status = clinic_demo_status (self, &planned.visit);
  g_array_append_val (plan->planned, planned);

  return TRUE;
}

static void
mark_last (Plan       *plan,
           const char *status,
           const char *reason)
{
  Planned *planned = &g_array_index (plan->planned, Planned, plan->planned->len - 1);

  planned->status = status;
  planned->reason = reason;
}

/* The course ends before its time: with a visit that nobody came to, or with one that is called
 * off. */
static void
end_early (Plan            *plan,
           ClinicDemoWorld *self)
{
  plan->status = "stopped";
  plan->ended = last_day (plan);
  mark_last (plan, plan->drop_out ? "no_show" : "cancelled",
             plan->drop_out ? NULL : plan->stop_reason);
}

/* Somebody did not come or called off, and comes some days later. */
static gboolean
miss_one (Plan            *plan,
          ClinicDemoWorld *self,
          ClinicPhase     *phase,
          gint64           number)
{
  static const char *const reasons[] = { "Ill", "At work", "On holiday", "Asked for another day" };
  gint64 missed = last_day (plan);
  gboolean no_show = clinic_demo_chance (self, 45);

  mark_last (plan, no_show ? "no_show" : "cancelled",
             no_show ? NULL : CLINIC_DEMO_PICK (self, reasons));

  return add_planned (plan, self, phase, number, missed + 4, missed + 1, missed + 14);
}

/* Day by day, as the protocol has it. FALSE when there is no time left at all. */
static gboolean
plan_visits (Plan            *plan,
             ClinicDemoWorld *self,
             gint64           day)
{
  gint64 number = 0;

  for (guint i = 0; i < plan->protocol->phases->len; i++)
    {
      ClinicPhase *phase = plan->protocol->phases->pdata[i];

      for (gint64 n = 0; n < phase->sessions; n++)
        {
          gboolean first = ++number == 1;
          gint64 from = first ? day : last_day (plan);

          if (!add_planned (plan, self, phase, number, first ? day : from + phase->target_days,
                            first ? day : from + phase->min_days, first
                                ? day + 30 : from + phase->max_days))
            return !first;

          if (last_day (plan) >= self->today)
            continue;

          if (number == plan->end_at)
            {
              end_early (plan, self);
              return TRUE;
            }

          if (!first && clinic_demo_chance (self, 7) && !miss_one (plan, self, phase, number))
            return TRUE;
        }
    }

  return TRUE;
}

/* An end that lies ahead is not known yet. */
static void
plan_end (Plan            *plan,
          ClinicDemoWorld *self)
{
  if (plan->ended >= 0)
    return;

  if (last_day (plan) < self->today)
    {
      plan->ended = last_day (plan);
      return;
    }

  plan->status = "active";
}

static gint64
write_course (Plan              *plan,
              ClinicDemoWorld   *self,
              ClinicDemoPatient *patient)
{
  static const char *const goals[] = {
    "More density at the crown", "Less shedding", "Keep what is there", "A fuller parting", NULL,
  };
  ClinicRecord *record = CLINIC_RECORD (clinic_course_new ());
  Planned *first = &g_array_index (plan->planned, Planned, 0);

  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "diagnosis_id", patient->diagnosis_id);
  clinic_demo_number (record, "protocol_id", plan->protocol->id);
  clinic_demo_number (record, "practitioner_id",
                      clinic_demo_get_practitioner (self, plan->practitioner)->id);
  clinic_demo_number (record, "cocktail_id", plan->cocktail->id);
  clinic_demo_text (record, "goal", CLINIC_DEMO_PICK (self, goals));
  clinic_demo_take_text (record, "started_on", clinic_demo_date (self, first->visit.day));
  clinic_demo_text (record, "status", plan->status);

  if (plan->ended >= 0)
    clinic_demo_take_text (record, "ended_on", clinic_demo_date (self, plan->ended));

  if (g_str_equal (plan->status, "stopped"))
    clinic_demo_text (record, "stop_reason", plan->stop_reason);

  self->result.n_courses++;

  return clinic_demo_write (self, record);
}

/* Measured before, about the middle, and at the end of those who got there. */
static gboolean
is_measured (const Plan *plan,
             guint       place,
             guint       n_done,
             double     *share)
{
  guint middle = plan->protocol->n_sessions > 6 ? 5 : 3;
  gboolean last = place + 1 == plan->planned->len;

  *share = n_done <= 1 ? 0 : MIN (1.0, (double) n_done / plan->protocol->n_sessions);

  return n_done == 1 || (n_done == middle && !last) || (last && n_done > 2);
}

/* After the third and the fifth, and where another phase begins or the course ends. */
static void
note_done (const Plan *plan,
           guint       place,
           gint64      session,
           double      share,
           GArray     *done)
{
  const Planned *planned = &g_array_index (plan->planned, Planned, place);
  const Planned *next = place + 1 < plan->planned->len
                        ? &g_array_index (plan->planned, Planned, place + 1) : NULL;
  gboolean ends = next != NULL ? next->phase != planned->phase
                               : planned->number == plan->protocol->n_sessions;
  ClinicDemoDone one = {
    planned->number, session, planned->visit.day, share,
    planned->number == 3 || planned->number == 5 || ends,
  };

  g_array_append_val (done, one);
}

/* What is agreed to before the first visit, and what is done at home beside the course. */
static gint64
write_consent (Plan              *plan,
               ClinicDemoWorld   *self,
               ClinicDemoPatient *patient,
               gint64             course)
{
  gboolean active = g_str_equal (plan->status, "active");
  gboolean today = FALSE;
  gint64 first = g_array_index (plan->planned, Planned, 0).visit.day;
  gint64 staff = clinic_demo_get_practitioner (self, plan->practitioner)->id;

  for (guint i = 0; i < plan->planned->len; i++)
    today = today || g_array_index (plan->planned, Planned, i).visit.day == self->today;

  if (active)
    clinic_demo_home_care (self, patient->id, course, first);

  return clinic_demo_consent_course (self, patient->id, course, first, staff,
                                     active && !today && first < self->today);
}

static void
write_visits (Plan              *plan,
              ClinicDemoWorld   *self,
              ClinicDemoPatient *patient,
              gint64             course)
{
  ClinicDemoCase outcome;
  gint64 consent = write_consent (plan, self, patient, course);
  gboolean measured = clinic_demo_chance (self, 62);
  g_autoptr(GArray) done = g_array_new (FALSE, FALSE, sizeof (ClinicDemoDone));
  ClinicDemoFollow follow = {
    course, clinic_demo_get_practitioner (self, plan->practitioner)->id, &outcome, done, measured,
    g_str_equal (plan->status, "active"),
  };
  guint n_done = 0;

  clinic_demo_begin_case (self, &outcome, patient->diagnosis, plan->cocktail->name, patient->sex);

  for (guint i = 0; i < plan->planned->len && self->error == NULL; i++)
    {
      Planned *planned = &g_array_index (plan->planned, Planned, i);
      ClinicDemoTreatment treatment = {
        course, plan->cocktail, planned->phase, planned->number, planned->status, planned->reason,
      };
      gint64 session = clinic_demo_write_visit (self, patient, &treatment, &planned->visit);
      double share;

      if (planned->visit.day == self->today)
        clinic_demo_confirm (self, consent, session,
                             clinic_demo_get_practitioner (self, plan->practitioner)->id);

      if (!g_str_equal (planned->status, "done"))
        continue;

      if (is_measured (plan, i, ++n_done, &share) && measured)
        clinic_demo_measure (self, patient, &outcome, course, session, planned->visit.day, share);

      note_done (plan, i, session, share, done);
    }

  clinic_demo_follow (self, patient, &follow);
}

gboolean
clinic_demo_make_course (ClinicDemoWorld   *self,
                         ClinicDemoPatient *patient)
{
  Plan plan = { 0 };
  gboolean made;

  plan_begin (&plan, self, patient);
  made = plan_visits (&plan, self, patient->day) && plan.planned->len > 0;

  if (made)
    {
      plan_end (&plan, self);
      write_visits (&plan, self, patient, write_course (&plan, self, patient));
      patient->day = last_day (&plan) + clinic_demo_between (self, 40, 700);
    }

  g_array_unref (plan.planned);

  return made;
}
