/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-clause.h"
#include "clinic-decimal.h"
#include "clinic-message.h"
#include "clinic-rule.h"

struct _ClinicRule
{
  char             *code;
  gint64            version;
  char             *severity;
  const ClinicFact *severity_fact;  /* NULL: the severity is said outright */
  guint             each;
  GPtrArray        *clauses;
  ClinicMessage    *message;
  char             *title;
  char             *least;
  char             *source;
  char            **override;
  GHashTable       *bounds;         /* name → gint64 * */
  GPtrArray        *examples;
};

static gboolean
complain (GError     **error,
          const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static void
free_value (gpointer data)
{
  clinic_value_clear (data);
  g_free (data);
}

static void
free_example (gpointer data)
{
  ClinicRuleExample *self = data;

  g_hash_table_unref (self->given);
  g_free ((char *) self->name);
  g_free ((char *) self->expect);
  g_free ((char *) self->message);
  g_free (self);
}

void
clinic_rule_free (ClinicRule *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->severity);
  g_free (self->title);
  g_free (self->least);
  g_free (self->source);
  g_strfreev (self->override);
  g_clear_pointer (&self->message, clinic_message_free);
  g_ptr_array_unref (self->clauses);
  g_hash_table_unref (self->bounds);
  g_ptr_array_unref (self->examples);
  g_free (self);
}

static gboolean
is_severity (const char *word)
{
  return clinic_choice_find (clinic_bearings, word) != NULL;
}

static char *
get_string (GKeyFile    *file,
            const char  *group,
            const char  *key)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  return text != NULL && *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

/* What is between ';', trimmed, without empty ones. */
static GPtrArray *
get_parts (GKeyFile    *file,
           const char  *group,
           const char  *key)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = get_string (file, group, key);
  g_auto(GStrv) words = g_strsplit (text != NULL ? text : "", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*g_strstrip (words[i]) != '\0')
        g_ptr_array_add (parts, g_strdup (words[i]));
    }

  return parts;
}

static gboolean
read_bounds (ClinicRule  *self,
             GKeyFile    *file,
             GError     **error)
{
  g_auto(GStrv) names = g_key_file_get_keys (file, "bounds", NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = get_string (file, "bounds", names[i]);
      gint64 number;

      if (text == NULL || !clinic_decimal_parse (text, '.', &number))
        return complain (error, _("A bound is a number"));

      g_hash_table_insert (self->bounds, g_strdup (names[i]), g_memdup2 (&number, sizeof number));
    }

  return TRUE;
}

static gboolean
read_each (ClinicRule  *self,
           GKeyFile    *file,
           GError     **error)
{
  g_autofree char *text = get_string (file, "rule", "each");
  g_auto(GStrv) words = text != NULL ? g_strsplit (text, "+", -1) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      int scope = clinic_scope_find (g_strstrip (words[i]));

      if (scope < 0)
        return complain (error, _("each: There is no such thing to go through"));

      self->each |= scope;
    }

  return TRUE;
}

/* A fact of an injection says nothing in a rule that does not go through injections. */
static gboolean
check_scope (ClinicRule        *self,
             const ClinicFact  *fact,
             GError           **error)
{
  if (fact == NULL || (fact->scope & ~self->each) == 0)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("The rule does not go through what “%s” is about: see each"), fact->name);

  return FALSE;
}

static gboolean
read_severity (ClinicRule  *self,
               GKeyFile    *file,
               GError     **error)
{
  self->severity = get_string (file, "rule", "severity");

  if (self->severity == NULL)
    return complain (error, _("severity: Write stop, warn, note or a fact"));

  if (self->least != NULL && !is_severity (self->least))
    return complain (error, _("least: Write stop, warn or note"));

  if (is_severity (self->severity))
    return TRUE;

  self->severity_fact = clinic_facts_find (self->severity);

  if (self->severity_fact == NULL || self->severity_fact->choices != clinic_bearings)
    return complain (error, _("severity: Write stop, warn, note or a fact that holds one of them"));

  return check_scope (self, self->severity_fact, error);
}

