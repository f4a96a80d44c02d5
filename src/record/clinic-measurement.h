/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_MEASUREMENT (clinic_measurement_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMeasurement, clinic_measurement, CLINIC, MEASUREMENT, ClinicRecord)

/* One reading of a metric, on a day or, where a table tells no days, at a numbered visit (0 is
 * the baseline). Read the members; write them through properties, so that views hear of it. */
struct _ClinicMeasurement
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        course_id;
  gint64        session_id;
  gint64        metric_id;
  char         *zone;
  char         *method;
  gint64        value;
  gint64        area;
  char         *taken_on;
  gint64        visit;
  char         *visit_name;
  char         *note;
  gint64        counted;        /* of which .value is the density */
  gint64        cutoff;         /* that terminal and vellus hairs were told apart by */
  gint64        grasped;        /* of a pull test */
  gint64        wash_hours;
  char         *rule;           /* that .result was found by */
  gint64        rule_version;
  gint64        pull_version_id; /* unknown: the rule is one that is shipped */
  char         *result;
  char         *items;          /* what .value was made of, in order, a space between */
};

ClinicMeasurement *clinic_measurement_new (void);

G_END_DECLS
