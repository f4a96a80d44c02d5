/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-report-memory.h"
#include "clinic-settings.h"

#define ANSWERS "report-answers"
#define MADE    "reports-made"

/* Another clinic's ids mean nothing here. */
static char *
make_name (const char *location,
           const char *report)
{
  return g_strdup_printf ("%s\n%s", location, report);
}

/* The entry of a dictionary in the settings, or NULL. */
static GVariant *
get_entry (const char *key,
           const char *location,
           const char *report)
{
  GSettings *settings = clinic_settings_get ();
  g_autofree char *name = make_name (location, report);
  g_autoptr(GVariant) all = settings != NULL ? g_settings_get_value (settings, key) : NULL;

  return all != NULL ? g_variant_lookup_value (all, name, NULL) : NULL;
}

static gboolean
is_called (GVariant   *entry,
           const char *name)
{
  g_autoptr(GVariant) its = g_variant_get_child_value (entry, 0);

  return g_str_equal (g_variant_get_string (its, NULL), name);
}

static void
set_entry (const char *key,
           const char *name,
           GVariant   *value)
{
  GSettings *settings = clinic_settings_get ();
  g_autoptr(GVariant) before = g_settings_get_value (settings, key);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (before));

  for (gsize i = 0; i < g_variant_n_children (before); i++)
    {
      g_autoptr(GVariant) entry = g_variant_get_child_value (before, i);

      if (!is_called (entry, name))
        g_variant_builder_add_value (&builder, entry);
    }

  g_variant_builder_add_value (&builder,
                               g_variant_new_dict_entry (g_variant_new_string (name), value));
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

GHashTable *
clinic_report_memory_dup_answers (const char *location,
                                  const char *report)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GVariant) entry = get_entry (ANSWERS, location, report);
  GVariantIter iter;
  char *parameter;
  char *text;

  if (entry == NULL)
    return answers;

  g_variant_iter_init (&iter, entry);

  while (g_variant_iter_next (&iter, "{ss}", &parameter, &text))
    g_hash_table_insert (answers, parameter, text);

  return answers;
}

char *
clinic_report_memory_dup_made (const char *location,
                               const char *report)
{
  g_autoptr(GVariant) entry = get_entry (MADE, location, report);

  return entry != NULL ? g_variant_dup_string (entry, NULL) : NULL;
}

void
clinic_report_memory_keep (const char *location,
                           const char *report,
                           GHashTable *answers,
                           const char *date)
{
  g_autofree char *name = make_name (location, report);
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer parameter;
  gpointer text;

  if (clinic_settings_get () == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, answers);

  while (g_hash_table_iter_next (&iter, &parameter, &text))
    g_variant_builder_add (&builder, "{ss}", parameter, text);

  set_entry (ANSWERS, name, g_variant_builder_end (&builder));
  set_entry (MADE, name, g_variant_new_string (date));
}
