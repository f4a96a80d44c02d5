/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-allergen-group.h"
#include "clinic-allergy.h"
#include "clinic-chart-warning.h"
#include "clinic-chart-warnings.h"
#include "clinic-choices.h"
#include "clinic-condition-kind.h"
#include "clinic-condition.h"
#include "clinic-ingredient.h"
#include "clinic-locale.h"
#include "clinic-medicine-look.h"
#include "clinic-reaction-kind.h"
#include "clinic-reaction.h"

static void
add (ClinicChartSheet *self,
     const char       *kind,
     const char       *text,
     const char       *detail)
{
  g_ptr_array_add (self->warnings, clinic_chart_warning_new (kind, text, detail, NULL));
}

static GPtrArray *
list_standing (ClinicChartSheet  *self,
               ClinicDb          *db,
               const char        *query,
               GType              type,
               const char        *today,
               GError           **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, self->visit->patient_id);
  clinic_statement_bind_text (statement, 2, today);

  return clinic_store_list (statement, type, error);
}

static char *
dup_substance (ClinicChartSheet  *self,
               ClinicDb          *db,
               ClinicAllergy     *allergy,
               GError           **error)
{
  g_autoptr(ClinicRecord) group = NULL;
  ClinicIngredient *ingredient;

  if (allergy->ingredient_id != CLINIC_UNKNOWN)
    {
      ingredient = g_hash_table_lookup (self->ingredients, &allergy->ingredient_id);
      return g_strdup (ingredient != NULL ? ingredient->name : _("Unknown substance"));
    }

  group = clinic_store_find (db, CLINIC_TYPE_ALLERGEN_GROUP, allergy->allergen_group_id, error);

  return group != NULL ? g_strdup (CLINIC_ALLERGEN_GROUP (group)->name) : NULL;
}

static gboolean
add_allergy (ClinicChartSheet  *self,
             ClinicDb          *db,
             ClinicAllergy     *allergy,
             GError           **error)
{
  g_autofree char *substance = dup_substance (self, db, allergy, error);
  g_autofree char *text = NULL;

  if (substance == NULL)
    return FALSE;

  if (allergy->severity != NULL)
    /* Translators: what somebody is allergic to, and how badly: “Allergy: fish (Severe)”. */
    text = g_strdup_printf (_("Allergy: %s (%s)"), substance,
                            clinic_choice_label (clinic_severities, allergy->severity));
  else
    text = g_strdup_printf (_("Allergy: %s"), substance);

  add (self, "stop", text, allergy->reaction);
  self->n_allergies++;

  return TRUE;
}

