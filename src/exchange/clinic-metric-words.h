/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-metric.h"
#include "clinic-visit-words.h"

G_BEGIN_DECLS

/* What the header of a column of readings says: "Hair density (/cm²), vertex, week 12". */
typedef struct
{
  ClinicMetric *metric;         /* lent; NULL: none was named */
  const char   *zone;           /* one of clinic_zones; NULL */
  ClinicVisit   visit;
  char         *visit_name;     /* in the header's own words; NULL */
  char         *unit;           /* what it says in parentheses; NULL */
  gboolean      dated;          /* it holds the date of that visit, not a reading */
  enum
  {
    CLINIC_DERIVED_NO,
    CLINIC_DERIVED_DIFFERENCE,  /* computed by whoever made the table */
    CLINIC_DERIVED_PERCENT,
  } derived;
} ClinicMetricHeader;

/* The metrics of the clinic, by all that they are called. */
typedef struct _ClinicMetricWords ClinicMetricWords;

/* @metrics: ClinicMetric. */
ClinicMetricWords *clinic_metric_words_new   (GPtrArray            *metrics);
void               clinic_metric_words_free  (ClinicMetricWords    *self);
/* By code, name or alias; NULL: none. */
ClinicMetric      *clinic_metric_words_find  (ClinicMetricWords    *self,
                                              const char           *text);
/* Codes of all, for messages; caller frees. */
char              *clinic_metric_words_list  (ClinicMetricWords    *self);
/* FALSE when not all words of the header are understood. */
gboolean           clinic_metric_words_parse (ClinicMetricWords    *self,
                                              const char           *text,
                                              ClinicMetricHeader   *header);
void               clinic_metric_header_clear (ClinicMetricHeader  *header);
/* Whether @unit is how somebody writes the metric's unit. */
gboolean           clinic_metric_same_unit   (ClinicMetric         *metric,
                                              const char           *unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicMetricWords, clinic_metric_words_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicMetricHeader, clinic_metric_header_clear)

G_END_DECLS
