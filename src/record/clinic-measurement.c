/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-measurement.h"

G_DEFINE_FINAL_TYPE (ClinicMeasurement, clinic_measurement, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicMeasurement, patient_id, N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicMeasurement, course_id,  N_("Course"), .format = CLINIC_LINK, .links = "course"),
  CLINIC_FIELD (ClinicMeasurement, session_id, N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicMeasurement, metric_id,  N_("Metric"), .format = CLINIC_LINK, .links = "metric", .required = TRUE),
  CLINIC_FIELD (ClinicMeasurement, zone,       N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicMeasurement, method,     N_("Method"), .max = 120),
  CLINIC_FIELD (ClinicMeasurement, value,      N_("Value"), .format = CLINIC_DECIMAL, .required = TRUE, .min = -1000000000000, .max = 1000000000000),
  CLINIC_FIELD (ClinicMeasurement, area,       N_("Area (cm²)"), .format = CLINIC_DECIMAL, .min = 1, .max = 10000000),
  CLINIC_FIELD (ClinicMeasurement, taken_on,   N_("Taken on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicMeasurement, visit,      N_("Visit"), .max = 100000),
  CLINIC_FIELD (ClinicMeasurement, visit_name, N_("Name of the visit"), .max = 80),
  CLINIC_FIELD (ClinicMeasurement, note,       N_("Note"), .max = 4000),
  CLINIC_FIELD (ClinicMeasurement, counted,    N_("Hairs counted"), .max = 100000),
  CLINIC_FIELD (ClinicMeasurement, cutoff,     N_("Terminal from (µm)"), .format = CLINIC_DECIMAL, .min = 1000, .max = 200000),
  CLINIC_FIELD (ClinicMeasurement, grasped,    N_("Hairs grasped"), .min = 1, .max = 10000),
  CLINIC_FIELD (ClinicMeasurement, wash_hours, N_("Hours since wash"), .max = 10000),
  CLINIC_FIELD (ClinicMeasurement, rule,       N_("Rule"), .max = 40),
  CLINIC_FIELD (ClinicMeasurement, rule_version, N_("Version of the rule"), .min = 1, .max = 100000),
  CLINIC_FIELD (ClinicMeasurement, pull_version_id, N_("The clinic’s own rule"), .format = CLINIC_LINK, .links = "pull_version"),
  CLINIC_FIELD (ClinicMeasurement, result,     N_("Result"), .format = CLINIC_CHOICE, .choices = clinic_test_results),
  CLINIC_FIELD (ClinicMeasurement, items,      N_("Made of"), .max = 200),
};
/* *INDENT-ON* */

static const char *
clinic_measurement_check (ClinicRecord *record,
                          const char   *today)
{
  ClinicMeasurement *self = CLINIC_MEASUREMENT (record);

  if (self->taken_on == NULL && self->visit == CLINIC_UNKNOWN)
    return _("Taken on: A measurement has a date or the number of a visit.");

  if (self->taken_on != NULL && strcmp (self->taken_on, today) > 0)
    return _("Taken on: This is in the future.");

  return NULL;
}

static void
clinic_measurement_class_init (ClinicMeasurementClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_measurement_check;

  clinic_record_class_set_fields (record_class, "measurement", N_("Measurement"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_measurement_init (ClinicMeasurement *self)
{
}

ClinicMeasurement *
clinic_measurement_new (void)
{
  return g_object_new (CLINIC_TYPE_MEASUREMENT, NULL);
}
