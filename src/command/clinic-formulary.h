/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-cocktail.h"
#include "clinic-component.h"
#include "clinic-ingredient.h"
#include "clinic-lot.h"
#include "clinic-phase.h"
#include "clinic-protocol.h"

G_BEGIN_DECLS

/* Lists that the clinic keeps (formulary.save): ingredient, ingredient_allergen, allergen_group,
 * contraindication, condition_kind, diagnosis_kind, reaction_kind, metric, and a cocktail's name
 * or note. The id; 0 with @error. */
gint64   clinic_formulary_save   (ClinicAct         *act,
                                  ClinicRecord      *record,
                                  GError           **error);
/* An ingredient, new or not, with the allergen groups it is of (ClinicIngredientAllergen: the group)
 * and its contraindications (ClinicContraindication: condition, severity, source); those that stand
 * and are not given go. Refused when it is withdrawn without a reason. The id; 0 with @error
 * (formulary.save). */
gint64   clinic_ingredient_save  (ClinicAct         *act,
                                  ClinicIngredient  *ingredient,
                                  GPtrArray         *groups,
                                  GPtrArray         *contraindications,
                                  GError           **error);
/* A new cocktail with its first version. @components: ClinicComponent with ingredient, strength,
 * unit and volume set; refused when one of them is withdrawn. The cocktail's id (formulary.save). */
gint64   clinic_cocktail_create  (ClinicAct         *act,
                                  ClinicCocktail    *cocktail,
                                  GPtrArray         *components,
                                  const char        *note,
                                  GError           **error);
/* A new composition of a cocktail, from today on; the older versions stay what they were. The
 * version's id (formulary.save). */
gint64   clinic_cocktail_revise  (ClinicAct         *act,
                                  gint64             cocktail,
                                  GPtrArray         *components,
                                  const char        *note,
                                  GError           **error);

/* A lot that came in; received today unless it says otherwise (lot.save). */
gint64   clinic_lot_receive      (ClinicAct         *act,
                                  ClinicLot         *lot,
                                  GError           **error);
/* First taken from on @date (NULL: today): its days of use count from there. Refused when it was
 * open already. */
gboolean clinic_lot_open         (ClinicAct         *act,
                                  gint64             lot,
                                  const char        *date,
                                  GError           **error);
/* Into quarantine for a reason, or out of it (also for a reason). */
gboolean clinic_lot_quarantine   (ClinicAct         *act,
                                  gint64             lot,
                                  gboolean           quarantined,
                                  const char        *reason,
                                  GError           **error);
/* Something about a lot was written down wrongly; needs a reason. */
gboolean clinic_lot_correct      (ClinicAct         *act,
                                  ClinicLot         *lot,
                                  const char        *reason,
                                  GError           **error);

/* A protocol with all its phases (ClinicPhase; numbered here in their order). Phases it had
 * before and that are not given any more go, unless sessions were booked from them. The
 * protocol's id (protocol.save). */
gint64   clinic_protocol_save    (ClinicAct         *act,
                                  ClinicProtocol    *protocol,
                                  GPtrArray         *phases,
                                  GError           **error);

/* Changes a phase that is there (protocol.save). Its id; 0 with @error. */
gint64   clinic_phase_save       (ClinicAct         *act,
                                  ClinicPhase       *phase,
                                  GError           **error);

G_END_DECLS
