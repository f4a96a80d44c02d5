/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONDITION_KIND (clinic_condition_kind_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConditionKind, clinic_condition_kind, CLINIC, CONDITION_KIND,
                      ClinicRecord)

/* A medical condition that bears on treatment, and how: stop, warn or note.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicConditionKind
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *bearing;
  char         *source;
  char         *note;
};

ClinicConditionKind *clinic_condition_kind_new (void);

G_END_DECLS
