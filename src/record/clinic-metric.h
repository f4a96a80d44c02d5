/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_METRIC (clinic_metric_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMetric, clinic_metric, CLINIC, METRIC, ClinicRecord)

/* Something that is measured: its unit, which way is better, and how far two readings may differ
 * by the method alone. Read the members; write them through properties, so that views hear of
 * it. */
struct _ClinicMetric
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *unit;
  char         *direction;
  gint64        error_percent;
  gint64        error_absolute;
  gint64        low;
  gint64        high;
  gint64        decimals;
  char         *aliases;
  char         *source;
};

ClinicMetric *clinic_metric_new (void);

G_END_DECLS
