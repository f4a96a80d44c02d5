/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules can ask. A fact that cannot be known says so (CLINIC_VALUE_UNKNOWN): never 0,
 * never "no". */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-component.h"
#include "clinic-date.h"
#include "clinic-dose.h"
#include "clinic-consent-look.h"
#include "clinic-facts.h"
#include "clinic-facts-asked.h"
#include "clinic-facts-consent.h"
#include "clinic-facts-lot.h"
#include "clinic-facts-medicine.h"

#define FACT_READER(name)                          \
  static void                                      \
  name (const ClinicTreatment * treatment,          \
        const ClinicItem * item,               \
        ClinicValue * value)

/* Why an ingredient and an allergy have to do with each other. */
static const ClinicChoice matches[] = {
  { "ingredient", N_("The ingredient itself") },
  { "group", N_("Its allergen group") },
  { "none", N_("Not at all") },
  { NULL }
};

static void
set_days (ClinicValue *value,
          const char  *from,
          const char  *to)
{
  clinic_value_set_count (value, from != NULL &&
                          to != NULL ? clinic_date_days_between (from, to) : CLINIC_UNKNOWN);
}

FACT_READER (read_patient_age)
{
  const char *birth = treatment->patient->birth_date;

  clinic_value_set_count (value,
                          birth != NULL ? clinic_date_age (birth,
                                                           treatment->date) : CLINIC_UNKNOWN);
}

FACT_READER (read_patient_sex)
{
  clinic_value_set_text (value, treatment->patient->sex);
}

FACT_READER (read_patient_weight)
{
  clinic_value_set_number (value, treatment->weight);
}

FACT_READER (read_session_date)
{
  clinic_value_set_date (value, treatment->date);
}

FACT_READER (read_session_last_date)
{
  clinic_value_set_date (value, treatment->last);
}

FACT_READER (read_session_days_since_last)
{
  set_days (value, treatment->last, treatment->date);
}

FACT_READER (read_session_number)
{
  clinic_value_set_count (value, treatment->session->number);
}

/* The first session of a course follows no other one of its phase. */
static gboolean
has_interval (const ClinicTreatment *treatment)
{
  return treatment->phase != NULL && treatment->session->number != 1;
}

FACT_READER (read_phase_min_days)
{
  clinic_value_set_count (value,
                          treatment->phase != NULL ? treatment->phase->min_days : CLINIC_UNKNOWN);
}

FACT_READER (read_phase_max_days)
{
  clinic_value_set_count (value,
                          has_interval (treatment) ? treatment->phase->max_days : CLINIC_UNKNOWN);
}

FACT_READER (read_course_sessions_left)
{
  clinic_value_set_count (value, treatment->course_left);
}

FACT_READER (read_session_volume)
{
  gint64 volume = 0;

  for (guint i = 0; i < treatment->injections->len; i++)
    {
      const ClinicInjection *injection =
        ((ClinicTreatmentInjection *) treatment->injections->pdata[i])->injection;

      volume += injection->points * injection->volume_per_point;
    }

  clinic_value_set_number (value, volume);
}

FACT_READER (read_session_drawn)
{
  gint64 volume = 0;

  for (guint i = 0; i < treatment->lots->len; i++)
    volume += ((ClinicTreatmentLot *) treatment->lots->pdata[i])->drawn;

  clinic_value_set_number (value, volume);
}

/* Of a local anaesthetic, how much of its maximum is given, in thousandths of a percent; CLINIC_UNKNOWN: it
 * is none, or that cannot be said. */
static gint64
get_part_of_maximum (const ClinicTreatment           *treatment,
                     const ClinicTreatmentIngredient *given)
{
  const ClinicIngredient *ingredient = given->ingredient;
  gint64 limit = clinic_dose_limit (ingredient->max_dose, ingredient->max_dose_per_kg, treatment->weight);

  if (g_strcmp0 (ingredient->class, "anaesthetic") != 0 || limit == CLINIC_UNKNOWN || limit == 0 ||
      given->dose_mg == CLINIC_UNKNOWN || given->dose_mg == 0)
    return CLINIC_UNKNOWN;

  return given->dose_mg * 100000 / limit;
}

/* Local anaesthetics act together: half the maximum of one and half that of another are the whole. Sources
 * give each its own maximum (CLINIC 6: lidocaine with adrenaline has a higher one than without) and say
 * nothing of both at once; the sum of the parts is what mixtures of them are judged by, and is stricter than
 * each maximum by itself. Not known for one alone: there is a rule for that. */
