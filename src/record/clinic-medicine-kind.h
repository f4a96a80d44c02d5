/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_MEDICINE_KIND (clinic_medicine_kind_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMedicineKind, clinic_medicine_kind, CLINIC, MEDICINE_KIND, ClinicRecord)

/* A substance or class of medicines that bears on treatment, and the condition that taking one counts as.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicMedicineKind
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *aliases;            /* what such medicines are called, with ';' between */
  gint64        condition_kind_id;  /* CLINIC_UNKNOWN: it counts as none, its note is told */
  gint64        days_after;         /* how long it still counts after it was stopped; CLINIC_UNKNOWN: not at all */
  char         *source;
  char         *note;
};

ClinicMedicineKind *clinic_medicine_kind_new (void);

G_END_DECLS
