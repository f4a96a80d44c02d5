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

/* mg (in thousandths) of all of a component, or units: ml × % × 10; CLINIC_UNKNOWN: not known, also while its
 * numbers cannot be read (@component: NULL). */
gint64 clinic_component_dose_amount (ClinicComponent *component,
                                     gboolean        *in_units);

/* @component: NULL while its numbers cannot be read. @mg and @units: of the ingredient in all that is
 * composed, which is compared with clinic_dose_limit () and with the maximum in units. @weight: kg in
 * thousandths; CLINIC_UNKNOWN: the maximum by weight cannot be told, which is said. */
void clinic_component_dose_tell (ClinicComponentDose  *self,
                                 ClinicIngredient     *ingredient,
                                 ClinicComponent      *component,
                                 gint64                mg,
                                 gint64                units,
                                 gint64                weight);

G_END_DECLS
