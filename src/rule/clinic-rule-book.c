/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-decimal.h"
#include "clinic-finding.h"
#include "clinic-resource.h"
#include "clinic-rule-book.h"

#define SUFFIX ".rule"

struct _ClinicRuleBook
{
  GPtrArray *rules;         /* ClinicRule, by code */
};

/* A treatment and the things of it that a rule is just being asked for. */
typedef struct
{
  ClinicTreatment *treatment;
  ClinicItem       item;
  ClinicRule      *rule;
  GPtrArray       *found;
} Asking;

void
clinic_rule_book_free (ClinicRuleBook *self)
{
  g_ptr_array_unref (self->rules);
  g_free (self);
}

static gint
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (clinic_rule_get_code (*(ClinicRule *const *) a),
                 clinic_rule_get_code (*(ClinicRule *const *) b));
}

ClinicRule *
clinic_rule_book_find (ClinicRuleBook *self,
                       const char     *code)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      if (g_strcmp0 (clinic_rule_get_code (self->rules->pdata[i]), code) == 0)
        return self->rules->pdata[i];
    }

  return NULL;
}

void
clinic_rule_book_add (ClinicRuleBook *self,
                      ClinicRule     *rule)
{
  ClinicRule *old = clinic_rule_book_find (self, clinic_rule_get_code (rule));

  if (old != NULL)
    g_ptr_array_remove (self->rules, old);

  g_ptr_array_add (self->rules, rule);
  g_ptr_array_sort (self->rules, compare_codes);
}

GPtrArray *
clinic_rule_book_list (ClinicRuleBook *self)
{
  return self->rules;
}

ClinicRuleBook *
clinic_rule_book_new (GError **error)
{
  g_autoptr(ClinicRuleBook) self = g_new0 (ClinicRuleBook, 1);
  g_auto(GStrv) names = clinic_resource_list ("rules/");

  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_rule_free);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("rules/", names[i], NULL);
      g_autofree char *code = NULL;
      g_autofree char *text = NULL;
      ClinicRule *rule;

      if (!g_str_has_suffix (names[i], SUFFIX))
        continue;

      code = g_strndup (names[i], strlen (names[i]) - strlen (SUFFIX));
      text = clinic_resource_dup_text (path);
      rule = clinic_rule_new (code, text, error);

      if (rule == NULL)
        return NULL;

      clinic_rule_book_add (self, rule);
    }

  return g_steal_pointer (&self);
}

static gboolean
set_rule (ClinicRule *rule,
          const char *what,
          const char *value)
{
  gint64 number;

  if (strcmp (what, "severity") == 0)
    return clinic_rule_set_severity (rule, value);

  return g_str_has_prefix (what, "bound.") &&
         clinic_decimal_parse (value, '.', &number) &&
         clinic_rule_set_bound (rule, what + strlen ("bound."), number);
}

gboolean
clinic_rule_book_set (ClinicRuleBook  *self,
                      const char      *key,
                      const char      *value,
                      GError         **error)
{
  g_auto(GStrv) parts = g_strsplit (key, ".", 3);
  ClinicRule *rule = NULL;

  if (g_strv_length (parts) == 3 && strcmp (parts[0], "rule") == 0)
    rule = clinic_rule_book_find (self, parts[1]);

  if (rule != NULL && set_rule (rule, parts[2], value))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("The setting “%s” cannot be “%s”. Please look at the settings of the rules."), key, value);

  return FALSE;
}

ClinicRuleBook *
clinic_rule_book_open (ClinicDb  *db,
                       GError   **error)
{
  g_autoptr(ClinicRuleBook) self = clinic_rule_book_new (error);
  g_autoptr(ClinicStatement) statement = NULL;
  GError *failure = NULL;

  if (self == NULL || !(statement = clinic_db_query (db, "rule-settings", error)))
    return NULL;

  while (clinic_statement_step (statement, &failure))
    {
      if (!clinic_rule_book_set (self, clinic_statement_get_text (statement, 0),
                                 clinic_statement_get_text (statement, 1), error))
        return NULL;
    }

  if (failure == NULL)
    return g_steal_pointer (&self);

  g_propagate_error (error, failure);

  return NULL;
}

