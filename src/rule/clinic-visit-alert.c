/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-aftercare-rule.h"
#include "clinic-clinic.h"
#include "clinic-date.h"
#include "clinic-visit-alert.h"

/* What is asked once for all visits of a day. */
typedef struct
{
  gboolean   asked;             /* for a consent */
  GPtrArray *rules;             /* ClinicAftercareRule: no other treatment for so long */
  GTimeZone *zone;
} Day;

void
clinic_visit_alert_free (ClinicVisitAlert *self)
{
  if (self == NULL)
    return;

  g_free (self->until);
  g_free (self);
}

ClinicVisitAlert *
clinic_visit_alert_copy (const ClinicVisitAlert *self)
{
  ClinicVisitAlert *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof *self);
  copy->until = g_strdup (self->until);

  return copy;
}

gboolean
clinic_visit_alert_equal (const ClinicVisitAlert *one,
                          const ClinicVisitAlert *other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return one->unsigned_consent == other->unsigned_consent &&
         one->withdrawn_consent == other->withdrawn_consent &&
         one->coloured == other->coloured && g_strcmp0 (one->until, other->until) == 0;
}

static void
clear_day (Day *day)
{
  g_clear_pointer (&day->rules, g_ptr_array_unref);
  g_clear_pointer (&day->zone, g_time_zone_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Day, clear_day)

/* A clinic in which nobody ever signed keeps its consents elsewhere. */
static gboolean
load_asked (ClinicDb    *db,
            const char  *date,
            Day         *day,
            GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "treatment-consent-forms", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, date);

  if (!clinic_statement_step (statement, error))
    return FALSE;

  day->asked = clinic_statement_get_int (statement, 0) > 0 && !clinic_statement_is_null (statement, 1);

  return TRUE;
}

static gboolean
load_rules (ClinicDb    *db,
            const char  *date,
            Day         *day,
            GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "aftercare-rules", error);
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (db, CLINIC_TYPE_CLINIC, NULL, 0, error);

  if (statement == NULL || clinics == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, date);
  day->rules = clinic_store_list (statement, CLINIC_TYPE_AFTERCARE_RULE, error);

  if (day->rules == NULL)
    return FALSE;

  for (guint i = day->rules->len; i > 0; i--)
    {
      ClinicAftercareRule *rule = day->rules->pdata[i - 1];

      if (!rule->treatment || !clinic_aftercare_rule_is_after (rule))
        g_ptr_array_remove_index (day->rules, i - 1);
    }

  if (clinics->len > 0)
    day->zone = g_time_zone_new_identifier (CLINIC_CLINIC (clinics->pdata[0])->zone);

  return TRUE;
}

/* Until when the aftercare of a treatment that ended at @end asks for no other, when that is after
 * @starts. */
static char *
find_until (const Day  *day,
            const char *end,
            const char *starts)
{
  char *latest = NULL;

  for (guint i = 0; day->zone != NULL && i < day->rules->len; i++)
    {
      g_autofree char *limit = clinic_aftercare_rule_limit (day->rules->pdata[i], end, day->zone);

      if (limit != NULL && strcmp (limit, starts) > 0 && g_strcmp0 (limit, latest) > 0)
        {
          g_free (latest);
          latest = g_steal_pointer (&limit);
        }
    }

  return latest;
}

static ClinicVisitAlert *
read_alert (const Day       *day,
            ClinicStatement *statement)
{
  g_autoptr(ClinicVisitAlert) alert = g_new0 (ClinicVisitAlert, 1);

  alert->unsigned_consent = day->asked && clinic_statement_is_null (statement, 2);
  alert->withdrawn_consent = !clinic_statement_is_null (statement, 2) &&
                             clinic_statement_get_int (statement, 2) == 2;
  alert->coloured = !clinic_statement_is_null (statement, 4) &&
                    g_strcmp0 (clinic_statement_get_text (statement, 4), "yes") == 0;

  if (!clinic_statement_is_null (statement, 3))
    alert->until = find_until (day, clinic_statement_get_text (statement, 3),
                               clinic_statement_get_text (statement, 1));

  if (!alert->unsigned_consent && !alert->withdrawn_consent && !alert->coloured &&
      alert->until == NULL)
    return NULL;

  return g_steal_pointer (&alert);
}

GHashTable *
clinic_visit_alerts_load (ClinicDb    *db,
                          const char  *date,
                          GError     **error)
{
  g_autoptr(GHashTable) alerts = NULL;
  g_autoptr(ClinicStatement) statement = NULL;
  g_autofree char *tomorrow = clinic_date_add_days (date, 1);
  g_auto(Day) day = { FALSE, NULL, NULL };
  GError *failure = NULL;

  g_return_val_if_fail (db != NULL && tomorrow != NULL, NULL);

  if (!load_asked (db, date, &day, error) || !load_rules (db, date, &day, error) ||
      (statement = clinic_db_query (db, "today-alerts", error)) == NULL)
    return NULL;

  alerts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                  (GDestroyNotify) clinic_visit_alert_free);
  clinic_statement_bind_text (statement, 1, date);
  clinic_statement_bind_text (statement, 2, tomorrow);

  while (clinic_statement_step (statement, &failure))
    {
      gint64 session = clinic_statement_get_int (statement, 0);
      ClinicVisitAlert *alert = read_alert (&day, statement);

      if (alert != NULL)
        g_hash_table_insert (alerts, g_memdup2 (&session, sizeof session), alert);
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&alerts);
}
