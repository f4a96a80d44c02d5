/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-metric.h"

G_DEFINE_FINAL_TYPE (ClinicMetric, clinic_metric, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicMetric, code,           N_("Code"), .required = TRUE, .max = 60),
  CLINIC_FIELD (ClinicMetric, name,           N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicMetric, unit,           N_("Unit"), .max = 40),
  CLINIC_FIELD (ClinicMetric, direction,      N_("Better is"), .format = CLINIC_CHOICE, .choices = clinic_directions, .required = TRUE),
  CLINIC_FIELD (ClinicMetric, error_percent,  N_("Error of the method (%)"), .format = CLINIC_DECIMAL, .max = 1000000),
  CLINIC_FIELD (ClinicMetric, error_absolute, N_("Error of the method (in its unit)"), .format = CLINIC_DECIMAL, .max = 1000000000),
  CLINIC_FIELD (ClinicMetric, low,            N_("Lowest possible"), .format = CLINIC_DECIMAL, .min = -1000000000000, .max = 1000000000000),
  CLINIC_FIELD (ClinicMetric, high,           N_("Highest possible"), .format = CLINIC_DECIMAL, .min = -1000000000000, .max = 1000000000000),
  CLINIC_FIELD (ClinicMetric, decimals,       N_("Decimals shown"), .max = 3),
  CLINIC_FIELD (ClinicMetric, aliases,        N_("Also called"), .max = 400),
  CLINIC_FIELD (ClinicMetric, source,         N_("Source"), .max = 400),
};
/* *INDENT-ON* */

static const char *
clinic_metric_check (ClinicRecord *record,
                     const char   *today)
{
  ClinicMetric *self = CLINIC_METRIC (record);

  if (self->low != CLINIC_UNKNOWN && self->high != CLINIC_UNKNOWN && self->low > self->high)
    return _("Highest possible: This is less than the lowest.");

  return NULL;
}

static void
clinic_metric_class_init (ClinicMetricClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_metric_check;

  clinic_record_class_set_fields (record_class, "metric", N_("Metric"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_metric_init (ClinicMetric *self)
{
}

ClinicMetric *
clinic_metric_new (void)
{
  return g_object_new (CLINIC_TYPE_METRIC, NULL);
}
