/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-component.h"

G_BEGIN_DECLS

/* How much of one ingredient was given. */
typedef struct
{
  gint64    ingredient_id;
  gint64    amount;         /* in thousandths; CLINIC_UNKNOWN: a strength is not known */
  gboolean  in_units;       /* of units (toxins, enzymes) rather than mg */
} ClinicDose;

/* What @injected µl of a mixture hold of a component of @volume µl among @total µl of all
 * components. @strength in thousandths of a percent gives thousandths of a mg: ml × % × 10 ×
 * share; in thousandths of units/ml (@in_units) it gives thousandths of units. Rounded half away
 * from zero, once. */
gint64     clinic_dose_amount  (gint64       injected,
                                gint64       strength,
                                gboolean     in_units,
                                gint64       volume,
                                gint64       total);

/* The doses in @injected µl of the mixture of @components (ClinicComponent), one an ingredient
 * and kind of unit, in their order. GArray of ClinicDose. */
GArray    *clinic_dose_list    (GPtrArray   *components,
                                gint64       injected);
/* Adds those of @more to @doses; unknown and known is unknown. */
void       clinic_dose_add     (GArray      *doses,
                                GArray      *more);
/* The volume each component has in @injected µl, in their order, summing up to it exactly
 * (largest remainder). GArray of gint64. */
GArray    *clinic_dose_volumes (GPtrArray   *components,
                                gint64       injected);

/* The most of an ingredient that may be given, in thousandths of mg: @maximum, or @per_kg for
 * @weight (kg in thousandths) when that is less; each may be CLINIC_UNKNOWN, and CLINIC_UNKNOWN when
 * nothing limits it as far as is known. Lidocaine without adrenaline, 4.5 mg/kg and at most 300 mg: 315 mg
 * at 70 kg are 300 (CLINIC 6). */
gint64     clinic_dose_limit   (gint64       maximum,
                                gint64       per_kg,
                                gint64       weight);

G_END_DECLS
