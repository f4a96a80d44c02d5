/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-check-in-look.h"
#include "clinic-contraindication.h"
#include "clinic-date.h"
#include "clinic-facts-asked.h"

/* A condition of that name says it for sure; else it is as was last answered, and unknown when
 * nobody asked. */
void
clinic_fact_patient_pregnant (const ClinicTreatment *treatment,
                              const ClinicItem      *item,
                              ClinicValue           *value)
{
  const char *answer = treatment->pregnancy != NULL ? treatment->pregnancy->answer : NULL;

  for (guint i = 0; i < treatment->conditions->len; i++)
    {
      const ClinicTreatmentCondition *condition = treatment->conditions->pdata[i];

      if (g_strcmp0 (condition->kind->code, "pregnancy") == 0)
        answer = "yes";
    }

  clinic_value_clear (value);

  if (g_strcmp0 (answer, "yes") == 0 || g_strcmp0 (answer, "no") == 0)
    clinic_value_set_flag (value, g_str_equal (answer, "yes"));
}

void
clinic_fact_patient_pregnancy_answer (const ClinicTreatment *treatment,
                                      const ClinicItem      *item,
                                      ClinicValue           *value)
{
  clinic_value_set_text (value, treatment->pregnancy != NULL ? treatment->pregnancy->answer : NULL);
}

void
clinic_fact_patient_pregnancy_asked (const ClinicTreatment *treatment,
                                     const ClinicItem      *item,
                                     ClinicValue           *value)
{
  clinic_value_set_date (value, treatment->pregnancy != NULL ? treatment->pregnancy->asked_on : NULL);
}

void
clinic_fact_patient_pregnancy_concerns (const ClinicTreatment *treatment,
                                        const ClinicItem      *item,
                                        ClinicValue           *value)
{
  clinic_value_set_flag (value, clinic_pregnancy_concerns (treatment->patient->sex, treatment->patient->birth_date,
                                                           treatment->date));
}

void
clinic_fact_patient_pregnancy_days (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value)
{
  clinic_value_set_count (value, treatment->pregnancy != NULL
                                 ? clinic_date_days_between (treatment->pregnancy->asked_on, treatment->date)
                                 : CLINIC_UNKNOWN);
}

/* NULL where it says nothing any more. */
static ClinicAllergyStatus *
find_status (const ClinicTreatment *treatment)
{
  return clinic_allergies_stands (treatment->asked, treatment->allergies->len) ? treatment->asked : NULL;
}

/* What is on the list was asked about. */
void
clinic_fact_patient_allergies (const ClinicTreatment *treatment,
                               const ClinicItem      *item,
                               ClinicValue           *value)
{
  ClinicAllergyStatus *status = find_status (treatment);

  if (treatment->allergies->len > 0)
    clinic_value_set_text (value, "listed");
  else
    clinic_value_set_text (value, status != NULL && g_strcmp0 (status->answer, "none") == 0 ? "none" : NULL);
}

void
clinic_fact_patient_allergy_answer (const ClinicTreatment *treatment,
                                    const ClinicItem      *item,
                                    ClinicValue           *value)
{
  ClinicAllergyStatus *status = find_status (treatment);

  clinic_value_set_text (value, status != NULL ? status->answer : NULL);
}

void
clinic_fact_patient_allergy_asked (const ClinicTreatment *treatment,
                                   const ClinicItem      *item,
                                   ClinicValue           *value)
{
  ClinicAllergyStatus *status = find_status (treatment);

  clinic_value_set_date (value, status != NULL ? status->asked_on : NULL);
}

void
clinic_fact_check_in_medicine (const ClinicTreatment *treatment,
                               const ClinicItem      *item,
                               ClinicValue           *value)
{
  clinic_value_set_text (value, treatment->check_in != NULL ? treatment->check_in->new_medicine : NULL);
}

void
clinic_fact_check_in_inflammation (const ClinicTreatment *treatment,
                                   const ClinicItem      *item,
                                   ClinicValue           *value)
{
  clinic_value_set_text (value, treatment->check_in != NULL ? treatment->check_in->inflammation : NULL);
}

void
clinic_fact_check_in_hair_colour (const ClinicTreatment *treatment,
                                  const ClinicItem      *item,
                                  ClinicValue           *value)
{
  clinic_value_set_text (value, treatment->check_in != NULL ? treatment->check_in->hair_colour : NULL);
}

