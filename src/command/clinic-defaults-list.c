/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-condition-kind.h"
#include "clinic-decimal.h"
#include "clinic-defaults.h"
#include "clinic-metric.h"
#include "clinic-rule-book.h"
#include "clinic-seed.h"
#include "clinic-setting.h"

static ClinicDefault *
add (GPtrArray  *list,
     char       *key,
     const char *kind,
     const char *title,
     const char *label)
{
  ClinicDefault *item = g_object_new (CLINIC_TYPE_DEFAULT, "key", key, "kind", kind, "title", title, "label", label,
                                      "known", TRUE, NULL);

  g_ptr_array_add (list, item);
  clinic_record_set_id (CLINIC_RECORD (item), list->len);
  g_free (key);

  return item;
}

static gboolean
add_setting (ClinicDb    *db,
             GPtrArray   *list,
             const char  *setting,
             const char  *kind,
             const char  *title,
             const char  *label,
             const char  *shipped,
             GError     **error)
{
  GError *failure = NULL;
  g_autoptr(ClinicRecord) record = clinic_store_find_by (db, CLINIC_TYPE_SETTING, "key", setting, &failure);
  const char *value = record != NULL ? CLINIC_SETTING (record)->value : NULL;
  ClinicDefault *item;

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  item = add (list, g_strconcat ("setting/", setting, NULL), kind, title, label);
  g_object_set (item, "value", value != NULL ? value : shipped, "shipped", shipped, NULL);

  return TRUE;
}

static gboolean
list_treatment (ClinicDb   *db,
                GPtrArray  *list,
                GError    **error)
{
  return add_setting (db, list, "chart.volume", "decimal", _("Volume a point"), _("In ml, where no phase says it"),
                      CLINIC_SHIPPED_VOLUME, error) &&
         add_setting (db, list, "chart.depth", "decimal", _("Depth"), _("In mm, where no phase says it"),
                      CLINIC_SHIPPED_DEPTH, error) &&
         add_setting (db, list, "decision.sessions", "sessions", _("Decisions"),
                      _("After these sessions of a course, and where a phase ends"), CLINIC_SHIPPED_SESSIONS, error);
}

static ClinicRecord *
find_shipped (GPtrArray  *shipped,
              const char *code)
{
  for (guint i = 0; i < shipped->len; i++)
    {
      ClinicRecord *record = shipped->pdata[i];
      const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), "code");

      if (g_strcmp0 (clinic_record_get_text (record, field), code) == 0)
        return record;
    }

  return NULL;
}

static void
add_field (GPtrArray    *list,
           const char   *table,
           ClinicRecord *record,
           ClinicRecord *shipped,
           const char   *name,
           const char   *kind)
{
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  const ClinicField *field = clinic_record_class_find_field (klass, name);
  const char *code = clinic_record_get_text (record, clinic_record_class_find_field (klass, "code"));
  const char *title = clinic_record_get_text (record, clinic_record_class_find_field (klass, "name"));
  const char *source = clinic_record_get_text (record, clinic_record_class_find_field (klass, "source"));
  g_autofree char *value = clinic_record_dup_value (record, field);
  g_autofree char *old = shipped != NULL ? clinic_record_dup_value (shipped, field) : NULL;
  ClinicDefault *item = add (list, g_strconcat (table, "/", code, "/", name, NULL), kind, title, _(field->label));

  g_object_set (item, "value", value, "shipped", old, "known", shipped != NULL, "source", source, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  ClinicRecord *one = *(ClinicRecord *const *) a;
  const ClinicField *name = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (one), "name");

  return g_utf8_collate (clinic_record_get_text (one, name), clinic_record_get_text (*(ClinicRecord *const *) b, name));
}

static const struct
{
  const char *table;
  const char *name;
  const char *kind;
} parts[] = {
  { "condition_kind", "bearing", "bearing" },
  { "metric", "direction", "direction" },
  { "metric", "error_percent", "decimal" },
  { "metric", "error_absolute", "decimal" },
  { "metric", "unit", "text" },
  { "metric", "low", "decimal" },
  { "metric", "high", "decimal" },
  { "metric", "decimals", "number" },
};

