/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-demo-world.h"
#include "clinic-medicine.h"

typedef struct
{
  const char *for_what;         /* code of a condition, or of a diagnosis */
  const char *sex;              /* NULL: either */
  guint       percent;          /* of those who have it */
  const char *kind;
  const char *name;
  const char *dose;
} Habit;

/* What people with a condition or a diagnosis of the demonstration take, by the name of the substance. Whoever has the
 * condition has it in the history already: the medicine stands for it and stops nobody anew. */
static const Habit habits[] = {
  { "thyroid", NULL, 80, "thyroid_hormone", "Levothyroxine", "75 µg a day" },
  { "aspirin", NULL, 100, "aspirin", "Acetylsalicylic acid", "100 mg a day" },
  { "antibiotics", NULL, 100, "antibiotic", "Amoxicillin", "500 mg three times a day" },
  { "anticoagulant", NULL, 100, "anticoagulant", "Apixaban", "5 mg twice a day" },
  { "immune_deficiency", NULL, 60, "immunosuppressant", "Azathioprine", "50 mg twice a day" },
  { "aga", "M", 18, "dht_modulator", "Finasteride", "1 mg a day" },
  { "aga", NULL, 15, "minoxidil", "Minoxidil", "5 % on the scalp, once a day" },
};

static void
write_medicine (ClinicDemoWorld         *self,
                const ClinicDemoPatient *patient,
                const Habit             *habit,
                gint64                   since,
                gint64                   stopped)
{
  ClinicRecord *record = CLINIC_RECORD (clinic_medicine_new ());

  clinic_demo_number (record, "patient_id", patient->id);
  clinic_demo_text (record, "name", habit->name);
  clinic_demo_number (record, "medicine_kind_id", clinic_demo_world_find (self, "medicine_kind", habit->kind));
  clinic_demo_text (record, "dose", habit->dose);
  clinic_demo_take_text (record, "since", clinic_demo_date (self, since));

  if (stopped >= 0 && stopped <= self->today)
    clinic_demo_take_text (record, "stopped", clinic_demo_date (self, stopped));

  clinic_demo_text (record, "source", "patient");
  clinic_demo_take_text (record, "noted_on", clinic_demo_date (self, MAX (since, patient->day)));
  clinic_demo_write (self, record);
}

void
clinic_demo_write_medicines (ClinicDemoWorld         *self,
                             const ClinicDemoPatient *patient,
                             const char              *for_what,
                             gint64                   since,
                             gint64                   stopped)
{
  ClinicRandom own;

  /* Chances of their own: whatever is added here leaves everybody else's history as it was. */
  clinic_random_init (&own, (guint64) patient->id * G_N_ELEMENTS (habits) + g_str_hash (for_what));

  for (guint i = 0; i < G_N_ELEMENTS (habits) && self->error == NULL; i++)
    {
      const Habit *habit = &habits[i];
      gboolean taken = clinic_random_below (&own, 100) < habit->percent;

      if (taken && g_str_equal (habit->for_what, for_what) &&
          (habit->sex == NULL || g_str_equal (habit->sex, patient->sex)))
        write_medicine (self, patient, habit, since, stopped);
    }
}
