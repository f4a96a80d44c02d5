/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-check-in-look.h"
#include "clinic-course-entry.h"
#include "clinic-history-entry.h"
#include "clinic-patient-file-read.h"
#include "clinic-plan.h"
#include "clinic-reading-entry.h"
#include "clinic-visit.h"

/* Where a list comes from: the patient is the first parameter of each query, the day the second
 * where there is one. */
typedef struct
{
  const char *query;
  gboolean    dated;
  GType (* type)(void);
} Source;

static const Source sources[] = {
  [CLINIC_FILE_ALLERGIES] = { "patient-allergies", TRUE, clinic_history_entry_get_type },
  [CLINIC_FILE_CONDITIONS] = { "patient-conditions", TRUE, clinic_history_entry_get_type },
  [CLINIC_FILE_MEDICINES] = { "patient-medicines", TRUE, clinic_history_entry_get_type },
  [CLINIC_FILE_DIAGNOSES] = { "patient-diagnoses", FALSE, clinic_history_entry_get_type },
  [CLINIC_FILE_REACTIONS] = { "patient-reactions", FALSE, clinic_history_entry_get_type },
  [CLINIC_FILE_COURSES] = { "patient-courses", FALSE, clinic_course_entry_get_type },
  [CLINIC_FILE_VISITS] = { "visit-patient", FALSE, clinic_visit_get_type },
  [CLINIC_FILE_READINGS] = { "patient-readings", FALSE, clinic_reading_entry_get_type },
};

GType
clinic_file_list_type (ClinicFileList list)
{
  return sources[list].type ();
}

static GPtrArray *
read_list (ClinicDb      *db,
           const Source  *source,
           gint64         patient,
           const char    *today,
           GError       **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, source->query, error);

  if (statement == NULL)
    return NULL;

  clinic_statement_bind_int (statement, 1, patient);

  if (source->dated)
    clinic_statement_bind_text (statement, 2, today);

  return clinic_store_list (statement, source->type (), error);
}

static gboolean
count_sessions (ClinicDb   *db,
                GPtrArray  *courses,
                GError    **error)
{
  for (guint i = 0; i < courses->len; i++)
    {
      ClinicRecord *course = courses->pdata[i];
      ClinicCourseTally tally;

      if (!clinic_course_tally (db, clinic_record_get_id (course), &tally, error))
        return FALSE;

      g_object_set (course,
                    "planned", tally.planned,
                    "done", tally.done,
                    "booked", tally.booked,
                    "missed", tally.missed,
                    "remaining", tally.left,
                    NULL);
    }

  return TRUE;
}

static gboolean
read_all (ClinicFileFound  *self,
          ClinicDb         *db,
          gint64            patient,
          const char       *today,
          GError          **error)
{
  GError *failure = NULL;

  if (!(self->patient = clinic_store_find (db, CLINIC_TYPE_PATIENT, patient, error)))
    return FALSE;

  self->allergies = (ClinicRecord *) clinic_allergies_find (db, patient, today, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (!(self->lists[i] = read_list (db, &sources[i], patient, today, error)))
        return FALSE;
    }

  return count_sessions (db, self->lists[CLINIC_FILE_COURSES], error);
}

ClinicFileFound *
clinic_file_found_read (ClinicDb    *db,
                        gint64       patient,
                        const char  *today,
                        GError     **error)
{
  g_autoptr(ClinicFileFound) self = g_new0 (ClinicFileFound, 1);
  gboolean done;

  if (!clinic_db_begin (db, CLINIC_DB_SNAPSHOT, error))
    return NULL;

  done = read_all (self, db, patient, today, error);
  clinic_db_rollback (db);

  return done ? g_steal_pointer (&self) : NULL;
}

void
clinic_file_found_free (ClinicFileFound *self)
{
  g_clear_object (&self->patient);
  g_clear_object (&self->allergies);

  for (guint i = 0; i < CLINIC_FILE_N_LISTS; i++)
    g_clear_pointer (&self->lists[i], g_ptr_array_unref);

  g_free (self);
}
