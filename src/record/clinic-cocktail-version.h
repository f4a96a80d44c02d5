/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COCKTAIL_VERSION (clinic_cocktail_version_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCocktailVersion, clinic_cocktail_version, CLINIC, COCKTAIL_VERSION,
                      ClinicRecord)

/* What a cocktail held from a day on. Never changed: a new composition is a new version.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicCocktailVersion
{
  ClinicRecord  parent_instance;

  gint64        cocktail_id;
  gint64        number;
  char         *made_on;
  char         *note;
};

ClinicCocktailVersion *clinic_cocktail_version_new (void);

G_END_DECLS
