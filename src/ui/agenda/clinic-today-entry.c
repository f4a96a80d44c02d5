/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-today-entry.h"

/* Sessions older than that are the auditor's, not today's. */
#define WAITING_DAYS 30

/* See clinic-id.h. */
#define ID_EPOCH (G_GINT64_CONSTANT (1577836800) * 1000)
#define ID_BITS 21

G_DEFINE_FINAL_TYPE (ClinicTodayEntry, clinic_today_entry, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicTodayEntry, patient_id,  N_("Patient"), .format = CLINIC_LINK, .links = "patient"),
  CLINIC_FIELD (ClinicTodayEntry, session_id,  N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicTodayEntry, day,         N_("Day")),
  CLINIC_FIELD (ClinicTodayEntry, file_number, N_("File number")),
  CLINIC_FIELD (ClinicTodayEntry, family_name, N_("Family name")),
  CLINIC_FIELD (ClinicTodayEntry, given_name,  N_("Given name")),
  CLINIC_FIELD (ClinicTodayEntry, birth_date,  N_("Date of birth"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicTodayEntry, what,        N_("What")),
  CLINIC_FIELD (ClinicTodayEntry, zone,        N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicTodayEntry, who,         N_("Practitioner")),
  CLINIC_FIELD (ClinicTodayEntry, expected,    N_("Usual days")),
  CLINIC_FIELD (ClinicTodayEntry, red_flag,    N_("Red flag")),
};
/* *INDENT-ON* */

static void
clinic_today_entry_class_init (ClinicTodayEntryClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "today_entry", N_("Entry"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_today_entry_init (ClinicTodayEntry *self)
{
}

GPtrArray *
clinic_today_entry_list_unsigned (ClinicDb    *db,
                                  const char  *today,
                                  gint64       practitioner,
                                  GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-unsigned", error);
  g_autofree char *from = clinic_date_add_days (today, -WAITING_DAYS);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, from);
  clinic_statement_bind_text (statement, 2, today);
  clinic_statement_bind_int (statement, 3, practitioner);

  return clinic_store_list (statement, CLINIC_TYPE_TODAY_ENTRY, error);
}

static gboolean
is_overdue (ClinicTodayEntry *entry,
            const char       *today)
{
  return entry->red_flag ||
         (entry->expected != CLINIC_UNKNOWN &&
          clinic_date_days_between (entry->day, today) > entry->expected);
}

GPtrArray *
clinic_today_entry_list_reactions (ClinicDb    *db,
                                   const char  *today,
                                   gint64       practitioner,
                                   GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-reactions", error);
  g_autofree char *tomorrow = clinic_date_add_days (today, 1);
  g_autoptr(GPtrArray) open = NULL;

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_text (statement, 1, tomorrow);
  clinic_statement_bind_int (statement, 2, practitioner);
  open = clinic_store_list (statement, CLINIC_TYPE_TODAY_ENTRY, error);

  for (guint i = open != NULL ? open->len : 0; i > 0; i--)
    {
      if (!is_overdue (open->pdata[i - 1], today))
        g_ptr_array_remove_index (open, i - 1);
    }

  return g_steal_pointer (&open);
}

gint64
clinic_today_entry_month_id (const char *today,
                             const char *zone)
{
  g_autoptr(GTimeZone) where = zone != NULL ? g_time_zone_new_identifier (zone) : NULL;
  g_autofree char *text = g_strdup_printf ("%.7s-01T00:00:00", today);
  g_autoptr(GDateTime) first = NULL;

  if (where == NULL)
    where = g_time_zone_new_local ();

  first = g_date_time_new_from_iso8601 (text, where);

  return first != NULL ? (g_date_time_to_unix (first) * 1000 - ID_EPOCH) << ID_BITS : 0;
}

GPtrArray *
clinic_today_entry_list_registered (ClinicDb    *db,
                                    const char  *today,
                                    const char  *zone,
                                    GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-registered", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, clinic_today_entry_month_id (today, zone));

  return clinic_store_list (statement, CLINIC_TYPE_TODAY_ENTRY, error);
}

GPtrArray *
clinic_today_entry_list_decisions (ClinicDb    *db,
                                   const char  *today,
                                   gint64       practitioner,
                                   GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-decisions", error);
  g_autofree char *from = clinic_date_add_days (today, -WAITING_DAYS);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, practitioner);
  clinic_statement_bind_text (statement, 2, from);

  return clinic_store_list (statement, CLINIC_TYPE_TODAY_ENTRY, error);
}

GPtrArray *
clinic_today_entry_list_decisions_of (ClinicDb  *db,
                                      gint64     patient,
                                      GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "patient-decisions", error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);

  return clinic_store_list (statement, CLINIC_TYPE_TODAY_ENTRY, error);
}

GPtrArray *
clinic_today_entry_list_courses (ClinicDb  *db,
                                 GError   **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "today-courses", error);

  return statement != NULL ? clinic_store_list (statement, CLINIC_TYPE_TODAY_ENTRY, error) : NULL;
}

GPtrArray *
clinic_today_entry_list (ClinicDb    *db,
                         const char  *argument,
                         GError     **error)
{
  g_auto(GStrv) words = g_strsplit (argument, " ", 4);
  gint64 practitioner = g_ascii_strtoll (words[3], NULL, 10);

  if (g_str_equal (words[0], "reactions"))
    return clinic_today_entry_list_reactions (db, words[1], practitioner, error);

  if (g_str_equal (words[0], "decisions"))
    return clinic_today_entry_list_decisions (db, words[1], practitioner, error);

  if (g_str_equal (words[0], "registered"))
    return clinic_today_entry_list_registered (db, words[1], words[2], error);

  if (g_str_equal (words[0], "courses"))
    return clinic_today_entry_list_courses (db, error);

  return clinic_today_entry_list_unsigned (db, words[1], practitioner, error);
}
