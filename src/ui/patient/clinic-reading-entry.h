/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_READING_ENTRY (clinic_reading_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReadingEntry, clinic_reading_entry, CLINIC, READING_ENTRY, ClinicRecord)

/* The latest reading of a metric in a zone, with the metric's name. Read from queries, never
 * stored; its id and version are the measurement's. */
struct _ClinicReadingEntry
{
  ClinicRecord  parent_instance;

  char         *metric;
  char         *unit;
  gint64        decimals;
  char         *zone;
  gint64        value;
  char         *taken_on;
  char         *visit_name;         /* where a table told no day */
};

G_END_DECLS