FACT_READER (read_session_anaesthetics)
{
  gint64 sum = 0;
  guint n = 0;

  for (guint i = 0; i < treatment->ingredients->len; i++)
    {
      gint64 part = get_part_of_maximum (treatment, treatment->ingredients->pdata[i]);

      sum += part != CLINIC_UNKNOWN ? part : 0;
      n += part != CLINIC_UNKNOWN;
    }

  clinic_value_set_number (value, n > 1 ? sum : CLINIC_UNKNOWN);
}

FACT_READER (read_session_anaesthetics_names)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < treatment->ingredients->len; i++)
    {
      const ClinicTreatmentIngredient *given = treatment->ingredients->pdata[i];

      if (get_part_of_maximum (treatment, given) != CLINIC_UNKNOWN)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", given->ingredient->name);
    }

  clinic_value_set_text (value, names->len > 0 ? names->str : NULL);
}

FACT_READER (read_cocktail_name)
{
  clinic_value_set_text (value, item->cocktail->cocktail->name);
}

FACT_READER (read_cocktail_version)
{
  clinic_value_set_count (value, item->cocktail->version->number);
}

FACT_READER (read_cocktail_volume)
{
  clinic_value_set_number (value, item->cocktail->injected);
}

static const ClinicIngredient *
find_ingredient (const ClinicTreatment *treatment,
                 gint64                 id)
{
  for (guint i = 0; i < treatment->ingredients->len; i++)
    {
      const ClinicTreatmentIngredient *ingredient = treatment->ingredients->pdata[i];

      if (clinic_record_get_id (CLINIC_RECORD (ingredient->ingredient)) == id)
        return ingredient->ingredient;
    }

  return NULL;
}

/* An agent that comes in two strengths is one agent. */
FACT_READER (read_cocktail_principal_agents)
{
  g_autoptr(GHashTable) agents = g_hash_table_new (NULL, NULL);
  GPtrArray *components = item->cocktail->components;

  for (guint i = 0; i < components->len; i++)
    {
      const ClinicIngredient *ingredient =
        find_ingredient (treatment, CLINIC_COMPONENT (components->pdata[i])->ingredient_id);

      if (ingredient != NULL && g_strcmp0 (ingredient->role, "principal") == 0)
        g_hash_table_add (agents, (gpointer) ingredient);
    }

  clinic_value_set_count (value, components->len > 0 ? g_hash_table_size (agents) : CLINIC_UNKNOWN);
}

FACT_READER (read_ingredient_name)
{
  clinic_value_set_text (value, item->ingredient->ingredient->name);
}

FACT_READER (read_ingredient_code)
{
  clinic_value_set_text (value, item->ingredient->ingredient->code);
}

FACT_READER (read_ingredient_class)
{
  clinic_value_set_text (value, item->ingredient->ingredient->class);
}

FACT_READER (read_ingredient_role)
{
  clinic_value_set_text (value, item->ingredient->ingredient->role);
}

FACT_READER (read_ingredient_withdrawn)
{
  clinic_value_set_flag (value, item->ingredient->ingredient->withdrawn);
}

FACT_READER (read_ingredient_withdrawn_reason)
{
  clinic_value_set_text (value, item->ingredient->ingredient->withdrawn_reason);
}

FACT_READER (read_ingredient_dose)
{
  clinic_value_set_number (value, item->ingredient->dose_mg);
}

FACT_READER (read_ingredient_dose_units)
{
  /* A strength that is not known is one in mg or in units. */
  clinic_value_set_number (value, item->ingredient->dose_mg != CLINIC_UNKNOWN ? item->ingredient->dose_units
                           : CLINIC_UNKNOWN);
}

FACT_READER (read_ingredient_max_dose_units)
{
  clinic_value_set_number (value, item->ingredient->ingredient->max_dose_units);
}

FACT_READER (read_ingredient_max_dose)
{
  clinic_value_set_number (value, item->ingredient->ingredient->max_dose);
}

FACT_READER (read_ingredient_max_dose_per_kg)
{
  clinic_value_set_number (value, item->ingredient->ingredient->max_dose_per_kg);
}

