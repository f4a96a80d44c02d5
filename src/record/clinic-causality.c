/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-causality.h"
#include "clinic-choices.h"

const ClinicChoice clinic_naranjo_categories[] = {
  { "definite", N_("Definite") },
  { "probable", N_("Probable") },
  { "possible", N_("Possible") },
  { "doubtful", N_("Doubtful") },
  { NULL }
};

static const ClinicChoice criteria[] = {
  { "certain", N_("The time fits, nothing else explains it, it went when treatment stopped, it is a known event or "
                  "came back when given again.") },
  { "probable", N_("The time fits, nothing else is likely to explain it, and it went when treatment stopped. It need "
                   "not have been given again.") },
  { "possible", N_("The time fits, but illness or other medicines may explain it too. What happened on stopping may "
                   "be unclear.") },
  { "unlikely", N_("The time makes it improbable, and illness or other medicines explain it well.") },
  { "unclassified", N_("Something happened, but more must be known to judge it, or is being looked at.") },
  { "unassessable", N_("What is known is too little or contradicts itself, and cannot be completed.") },
  { NULL }
};

typedef struct
{
  const char *text;
  int         yes;
  int         no;
} Question;

static const Question questions[] = {
  { N_("Is this reaction to it reported conclusively elsewhere?"), 1, 0 },
  { N_("Did it begin after the injection?"), 2, -1 },
  { N_("Did it get better when treatment stopped or an antidote was given?"), 1, 0 },
  { N_("Did it come back when the same was injected again?"), 2, -1 },
  { N_("Could anything else alone have caused it?"), -1, 2 },
  { N_("Did it come back when a placebo was given?"), -1, 1 },
  { N_("Was the substance found in the body in an amount known to be toxic?"), 1, 0 },
  { N_("Was it worse after a higher dose, or milder after a lower one?"), 1, 0 },
  { N_("Has the patient reacted alike to this or something similar before?"), 1, 0 },
  { N_("Is it confirmed by something objective, such as a test or biopsy?"), 1, 0 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (questions) == CLINIC_NARANJO_QUESTIONS);

const char *
clinic_causality_get_criteria (const char *category)
{
  const ClinicChoice *found = clinic_choice_find (criteria, category);

  return found != NULL ? _(found->label) : NULL;
}

const char *
clinic_naranjo_get_question (guint question)
{
  g_return_val_if_fail (question < CLINIC_NARANJO_QUESTIONS, NULL);

  return _(questions[question].text);
}

int
clinic_naranjo_get_points (guint question,
                           char  answer)
{
  g_return_val_if_fail (question < CLINIC_NARANJO_QUESTIONS, 0);

  return answer == 'y' ? questions[question].yes : answer == 'n' ? questions[question].no : 0;
}

int
clinic_naranjo_count (const char *answers)
{
  int n = 0;

  if (answers == NULL || strlen (answers) != CLINIC_NARANJO_QUESTIONS)
    return -1;

  for (guint i = 0; i < CLINIC_NARANJO_QUESTIONS; i++)
    {
      if (strchr ("ynu-", answers[i]) == NULL)
        return -1;

      n += answers[i] != CLINIC_NARANJO_OPEN;
    }

  return n;
}

gboolean
clinic_naranjo_sum (const char *answers,
                    int        *score)
{
  int sum = 0;

  if (clinic_naranjo_count (answers) != CLINIC_NARANJO_QUESTIONS)
    return FALSE;

  for (guint i = 0; i < CLINIC_NARANJO_QUESTIONS; i++)
    sum += clinic_naranjo_get_points (i, answers[i]);

  if (score != NULL)
    *score = sum;

  return TRUE;
}

const char *
clinic_naranjo_categorize (int score)
{
  return score >= 9 ? "definite" : score >= 5 ? "probable" : score >= 1 ? "possible" : "doubtful";
}
