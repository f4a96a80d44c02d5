/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-decimal.h"
#include "clinic-demo-reading.h"
#include "clinic-reaction.h"

/* What a course is worth on average, in percent of the start. Made up: reports are to look alive
 * and claim nothing. */
typedef struct
{
  const char *cocktail;     /* a part of its name */
  double      gain;
} Worth;

static const Worth worths[] = {
  { "Dutasteride", 8 }, { "Minoxidil", 7 }, { "Platelet", 6 }, { "PDRN", 6 }, { "Solution",
                                                                                5 }, { "Peptides",
                                                                                       4 },
  { "Vitamins", 4 },
};

static double
draw_around (ClinicDemoWorld *self,
             double           mean,
             double           spread)
{
  return mean + spread * clinic_random_normal (&self->random);
}

static double
draw_within (ClinicDemoWorld *self,
             double           mean,
             double           spread,
             double           least,
             double           most)
{
  double value = draw_around (self, mean, spread);

  return CLAMP (value, least, most);
}

void
clinic_demo_begin_case (ClinicDemoWorld *self,
                        ClinicDemoCase  *outcome,
                        const char      *diagnosis,
                        const char      *cocktail,
                        const char      *sex)
{
  gboolean patches = g_str_equal (diagnosis, "aa");
  gboolean shedding = g_str_has_prefix (diagnosis, "te") || g_str_equal (diagnosis, "stress");
  double gain = 3;

  for (guint i = 0; i < G_N_ELEMENTS (worths); i++)
    {
      if (strstr (cocktail, worths[i].cocktail) != NULL)
        gain = worths[i].gain;
    }

  outcome->diagnosis = diagnosis;
  outcome->zone = patches ? "occipital" : *sex == 'M' ? "vertex" : "mid_scalp";
  outcome->gain = draw_around (self, gain + (shedding ? 3 : 0), 9) / 100;
  outcome->start[0] = draw_within (self, shedding ? 185 : 150, 28, 20, 400);
  outcome->start[1] = draw_within (self, *sex == 'M' ? 54 : 57, 6, 25, 100);
  outcome->start[2] = draw_within (self, shedding ? 55 : 22, 9, 1, 200);
  outcome->start[3] = draw_within (self, 35, 18, 3, 95);
}

/* Rounded as it is read off. */
static double
read_off (double value,
          double steps,
          double least,
          double most)
{
  double read = round (value * steps) / steps;

  return CLAMP (read, least, most);
}

static void
write_counts (ClinicDemoWorld          *self,
              const ClinicDemoOccasion *occasion,
              const ClinicDemoCase     *outcome)
{
  double gained = outcome->gain * occasion->share;
  double density = outcome->start[0] * (1 + gained) * draw_around (self, 1, 0.03);
  double diameter = outcome->start[1] * (1 + gained / 2) * draw_around (self, 1, 0.015);
  double shed = outcome->start[2] * (1 - 2 * gained) * draw_around (self, 1, 0.12);

  if (g_str_equal (outcome->diagnosis, "aa"))
    clinic_demo_read_salt (self, occasion, MAX (outcome->start[3] * (1 - 3 * gained), 0));
  else
    clinic_demo_read_density (self, occasion, outcome->zone, read_off (density, 1, 5, 500));

  if (outcome->zone != NULL && !g_str_has_prefix (outcome->diagnosis, "aga"))
    clinic_demo_read_pull (self, occasion, outcome->zone, read_off (shed / 10, 1, 0, 20));

  clinic_demo_read_value (self, occasion, "shaft_diameter", outcome->zone, "Trichoscopy",
                          read_off (diameter, 10, 10, 150));
  clinic_demo_read_value (self, occasion, "comb_60s", NULL, "60 s comb", read_off (shed, 1, 0, 500));
}

void
clinic_demo_measure (ClinicDemoWorld      *self,
                     ClinicDemoPatient    *patient,
                     const ClinicDemoCase *outcome,
                     gint64                course,
                     gint64                session,
                     gint64                day,
                     double                share)
{
  const ClinicDemoOccasion occasion = { patient, course, session, day, share };

  write_counts (self, &occasion, outcome);

  if (share <= 0 || share >= 1)
    clinic_demo_read_dlqi (self, &occasion, outcome->gain * share);

  if (share <= 0)
    return;

  clinic_demo_read_value (self, &occasion, "global_photo", NULL, "Photographs",
                          read_off (draw_around (self, outcome->gain * 12, 0.6), 1, -3, 3));

  if (share >= 1)
    clinic_demo_read_value (self, &occasion, "satisfaction", NULL, "Asked",
                            read_off (draw_around (self, 6 + outcome->gain * 12, 1.6), 1, 0, 10));
}

