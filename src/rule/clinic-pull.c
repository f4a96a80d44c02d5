/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-db.h"
#include "clinic-error.h"
#include "clinic-pull.h"
#include "clinic-resource.h"

#define GROUP "pull"
#define SUFFIX ".pull"
#define MOST 1000

void
clinic_pull_rule_free (ClinicPullRule *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->label);
  g_free (self->source);
  g_free (self);
}

static gboolean
complain (GError     **error,
          const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static char *
get_string (GKeyFile   *file,
            const char *key)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);

  return text != NULL && *g_strstrip (text) != '\0' ? g_steal_pointer (&text) : NULL;
}

/* @otherwise when it is left out. */
static gboolean
read_number (GKeyFile    *file,
             const char  *key,
             gint64       otherwise,
             gint64      *number,
             GError     **error)
{
  g_autofree char *text = get_string (file, key);

  *number = otherwise;

  if (text == NULL && !g_key_file_has_key (file, GROUP, key, NULL))
    return TRUE;

  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, MOST, number, NULL))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s: Write a whole number from 0 to %d"), key, MOST);

  return FALSE;
}

static gboolean
check_keys (GKeyFile  *file,
            GError   **error)
{
  static const char *const known[] = {
    "code", "version", "label", "source", "grasped_from", "grasped_to", "places", "total_above", "each_from",
    "percent_above", NULL
  };
  g_auto(GStrv) keys = g_key_file_get_keys (file, GROUP, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      if (!g_strv_contains (known, keys[i]))
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s: A rule of the pull test says no such thing"),
                       keys[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_rule (ClinicPullRule  *self,
           GKeyFile        *file,
           GError         **error)
{
  g_autofree char *code = get_string (file, "code");
  gint64 places;

  self->label = get_string (file, "label");
  self->source = get_string (file, "source");

  if (g_strcmp0 (code, self->id) != 0)
    return complain (error, _("code: This is the name of the file"));

  if (self->label == NULL || self->source == NULL)
    return complain (error, _("label, source: Say what the rule is and who says so"));

  if (!check_keys (file, error) || !read_number (file, "version", 0, &self->version, error) ||
      !read_number (file, "places", 1, &places, error) ||
      !read_number (file, "grasped_from", -1, &self->grasped_from, error) ||
      !read_number (file, "grasped_to", -1, &self->grasped_to, error) ||
      !read_number (file, "total_above", -1, &self->total_above, error) ||
      !read_number (file, "each_from", -1, &self->each_from, error) ||
      !read_number (file, "percent_above", -1, &self->percent_above, error))
    return FALSE;

  self->places = places;

  if (self->version < 1)
    return complain (error, _("version: This counts from 1"));

  if (places < 1 || (self->grasped_from < 0) != (self->grasped_to < 0) || self->grasped_from > self->grasped_to)
    return complain (error, _("places, grasped: These cannot be"));

  return (self->total_above >= 0 || self->each_from > 0 || self->percent_above >= 0) ||
         complain (error, _("total_above, each_from, percent_above: Say when the test is positive"));
}

ClinicPullRule *
clinic_pull_rule_new (const char  *id,
                      const char  *text,
                      GError     **error)
{
  g_autoptr(ClinicPullRule) self = g_new0 (ClinicPullRule, 1);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (id != NULL && text != NULL, NULL);

  self->id = g_strdup (id);

  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, &failure))
    complain (error, failure->message);
  else if (read_rule (self, file, error))
    return g_steal_pointer (&self);

  g_prefix_error (error, "%s: ", id);

  return NULL;
}

static GPtrArray *
read_shipped (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_pull_rule_free);
  g_auto(GStrv) names = clinic_resource_list ("rules/");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("rules/", names[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autofree char *id = NULL;
      g_autofree char *text = NULL;
      ClinicPullRule *rule;

      if (!g_str_has_suffix (names[i], SUFFIX))
        continue;

      id = g_strndup (names[i], strlen (names[i]) - strlen (SUFFIX));
      text = clinic_resource_dup_text (path);
      rule = clinic_pull_rule_new (id, text, &error);

      /* What is shipped was tried by a test. */
      if (rule == NULL)
        g_error ("%s", error->message);

      g_ptr_array_add (rules, rule);
    }

  return rules;
}

/* Read once, by whichever thread asks first, and never changed. */
GPtrArray *
clinic_pull_rules (void)
{
  static GPtrArray *rules;

  if (g_once_init_enter (&rules))
    g_once_init_leave (&rules, read_shipped ());

  return rules;
}

const ClinicPullRule *
clinic_pull_rule_find (const char *id)
{
  GPtrArray *rules = clinic_pull_rules ();

  for (guint i = 0; i < rules->len; i++)
    {
      const ClinicPullRule *rule = rules->pdata[i];

      if (g_strcmp0 (rule->id, id) == 0)
        return rule;
    }

  return NULL;
}

const char *
clinic_pull_rule_judge (const ClinicPullRule *self,
                        gint64                grasped,
                        const gint64         *extracted,
                        guint                 n)
{
  gboolean each = self->each_from > 0;
  gboolean positive = FALSE;
  gint64 total = 0;

  if (n < self->places || (self->percent_above >= 0 && grasped == CLINIC_NULL))
    return NULL;

  for (guint i = 0; i < n; i++)
    {
      total += extracted[i];
      each &= extracted[i] >= self->each_from;
    }

  positive |= each;
  positive |= self->total_above >= 0 && total > self->total_above;
  positive |= self->percent_above >= 0 && total * 100 > self->percent_above * grasped * n;

  return positive ? "positive" : "negative";
}

/* Takes over @part. */
static void
add_limit (GString *words,
           char    *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? _(" or ") : "", part);
  g_free (part);
}

char *
clinic_pull_rule_dup_cutoff (const ClinicPullRule *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->percent_above >= 0)
    add_limit (words, g_strdup_printf (_("> %d %% of those grasped"), (int) self->percent_above));

  if (self->total_above >= 0 && self->places > 1)
    add_limit (words, g_strdup_printf (_("> %d hairs in all"), (int) self->total_above));
  else if (self->total_above >= 0)
    add_limit (words, g_strdup_printf (_("> %d hairs"), (int) self->total_above));

  if (self->each_from > 0)
    add_limit (words, g_strdup_printf (_("≥ %d hairs at each place"), (int) self->each_from));

  return g_strdup (words->str);
}