static gboolean
read_clauses (ClinicRule  *self,
              GKeyFile    *file,
              GError     **error)
{
  g_autoptr(GPtrArray) parts = get_parts (file, "rule", "when");

  if (parts->len == 0)
    return complain (error, _("when: A rule needs a condition"));

  for (guint i = 0; i < parts->len; i++)
    {
      ClinicClause *clause = clinic_clause_new (parts->pdata[i], self->bounds, error);

      if (clause == NULL)
        return FALSE;

      g_ptr_array_add (self->clauses, clause);

      if (!check_scope (self, clinic_clause_get_fact (clause), error) ||
          !check_scope (self, clinic_clause_get_other (clause), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_message (ClinicRule  *self,
              GKeyFile    *file,
              GError     **error)
{
  g_autofree char *text = get_string (file, "rule", "message");

  if (text == NULL)
    return complain (error, _("message: A rule says what it objects to"));

  self->message = clinic_message_new (text, self->bounds, error);

  if (self->message == NULL)
    return FALSE;

  for (guint i = 0; i < clinic_message_get_facts (self->message)->len; i++)
    {
      if (!check_scope (self, clinic_message_get_facts (self->message)->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_override (ClinicRule  *self,
               GKeyFile    *file,
               GError     **error)
{
  g_autoptr(GPtrArray) parts = get_parts (file, "rule", "override");

  if (!g_key_file_has_key (file, "rule", "override", NULL))
    return complain (error, _("override: Say who may go on with a reason"));

  g_ptr_array_set_free_func (parts, NULL);
  g_ptr_array_add (parts, NULL);
  self->override = (char **) g_ptr_array_steal (parts, NULL);

  return TRUE;
}

static gboolean
read_given (ClinicRule         *self,
            ClinicRuleExample  *example,
            const char         *part,
            GError            **error)
{
  const char *mark = strchr (part, '=');
  g_autofree char *name = mark != NULL ? g_strstrip (g_strndup (part, mark - part)) : NULL;
  const ClinicFact *fact = clinic_facts_find (name);
  g_autofree char *text = NULL;
  ClinicValue *value;

  if (fact == NULL)
    return complain (error, _("given: There is no such fact"));

  value = g_new0 (ClinicValue, 1);
  g_hash_table_insert (example->given, (gpointer) fact, value);
  text = g_strstrip (g_strdup (mark + 1));

  return clinic_clause_read_value (fact, text, value, error) && check_scope (self, fact, error);
}

static gboolean
read_example (ClinicRule  *self,
              GKeyFile    *file,
              const char  *group,
              GError     **error)
{
  ClinicRuleExample *example = g_new0 (ClinicRuleExample, 1);
  g_autoptr(GPtrArray) parts = get_parts (file, group, "given");

  example->name = g_strdup (group + strlen ("example "));
  example->given = g_hash_table_new_full (NULL, NULL, NULL, free_value);
  example->expect = get_string (file, group, "expect");
  example->message = get_string (file, group, "message");
  g_ptr_array_add (self->examples, example);

  for (guint i = 0; i < parts->len; i++)
    {
      if (!read_given (self, example, parts->pdata[i], error))
        return FALSE;
    }

  return is_severity (example->expect) || g_strcmp0 (example->expect, "none") == 0 ||
         complain (error, _("expect: Write stop, warn, note or none"));
}

static gboolean
read_examples (ClinicRule  *self,
               GKeyFile    *file,
               GError     **error)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], "example ") && !read_example (self, file, groups[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_head (ClinicRule  *self,
           GKeyFile    *file,
           GError     **error)
{
  g_autofree char *code = get_string (file, "rule", "code");

  self->version = g_key_file_get_int64 (file, "rule", "version", NULL);
  self->source = get_string (file, "rule", "source");
  self->title = get_string (file, "rule", "title");
  self->least = get_string (file, "rule", "least");

  if (g_strcmp0 (code, self->code) != 0)
    return complain (error, _("code: This is the name of the file"));

  if (self->version < 1)
    return complain (error, _("version: This counts from 1"));

  return self->source != NULL || complain (error, _("source: Say who says so"));
}

static gboolean
read_rule (ClinicRule  *self,
           const char  *text,
           GError     **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) failure = NULL;

  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, &failure))
    return complain (error, failure->message);

  return read_head (self, file, error) &&
         read_bounds (self, file, error) &&
         read_each (self, file, error) &&
         read_severity (self, file, error) &&
         read_clauses (self, file, error) &&
         read_message (self, file, error) &&
         read_override (self, file, error) &&
         read_examples (self, file, error);
}

ClinicRule *
clinic_rule_new (const char  *code,
                 const char  *text,
                 GError     **error)
{
  g_autoptr(ClinicRule) self = g_new0 (ClinicRule, 1);

  g_return_val_if_fail (code != NULL && text != NULL, NULL);

  self->code = g_strdup (code);
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_clause_free);
  self->bounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->examples = g_ptr_array_new_with_free_func (free_example);

  if (read_rule (self, text, error))
    return g_steal_pointer (&self);

  g_prefix_error (error, "%s: ", code);

  return NULL;
}

const char *
clinic_rule_get_code (ClinicRule *self)
{
  return self->code;
}

gint64
clinic_rule_get_version (ClinicRule *self)
{
  return self->version;
}

const char *
clinic_rule_get_severity (ClinicRule *self)
{
  return self->severity;
}

const char *
clinic_rule_get_source (ClinicRule *self)
{
  return self->source;
}

const char *
clinic_rule_get_title (ClinicRule *self)
{
  return self->title != NULL ? _(self->title) : self->code;
}

const char *
clinic_rule_get_least (ClinicRule *self)
{
  return self->least;
}

GList *
clinic_rule_list_bounds (ClinicRule *self)
{
  return g_list_sort (g_hash_table_get_keys (self->bounds), (GCompareFunc) strcmp);
}

gboolean
clinic_rule_is_upper_bound (ClinicRule *self,
                            const char *name)
{
  const gint64 *bound = g_hash_table_lookup (self->bounds, name);

  for (guint i = 0; i < self->clauses->len; i++)
    {
      if (clinic_clause_is_above (self->clauses->pdata[i], bound))
        return TRUE;
    }

  return FALSE;
}

gboolean
clinic_rule_has_severity (ClinicRule *self)
{
  return self->severity_fact == NULL;
}

guint
clinic_rule_get_each (ClinicRule *self)
{
  return self->each;
}

GPtrArray *
clinic_rule_get_examples (ClinicRule *self)
{
  return self->examples;
}

const char *const *
clinic_rule_get_override (ClinicRule *self)
{
  return (const char *const *) self->override;
}

gboolean
clinic_rule_may_override (ClinicRule *self,
                          const char *roles)
{
  g_auto(GStrv) words = g_strsplit (roles != NULL ? roles : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) self->override, words[i]))
        return TRUE;
    }

  return FALSE;
}

gboolean
clinic_rule_set_severity (ClinicRule *self,
                          const char *severity)
{
  if (!is_severity (severity) && g_strcmp0 (severity, "off") != 0)
    return FALSE;

  g_free (self->severity);
  self->severity = g_strdup (severity);
  self->severity_fact = NULL;

  return TRUE;
}

gint64
clinic_rule_get_bound (ClinicRule *self,
                       const char *name)
{
  const gint64 *bound = g_hash_table_lookup (self->bounds, name);

  return bound != NULL ? *bound : CLINIC_UNKNOWN;
}

gboolean
clinic_rule_set_bound (ClinicRule *self,
                       const char *name,
                       gint64      thousandths)
{
  gint64 *bound = g_hash_table_lookup (self->bounds, name);

  if (bound == NULL)
    return FALSE;

  *bound = thousandths;

  return TRUE;
}

static const char *
find_severity (ClinicRule       *self,
               ClinicFactReader  reader,
               gpointer          data)
{
  g_auto(ClinicValue) value = { 0 };
  const ClinicChoice *choice;

  if (self->severity_fact != NULL)
    reader (self->severity_fact, data, &value);

  choice = clinic_choice_find (clinic_bearings,
                               self->severity_fact != NULL ? value.text : self->severity);

  return choice != NULL ? choice->value : NULL;
}

const char *
clinic_rule_judge (ClinicRule       *self,
                   ClinicFactReader  reader,
                   gpointer          data)
{
  const char *severity = find_severity (self, reader, data);

  for (guint i = 0; severity != NULL && i < self->clauses->len; i++)
    {
      if (!clinic_clause_holds (self->clauses->pdata[i], reader, data))
        return NULL;
    }

  return severity;
}

char *
clinic_rule_dup_message (ClinicRule       *self,
                         ClinicFactReader  reader,
                         gpointer          data)
{
  return clinic_message_compose (self->message, reader, data);
}
