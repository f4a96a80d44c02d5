/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-aftercare-look.h"
#include "clinic-allergen-group.h"
#include "clinic-component.h"
#include "clinic-contraindication.h"
#include "clinic-date.h"
#include "clinic-dose.h"
#include "clinic-draw.h"
#include "clinic-ingredient-allergen.h"
#include "clinic-store.h"
#include "clinic-treatment.h"
#include "clinic-treatment-asked.h"
#include "clinic-treatment-medicine.h"
#include "clinic-zone-history.h"

static void
free_allergy (gpointer data)
{
  ClinicTreatmentAllergy *self = data;

  g_clear_object (&self->allergy);
  g_free (self->substance);
  g_free (self);
}

static void
free_condition (gpointer data)
{
  ClinicTreatmentCondition *self = data;

  g_clear_object (&self->condition);
  g_clear_object (&self->kind);
  g_free (self);
}

static void
free_ingredient (gpointer data)
{
  ClinicTreatmentIngredient *self = data;

  g_clear_object (&self->ingredient);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->contraindications, g_ptr_array_unref);
  g_free (self);
}

static void
free_cocktail (gpointer data)
{
  ClinicTreatmentCocktail *self = data;

  g_clear_object (&self->cocktail);
  g_clear_object (&self->version);
  g_clear_pointer (&self->components, g_ptr_array_unref);
  g_free (self);
}

static void
free_injection (gpointer data)
{
  ClinicTreatmentInjection *self = data;

  g_clear_object (&self->injection);
  g_free (self->reaction);
  g_free (self->reaction_on);
  g_free (self->reaction_lots);
  g_free (self);
}

static void
free_lot (gpointer data)
{
  ClinicTreatmentLot *self = data;

  g_clear_object (&self->lot);
  g_free (self->substance);
  g_free (self->barred);
  g_free (self);
}

void
clinic_treatment_free (ClinicTreatment *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->patient);
  g_clear_object (&self->session);
  g_clear_object (&self->phase);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->aftercare_until, g_free);
  g_clear_pointer (&self->aftercare_next, g_free);
  clinic_consent_look_clear (&self->consent);
  g_ptr_array_unref (self->allergies);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->medicines);
  g_clear_object (&self->pregnancy);
  g_clear_object (&self->asked);
  g_clear_object (&self->check_in);
  g_ptr_array_unref (self->injections);
  g_ptr_array_unref (self->cocktails);
  g_ptr_array_unref (self->ingredients);
  g_ptr_array_unref (self->lots);
  g_free (self);
}

static ClinicTreatment *
new_treatment (ClinicSession *session)
{
  ClinicTreatment *self = g_new0 (ClinicTreatment, 1);

  self->session = CLINIC_SESSION (clinic_record_copy (CLINIC_RECORD (session)));
  self->date = clinic_wall_dup_date (session->starts);
  self->course_left = CLINIC_UNKNOWN;
  self->weight = CLINIC_UNKNOWN;
  self->allergies = g_ptr_array_new_with_free_func (free_allergy);
  self->conditions = g_ptr_array_new_with_free_func (free_condition);
  self->medicines = clinic_treatment_medicines_new ();
  self->cocktails = g_ptr_array_new_with_free_func (free_cocktail);
  self->ingredients = g_ptr_array_new_with_free_func (free_ingredient);
  self->injections = g_ptr_array_new_with_free_func (free_injection);
  self->lots = g_ptr_array_new_with_free_func (free_lot);

  return self;
}

/* What a query of the patient and the date yields. */
static GPtrArray *
list_standing (ClinicDb         *db,
               const char       *query,
               GType             type,
               ClinicTreatment  *self,
               GError          **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, self->session->patient_id);
  clinic_statement_bind_text (statement, 2, self->date);

  return clinic_store_list (statement, type, error);
}

static char *
find_substance (ClinicDb  *db,
                gint64     ingredient,
                gint64     group,
                GError   **error)
{
  g_autoptr(ClinicRecord) record = NULL;

  if (ingredient != CLINIC_UNKNOWN)
    record = clinic_store_find (db, CLINIC_TYPE_INGREDIENT, ingredient, error);
  else
    record = clinic_store_find (db, CLINIC_TYPE_ALLERGEN_GROUP, group, error);

  if (record == NULL)
    return NULL;

  return g_strdup (CLINIC_IS_INGREDIENT (record)
      ? CLINIC_INGREDIENT (record)->name : CLINIC_ALLERGEN_GROUP (record)->name);
}

