/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_ALLERGEN_GROUP (clinic_allergen_group_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAllergenGroup, clinic_allergen_group, CLINIC, ALLERGEN_GROUP,
                      ClinicRecord)

/* Substances that people are allergic to together, such as ester anaesthetics.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicAllergenGroup
{
  ClinicRecord  parent_instance;

  char         *code;
  char         *name;
  char         *note;
};

ClinicAllergenGroup *clinic_allergen_group_new (void);

G_END_DECLS