void
clinic_fact_check_in_note (const ClinicTreatment *treatment,
                           const ClinicItem      *item,
                           ClinicValue           *value)
{
  clinic_value_set_text (value, treatment->check_in != NULL ? treatment->check_in->note : NULL);
}

void
clinic_fact_check_in_unsure (const ClinicTreatment *treatment,
                             const ClinicItem      *item,
                             ClinicValue           *value)
{
  g_autofree char *words = treatment->check_in != NULL
                           ? clinic_check_in_dup_answered (treatment->check_in, "unsure") : NULL;

  clinic_value_set_text (value, words);
}

void
clinic_fact_check_in_unasked (const ClinicTreatment *treatment,
                              const ClinicItem      *item,
                              ClinicValue           *value)
{
  g_autofree char *words = clinic_check_in_dup_answered (treatment->check_in, NULL);

  clinic_value_set_text (value, words);
}

void
clinic_fact_condition_name (const ClinicTreatment *treatment,
                            const ClinicItem      *item,
                            ClinicValue           *value)
{
  clinic_value_set_text (value, item->condition->kind->name);
}

void
clinic_fact_condition_code (const ClinicTreatment *treatment,
                            const ClinicItem      *item,
                            ClinicValue           *value)
{
  clinic_value_set_text (value, item->condition->kind->code);
}

void
clinic_fact_condition_bearing (const ClinicTreatment *treatment,
                               const ClinicItem      *item,
                               ClinicValue           *value)
{
  clinic_value_set_text (value, item->condition->kind->bearing);
}

void
clinic_fact_condition_since (const ClinicTreatment *treatment,
                             const ClinicItem      *item,
                             ClinicValue           *value)
{
  clinic_value_set_date (value, item->condition->condition != NULL ? item->condition->condition->since : NULL);
}

void
clinic_fact_condition_answered (const ClinicTreatment *treatment,
                                const ClinicItem      *item,
                                ClinicValue           *value)
{
  clinic_value_set_flag (value, item->condition->condition == NULL);
}

static const ClinicContraindication *
find_against (const ClinicTreatmentIngredient *ingredient,
              gint64                           kind)
{
  GPtrArray *all = ingredient->contraindications;

  for (guint i = 0; kind != 0 && i < all->len; i++)
    {
      if (CLINIC_CONTRAINDICATION (all->pdata[i])->condition_kind_id == kind)
        return all->pdata[i];
    }

  return NULL;
}

/* What women who may become pregnant must not have, pregnant women must not have. */
static const ClinicContraindication *
find_against_pregnancy (const ClinicTreatment           *treatment,
                        const ClinicTreatmentIngredient *ingredient)
{
  const ClinicContraindication *found = find_against (ingredient, treatment->pregnancy_kind);

  return found != NULL ? found : find_against (ingredient, treatment->childbearing_kind);
}

static const ClinicContraindication *
find_contraindication (const ClinicTreatment *treatment,
                       const ClinicItem      *item)
{
  gint64 kind = clinic_record_get_id (CLINIC_RECORD (item->condition->kind));

  return kind == treatment->pregnancy_kind ? find_against_pregnancy (treatment, item->ingredient)
                                           : find_against (item->ingredient, kind);
}

void
clinic_fact_ingredient_pregnancy (const ClinicTreatment *treatment,
                                  const ClinicItem      *item,
                                  ClinicValue           *value)
{
  const ClinicContraindication *found = find_against_pregnancy (treatment, item->ingredient);

  clinic_value_set_text (value, found != NULL ? found->severity : NULL);
}

void
clinic_fact_ingredient_pregnancy_source (const ClinicTreatment *treatment,
                                         const ClinicItem      *item,
                                         ClinicValue           *value)
{
  const ClinicContraindication *found = find_against_pregnancy (treatment, item->ingredient);

  clinic_value_set_text (value, found != NULL ? found->source : NULL);
}

void
clinic_fact_contraindication_severity (const ClinicTreatment *treatment,
                                       const ClinicItem      *item,
                                       ClinicValue           *value)
{
  const ClinicContraindication *found = find_contraindication (treatment, item);

  clinic_value_set_text (value, found != NULL ? found->severity : NULL);
}

void
clinic_fact_contraindication_source (const ClinicTreatment *treatment,
                                     const ClinicItem      *item,
                                     ClinicValue           *value)
{
  const ClinicContraindication *found = find_contraindication (treatment, item);

  clinic_value_set_text (value, found != NULL ? found->source : NULL);
}