static gboolean
read_allergies (ClinicChartSheet  *self,
                ClinicDb          *db,
                const char        *today,
                GError           **error)
{
  g_autoptr(GPtrArray) allergies = list_standing (self, db, "treatment-allergies",
                                                  CLINIC_TYPE_ALLERGY, today, error);

  if (allergies == NULL)
    return FALSE;

  for (guint i = 0; i < allergies->len; i++)
    {
      if (!add_allergy (self, db, allergies->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_conditions (ClinicChartSheet  *self,
                 ClinicDb          *db,
                 const char        *today,
                 GError           **error)
{
  g_autoptr(GPtrArray) conditions = list_standing (self, db, "treatment-conditions",
                                                   CLINIC_TYPE_CONDITION, today, error);

  if (conditions == NULL)
    return FALSE;

  for (guint i = 0; i < conditions->len; i++)
    {
      ClinicCondition *condition = conditions->pdata[i];
      g_autoptr(ClinicRecord) kind = clinic_store_find (db, CLINIC_TYPE_CONDITION_KIND, condition->condition_kind_id,
                                                        error);

      if (kind == NULL)
        return FALSE;

      add (self, CLINIC_CONDITION_KIND (kind)->bearing != NULL
                 ? CLINIC_CONDITION_KIND (kind)->bearing : "note",
           CLINIC_CONDITION_KIND (kind)->name, condition->note);
    }

  return TRUE;
}

/* "Xarelto: Takes an anticoagulant", as the condition would stand there. */
static gboolean
add_medicine (ClinicChartSheet  *self,
              ClinicDb          *db,
              ClinicMedicine    *medicine,
              GError           **error)
{
  g_autoptr(ClinicRecord) kind = NULL;
  g_autoptr(ClinicRecord) condition = NULL;
  g_autofree char *text = NULL;
  gint64 counts = CLINIC_UNKNOWN;

  if (medicine->medicine_kind_id != CLINIC_UNKNOWN)
    {
      if (!(kind = clinic_store_find (db, CLINIC_TYPE_MEDICINE_KIND, medicine->medicine_kind_id, error)))
        return FALSE;

      counts = CLINIC_MEDICINE_KIND (kind)->condition_kind_id;
    }

  if (counts != CLINIC_UNKNOWN && !(condition = clinic_store_find (db, CLINIC_TYPE_CONDITION_KIND, counts, error)))
    return FALSE;

  if (condition != NULL)
    /* Translators: a medicine and what taking it counts as: “Xarelto: Takes an anticoagulant”. */
    text = g_strdup_printf (C_("medicine", "%s: %s"), medicine->name, CLINIC_CONDITION_KIND (condition)->name);
  else
    text = g_strdup_printf (_("Medicine: %s"), medicine->name);

  add (self, condition != NULL && CLINIC_CONDITION_KIND (condition)->bearing != NULL
             ? CLINIC_CONDITION_KIND (condition)->bearing : "note",
       text, medicine->dose != NULL ? medicine->dose : kind != NULL ? CLINIC_MEDICINE_KIND (kind)->note : NULL);

  return TRUE;
}

static gboolean
read_medicines (ClinicChartSheet  *self,
                ClinicDb          *db,
                const char        *today,
                GError           **error)
{
  g_autoptr(GPtrArray) medicines = clinic_medicines_list (db, self->visit->patient_id, today, error);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    {
      if (!add_medicine (self, db, medicines->pdata[i], error))
        return FALSE;
    }

  return medicines != NULL;
}

static gboolean
is_overdue (ClinicReaction     *reaction,
            ClinicReactionKind *kind,
            const char         *today)
{
  return kind->red_flag ||
         (kind->expected_days != CLINIC_UNKNOWN &&
          clinic_date_days_between (reaction->onset, today) > kind->expected_days);
}

/* As it stands within a sentence. */
static char *
dup_near_day (const char *date,
              const char *today)
{
  switch (clinic_date_days_between (today, date))
    {
    case 0:
      /* Translators: “Bruising since today” */
      return g_strdup (C_("since when", "today"));

    case -1:
      return g_strdup (C_("since when", "yesterday"));

    default:
      return clinic_locale_near_day (date, today);
    }
}

static char *
dup_since (ClinicReactionKind *kind,
           const char         *day,
           gboolean            overdue)
{
  if (kind->red_flag)
    /* Translators: a reaction that is never expected, and the day it began. */
    return g_strdup_printf (_("Red flag: %s since %s"), kind->name, day);

  if (overdue)
    /* Translators: a reaction and the day it began: “Bruise since Mon 9 Nov, overdue”. */
    return g_strdup_printf (_("%s since %s, overdue"), kind->name, day);

  return g_strdup_printf (_("%s since %s"), kind->name, day);
}

static void
add_reaction (ClinicChartSheet *self,
              ClinicReaction   *reaction,
              const char       *today)
{
  ClinicReactionKind *kind = g_hash_table_lookup (self->kinds, &reaction->reaction_kind_id);
  g_autofree char *onset = clinic_wall_dup_date (reaction->onset);
  g_autofree char *day = dup_near_day (onset, today);
  g_autofree char *text = NULL;
  const char *zone = reaction->zone != NULL ? clinic_choice_label (clinic_zones, reaction->zone) : NULL;
  gboolean overdue;

  if (kind == NULL)
    return;

  overdue = is_overdue (reaction, kind, today);
  text = dup_since (kind, day, overdue);
  g_ptr_array_add (self->warnings,
                   clinic_chart_warning_new (kind->red_flag ? "stop" : overdue ? "warn" : "note", text, zone,
                                             kind->red_flag ? kind->advice : NULL));
}

static gboolean
read_reactions (ClinicChartSheet  *self,
                ClinicDb          *db,
                const char        *today,
                GError           **error)
{
  g_autoptr(GPtrArray) reactions = clinic_store_list_by (db, CLINIC_TYPE_REACTION, "patient_id",
                                                         self->visit->patient_id, error);

  if (reactions == NULL)
    return FALSE;

  for (guint i = 0; i < reactions->len; i++)
    {
      ClinicReaction *reaction = reactions->pdata[i];

      if (reaction->cleared == NULL)
        add_reaction (self, reaction, today);

      if (self->last != NULL && strcmp (reaction->onset, self->last->session->starts) >= 0)
        g_ptr_array_add (self->since, g_object_ref (reaction));
    }

  return TRUE;
}

gboolean
clinic_chart_warnings_read (ClinicChartSheet  *self,
                            ClinicDb          *db,
                            const char        *today,
                            GError           **error)
{
  g_return_val_if_fail (CLINIC_IS_CHART_SHEET (self), FALSE);

  self->warnings = g_ptr_array_new_with_free_func (g_object_unref);
  self->since = g_ptr_array_new_with_free_func (g_object_unref);

  self->reactions = clinic_chart_reactions_read (db, self->visit->patient_id, today, error);

  if (self->reactions == NULL ||
      !read_allergies (self, db, today, error) ||
      !read_conditions (self, db, today, error) ||
      !read_medicines (self, db, today, error) ||
      !read_reactions (self, db, today, error))
    return FALSE;

  g_ptr_array_sort (self->warnings, clinic_chart_warning_compare);

  return TRUE;
}
