/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-aftercare-work.h"
#include "clinic-aftercare.h"
#include "clinic-consent-sign.h"
#include "clinic-locale.h"

static ClinicAftercareRule *
make_last (ClinicDb * db,
           GError   **error)
{
  g_autoptr(GPtrArray) rules = clinic_aftercare_list_rules (db, NULL, error);
  ClinicAftercareRule *rule;
  gint64 last = 0;

  if (rules == NULL)
    return NULL;

  for (guint i = 0; i < rules->len; i++)
    last = MAX (last, CLINIC_AFTERCARE_RULE (rules->pdata[i])->position);

  rule = clinic_aftercare_rule_new ();
  g_object_set (rule, "side", "after", "unit", "hours", "position", last + 1, NULL);

  return rule;
}

gpointer
clinic_aftercare_sheet_read (ClinicDb  *db,
                             gpointer   data,
                             GError   **error)
{
  gint64 id = *(gint64 *) data;
  g_autoptr(ClinicAftercareRule) rule = NULL;
  g_autoptr(GPtrArray) texts = NULL;
  gint64 version = 0;

  rule = id != 0
         ? (ClinicAftercareRule *) clinic_store_find (db, CLINIC_TYPE_AFTERCARE_RULE, id, error)
         : make_last (db, error);

  if (rule == NULL ||
      !(texts = clinic_store_list_by (db, CLINIC_TYPE_AFTERCARE_TEXT, "aftercare_rule_id", id, error)) ||
      (id != 0 && (version = clinic_aftercare_get_version (db, id, error)) == 0))
    return NULL;

  return clinic_aftercare_sheet_new (rule, texts, version);
}

gboolean
clinic_aftercare_sheet_save (ClinicAct     *act,
                             ClinicRecord  *record,
                             gpointer       nothing,
                             GError       **error)
{
  ClinicAftercareSheet *sheet = CLINIC_AFTERCARE_SHEET (record);
  g_autoptr(ClinicAftercareRule) rule = clinic_aftercare_sheet_dup_rule (sheet);
  g_auto(GStrv) words = clinic_aftercare_sheet_dup_words (sheet);

  return clinic_aftercare_save (act, rule, (const char *const *) words,
                                clinic_record_get_version (record), error) != 0;
}

gpointer
clinic_aftercare_take (ClinicAct  *act,
                       gpointer    data,
                       GError    **error)
{
  return GINT_TO_POINTER (clinic_consent_take_shipped (act, error));
}

GPtrArray *
clinic_aftercare_list_rules (ClinicDb    *db,
                             const char  *argument,
                             GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "aftercare-rules", error);

  if (statement == NULL)
    return NULL;

  /* Whatever ended did so after this. */
  clinic_statement_bind_text (statement, 1, "");

  return clinic_store_list (statement, CLINIC_TYPE_AFTERCARE_RULE, error);
}

GPtrArray *
clinic_aftercare_list_texts (ClinicDb    *db,
                             const char  *argument,
                             GError     **error)
{
  return clinic_store_list_by (db, CLINIC_TYPE_AFTERCARE_TEXT, NULL, 0, error);
}

static char *
dup_amount (ClinicAftercareRule *rule)
{
  gulong n = (gulong) MAX (rule->amount, 0);

  if (strcmp (rule->unit, "hours") == 0)
    return g_strdup_printf (ngettext ("%lu hour", "%lu hours", n), n);

  if (strcmp (rule->unit, "days") == 0)
    return g_strdup_printf (ngettext ("%lu day", "%lu days", n), n);

  if (n == 0)
    return g_strdup (_("the same day"));

  return g_strdup_printf (clinic_aftercare_rule_is_after (rule)
                          ? ngettext ("to the end of the next day", "to the end of the day %lu days later", n)
                          : ngettext ("from the beginning of the day before",
                                      "from the beginning of the day %lu days earlier", n), n);
}

char *
clinic_aftercare_dup_length (ClinicAftercareRule *rule)
{
  g_autofree char *amount = NULL;
  g_autofree char *length = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (CLINIC_IS_AFTERCARE_RULE (rule) && rule->unit != NULL, NULL);

  amount = dup_amount (rule);
  length = g_strdup_printf (clinic_aftercare_rule_is_after (rule) ? _("After the session: %s")
                                                                  : _("Before the next session: %s"),
                            amount);

  if (rule->ended_on == NULL)
    return g_steal_pointer (&length);

  date = clinic_locale_date (rule->ended_on);

  /* The length of an aftercare, and since when it is not used. */
  return g_strdup_printf (_("%s · not used since %s"), length, date);
}
