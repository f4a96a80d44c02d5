/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COCKTAIL (clinic_cocktail_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCocktail, clinic_cocktail, CLINIC, COCKTAIL, ClinicRecord)

/* A mixture by name. What is in it is said by its versions.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicCocktail
{
  ClinicRecord  parent_instance;

  char         *name;
  char         *note;
  char         *archived_on;
};

ClinicCocktail *clinic_cocktail_new (void);

G_END_DECLS