/* CLINIC 6: 70 kg × 4.5 mg/kg of plain lidocaine is 315 mg. */
FACT_READER (read_ingredient_max_dose_for_weight)
{
  gint64 per_kg = item->ingredient->ingredient->max_dose_per_kg;
  gboolean known = per_kg != CLINIC_UNKNOWN && treatment->weight != CLINIC_UNKNOWN;

  clinic_value_set_number (value, known ? per_kg * treatment->weight / 1000 : CLINIC_UNKNOWN);
}

static gboolean
is_in_group (const ClinicTreatmentIngredient *ingredient,
             gint64                           group)
{
  for (guint i = 0; i < ingredient->groups->len; i++)
    {
      if (g_array_index (ingredient->groups, gint64, i) == group)
        return TRUE;
    }

  return FALSE;
}

FACT_READER (read_allergy_match)
{
  const ClinicAllergy *allergy = item->allergy->allergy;
  gint64 id = clinic_record_get_id (CLINIC_RECORD (item->ingredient->ingredient));

  if (allergy->ingredient_id != CLINIC_UNKNOWN)
    clinic_value_set_text (value, allergy->ingredient_id == id ? "ingredient" : "none");
  else
    clinic_value_set_text (value,
                           is_in_group (item->ingredient,
                                        allergy->allergen_group_id) ? "group" : "none");
}

FACT_READER (read_allergy_substance)
{
  clinic_value_set_text (value, item->allergy->substance);
}

FACT_READER (read_allergy_noted_on)
{
  clinic_value_set_date (value, item->allergy->allergy->noted_on);
}

FACT_READER (read_allergy_severity)
{
  clinic_value_set_text (value, item->allergy->allergy->severity);
}

FACT_READER (read_allergy_reaction)
{
  clinic_value_set_text (value, item->allergy->allergy->reaction);
}

FACT_READER (read_injection_zone)
{
  clinic_value_set_text (value, item->injection->injection->zone);
}

FACT_READER (read_injection_depth)
{
  clinic_value_set_number (value, item->injection->injection->depth);
}

FACT_READER (read_injection_technique)
{
  const char *own = item->injection->injection->technique;

  clinic_value_set_text (value, own != NULL ? own : treatment->session->technique);
}

FACT_READER (read_injection_points)
{
  clinic_value_set_count (value, item->injection->injection->points);
}

FACT_READER (read_injection_volume_per_point)
{
  clinic_value_set_number (value, item->injection->injection->volume_per_point);
}

FACT_READER (read_injection_volume)
{
  const ClinicInjection *injection = item->injection->injection;

  clinic_value_set_number (value, injection->points * injection->volume_per_point);
}

FACT_READER (read_injection_cocktail)
{
  const ClinicTreatmentCocktail *cocktail = item->injection->cocktail;

  clinic_value_set_text (value, cocktail != NULL ? cocktail->cocktail->name : NULL);
}

FACT_READER (read_injection_reaction)
{
  clinic_value_set_text (value, item->injection->reaction);
}

FACT_READER (read_injection_reaction_on)
{
  clinic_value_set_date (value, item->injection->reaction_on);
}

FACT_READER (read_injection_reaction_days)
{
  set_days (value, item->injection->reaction_on, treatment->date);
}

FACT_READER (read_injection_reaction_grade)
{
  clinic_value_set_count (value, item->injection->reaction_grade);
}

FACT_READER (read_injection_reaction_lots)
{
  clinic_value_set_text (value, item->injection->reaction_lots);
}

FACT_READER (read_lot_product)
{
  clinic_value_set_text (value, item->lot->lot->product);
}

FACT_READER (read_lot_number)
{
  clinic_value_set_text (value, item->lot->lot->number);
}

FACT_READER (read_lot_substance)
{
  clinic_value_set_text (value, item->lot->substance);
}

FACT_READER (read_lot_expires_on)
{
  clinic_value_set_date (value, item->lot->lot->expires_on);
}

FACT_READER (read_lot_opened_on)
{
  clinic_value_set_date (value, item->lot->lot->opened_on);
}

FACT_READER (read_lot_in_use_days)
{
  clinic_value_set_count (value, item->lot->lot->in_use_days);
}

FACT_READER (read_lot_open_until)
{
  g_autofree char *until = clinic_lot_dup_open_until (item->lot->lot);

  clinic_value_set_date (value, until);
}

FACT_READER (read_lot_usable_until)
{
  g_autofree char *until = clinic_lot_dup_usable_until (item->lot->lot);

  clinic_value_set_date (value, until);
}

