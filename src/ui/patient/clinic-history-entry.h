/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_HISTORY_ENTRY (clinic_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHistoryEntry, clinic_history_entry, CLINIC, HISTORY_ENTRY, ClinicRecord)

/* One line of a patient's medical history with the names of what it is about: an allergy, a
 * condition, a medicine, a diagnosis or a reaction. Read from queries, never stored; its id and version are
 * those of the record of its kind. */
struct _ClinicHistoryEntry
{
  ClinicRecord  parent_instance;

  char         *kind;               /* "allergy", "condition", "medicine", "diagnosis", "reaction" */
  char         *name;               /* what the patient is allergic to, or has */
  char         *severity;           /* of an allergy */
  char         *bearing;            /* of a condition; "stop": a red flag of a reaction */
  char         *detail;             /* in words: how it shows, scale and grade, what was done */
  char         *zone;
  gint64        grade;
  gint64        expected_days;      /* how long such a reaction usually lasts */
  char         *since;              /* a date; a wall time of a reaction */
  char         *ended;              /* the same */
  gboolean      past;               /* it no longer stands today */
  char         *note;
};

G_END_DECLS
