/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONDITION (clinic_condition_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCondition, clinic_condition, CLINIC, CONDITION, ClinicRecord)

/* A patient has or had a condition.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicCondition
{
  ClinicRecord  parent_instance;

  gint64        patient_id;
  gint64        condition_kind_id;
  char         *since;
  char         *until;
  char         *note;
};

ClinicCondition *clinic_condition_new (void);

G_END_DECLS
