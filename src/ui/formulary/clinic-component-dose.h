/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-component.h"
#include "clinic-ingredient.h"

G_BEGIN_DECLS

/* What is to be said of an ingredient while a cocktail is composed. */
typedef struct
{
  char     *text;       /* "vitamin · principal · 10 mg"; owned */
  gboolean  wrong;      /* withdrawn, or above its maximum */
} ClinicComponentDose;

/* @component: NULL while its numbers cannot be read. @weight: kg in thousandths; CLINIC_UNKNOWN: the
 * maximum by weight cannot be told, which is said. mg = ml × % × 10; compared with clinic_dose_limit (). */
void clinic_component_dose_tell (ClinicComponentDose  *self,
                                 ClinicIngredient     *ingredient,
                                 ClinicComponent      *component,
                                 gint64                weight);

G_END_DECLS