static gboolean
list_records (ClinicDb    *db,
              GPtrArray   *list,
              GType        type,
              const char  *table,
              GError     **error)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, type, NULL, 0, error);
  g_autoptr(GPtrArray) shipped = clinic_seed_list_shipped (type);

  if (records == NULL)
    return FALSE;

  g_ptr_array_sort (records, compare_names);

  for (guint i = 0; i < records->len; i++)
    {
      const ClinicField *code = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (records->pdata[i]), "code");
      ClinicRecord *old = find_shipped (shipped, clinic_record_get_text (records->pdata[i], code));

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          if (strcmp (parts[j].table, table) == 0)
            add_field (list, table, records->pdata[i], old, parts[j].name, parts[j].kind);
        }
    }

  return TRUE;
}

static void
add_severity (GPtrArray  *list,
              ClinicRule *shipped,
              ClinicRule *own)
{
  ClinicDefault *item;

  if (!clinic_rule_has_severity (shipped))
    return;

  item = add (list, g_strconcat ("rule/", clinic_rule_get_code (shipped), "/severity", NULL), "severity",
              clinic_rule_get_title (shipped), _("What it means"));
  g_object_set (item, "value", clinic_rule_get_severity (own), "shipped", clinic_rule_get_severity (shipped),
                "least", clinic_rule_get_least (shipped), "source", clinic_rule_get_source (shipped), NULL);
}

static void
add_bound (GPtrArray  *list,
           ClinicRule *shipped,
           ClinicRule *own,
           const char *name)
{
  gboolean upper = clinic_rule_is_upper_bound (shipped, name);
  g_autofree char *value = clinic_decimal_format (clinic_rule_get_bound (own, name), '.');
  g_autofree char *old = clinic_decimal_format (clinic_rule_get_bound (shipped, name), '.');
  ClinicDefault *item = add (list, g_strconcat ("rule/", clinic_rule_get_code (shipped), "/bound.", name, NULL), "decimal",
                             clinic_rule_get_title (shipped),
                             strcmp (name, "least") == 0 ? _("At least") : upper ? _("At most") : _("Only up to"));

  g_object_set (item, "value", value, "shipped", old, "loosens", upper ? "up" : "down",
                "source", clinic_rule_get_source (shipped), NULL);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  return g_utf8_collate (clinic_rule_get_title (*(ClinicRule *const *) a), clinic_rule_get_title (*(ClinicRule *const *) b));
}

static gboolean
list_rules (ClinicDb   *db,
            GPtrArray  *list,
            GError    **error)
{
  g_autoptr(ClinicRuleBook) shipped = clinic_rule_book_new (error);
  g_autoptr(ClinicRuleBook) own = shipped != NULL ? clinic_rule_book_open (db, error) : NULL;
  g_autoptr(GPtrArray) rules = NULL;

  if (own == NULL)
    return FALSE;

  rules = g_ptr_array_copy (clinic_rule_book_list (shipped), NULL, NULL);
  g_ptr_array_set_free_func (rules, NULL);
  g_ptr_array_sort (rules, compare_titles);

  for (guint i = 0; i < rules->len; i++)
    {
      ClinicRule *now = clinic_rule_book_find (own, clinic_rule_get_code (rules->pdata[i]));
      g_autoptr(GList) bounds = clinic_rule_list_bounds (rules->pdata[i]);

      add_severity (list, rules->pdata[i], now);

      for (GList *name = bounds; name != NULL; name = name->next)
        add_bound (list, rules->pdata[i], now, name->data);
    }

  return TRUE;
}

GPtrArray *
clinic_defaults_list (ClinicDb    *db,
                      const char  *section,
                      GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean done;

  if (g_str_equal (section, "treatment"))
    done = list_treatment (db, list, error);
  else if (g_str_equal (section, "conditions"))
    done = list_records (db, list, CLINIC_TYPE_CONDITION_KIND, "condition_kind", error);
  else if (g_str_equal (section, "rules"))
    done = list_rules (db, list, error);
  else
    done = list_records (db, list, CLINIC_TYPE_METRIC, "metric", error);

  return done ? g_steal_pointer (&list) : NULL;
}
