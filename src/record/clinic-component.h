/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COMPONENT (clinic_component_get_type ())
G_DECLARE_FINAL_TYPE (ClinicComponent, clinic_component, CLINIC, COMPONENT, ClinicRecord)

/* An ingredient of a cocktail version: so many ml of such a strength. mg = ml × % × 10.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicComponent
{
  ClinicRecord  parent_instance;

  gint64        cocktail_version_id;
  gint64        ingredient_id;
  gint64        strength;
  char         *strength_unit;
  gint64        volume;
};

ClinicComponent *clinic_component_new (void);

G_END_DECLS