static gboolean
load_allergies (ClinicDb         *db,
                ClinicTreatment  *self,
                GError          **error)
{
  g_autoptr(GPtrArray) records = list_standing (db, "treatment-allergies", CLINIC_TYPE_ALLERGY,
                                                self, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ClinicAllergy *allergy = records->pdata[i];
      ClinicTreatmentAllergy *item = g_new0 (ClinicTreatmentAllergy, 1);

      g_ptr_array_add (self->allergies, item);
      item->allergy = g_object_ref (allergy);
      item->substance = find_substance (db, allergy->ingredient_id, allergy->allergen_group_id,
                                        error);

      if (item->substance == NULL)
        return FALSE;
    }

  return records != NULL;
}

static gboolean
load_conditions (ClinicDb         *db,
                 ClinicTreatment  *self,
                 GError          **error)
{
  g_autoptr(GPtrArray) records = list_standing (db, "treatment-conditions", CLINIC_TYPE_CONDITION,
                                                self, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ClinicCondition *condition = records->pdata[i];
      ClinicTreatmentCondition *item = g_new0 (ClinicTreatmentCondition, 1);
      ClinicRecord *kind = clinic_store_find (db, CLINIC_TYPE_CONDITION_KIND,
                                              condition->condition_kind_id, error);

      g_ptr_array_add (self->conditions, item);
      item->condition = g_object_ref (condition);
      item->kind = (ClinicConditionKind *) kind;

      if (kind == NULL)
        return FALSE;
    }

  return records != NULL;
}

static ClinicTreatmentIngredient *
find_ingredient (ClinicTreatment *self,
                 gint64           id)
{
  for (guint i = 0; i < self->ingredients->len; i++)
    {
      ClinicTreatmentIngredient *item = self->ingredients->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (item->ingredient)) == id)
        return item;
    }

  return NULL;
}

static gboolean
load_groups (ClinicDb                   *db,
             ClinicTreatmentIngredient  *item,
             gint64                      id,
             GError                    **error)
{
  g_autoptr(GPtrArray) links = clinic_store_list_by (db, CLINIC_TYPE_INGREDIENT_ALLERGEN,
                                                     "ingredient_id", id, error);

  item->groups = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; links != NULL && i < links->len; i++)
    g_array_append_val (item->groups,
                        CLINIC_INGREDIENT_ALLERGEN (links->pdata[i])->allergen_group_id);

  return links != NULL;
}

/* NULL with @error. Each ingredient is there once. */
static ClinicTreatmentIngredient *
add_ingredient (ClinicDb         *db,
                ClinicTreatment  *self,
                gint64            id,
                GError          **error)
{
  ClinicTreatmentIngredient *item = find_ingredient (self, id);
  ClinicRecord *record;

  if (item != NULL)
    return item;

  record = clinic_store_find (db, CLINIC_TYPE_INGREDIENT, id, error);

  if (record == NULL)
    return NULL;

  item = g_new0 (ClinicTreatmentIngredient, 1);
  item->ingredient = CLINIC_INGREDIENT (record);
  g_ptr_array_add (self->ingredients, item);
  item->contraindications = clinic_store_list_by (db, CLINIC_TYPE_CONTRAINDICATION, "ingredient_id",
                                                  id, error);

  return item->contraindications != NULL && load_groups (db, item, id, error) ? item : NULL;
}

static ClinicTreatmentCocktail *
find_cocktail (ClinicTreatment *self,
               gint64           version)
{
  for (guint i = 0; i < self->cocktails->len; i++)
    {
      ClinicTreatmentCocktail *item = self->cocktails->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (item->version)) == version)
        return item;
    }

  return NULL;
}

static gboolean
fill_cocktail (ClinicDb                 *db,
               ClinicTreatmentCocktail  *item,
               gint64                    version,
               GError                  **error)
{
  item->version = (ClinicCocktailVersion *) clinic_store_find (db, CLINIC_TYPE_COCKTAIL_VERSION,
                                                               version, error);

  if (item->version == NULL)
    return FALSE;

  item->cocktail = (ClinicCocktail *) clinic_store_find (db, CLINIC_TYPE_COCKTAIL,
                                                         item->version->cocktail_id, error);

  if (item->cocktail == NULL)
    return FALSE;

  item->components = clinic_store_list_by (db, CLINIC_TYPE_COMPONENT, "cocktail_version_id",
                                           version, error);

  return item->components != NULL;
}

static ClinicTreatmentCocktail *
add_cocktail (ClinicDb         *db,
              ClinicTreatment  *self,
              gint64            version,
              GError          **error)
{
  ClinicTreatmentCocktail *item = find_cocktail (self, version);

  if (item != NULL)
    return item;

  item = g_new0 (ClinicTreatmentCocktail, 1);
  g_ptr_array_add (self->cocktails, item);

  if (!fill_cocktail (db, item, version, error))
    return NULL;

  for (guint i = 0; i < item->components->len; i++)
    {
      if (add_ingredient (db, self, CLINIC_COMPONENT (item->components->pdata[i])->ingredient_id,
                          error) == NULL)
        return NULL;
    }

  return item;
}