FACT_READER (read_lot_quarantined)
{
  clinic_value_set_flag (value, item->lot->lot->quarantined);
}

FACT_READER (read_lot_quarantine_reason)
{
  clinic_value_set_text (value, item->lot->lot->quarantine_reason);
}

FACT_READER (read_lot_quantity)
{
  clinic_value_set_number (value, item->lot->lot->quantity);
}

FACT_READER (read_lot_drawn_before)
{
  clinic_value_set_number (value, item->lot->drawn_before);
}

FACT_READER (read_lot_drawn)
{
  clinic_value_set_number (value, item->lot->drawn);
}

FACT_READER (read_lot_remaining)
{
  const ClinicTreatmentLot *lot = item->lot;

  clinic_value_set_number (value, lot->lot->quantity != CLINIC_UNKNOWN
                                  ? lot->lot->quantity - lot->drawn_before
                                  : CLINIC_UNKNOWN);
}

static gboolean
cocktail_has (const ClinicTreatmentCocktail *cocktail,
              const ClinicLot               *lot)
{
  /* A batch is of one version; the next may hold other things. */
  if (lot->cocktail_version_id != CLINIC_UNKNOWN)
    return clinic_record_get_id (CLINIC_RECORD (cocktail->version)) == lot->cocktail_version_id;

  if (lot->cocktail_id != CLINIC_UNKNOWN)
    return cocktail->version->cocktail_id == lot->cocktail_id;

  for (guint i = 0; i < cocktail->components->len; i++)
    {
      if (CLINIC_COMPONENT (cocktail->components->pdata[i])->ingredient_id == lot->ingredient_id)
        return TRUE;
    }

  return FALSE;
}

/* Of what is injected; not known while nobody has said what that is. */
FACT_READER (read_lot_belongs)
{
  gboolean belongs = FALSE;

  clinic_value_clear (value);

  if (treatment->cocktails->len == 0)
    return;

  for (guint i = 0; i < treatment->cocktails->len; i++)
    belongs = belongs || cocktail_has (treatment->cocktails->pdata[i], item->lot->lot);

  clinic_value_set_flag (value, belongs);
}