typedef struct
{
  const char *kind;
  guint       weight;
  guint       onset_hours;      /* at most */
  double      days;             /* usual length */
  guint       second_grade;     /* percent; 0: the only grade is .grade */
  guint       grade;
} Reaction;

static const Reaction reactions[] = {
  { "bruising", 26, 24, 4.5, 3, 1 },
  { "soreness", 22, 6, 1.2, 8, 1 },
  { "site_reaction", 18, 4, 1.0, 4, 1 },
  { "swelling", 10, 12, 2.5, 8, 1 },
  { "headache", 6, 12, 0.7, 12, 1 },
  { "bleeding", 4, 1, 0.5, 2, 1 },
  { "itching", 4, 24, 2, 8, 1 },
  { "dizziness", 3, 1, 0.1, 10, 1 },
  { "presyncope", 1, 1, 0.1, 0, 2 },
  { "folliculitis", 2, 96, 7, 10, 1 },
  { "rash", 1, 48, 3, 15, 1 },
  { "allergic", 1, 6, 1.5, 25, 1 },
  { "bumps", 2, 48, 4, 5, 1 },
};

static const Reaction *
draw_reaction (ClinicDemoWorld *self)
{
  guint ticket = clinic_random_below (&self->random, 100);
  guint i = 0;

  while (i < G_N_ELEMENTS (reactions) - 1 && ticket >= reactions[i].weight)
    ticket -= reactions[i++].weight;

  return &reactions[i];
}

/* Minutes from the onset to the end; a few linger, and a few of the last weeks are not over. */
static gint64
draw_length (ClinicDemoWorld *self,
             const Reaction  *reaction,
             gint64           age)
{
  double days = reaction->days * exp (draw_around (self, 0, 0.5));

  if (age < 60 && clinic_demo_chance (self, 4))
    return -1;

  return 15 + (gint64) (days * (clinic_demo_chance (self, 4) ? 4 : 1) * 1440);
}

static void
write_reaction (ClinicDemoWorld   *self,
                ClinicDemoPatient *patient,
                gint64             session,
                const char        *zone,
                gint64             day,
                gint64             minutes)
{
  static const char *const causalities[] = { "certain", "probable", "probable", "possible" };
  const Reaction *reaction = draw_reaction (self);
  gint64 onset = day * 1440 + minutes + 5 * clinic_demo_between (self, 0,
                                                                 reaction->onset_hours * 12);
  gint64 length = draw_length (self, reaction, self->today - day);
  gboolean second = reaction->second_grade > 0 && clinic_demo_chance (self, reaction->second_grade);
  ClinicRecord *record;

  /* It has not happened yet. */
  if (onset / 1440 >= self->today)
    return;

  record = CLINIC_RECORD (clinic_reaction_new ());
  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "session_id", session);
  clinic_demo_text (record, "zone", zone);
  clinic_demo_number (record, "reaction_kind_id",
                      clinic_demo_world_find (self, "reaction_kind", reaction->kind));
  clinic_demo_number (record, "grade", second ? 2 : reaction->grade);
  clinic_demo_take_text (record, "onset", clinic_demo_wall (self, 0, onset));

  clinic_demo_text (record, "ctcae_version", "5.0");

  if (length >= 0 && (onset + length) / 1440 < self->today)
    {
      clinic_demo_take_text (record, "cleared", clinic_demo_wall (self, 0, onset + length));
      clinic_demo_text (record, "outcome", "recovered");
    }

  clinic_demo_text (record, "action", second ? "Seen, advised, called back after two days" : NULL);
  clinic_demo_text (record, "causality", CLINIC_DEMO_PICK (self, causalities));
  clinic_demo_write (self, record);
  self->result.n_reactions++;
}

void
clinic_demo_react (ClinicDemoWorld   *self,
                   ClinicDemoPatient *patient,
                   gint64             session,
                   const char        *zone,
                   gint64             day,
                   gint64             minutes)
{
  if (clinic_demo_chance (self, 9))
    write_reaction (self, patient, session, zone, day, minutes);
}
