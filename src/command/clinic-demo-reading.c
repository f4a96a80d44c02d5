/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-decimal.h"
#include "clinic-demo-reading.h"
#include "clinic-derived.h"

/* cm², in thousandths. */
#define AREA 900

static void
begin_random (ClinicRandom             *random,
              const ClinicDemoOccasion *occasion)
{
  clinic_random_init (random, (guint64) occasion->session * 2654435761u + occasion->day);
}

static double
draw (ClinicRandom *random,
      double        mean,
      double        spread,
      double        least,
      double        most)
{
  double value = round (mean + spread * clinic_random_normal (random));

  return CLAMP (value, least, most);
}

/* Worked out as a form would, then written; frees @record. */
static void
write_reading (ClinicDemoWorld          *self,
               const ClinicDemoOccasion *occasion,
               const char               *metric,
               ClinicRecord             *record)
{
  gint64 visit = occasion->share <= 0 ? 0 : occasion->share < 1 ? 1 : 2;
  static const char *const names[] = { "Baseline", "During the course", "End of the course" };
  g_autoptr(GError) error = NULL;

  clinic_demo_number (record, "patient_id", occasion->patient->id);
  clinic_demo_number (record, "course_id", occasion->course);
  clinic_demo_number (record, "session_id", occasion->session);
  clinic_demo_number (record, "metric_id", clinic_demo_world_find (self, "metric", metric));
  clinic_demo_take_text (record, "taken_on", clinic_demo_date (self, occasion->day));
  clinic_demo_number (record, "visit", visit);
  clinic_demo_text (record, "visit_name", names[visit]);

  if (!clinic_derived_apply (CLINIC_MEASUREMENT (record), metric, NULL, &error))
    g_error ("%s: %s", metric, error->message);

  clinic_demo_write (self, record);
  self->result.n_measurements++;
}

static ClinicRecord *
begin_reading (const char *zone,
               const char *method)
{
  ClinicRecord *record = CLINIC_RECORD (clinic_measurement_new ());

  clinic_demo_text (record, "zone", zone);
  clinic_demo_text (record, "method", method);

  return record;
}

void
clinic_demo_read_value (ClinicDemoWorld          *self,
                        const ClinicDemoOccasion *occasion,
                        const char               *metric,
                        const char               *zone,
                        const char               *method,
                        double                    value)
{
  ClinicRecord *record = begin_reading (zone, method);

  clinic_demo_number (record, "value", clinic_decimal_from_double (value));
  write_reading (self, occasion, metric, record);
}

void
clinic_demo_read_density (ClinicDemoWorld          *self,
                          const ClinicDemoOccasion *occasion,
                          const char               *zone,
                          double                    density)
{
  ClinicRecord *record = begin_reading (zone, "Trichoscopy");

  clinic_demo_number (record, "counted", (gint64) round (density * AREA / 1000));
  clinic_demo_number (record, "area", AREA);
  clinic_demo_number (record, "cutoff", 40000);
  write_reading (self, occasion, "density_terminal", record);
}

/* Patches lie here more and there less; each quadrant is seen to the nearest five percent. */
void
clinic_demo_read_salt (ClinicDemoWorld          *self,
                       const ClinicDemoOccasion *occasion,
                       double                    lost)
{
  ClinicRecord *record = begin_reading ("whole_scalp", "Seen");
  g_autoptr(GString) items = g_string_new (NULL);
  ClinicRandom random;

  begin_random (&random, occasion);

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (items, "%s%d", i > 0 ? " " : "",
                            5 * (int) draw (&random, lost / 5, lost / 15, 0, 20));

  clinic_demo_text (record, "items", items->str);
  write_reading (self, occasion, "salt", record);
}

/* Patches are pulled at three places, else at one. */
void
clinic_demo_read_pull (ClinicDemoWorld          *self,
                       const ClinicDemoOccasion *occasion,
                       const char               *zone,
                       double                    out)
{
  ClinicRecord *record = begin_reading (zone, NULL);
  guint n = g_str_equal (zone, "occipital") ? 3 : 1;
  g_autoptr(GString) items = g_string_new (NULL);
  ClinicRandom random;

  begin_random (&random, occasion);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (items, "%s%d", i > 0 ? " " : "", (int) draw (&random, out, 1, 0, 20));

  clinic_demo_text (record, "items", items->str);
  clinic_demo_number (record, "grasped", n == 3 ? 60 : 50);
  clinic_demo_number (record, "wash_hours", (gint64) draw (&random, 24, 8, 6, 72));
  clinic_demo_text (record, "rule", n == 3 ? "three_areas" : "share_10");
  write_reading (self, occasion, "pull_test", record);
}

/* Now and then a question is left out. */
void
clinic_demo_read_dlqi (ClinicDemoWorld          *self,
                       const ClinicDemoOccasion *occasion,
                       double                    gained)
{
  ClinicRecord *record;
  g_autoptr(GString) items = g_string_new (NULL);
  ClinicRandom random;
  guint gap;

  if (occasion->patient->age < 16)
    return;

  record = begin_reading (NULL, "Asked");
  begin_random (&random, occasion);
  gap = clinic_random_below (&random, 100);

  for (guint i = 0; i < 10; i++)
    {
      double trouble = i < 2 || i == 4 ? 1.4 : 0.4;
      int answer = (int) draw (&random, trouble * (1 - 3 * gained), 0.6, 0, 3);

      if (i == gap)
        g_string_append (items, " -");
      else
        g_string_append_printf (items, "%s%d", i > 0 ? " " : "", answer);
    }

  clinic_demo_text (record, "items", g_strstrip (items->str));
  write_reading (self, occasion, "dlqi", record);
}