/* *INDENT-OFF* */
static const ClinicFact facts[] = {
  { "patient.age", 0, CLINIC_VALUE_NUMBER, N_("years"), N_("Age on the day of the session"), NULL, read_patient_age },
  { "patient.sex", 0, CLINIC_VALUE_TEXT, NULL, N_("Sex"), clinic_sexes, read_patient_sex },
  { "patient.weight", 0, CLINIC_VALUE_NUMBER, N_("kg"), N_("Weight, as last measured (metric “weight”)"), NULL, read_patient_weight },
  { "patient.pregnant", 0, CLINIC_VALUE_FLAG, NULL, N_("Pregnant on the day of the session; not known where nobody asked"), NULL, clinic_fact_patient_pregnant },
  { "patient.pregnancy_answer", 0, CLINIC_VALUE_TEXT, NULL, N_("What was last answered to whether she is pregnant"), clinic_answers, clinic_fact_patient_pregnancy_answer },
  { "patient.pregnancy_asked", 0, CLINIC_VALUE_DATE, NULL, N_("When that was asked"), NULL, clinic_fact_patient_pregnancy_asked },
  { "patient.pregnancy_concerns", 0, CLINIC_VALUE_FLAG, NULL, N_("Whether pregnancy is asked about: not of men, of children and after 60"), NULL, clinic_fact_patient_pregnancy_concerns },
  { "patient.pregnancy_days", 0, CLINIC_VALUE_NUMBER, N_("days"), N_("Days since that was asked"), NULL, clinic_fact_patient_pregnancy_days },
  { "patient.allergies", 0, CLINIC_VALUE_TEXT, NULL, N_("Whether allergies are on the list, or none is known; not known where nobody asked"), clinic_allergy_answers, clinic_fact_patient_allergies },
  { "patient.allergy_answer", 0, CLINIC_VALUE_TEXT, NULL, N_("What was last answered about allergies, while the list agrees"), clinic_allergy_answers, clinic_fact_patient_allergy_answer },
  { "patient.allergy_asked", 0, CLINIC_VALUE_DATE, NULL, N_("When that was asked"), NULL, clinic_fact_patient_allergy_asked },

  { "session.date", 0, CLINIC_VALUE_DATE, NULL, N_("Day of the session"), NULL, read_session_date },
  { "session.last_date", 0, CLINIC_VALUE_DATE, NULL, N_("Day of the patient's treatment before this one"), NULL, read_session_last_date },
  { "session.days_since_last", 0, CLINIC_VALUE_NUMBER, N_("days"), N_("Days since the treatment before this one"), NULL, read_session_days_since_last },
  { "session.number", 0, CLINIC_VALUE_NUMBER, NULL, N_("Number of the session in its course"), NULL, read_session_number },
  { "session.volume", 0, CLINIC_VALUE_NUMBER, N_("ml"), N_("Injected in all"), NULL, read_session_volume },
  { "session.drawn", 0, CLINIC_VALUE_NUMBER, N_("ml"), N_("Taken from lots in all"), NULL, read_session_drawn },
  { "session.anaesthetics", 0, CLINIC_VALUE_NUMBER, "%", N_("Of the maximum doses of local anaesthetics in all; not known where there is only one"), NULL, read_session_anaesthetics },
  { "session.anaesthetics_names", 0, CLINIC_VALUE_TEXT, NULL, N_("Local anaesthetics that have a maximum"), NULL, read_session_anaesthetics_names },
  { "check_in.new_medicine", 0, CLINIC_VALUE_TEXT, NULL, N_("Whether there is a new medicine, as answered on arriving"), clinic_answers, clinic_fact_check_in_medicine },
  { "check_in.medicines", 0, CLINIC_VALUE_TEXT, NULL, N_("Medicines that were entered since that was answered; not known when there is none"), NULL, clinic_fact_check_in_medicines },
  { "check_in.inflammation", 0, CLINIC_VALUE_TEXT, NULL, N_("Whether the scalp is inflamed, as answered on arriving"), clinic_answers, clinic_fact_check_in_inflammation },
  { "check_in.hair_colour", 0, CLINIC_VALUE_TEXT, NULL, N_("Whether the hair was coloured since the last visit, as answered on arriving"), clinic_answers, clinic_fact_check_in_hair_colour },
  { "check_in.unsure", 0, CLINIC_VALUE_TEXT, NULL, N_("What nobody was sure of on arriving, but for pregnancy and allergies; not known when there is nothing"), NULL, clinic_fact_check_in_unsure },
  { "check_in.unasked", 0, CLINIC_VALUE_TEXT, NULL, N_("What was not asked on arriving, but for pregnancy and allergies; not known when there is nothing"), NULL, clinic_fact_check_in_unasked },
  { "check_in.note", 0, CLINIC_VALUE_TEXT, NULL, N_("What was noted on arriving"), NULL, clinic_fact_check_in_note },
  { "phase.min_days", 0, CLINIC_VALUE_NUMBER, N_("days"), N_("Least days between sessions in this phase of the protocol"), NULL, read_phase_min_days },
  { "phase.max_days", 0, CLINIC_VALUE_NUMBER, N_("days"), N_("Most days between sessions in this phase; not known for the first session of a course"), NULL, read_phase_max_days },
  { "course.sessions_left", 0, CLINIC_VALUE_NUMBER, NULL, N_("Sessions of the course still to come after this one"), NULL, read_course_sessions_left },

  { "consent.state", 0, CLINIC_VALUE_TEXT, NULL, N_("How the consent to treatment stands"), clinic_consent_states, clinic_fact_consent_state },
  { "consent.confirmed", 0, CLINIC_VALUE_FLAG, NULL, N_("The consent was said again before this session, or signed on its day"), NULL, clinic_fact_consent_confirmed },
  { "consent.version", 0, CLINIC_VALUE_NUMBER, NULL, N_("Version of the form that was signed"), NULL, clinic_fact_consent_version },
  { "consent.latest", 0, CLINIC_VALUE_NUMBER, NULL, N_("Version of that form in force on the day of the session"), NULL, clinic_fact_consent_latest },
  { "consent.signed_on", 0, CLINIC_VALUE_DATE, NULL, N_("When the consent was signed"), NULL, clinic_fact_consent_signed_on },
  { "consent.withdrawn_on", 0, CLINIC_VALUE_DATE, NULL, N_("When it was withdrawn"), NULL, clinic_fact_consent_withdrawn_on },
  { "aftercare.until", 0, CLINIC_VALUE_DATE, NULL, N_("Until when the aftercare of an earlier treatment of another kind asks for no other treatment; not known when this session comes later"), NULL, clinic_fact_aftercare_until },
  { "aftercare.next", 0, CLINIC_VALUE_DATE, NULL, N_("When another treatment of another kind is booked within the aftercare of this session; not known when there is none"), NULL, clinic_fact_aftercare_next },

  { "cocktail.name", CLINIC_SCOPE_COCKTAIL, CLINIC_VALUE_TEXT, NULL, N_("Name of the cocktail"), NULL, read_cocktail_name },
  { "cocktail.version", CLINIC_SCOPE_COCKTAIL, CLINIC_VALUE_NUMBER, NULL, N_("Version of its composition"), NULL, read_cocktail_version },
  { "cocktail.volume", CLINIC_SCOPE_COCKTAIL, CLINIC_VALUE_NUMBER, N_("ml"), N_("Injected of it"), NULL, read_cocktail_volume },
  { "cocktail.principal_agents", CLINIC_SCOPE_COCKTAIL, CLINIC_VALUE_NUMBER, NULL, N_("Number of its principal agents"), NULL, read_cocktail_principal_agents },

  { "ingredient.name", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("Name of the ingredient"), NULL, read_ingredient_name },
  { "ingredient.code", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("Its code"), NULL, read_ingredient_code },
  { "ingredient.class", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("Its class"), clinic_ingredient_classes, read_ingredient_class },
  { "ingredient.role", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("Its role"), clinic_ingredient_roles, read_ingredient_role },
  { "ingredient.withdrawn", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_FLAG, NULL, N_("Withdrawn from use"), NULL, read_ingredient_withdrawn },
  { "ingredient.withdrawn_reason", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("Why it was withdrawn"), NULL, read_ingredient_withdrawn_reason },
  { "ingredient.dose", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_NUMBER, N_("mg"), N_("Its dose in this session"), NULL, read_ingredient_dose },
  { "ingredient.dose_units", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_NUMBER, N_("units"), N_("Its dose in this session, in units"), NULL, read_ingredient_dose_units },
  { "ingredient.max_dose_units", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_NUMBER, N_("units"), N_("Its maximum dose a session, in units"), NULL, read_ingredient_max_dose_units },
  { "ingredient.max_dose", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_NUMBER, N_("mg"), N_("Its maximum dose a session"), NULL, read_ingredient_max_dose },
  { "ingredient.max_dose_per_kg", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_NUMBER, N_("mg/kg"), N_("Its maximum dose a session and kg of body weight"), NULL, read_ingredient_max_dose_per_kg },
  { "ingredient.max_dose_for_weight", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_NUMBER, N_("mg"), N_("Its maximum dose for this patient's weight"), NULL, read_ingredient_max_dose_for_weight },
  { "ingredient.pregnancy", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("What pregnancy, or that she may become pregnant, means for the ingredient; not known when nothing is said"), clinic_bearings, clinic_fact_ingredient_pregnancy },
  { "ingredient.pregnancy_source", CLINIC_SCOPE_INGREDIENT, CLINIC_VALUE_TEXT, NULL, N_("Where that is from"), NULL, clinic_fact_ingredient_pregnancy_source },

  { "allergy.match", CLINIC_SCOPE_INGREDIENT | CLINIC_SCOPE_ALLERGY, CLINIC_VALUE_TEXT, NULL, N_("What the allergy has to do with the ingredient"), matches, read_allergy_match },
  { "allergy.substance", CLINIC_SCOPE_ALLERGY, CLINIC_VALUE_TEXT, NULL, N_("What the patient is allergic to"), NULL, read_allergy_substance },
  { "allergy.noted_on", CLINIC_SCOPE_ALLERGY, CLINIC_VALUE_DATE, NULL, N_("When it was noted"), NULL, read_allergy_noted_on },
  { "allergy.severity", CLINIC_SCOPE_ALLERGY, CLINIC_VALUE_TEXT, NULL, N_("How severe it is"), clinic_severities, read_allergy_severity },
  { "allergy.reaction", CLINIC_SCOPE_ALLERGY, CLINIC_VALUE_TEXT, NULL, N_("What happened"), NULL, read_allergy_reaction },

  { "condition.name", CLINIC_SCOPE_CONDITION, CLINIC_VALUE_TEXT, NULL, N_("Name of the condition"), NULL, clinic_fact_condition_name },
  { "condition.code", CLINIC_SCOPE_CONDITION, CLINIC_VALUE_TEXT, NULL, N_("Its code"), NULL, clinic_fact_condition_code },
  { "condition.bearing", CLINIC_SCOPE_CONDITION, CLINIC_VALUE_TEXT, NULL, N_("What it means for any treatment"), clinic_bearings, clinic_fact_condition_bearing },
  { "condition.since", CLINIC_SCOPE_CONDITION, CLINIC_VALUE_DATE, NULL, N_("Since when"), NULL, clinic_fact_condition_since },
  { "condition.answered", CLINIC_SCOPE_CONDITION, CLINIC_VALUE_FLAG, NULL, N_("As was answered before a treatment or as a medicine counts; not entered as a condition"), NULL, clinic_fact_condition_answered },
  { "contraindication.severity", CLINIC_SCOPE_INGREDIENT | CLINIC_SCOPE_CONDITION, CLINIC_VALUE_TEXT, NULL, N_("What the condition means for the ingredient; not known when nothing is said"), clinic_bearings, clinic_fact_contraindication_severity },
  { "contraindication.source", CLINIC_SCOPE_INGREDIENT | CLINIC_SCOPE_CONDITION, CLINIC_VALUE_TEXT, NULL, N_("Where that is from"), NULL, clinic_fact_contraindication_source },

  { "medicine.name", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_TEXT, NULL, N_("What the patient takes, as written"), NULL, clinic_fact_medicine_name },
  { "medicine.kind", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_TEXT, NULL, N_("Its substance or class; not known where the clinic knows of none"), NULL, clinic_fact_medicine_kind },
  { "medicine.condition", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_TEXT, NULL, N_("Name of the condition it counts as; not known where it counts as none"), NULL, clinic_fact_medicine_condition },
  { "medicine.bearing", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_TEXT, NULL, N_("What that condition means for any treatment"), clinic_bearings, clinic_fact_medicine_bearing },
  { "medicine.source", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_TEXT, NULL, N_("Where that is from"), NULL, clinic_fact_medicine_source },
  { "medicine.note", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_TEXT, NULL, N_("What is to be known of its substance or class"), NULL, clinic_fact_medicine_note },
  { "medicine.stopped", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_DATE, NULL, N_("When it was stopped"), NULL, clinic_fact_medicine_stopped },
  { "medicine.entered", CLINIC_SCOPE_MEDICINE, CLINIC_VALUE_FLAG, NULL, N_("The condition it counts as is entered by itself too"), NULL, clinic_fact_medicine_entered },

  { "injection.zone", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_TEXT, NULL, N_("Zone"), clinic_zones, read_injection_zone },
  { "injection.depth", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_NUMBER, N_("mm"), N_("Depth"), NULL, read_injection_depth },
  { "injection.technique", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_TEXT, NULL, N_("Technique, the zone's own or the session's"), clinic_techniques, read_injection_technique },
  { "injection.points", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_NUMBER, NULL, N_("Number of points"), NULL, read_injection_points },
  { "injection.volume_per_point", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_NUMBER, N_("ml"), N_("Volume a point"), NULL, read_injection_volume_per_point },
  { "injection.volume", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_NUMBER, N_("ml"), N_("Volume in the zone"), NULL, read_injection_volume },
  { "injection.cocktail", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_TEXT, NULL, N_("What is injected"), NULL, read_injection_cocktail },
  { "injection.reaction", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_TEXT, NULL, N_("The last reaction in the zone in the twelve months before"), NULL, read_injection_reaction },
  { "injection.reaction_on", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_DATE, NULL, N_("When that reaction began"), NULL, read_injection_reaction_on },
  { "injection.reaction_days", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_NUMBER, N_("days"), N_("Days since that reaction began"), NULL, read_injection_reaction_days },
  { "injection.reaction_grade", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_NUMBER, NULL, N_("Grade of that reaction"), NULL, read_injection_reaction_grade },
  { "injection.reaction_lots", CLINIC_SCOPE_INJECTION, CLINIC_VALUE_TEXT, NULL, N_("Lots that reaction may come from"), NULL, read_injection_reaction_lots },

  { "lot.product", CLINIC_SCOPE_LOT, CLINIC_VALUE_TEXT, NULL, N_("Product"), NULL, read_lot_product },
  { "lot.number", CLINIC_SCOPE_LOT, CLINIC_VALUE_TEXT, NULL, N_("Lot number"), NULL, read_lot_number },
  { "lot.substance", CLINIC_SCOPE_LOT, CLINIC_VALUE_TEXT, NULL, N_("Ingredient or ready-made cocktail in it"), NULL, read_lot_substance },
  { "lot.expires_on", CLINIC_SCOPE_LOT, CLINIC_VALUE_DATE, NULL, N_("Expiry"), NULL, read_lot_expires_on },
  { "lot.opened_on", CLINIC_SCOPE_LOT, CLINIC_VALUE_DATE, NULL, N_("When it was opened"), NULL, read_lot_opened_on },
  { "lot.in_use_days", CLINIC_SCOPE_LOT, CLINIC_VALUE_NUMBER, N_("days"), N_("Days of use once opened"), NULL, read_lot_in_use_days },
  { "lot.open_until", CLINIC_SCOPE_LOT, CLINIC_VALUE_DATE, NULL, N_("Last of these days"), NULL, read_lot_open_until },
  { "lot.usable_until", CLINIC_SCOPE_LOT, CLINIC_VALUE_DATE, NULL, N_("Last of these days or expiry, whichever is earlier"), NULL, read_lot_usable_until },
  { "lot.quarantined", CLINIC_SCOPE_LOT, CLINIC_VALUE_FLAG, NULL, N_("In quarantine"), NULL, read_lot_quarantined },
  { "lot.quarantine_reason", CLINIC_SCOPE_LOT, CLINIC_VALUE_TEXT, NULL, N_("Why it is in quarantine"), NULL, read_lot_quarantine_reason },
  { "lot.quantity", CLINIC_SCOPE_LOT, CLINIC_VALUE_NUMBER, N_("ml"), N_("Delivered"), NULL, read_lot_quantity },
  { "lot.drawn_before", CLINIC_SCOPE_LOT, CLINIC_VALUE_NUMBER, N_("ml"), N_("Taken in other sessions"), NULL, read_lot_drawn_before },
  { "lot.drawn", CLINIC_SCOPE_LOT, CLINIC_VALUE_NUMBER, N_("ml"), N_("Taken in this session"), NULL, read_lot_drawn },
  { "lot.remaining", CLINIC_SCOPE_LOT, CLINIC_VALUE_NUMBER, N_("ml"), N_("Left over by the other sessions"), NULL, read_lot_remaining },
  { "lot.limit_on", CLINIC_SCOPE_LOT, CLINIC_VALUE_DATE, NULL, N_("The maker's limit, whatever else holds"), NULL, clinic_fact_lot_limit_on },
  { "lot.batch_until", CLINIC_SCOPE_LOT, CLINIC_VALUE_TEXT, NULL, N_("Day and time until which a batch prepared in the clinic is usable"), NULL, clinic_fact_lot_batch_until },
  { "lot.batch_past", CLINIC_SCOPE_LOT, CLINIC_VALUE_FLAG, NULL, N_("The batch is past that time when the session begins; not known for other lots"), NULL, clinic_fact_lot_batch_past },
  { "lot.barred_source", CLINIC_SCOPE_LOT, CLINIC_VALUE_TEXT, NULL, N_("Number of a lot in quarantine that the batch was prepared from; not known when there is none"), NULL, clinic_fact_lot_barred_source },
  { "lot.shared", CLINIC_SCOPE_LOT, CLINIC_VALUE_FLAG, NULL, N_("A container of a single dose would serve two patients"), NULL, clinic_fact_lot_shared },
  { "lot.belongs", CLINIC_SCOPE_LOT, CLINIC_VALUE_FLAG, NULL, N_("Of something that is in a cocktail of this session"), NULL, read_lot_belongs },
  { NULL }
};
/* *INDENT-ON* */

static const char *const scopes[] = { "cocktail", "ingredient", "allergy", "condition", "injection",
                                      "lot", "medicine" };

const ClinicFact *
clinic_facts_list (void)
{
  return facts;
}

const ClinicFact *
clinic_facts_find (const char *name)
{
  for (const ClinicFact *fact = facts; fact->name != NULL; fact++)
    {
      if (g_strcmp0 (fact->name, name) == 0)
        return fact;
    }

  return NULL;
}

int
clinic_scope_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      if (g_strcmp0 (scopes[i], name) == 0)
        return 1 << i;
    }

  return -1;
}