static gboolean
load_injections (ClinicDb         *db,
                 ClinicTreatment  *self,
                 GPtrArray        *injections,
                 GError          **error)
{
  for (guint i = 0; injections != NULL && i < injections->len; i++)
    {
      ClinicInjection *injection = injections->pdata[i];
      ClinicTreatmentInjection *item = g_new0 (ClinicTreatmentInjection, 1);
      ClinicTreatmentCocktail *cocktail;

      g_ptr_array_add (self->injections, item);
      item->injection = CLINIC_INJECTION (clinic_record_copy (CLINIC_RECORD (injection)));

      if (injection->cocktail_version_id == CLINIC_UNKNOWN)
        continue;

      cocktail = add_cocktail (db, self, injection->cocktail_version_id, error);

      if (cocktail == NULL)
        return FALSE;

      cocktail->injected += injection->points * injection->volume_per_point;
      item->cocktail = cocktail;
    }

  return TRUE;
}

static void
add_amount (gint64 *sum,
            gint64  amount)
{
  *sum = *sum == CLINIC_UNKNOWN || amount == CLINIC_UNKNOWN ? CLINIC_UNKNOWN : *sum + amount;
}

static void
compute_doses (ClinicTreatment *self)
{
  for (guint i = 0; i < self->cocktails->len; i++)
    {
      ClinicTreatmentCocktail *cocktail = self->cocktails->pdata[i];
      g_autoptr(GArray) doses = clinic_dose_list (cocktail->components, cocktail->injected);

      for (guint j = 0; j < doses->len; j++)
        {
          const ClinicDose *dose = &g_array_index (doses, ClinicDose, j);
          ClinicTreatmentIngredient *item = find_ingredient (self, dose->ingredient_id);

          add_amount (dose->in_units ? &item->dose_units : &item->dose_mg, dose->amount);
        }
    }
}

static ClinicTreatmentLot *
find_lot (ClinicTreatment *self,
          gint64           id)
{
  for (guint i = 0; i < self->lots->len; i++)
    {
      ClinicTreatmentLot *item = self->lots->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (item->lot)) == id)
        return item;
    }

  return NULL;
}

/* "Mixture", or "Mixture v2" of a batch: it is of one version. */
static char *
find_mixture (ClinicDb   *db,
              ClinicLot  *lot,
              GError    **error)
{
  g_autoptr(ClinicRecord) cocktail = clinic_store_find (db, CLINIC_TYPE_COCKTAIL, lot->cocktail_id, error);
  g_autoptr(ClinicRecord) version = NULL;

  if (cocktail == NULL)
    return NULL;

  if (lot->cocktail_version_id == CLINIC_UNKNOWN)
    return g_strdup (CLINIC_COCKTAIL (cocktail)->name);

  version = clinic_store_find (db, CLINIC_TYPE_COCKTAIL_VERSION, lot->cocktail_version_id, error);

  return version == NULL ? NULL
         : g_strdup_printf ("%s v%" G_GINT64_FORMAT, CLINIC_COCKTAIL (cocktail)->name,
                            CLINIC_COCKTAIL_VERSION (version)->number);
}

static char *
find_content (ClinicDb         *db,
              ClinicTreatment  *self,
              ClinicLot        *lot,
              GError          **error)
{
  ClinicTreatmentIngredient *ingredient;

  if (lot->cocktail_id != CLINIC_UNKNOWN)
    return find_mixture (db, lot, error);

  ingredient = add_ingredient (db, self, lot->ingredient_id, error);

  return ingredient != NULL ? g_strdup (ingredient->ingredient->name) : NULL;
}

