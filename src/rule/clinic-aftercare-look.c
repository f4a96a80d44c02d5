/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-aftercare-look.h"
#include "clinic-aftercare-rule.h"
#include "clinic-clinic.h"
#include "clinic-clock.h"
#include "clinic-date.h"

/* The clinic's zone; NULL while there is none, or with @error. */
static char *
find_zone (ClinicDb  *db,
           GError   **error)
{
  g_autoptr(GPtrArray) clinics = clinic_store_list_by (db, CLINIC_TYPE_CLINIC, NULL, 0, error);

  return clinics != NULL && clinics->len > 0 ? g_strdup (CLINIC_CLINIC (clinics->pdata[0])->zone)
                                             : NULL;
}

/* The wall time that a query about @session yields; NULL when it yields none, or with @error. @today:
 * NULL where the query does not ask. */
static char *
find_wall (ClinicDb       *db,
           const char     *query,
           ClinicSession  *session,
           const char     *today,
           GError        **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, query, error);
  gint64 course = session->course_id != CLINIC_UNKNOWN ? session->course_id : 0;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, session->patient_id);
  clinic_statement_bind_int (statement, 2, clinic_record_get_id (CLINIC_RECORD (session)));
  clinic_statement_bind_text (statement, 3, session->starts);
  clinic_statement_bind_int (statement, 4, course);

  if (today != NULL)
    clinic_statement_bind_text (statement, 5, today);

  if (!clinic_statement_step (statement, error))
    return NULL;

  return g_strdup (clinic_statement_get_text (statement, 0));
}

/* Until when the aftercare in use on @date asks for no other treatment after one that ended at @end;
 * NULL: it does not, or with @error. */
static char *
find_limit (ClinicDb    *db,
            const char  *zone,
            const char  *date,
            const char  *end,
            GError     **error)
{
  g_autoptr(GPtrArray) rules = clinic_store_list_by (db, CLINIC_TYPE_AFTERCARE_RULE, NULL, 0, error);
  g_autoptr(GTimeZone) where = g_time_zone_new_identifier (zone);
  char *latest = NULL;

  for (guint i = 0; rules != NULL && where != NULL && i < rules->len; i++)
    {
      ClinicAftercareRule *rule = rules->pdata[i];
      g_autofree char *limit = NULL;

      if (!rule->treatment || !clinic_aftercare_rule_is_after (rule) ||
          (rule->ended_on != NULL && strcmp (rule->ended_on, date) <= 0))
        continue;

      limit = clinic_aftercare_rule_limit (rule, end, where);

      if (limit != NULL && g_strcmp0 (limit, latest) > 0)
        {
          g_free (latest);
          latest = g_steal_pointer (&limit);
        }
    }

  return latest;
}

char *
clinic_aftercare_find_clash (ClinicDb       *db,
                             ClinicSession  *session,
                             GError        **error)
{
  g_autofree char *zone = find_zone (db, error);
  g_autofree char *today = zone != NULL ? clinic_clock_today (zone) : NULL;
  g_autofree char *date = clinic_wall_dup_date (session->starts);
  g_autofree char *end = NULL;
  g_autofree char *limit = NULL;

  if (zone == NULL ||
      (end = find_wall (db, "treatment-aftercare-last", session, today, error)) == NULL ||
      (limit = find_limit (db, zone, date, end, error)) == NULL)
    return NULL;

  return strcmp (limit, session->starts) > 0 ? g_steal_pointer (&limit) : NULL;
}

char *
clinic_aftercare_find_next (ClinicDb       *db,
                            ClinicSession  *session,
                            GError        **error)
{
  g_autofree char *zone = find_zone (db, error);
  g_autofree char *next = NULL;
  g_autofree char *date = NULL;
  g_autofree char *limit = NULL;

  if (zone == NULL || session->ends == NULL ||
      (next = find_wall (db, "treatment-aftercare-next", session, NULL, error)) == NULL)
    return NULL;

  date = clinic_wall_dup_date (next);
  limit = find_limit (db, zone, date, session->ends, error);

  return limit != NULL && strcmp (limit, next) > 0 ? g_steal_pointer (&next) : NULL;
}
