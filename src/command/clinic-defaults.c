/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-decimal.h"
#include "clinic-defaults.h"
#include "clinic-record-types.h"
#include "clinic-setup.h"
#include "clinic-text.h"

/* So many sessions of a course can be told apart, and a point takes so much (µl) so deep (µm). */
#define MOST_SESSIONS 99
#define MOST_VOLUME   1000
#define MOST_DEPTH    13000

typedef struct
{
  const char *key;
  const char *value;
} Setting;

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static const char *
find_section (const char *key)
{
  if (g_str_has_prefix (key, "rule/"))
    return "rules";

  if (g_str_has_prefix (key, "condition_kind/"))
    return "conditions";

  return g_str_has_prefix (key, "metric/") ? "metrics" : "treatment";
}

static ClinicDefault *
find (ClinicDb    *db,
      const char  *key,
      GError     **error)
{
  g_autoptr(GPtrArray) list = clinic_defaults_list (db, find_section (key), error);

  if (list == NULL)
    return NULL;

  for (guint i = 0; i < list->len; i++)
    {
      if (g_strcmp0 (CLINIC_DEFAULT (list->pdata[i])->key, key) == 0)
        return g_object_ref (list->pdata[i]);
    }

  refuse (error, _("There is no such default."));

  return NULL;
}

/* "5, 3" → "3 5"; NULL when that are no sessions. */
static char *
dup_sessions (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",;", ' ');
  g_auto(GStrv) words = g_strsplit (plain, " ", -1);
  gboolean there[MOST_SESSIONS + 1] = { FALSE };
  g_autoptr(GString) sessions = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      gint64 number;

      if (**word == '\0')
        continue;

      if (!g_ascii_string_to_signed (*word, 10, 1, MOST_SESSIONS, &number, NULL))
        return NULL;

      there[number] = TRUE;
    }

  for (guint i = 1; i <= MOST_SESSIONS; i++)
    {
      if (there[i])
        g_string_append_printf (sessions, "%s%u", sessions->len > 0 ? " " : "", i);
    }

  return sessions->len > 0 ? g_strdup (sessions->str) : NULL;
}

static gboolean
check_severity (ClinicDefault  *item,
                const char     *value,
                GError        **error)
{
  static const char *const known[] = { "stop", "warn", "note", "off", NULL };
  g_autoptr(ClinicDefault) lowest = g_object_new (CLINIC_TYPE_DEFAULT, "kind", "severity", "known", TRUE,
                                                  "shipped", item->least, NULL);

  if (value == NULL || !g_strv_contains (known, value) ||
      (g_str_equal (item->kind, "bearing") && g_str_equal (value, "off")))
    return refuse (error, _("This can stop, warn or be noted."));

  if (item->least != NULL && clinic_default_is_looser (lowest, value))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("“%s” cannot mean less than: %s."), item->title,
                   clinic_choice_label (clinic_bearings, item->least));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_number (ClinicDefault  *item,
              const char     *value,
              GError        **error)
{
  gint64 most = strstr (item->key, "volume") != NULL ? MOST_VOLUME : strstr (item->key, "depth") != NULL ? MOST_DEPTH : G_MAXINT;
  gint64 number;

  if (g_str_has_prefix (item->key, "metric/"))
    return TRUE;

  if (value == NULL || !clinic_decimal_parse (value, '.', &number))
    return refuse (error, _("This is no number."));

  return (number > 0 && number <= most) || refuse (error, _("The number is out of range."));
}

/* What a record refuses by itself is left to it. */
static gboolean
check (ClinicDefault  *item,
       const char     *value,
       const char     *reason,
       GError        **error)
{
  if ((g_str_equal (item->kind, "severity") || g_str_equal (item->kind, "bearing")) && !check_severity (item, value, error))
    return FALSE;

  if (g_str_equal (item->kind, "decimal") && !check_number (item, value, error))
    return FALSE;

  if (clinic_default_is_looser (item, value) && clinic_text_is_empty (reason))
    return refuse (error, _("Reason: Say why the clinic warns of less than what is shipped."));

  return TRUE;
}

static gboolean
apply_setting (ClinicChange   *change,
               ClinicDefault  *item,
               const char     *value,
               GError        **error)
{
  g_autofree char *key = g_strdelimit (g_strdup (item->key), "/", '.');
  const char *name = g_str_has_prefix (key, "setting.") ? key + strlen ("setting.") : key;

  return clinic_setting_put (change, name, g_strcmp0 (value, item->shipped) == 0 ? NULL : value, error);
}

static gboolean
apply_field (ClinicChange   *change,
             ClinicDefault  *item,
             const char     *value,
             GError        **error)
{
  g_auto(GStrv) parts = g_strsplit (item->key, "/", 3);
  g_autoptr(ClinicRecord) record = clinic_store_find_by (change->db, clinic_record_type_of_table (parts[0]), "code", parts[1],
                                                         error);
  const ClinicField *field;

  if (record == NULL)
    return FALSE;

  field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), parts[2]);

  return clinic_record_take_value (record, field, value, error) && clinic_store_save (change, record, error);
}

static gboolean
set (ClinicAct     *act,
     ClinicChange  *change,
     gpointer       data,
     GError       **error)
{
  const Setting *setting = data;
  g_autoptr(ClinicDefault) item = find (change->db, setting->key, error);
  g_autofree char *sessions = NULL;
  const char *value;

  if (item == NULL)
    return FALSE;

  if (setting->value == NULL && !item->known)
    return refuse (error, _("This was not shipped."));

  value = setting->value != NULL ? setting->value : item->shipped;

  if (g_str_equal (item->kind, "sessions") && !(value = sessions = dup_sessions (value)))
    return refuse (error, _("Write the numbers of sessions, such as 3 5."));

  if (value != NULL && *value == '\0')
    value = NULL;

  if (!check (item, value, change->reason, error))
    return FALSE;

  return g_str_has_prefix (item->key, "rule/") || g_str_has_prefix (item->key, "setting/")
         ? apply_setting (change, item, value, error)
         : apply_field (change, item, value, error);
}

gboolean
clinic_default_set (ClinicAct   *act,
                    const char  *key,
                    const char  *value,
                    GError     **error)
{
  Setting setting = { key, value };

  g_return_val_if_fail (key != NULL, FALSE);

  return clinic_act_run (act, "setting.save", set, &setting, error);
}
