/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-call-entry.h"
#include "clinic-date.h"
#include "clinic-today-entry.h"
#include "clinic-today-facts.h"

void
clinic_today_facts_free (ClinicTodayFacts *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->arrivals);
  g_clear_pointer (&self->alerts, g_hash_table_unref);
  g_free (self);
}

static ClinicTodayFacts *
facts_new (void)
{
  ClinicTodayFacts *self = g_new0 (ClinicTodayFacts, 1);

  self->arrivals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->registered = CLINIC_UNKNOWN;
  self->courses = CLINIC_UNKNOWN;

  return self;
}

static gboolean
load_arrivals (ClinicTodayFacts  *self,
               ClinicDb          *db,
               const char        *today,
               GError           **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-arrivals", error);
  g_autofree char *tomorrow = clinic_date_add_days (today, 1);
  g_autoptr(GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, today);
  clinic_statement_bind_text (statement, 2, tomorrow);

  while (clinic_statement_step (statement, &local_error))
    {
      gint64 id = clinic_statement_get_int (statement, 0);

      g_hash_table_insert (self->arrivals,
                           g_memdup2 (&id, sizeof id),
                           g_strdup (clinic_statement_get_text (statement, 1)));
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

ClinicTodayFacts *
clinic_today_facts_load (ClinicDb    *db,
                         const char  *today,
                         gint64       practitioner,
                         GError     **error)
{
  g_autoptr(ClinicTodayFacts) self = facts_new ();
  g_autoptr(GPtrArray) sessions = NULL;
  g_autoptr(GPtrArray) reactions = NULL;
  g_autoptr(GPtrArray) calls = NULL;
  g_autoptr(GPtrArray) decisions = NULL;

  if (!load_arrivals (self, db, today, error) ||
      (self->alerts = clinic_visit_alerts_load (db, today, error)) == NULL)
    return NULL;

  if ((sessions = clinic_today_entry_list_unsigned (db, today, practitioner, error)) == NULL)
    return NULL;

  if ((reactions = clinic_today_entry_list_reactions (db, today, practitioner, error)) == NULL)
    return NULL;

  if ((calls = clinic_call_entry_list (db, today, practitioner, error)) == NULL)
    return NULL;

  if ((decisions = clinic_today_entry_list_decisions (db, today, practitioner, error)) == NULL)
    return NULL;

  self->decisions = decisions->len;
  self->calls = calls->len;
  self->unsigned_sessions = sessions->len;
  self->reactions = reactions->len;

  return g_steal_pointer (&self);
}

ClinicTodayFacts *
clinic_today_facts_count (ClinicDb    *db,
                          const char  *today,
                          const char  *zone,
                          GError     **error)
{
  g_autoptr(ClinicTodayFacts) self = facts_new ();
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-counts", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, clinic_today_entry_month_id (today, zone));

  if (!clinic_statement_step (statement, error))
    return NULL;

  self->registered = clinic_statement_get_int (statement, 0);
  self->courses = clinic_statement_get_int (statement, 1);

  return g_steal_pointer (&self);
}

gint64
clinic_today_facts_wait (ClinicTodayFacts *self,
                         gint64            session,
                         gint64            now)
{
  const char *instant = self != NULL ? g_hash_table_lookup (self->arrivals, &session) : NULL;
  g_autoptr(GDateTime) since = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL)
                                               : NULL;

  if (since == NULL)
    return -1;

  return MAX (0, (now / 1000 - g_date_time_to_unix (since)) / 60);
}

const ClinicVisitAlert *
clinic_today_facts_alert (ClinicTodayFacts *self,
                          gint64            session)
{
  return self != NULL && self->alerts != NULL ? g_hash_table_lookup (self->alerts, &session) : NULL;
}
