/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-allergy.h"
#include "clinic-condition.h"
#include "clinic-demo-names.h"
#include "clinic-demo-world.h"
#include "clinic-diagnosis.h"
#include "clinic-patient.h"

static void
write_contact (ClinicDemoWorld *self,
               ClinicRecord    *record,
               guint            number)
{
  static const char *const channels[] = { "phone", "sms", "email", "email", "sms", "post" };
  static const char *const referrals[] = { "Internet", "A friend", "Family doctor", "Dermatologist",
                                           "Hairdresser" };

  /* Numbers that nobody has: no country begins with 0; example.org is set apart for examples. */
  clinic_demo_take_text (record, "mobile",
                         g_strdup_printf ("+00 6%02u %07u",
                                          clinic_random_below (&self->random, 100),
                                          clinic_random_below (&self->random,
                                                               10000000)));

  if (clinic_demo_chance (self, 30))
    clinic_demo_take_text (record, "phone",
                           g_strdup_printf ("+00 1 %06u",
                                            clinic_random_below (&self->random, 1000000)));

  if (clinic_demo_chance (self, 70))
    clinic_demo_take_text (record, "email", g_strdup_printf ("patient%u@example.org", number));

  if (clinic_demo_chance (self, 85))
    clinic_demo_text (record, "channel", CLINIC_DEMO_PICK (self, channels));

  if (clinic_demo_chance (self, 50))
    clinic_demo_text (record, "referral", CLINIC_DEMO_PICK (self, referrals));
}

static void
write_person (ClinicDemoWorld   *self,
              ClinicDemoPatient *patient)
{
  ClinicRecord *record = CLINIC_RECORD (clinic_patient_new ());
  guint number = ++self->result.n_patients;
  ClinicDemoName name;

  clinic_demo_name_draw (&name, &self->random);
  patient->sex = name.sex;
  patient->age = 18 + (clinic_random_below (&self->random, 35) + clinic_random_below (&self->random,
                                                                                      33));
  clinic_demo_take_text (record, "file_number", g_strdup_printf ("D%06u", number));
  clinic_demo_text (record, "family_name", name.family);
  clinic_demo_text (record, "given_name", name.given);
  clinic_demo_text (record, "birth_name", name.birth_family);
  clinic_demo_text (record, "sex", name.sex);
  clinic_demo_take_text (record, "birth_date",
                         clinic_demo_date (self,
                                           patient->day - patient->age * 365 - patient->age / 4 -
                                           clinic_random_below (&self->random, 365)));
  clinic_demo_text (record, "language", name.language);
  clinic_demo_text (record, "country", name.country);
  clinic_demo_text (record, "city", name.city);
  clinic_demo_take_text (record, "postcode",
                         g_strdup_printf ("%05u", clinic_random_below (&self->random, 100000)));
  clinic_demo_take_text (record, "address", g_strdup_printf ("%s %u", name.street,
                                                             clinic_random_below (&self->random,
                                                                                  120) + 1));
  write_contact (self, record, number);

  /* No course is longer than 400 days: who is archived has none that goes on. */
  if (patient->day < (gint64) self->today - 1500 && clinic_demo_chance (self, 6))
    {
      gint64 archived = (gint64) self->today - clinic_random_below (&self->random, 600);

      patient->last = archived - 400;
      clinic_demo_take_text (record, "archived_on", clinic_demo_date (self, archived));
    }

  patient->id = clinic_demo_write (self, record);

  if (patient->last == self->today)
    g_array_append_val (self->patients, patient->id);
}

static void
write_allergy (ClinicDemoWorld   *self,
               ClinicDemoPatient *patient)
{
  static const char *const groups[] = {
    "nickel", "latex", "egg", "soy", "fish", "ester_paba", "amide_anaesthetic", "propylene_glycol", "sulfite", "legume",
  };
  static const char *const reactions[] = { "Rash", "Hives", "Swelling", "Itching" };
  static const char *const severities[] = { "mild", "mild", "moderate", "severe" };
  ClinicRecord *record = CLINIC_RECORD (clinic_allergy_new ());

  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "allergen_group_id",
                      clinic_demo_world_find (self, "allergen_group",
                                              CLINIC_DEMO_PICK (self, groups)));
  clinic_demo_text (record, "reaction", CLINIC_DEMO_PICK (self, reactions));
  clinic_demo_text (record, "severity", CLINIC_DEMO_PICK (self, severities));
  clinic_demo_take_text (record, "noted_on", clinic_demo_date (self, patient->day));
  clinic_demo_write (self, record);
}

static void
write_condition (ClinicDemoWorld   *self,
                 ClinicDemoPatient *patient,
                 const char        *code,
                 gint64             since,
                 gint64             until)
{
  ClinicRecord *record = CLINIC_RECORD (clinic_condition_new ());

  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "condition_kind_id",
                      clinic_demo_world_find (self, "condition_kind", code));
  clinic_demo_take_text (record, "since", clinic_demo_date (self, since));

  if (until >= 0 && until <= self->today)
    clinic_demo_take_text (record, "until", clinic_demo_date (self, until));

  clinic_demo_write (self, record);
  clinic_demo_write_medicines (self, patient, code, since, until);
}