/* What was taken from it before, and what may be. */
static gboolean
look_at_lot (ClinicDb            *db,
             ClinicTreatment     *self,
             ClinicTreatmentLot  *item,
             GError             **error)
{
  gint64 id = clinic_record_get_id (CLINIC_RECORD (item->lot));
  gint64 session = clinic_record_get_id (CLINIC_RECORD (self->session));
  GError *failure = NULL;

  item->drawn_before = clinic_lot_get_drawn (db, id, session, error);

  if (item->drawn_before < 0)
    return FALSE;

  item->undivided = clinic_lot_get_undivided (db, item->lot, self->session->patient_id, session, error);

  if (item->undivided < 0)
    return FALSE;

  if (item->lot->prepared_at != NULL)
    item->barred = clinic_lot_dup_barred (db, id, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static ClinicTreatmentLot *
add_lot (ClinicDb         *db,
         ClinicTreatment  *self,
         gint64            id,
         GError          **error)
{
  ClinicTreatmentLot *item = find_lot (self, id);
  ClinicRecord *record;

  if (item != NULL)
    return item;

  record = clinic_store_find (db, CLINIC_TYPE_LOT, id, error);

  if (record == NULL)
    return NULL;

  item = g_new0 (ClinicTreatmentLot, 1);
  item->lot = CLINIC_LOT (record);
  g_ptr_array_add (self->lots, item);
  item->substance = find_content (db, self, item->lot, error);

  if (item->substance == NULL)
    return NULL;

  return look_at_lot (db, self, item, error) ? item : NULL;
}

static gboolean
load_lots (ClinicDb         *db,
           ClinicTreatment  *self,
           GPtrArray        *draws,
           GError          **error)
{
  for (guint i = 0; draws != NULL && i < draws->len; i++)
    {
      ClinicDraw *draw = draws->pdata[i];
      ClinicTreatmentLot *item = add_lot (db, self, draw->lot_id, error);

      if (item == NULL)
        return FALSE;

      item->drawn += draw->volume;
    }

  return TRUE;
}

static gboolean
load_last (ClinicDb         *db,
           ClinicTreatment  *self,
           GError          **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-last", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, self->session->patient_id);
  clinic_statement_bind_int (statement, 2, clinic_record_get_id (CLINIC_RECORD (self->session)));
  clinic_statement_bind_text (statement, 3, self->session->starts);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  if (!clinic_statement_is_null (statement, 0))
    self->last = clinic_wall_dup_date (clinic_statement_get_text (statement, 0));

  return TRUE;
}

static gboolean
load_course (ClinicDb         *db,
             ClinicTreatment  *self,
             GError          **error)
{
  g_autoptr(ClinicStatement) statement = NULL;

  if (self->session->course_id == CLINIC_UNKNOWN)
    return TRUE;

  statement = clinic_db_query (db, "treatment-course-left", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, self->session->course_id);
  clinic_statement_bind_int (statement, 2, clinic_record_get_id (CLINIC_RECORD (self->session)));

  if (!clinic_statement_step (statement, error))
    return FALSE;

  self->course_left = clinic_statement_get_int (statement, 0);

  return TRUE;
}

static gboolean
load_weight (ClinicDb         *db,
             ClinicTreatment  *self,
             GError          **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-weight", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, self->session->patient_id);
  clinic_statement_bind_text (statement, 2, self->date);

  if (clinic_statement_step (statement, &failure))
    self->weight = clinic_statement_get_int (statement, 0);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
load_consent (ClinicDb         *db,
              ClinicTreatment  *self,
              GError          **error)
{
  GError *failure = NULL;

  if (!clinic_consent_look_load (db, self->session, &self->consent, error))
    return FALSE;

  self->aftercare_until = clinic_aftercare_find_clash (db, self->session, &failure);

  if (failure == NULL)
    self->aftercare_next = clinic_aftercare_find_next (db, self->session, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
load_people (ClinicDb         *db,
             ClinicTreatment  *self,
             GError          **error)
{
  self->patient = (ClinicPatient *) clinic_store_find (db, CLINIC_TYPE_PATIENT,
                                                       self->session->patient_id, error);

  if (self->patient == NULL)
    return FALSE;

  if (self->session->phase_id == CLINIC_UNKNOWN)
    return TRUE;

  self->phase = (ClinicPhase *) clinic_store_find (db, CLINIC_TYPE_PHASE, self->session->phase_id,
                                                   error);

  return self->phase != NULL;
}

ClinicTreatment *
clinic_treatment_load (ClinicDb       *db,
                       ClinicSession  *session,
                       GPtrArray      *injections,
                       GPtrArray      *draws,
                       GError        **error)
{
  g_autoptr(ClinicTreatment) self = NULL;

  g_return_val_if_fail (db != NULL && CLINIC_IS_SESSION (session), NULL);
  g_return_val_if_fail (session->starts != NULL && clinic_wall_is_valid (session->starts), NULL);

  self = new_treatment (session);

  if (!load_people (db, self, error) ||
      !load_allergies (db, self, error) ||
      !load_conditions (db, self, error) ||
      !clinic_treatment_load_asked (db, self, error) ||
      !clinic_treatment_load_medicines (db, self, error) ||
      !load_injections (db, self, injections, error) ||
      !load_lots (db, self, draws, error) ||
      !clinic_zone_history_load (db, self, error) ||
      !load_last (db, self, error) ||
      !load_course (db, self, error) ||
      !load_consent (db, self, error) ||
      !load_weight (db, self, error))
    return NULL;

  compute_doses (self);

  return g_steal_pointer (&self);
}
