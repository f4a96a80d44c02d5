/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-cocktail.h"
#include "clinic-course.h"
#include "clinic-course-options.h"
#include "clinic-date.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-diagnosis.h"
#include "clinic-hours.h"
#include "clinic-protocol.h"
#include "clinic-room.h"
#include "clinic-store.h"

#define DAYS_AHEAD 14

void
clinic_course_options_free (ClinicCourseOptions *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->patient);
  g_clear_pointer (&self->protocols, g_ptr_array_unref);
  g_clear_pointer (&self->cocktails, g_ptr_array_unref);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_clear_pointer (&self->diagnoses, g_ptr_array_unref);
  g_clear_pointer (&self->diagnosis_names, g_ptr_array_unref);
  g_free (self);
}

static const char *
get_text (gpointer    record,
          const char *name)
{
  const ClinicField *field = clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), name);

  return clinic_record_get_text (record, field);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *one = get_text (*(gpointer *) a, "name");
  const char *other = get_text (*(gpointer *) b, "name");

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

/* All of a type that are still in use, by name. */
static GPtrArray *
list_used (ClinicDb  *db,
           GType      type,
           GError   **error)
{
  GPtrArray *records = clinic_store_list_by (db, type, NULL, 0, error);

  if (records == NULL)
    return NULL;

  for (guint i = records->len; i > 0; i--)
    {
      if (get_text (records->pdata[i - 1], "archived_on") != NULL)
        g_ptr_array_remove_index (records, i - 1);
    }

  g_ptr_array_sort (records, compare_names);

  return records;
}

static int
compare_made_on (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (get_text (*(gpointer *) b, "made_on"), get_text (*(gpointer *) a, "made_on"));
}

static gboolean
load_diagnoses (ClinicCourseOptions  *self,
                ClinicDb             *db,
                gint64                patient,
                GError              **error)
{
  self->diagnoses = clinic_store_list_by (db, CLINIC_TYPE_DIAGNOSIS, "patient_id", patient, error);
  self->diagnosis_names = g_ptr_array_new_with_free_func (g_free);

  if (self->diagnoses == NULL)
    return FALSE;

  g_ptr_array_sort (self->diagnoses, compare_made_on);

  for (guint i = 0; i < self->diagnoses->len; i++)
    {
      ClinicDiagnosis *diagnosis = self->diagnoses->pdata[i];
      g_autoptr(ClinicRecord) kind = clinic_store_find (db, CLINIC_TYPE_DIAGNOSIS_KIND,
                                                        diagnosis->diagnosis_kind_id, error);

      if (kind == NULL)
        return FALSE;

      g_ptr_array_add (self->diagnosis_names, g_strdup (get_text (kind, "name")));
    }

  return TRUE;
}

static gboolean
is_listed (GPtrArray *records,
           gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    {
      if (clinic_record_get_id (records->pdata[i]) == id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
load_habits (ClinicCourseOptions  *self,
             ClinicDb             *db,
             gint64                patient,
             GError              **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "course-latest", error);
  g_autoptr(GPtrArray) courses = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(ClinicRecord) latest = NULL;

  if (statement == NULL)
    return FALSE;

  latest = clinic_store_one (statement, CLINIC_TYPE_COURSE, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  courses = clinic_store_list_by (db, CLINIC_TYPE_COURSE, "patient_id", patient, error);

  if (courses == NULL)
    return FALSE;

  if (latest != NULL && is_listed (self->protocols, CLINIC_COURSE (latest)->protocol_id))
    self->protocol = CLINIC_COURSE (latest)->protocol_id;
  else if (self->protocols->len > 0)
    self->protocol = clinic_record_get_id (self->protocols->pdata[0]);

  if (courses->len > 0)
    {
      ClinicCourse *last = courses->pdata[courses->len - 1];

      if (last->practitioner_id != CLINIC_UNKNOWN)
        self->practitioner = last->practitioner_id;

      if (is_listed (self->cocktails, last->cocktail_id))
        self->cocktail = last->cocktail_id;
    }

  return TRUE;
}

ClinicCourseOptions *
clinic_course_options_load (ClinicDb  *db,
                            gint64     patient,
                            GError   **error)
{
  g_autoptr(ClinicCourseOptions) self = g_new0 (ClinicCourseOptions, 1);
  ClinicRecord *record = clinic_store_find (db, CLINIC_TYPE_PATIENT, patient, error);

  if (record == NULL)
    return NULL;

  self->patient = CLINIC_PATIENT (record);
  self->protocols = list_used (db, CLINIC_TYPE_PROTOCOL, error);

  if (self->protocols == NULL)
    return NULL;

  self->cocktails = list_used (db, CLINIC_TYPE_COCKTAIL, error);

  if (self->cocktails == NULL)
    return NULL;

  self->rooms = list_used (db, CLINIC_TYPE_ROOM, error);

  if (self->rooms == NULL)
    return NULL;

  if (!load_diagnoses (self, db, patient, error) || !load_habits (self, db, patient, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The first minute of the day at which both are there; -1: none. */
static int
find_opening (const ClinicHours *clinic,
              const ClinicHours *staff,
              guint              day)
{
  for (guint i = 0; i < clinic->n_spans[day]; i++)
    {
      for (guint n = 0; n < staff->n_spans[day]; n++)
        {
          guint from = MAX (clinic->spans[day][i].from, staff->spans[day][n].from);

          if (from < MIN (clinic->spans[day][i].to, staff->spans[day][n].to))
            return from;
        }
    }

  return -1;
}

/* While no hours are kept at all: weekdays from nine. */
static int
get_opening (const char *clinic_hours,
             const char *staff_hours,
             const char *date)
{
  ClinicHours clinic;
  ClinicHours staff;
  int opening;

  if (clinic_hours == NULL && staff_hours == NULL)
    return clinic_date_weekday (date) <= 5 ? 9 * 60 : -1;

  if (!clinic_hours_parse (clinic_hours, &clinic, NULL) ||
      !clinic_hours_parse (staff_hours, &staff, NULL))
    return 9 * 60;

  opening = find_opening (&clinic, &staff, clinic_date_weekday (date) - 1);

  return opening == 0 ? 9 * 60 : opening;
}

char *
clinic_course_first_time (const char *date,
                          const char *clinic_hours,
                          const char *staff_hours)
{
  if (clinic_wall_is_valid (date))
    return g_strdup (date);

  for (guint i = 0; i < DAYS_AHEAD; i++)
    {
      g_autofree char *day = clinic_date_add_days (date, i);
      int opening = get_opening (clinic_hours, staff_hours, day);

      if (opening >= 0)
        return g_strdup_printf ("%sT%02d:%02d", day, opening / 60, opening % 60);
    }

  return g_strconcat (date, "T09:00", NULL);
}