/* What speaks against treatment outright is rare, and new since the last visit. */
static void
write_history (ClinicDemoWorld   *self,
               ClinicDemoPatient *patient)
{
  static const char *const usual[] = {
    "thyroid", "diabetes", "hypertension", "autoimmune", "hyperpigmentation", "keloid", "faints", "cardiac",
  };
  static const char *const passing[] = { "vaccine", "antibiotics", "surgery", "aspirin" };
  static const char *const stopping[] = { "anticoagulant", "skin_infection", "immune_deficiency",
                                          "bleeding_disorder" };
  gboolean young_woman = *patient->sex == 'F' && patient->age < 45;

  patient->allergies = "none";

  if (clinic_demo_chance (self, 8))
    {
      write_allergy (self, patient);
      patient->allergies = "listed";
    }

  if (clinic_demo_chance (self, 12))
    write_condition (self, patient, CLINIC_DEMO_PICK (self, usual),
                     patient->day - clinic_demo_between (self, 100, 3000), -1);

  if (clinic_demo_chance (self, 5))
    write_condition (self, patient, CLINIC_DEMO_PICK (self, passing), patient->day - 10,
                     patient->day + 10);

  if (clinic_demo_chance (self, 0.8))
    write_condition (self, patient, CLINIC_DEMO_PICK (self, stopping),
                     self->today - clinic_demo_between (self, 1, 20), -1);

  if (young_woman && clinic_demo_chance (self, 1.5))
    write_condition (self, patient, "pregnancy", self->today - clinic_demo_between (self, 5, 60),
                     -1);
}

typedef struct
{
  const char *code;
  guint       women;
  guint       men;
} Share;

static const char *
draw_diagnosis (ClinicDemoWorld   *self,
                ClinicDemoPatient *patient)
{
  static const Share shares[] = {
    { "aga", 44, 76 }, { "te", 27, 5 }, { "aa", 9, 11 }, { "te_chronic", 7, 1 }, { "stress", 6, 4 },
    { "traction", 4, 0 }, { "thin_hair", 3, 3 },
  };
  guint ticket = clinic_random_below (&self->random, 100);
  guint i = 0;

  for (; i < G_N_ELEMENTS (shares) - 1; i++)
    {
      guint share = *patient->sex == 'M' ? shares[i].men : shares[i].women;

      if (ticket < share)
        break;

      ticket -= share;
    }

  return shares[i].code;
}

static void
write_diagnosis (ClinicDemoWorld   *self,
                 ClinicDemoPatient *patient)
{
  static const char *const norwood[] = { "II", "IIa", "III", "III vertex", "IV", "V" };
  static const char *const ludwig[] = { "I", "I", "II", "II", "III" };
  ClinicRecord *record = CLINIC_RECORD (clinic_diagnosis_new ());

  patient->diagnosis = draw_diagnosis (self, patient);
  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_number (record, "diagnosis_kind_id",
                      clinic_demo_world_find (self, "diagnosis_kind", patient->diagnosis));
  clinic_demo_take_text (record, "made_on", clinic_demo_date (self, patient->day));

  if (g_str_equal (patient->diagnosis, "aga"))
    {
      gboolean man = *patient->sex == 'M';

      clinic_demo_text (record, "scale", man ? "Norwood-Hamilton" : "Ludwig");
      patient->grade = man ? CLINIC_DEMO_PICK (self, norwood) : CLINIC_DEMO_PICK (self, ludwig);
      clinic_demo_text (record, "grade", patient->grade);
    }

  patient->diagnosis_id = clinic_demo_write (self, record);
  clinic_demo_write_medicines (self, patient, patient->diagnosis, patient->day - 180 - patient->id % 700, -1);
}

/* A visit without a course, to keep what was reached. */
static gboolean
make_single_visit (ClinicDemoWorld   *self,
                   ClinicDemoPatient *patient)
{
  ClinicDemoTreatment treatment = { .course_id = CLINIC_UNKNOWN, .number = CLINIC_UNKNOWN };
  ClinicDemoVisit visit;

  if (!clinic_demo_find_time (self, patient->day, patient->day, patient->day + 20, 30,
                              clinic_demo_practitioner (self, patient->day), &visit))
    return FALSE;

  treatment.cocktail = self->cocktails->pdata[clinic_random_below (&self->random, 3)];
  treatment.status = clinic_demo_status (self, &visit);
  clinic_demo_write_visit (self, patient, &treatment, &visit);
  patient->day = visit.day + clinic_demo_between (self, 35, 140);

  return TRUE;
}

/* So many visits that in the end the average is the one that was asked for. */
static gint64
draw_n_sessions (ClinicDemoWorld *self)
{
  gint64 average = self->options->sessions_per_patient;
  /* Those who came last have no time for theirs: the others have a little more. */
  gint64 due = average * self->result.n_patients * 102 / 100 - self->result.n_sessions;
  gint64 spread = average * 6 / 10;
  gint64 n = due + clinic_demo_between (self, -spread, spread);

  return MAX (1, n);
}

void
clinic_demo_make_patient (ClinicDemoWorld   *self,
                          ClinicDemoPatient *patient,
                          gint64             day)
{
  gint64 wanted;

  patient->day = day;
  patient->last = self->today;
  write_person (self, patient);
  wanted = draw_n_sessions (self);
  write_history (self, patient);
  write_diagnosis (self, patient);

  while (self->error == NULL && patient->n_sessions < wanted && patient->day <= patient->last)
    {
      gboolean course = patient->n_sessions == 0 ? wanted > 2 : wanted - patient->n_sessions >= 5;

      if (!(course ? clinic_demo_make_course (self, patient) : make_single_visit (self, patient)))
        break;
    }
}
