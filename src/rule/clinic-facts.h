/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-treatment.h"
#include "clinic-value.h"

G_BEGIN_DECLS

/* What a fact is about, besides the treatment as a whole. */
typedef enum
{
  CLINIC_SCOPE_TREATMENT  = 0,
  CLINIC_SCOPE_COCKTAIL   = 1 << 0,
  CLINIC_SCOPE_INGREDIENT = 1 << 1,
  CLINIC_SCOPE_ALLERGY    = 1 << 2,
  CLINIC_SCOPE_CONDITION  = 1 << 3,
  CLINIC_SCOPE_INJECTION  = 1 << 4,
  CLINIC_SCOPE_LOT        = 1 << 5,
  CLINIC_SCOPE_MEDICINE   = 1 << 6,
} ClinicScope;

/* One thing of each kind that a rule goes through; the others are NULL. */
typedef struct
{
  const ClinicTreatmentCocktail   *cocktail;
  const ClinicTreatmentIngredient *ingredient;
  const ClinicTreatmentAllergy    *allergy;
  const ClinicTreatmentCondition  *condition;
  const ClinicTreatmentInjection  *injection;
  const ClinicTreatmentLot        *lot;
  const ClinicTreatmentMedicine   *medicine;
} ClinicItem;

/* Something the rules can ask about. Reading one is a pure function of the treatment and the
 * item. */
typedef struct
{
  const char         *name;         /* "injection.depth" */
  guint               scope;        /* ClinicScope: what the item must have */
  ClinicValueKind     kind;
  const char         *unit;         /* "mm"; NULL: none */
  const char         *doc;          /* N_(): what it says */
  const ClinicChoice *choices;      /* TEXT: the words it may be; NULL: any */
  void             (* read)         (const ClinicTreatment *treatment,
                                     const ClinicItem      *item,
                                     ClinicValue           *value);
} ClinicFact;

/* All there are, in the order of their names' first part; ends with one whose name is NULL. */
const ClinicFact *clinic_facts_list   (void);
/* NULL when there is none of this name. */
const ClinicFact *clinic_facts_find   (const char  *name);
/* "ingredient" → CLINIC_SCOPE_INGREDIENT; -1 when there is none. */
int               clinic_scope_find   (const char  *name);

G_END_DECLS
