/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-alert.h"
#include "clinic-finding.h"
#include "clinic-injection.h"
#include "clinic-rule-book.h"
#include "clinic-treatment.h"

/* The others ask about what is only known when it is charted. */
static const char *const rules[] = {
  "aftercare-clash", "aftercare-next", "allergy-group", "allergy-ingredient", "condition", "medicine", "consent-missing",
  "consent-withdrawn", "contraindication", "interval-short", "withdrawn", NULL
};

/* The planned cocktail as if a drop of it were given; empty without one. */
static GPtrArray *
plan_injections (ClinicDb       *db,
                 ClinicSession  *session,
                 gint64          cocktail,
                 GError        **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "booking-planned-version", error);
  g_autoptr(GPtrArray) injections = g_ptr_array_new_with_free_func (g_object_unref);
  GError *failure = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, cocktail);
  clinic_statement_bind_int (statement, 2, session->course_id);

  if (clinic_statement_step (statement, &failure))
    {
      ClinicInjection *injection = clinic_injection_new ();

      g_object_set (injection,
                    "zone", "whole_scalp",
                    "cocktail-version-id", clinic_statement_get_int (statement, 0),
                    "points", (gint64) 1,
                    "volume-per-point", (gint64) 1,
                    NULL);
      g_ptr_array_add (injections, injection);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&injections);
}

gboolean
clinic_alert_add (ClinicDb       *db,
                  ClinicSession  *session,
                  gint64          cocktail,
                  GPtrArray      *found,
                  GError        **error)
{
  g_autoptr(ClinicRuleBook) book = NULL;
  g_autoptr(GPtrArray) injections = NULL;
  g_autoptr(ClinicTreatment) treatment = NULL;
  g_autoptr(GPtrArray) findings = NULL;

  g_return_val_if_fail (db != NULL && CLINIC_IS_SESSION (session) && found != NULL, FALSE);

  if ((book = clinic_rule_book_open (db, error)) == NULL ||
      (injections = plan_injections (db, session, cocktail, error)) == NULL ||
      (treatment = clinic_treatment_load (db, session, injections, NULL, error)) == NULL)
    return FALSE;

  findings = clinic_rule_book_evaluate (book, treatment);

  for (guint i = 0; i < findings->len; i++)
    {
      ClinicFinding *finding = findings->pdata[i];

      if (!g_strv_contains (rules, finding->rule))
        continue;

      g_object_set (finding, "severity", "note", NULL);
      g_ptr_array_add (found, g_object_ref (finding));
    }

  return TRUE;
}