static void
read_fact (const ClinicFact *fact,
           gpointer          data,
           ClinicValue      *value)
{
  Asking *asking = data;

  fact->read (asking->treatment, &asking->item, value);
}

static gboolean
said_already (GPtrArray  *found,
              const char *rule,
              const char *message)
{
  for (guint i = 0; i < found->len; i++)
    {
      ClinicFinding *finding = found->pdata[i];

      if (strcmp (finding->rule, rule) == 0 && strcmp (finding->message, message) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
ask_item (Asking *asking)
{
  const char *code = clinic_rule_get_code (asking->rule);
  const char *severity = clinic_rule_judge (asking->rule, read_fact, asking);
  gint64 session = clinic_record_get_id (CLINIC_RECORD (asking->treatment->session));
  g_autofree char *message = NULL;
  ClinicFinding *finding;

  if (severity == NULL)
    return;

  message = clinic_rule_dup_message (asking->rule, read_fact, asking);

  if (said_already (asking->found, code, message))
    return;

  finding = clinic_finding_new ();
  g_object_set (finding,
                "patient-id", asking->treatment->session->patient_id,
                "session-id", session != 0 ? session : CLINIC_UNKNOWN,
                "rule", code,
                "rule-version", clinic_rule_get_version (asking->rule),
                "severity", severity,
                "message", message,
                NULL);
  g_ptr_array_add (asking->found, finding);
}

/* Goes through all combinations of what is left in @each. The members of ClinicItem have the
 * order of the bits. */
static void
ask_each (Asking *asking,
          guint   each)
{
  ClinicTreatment *treatment = asking->treatment;
  GPtrArray *const lists[] = {
    treatment->cocktails, treatment->ingredients, treatment->allergies,
    treatment->conditions, treatment->injections, treatment->lots, treatment->medicines,
  };
  gconstpointer *const members[] = {
    (gconstpointer *) &asking->item.cocktail, (gconstpointer *) &asking->item.ingredient,
    (gconstpointer *) &asking->item.allergy, (gconstpointer *) &asking->item.condition,
    (gconstpointer *) &asking->item.injection, (gconstpointer *) &asking->item.lot,
    (gconstpointer *) &asking->item.medicine,
  };
  int bit = g_bit_nth_lsf (each, -1);

  if (bit < 0)
    {
      ask_item (asking);
      return;
    }

  for (guint i = 0; i < lists[bit]->len; i++)
    {
      *members[bit] = lists[bit]->pdata[i];
      ask_each (asking, each & ~(1u << bit));
    }
}

static int
rank (ClinicFinding *finding)
{
  return strcmp (finding->severity, "stop") == 0 ? 0 : strcmp (finding->severity,
                                                               "warn") == 0 ? 1 : 2;
}

/* Keeps the order of those of one severity. */
static GPtrArray *
sort_by_severity (GPtrArray *found)
{
  GPtrArray *sorted = g_ptr_array_new_full (found->len, g_object_unref);

  for (int severity = 0; severity < 3; severity++)
    {
      for (guint i = 0; i < found->len; i++)
        {
          if (rank (found->pdata[i]) == severity)
            g_ptr_array_add (sorted, g_object_ref (found->pdata[i]));
        }
    }

  return sorted;
}

void
clinic_rule_book_ask (ClinicRuleBook  *self,
                      const char      *code,
                      ClinicTreatment *treatment,
                      GPtrArray       *found)
{
  Asking asking = { .treatment = treatment, .found = found };

  g_return_if_fail (self != NULL && code != NULL && treatment != NULL && found != NULL);

  asking.rule = clinic_rule_book_find (self, code);
  g_return_if_fail (asking.rule != NULL);

  ask_each (&asking, clinic_rule_get_each (asking.rule));
}

GPtrArray *
clinic_rule_book_evaluate (ClinicRuleBook  *self,
                           ClinicTreatment *treatment)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (self != NULL && treatment != NULL, NULL);

  for (guint i = 0; i < self->rules->len; i++)
    {
      Asking asking = { .treatment = treatment, .rule = self->rules->pdata[i], .found = found };

      ask_each (&asking, clinic_rule_get_each (asking.rule));
    }

  return sort_by_severity (found);
}
