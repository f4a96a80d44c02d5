/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cocktail.h"
#include "clinic-course.h"
#include "clinic-diagnosis-kind.h"
#include "clinic-diagnosis.h"
#include "clinic-id.h"
#include "clinic-import-subject.h"
#include "clinic-patient.h"
#include "clinic-protocol.h"
#include "clinic-session.h"
#include "clinic-text.h"

void
clinic_import_subjects_clear (ClinicImportSubjects *self)
{
  g_clear_pointer (&self->known, clinic_import_known_free);
  g_clear_pointer (&self->courses, g_hash_table_unref);
  g_clear_pointer (&self->cocktails, g_hash_table_unref);
  g_clear_pointer (&self->protocols, g_hash_table_unref);
  g_clear_pointer (&self->diagnoses, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->read, g_hash_table_unref);
}

static void
add_name (GHashTable *names,
          const char *name,
          gint64      id)
{
  g_hash_table_insert (names, clinic_text_fold (name), g_memdup2 (&id, sizeof id));
}

/* Names and codes of a kind of record → ids. */
static GHashTable *
load_names (ClinicDb           *db,
            GType               type,
            const char *const  *fields,
            GError            **error)
{
  g_autoptr(GPtrArray) records = clinic_store_list_by (db, type, NULL, 0, error);
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      ClinicRecord *record = records->pdata[i];

      for (guint k = 0; fields[k] != NULL; k++)
        {
          const ClinicField *field =
            clinic_record_class_find_field (CLINIC_RECORD_GET_CLASS (record), fields[k]);

          add_name (names, clinic_record_get_text (record, field), clinic_record_get_id (record));
        }
    }

  if (records == NULL)
    g_clear_pointer (&names, g_hash_table_unref);

  return names;
}

gboolean
clinic_import_subjects_load (ClinicImportSubjects  *self,
                             GError               **error)
{
  static const char *const by_name[] = { "name", NULL };
  static const char *const by_code[] = { "name", "code", NULL };
  ClinicDb *db = self->change->db;

  self->courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->read = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return (self->known = clinic_import_known_load (db, FALSE, error)) != NULL &&
         (self->cocktails = load_names (db, CLINIC_TYPE_COCKTAIL, by_name, error)) != NULL &&
         (self->protocols = load_names (db, CLINIC_TYPE_PROTOCOL, by_code, error)) != NULL &&
         (self->diagnoses = load_names (db, CLINIC_TYPE_DIAGNOSIS_KIND, by_code, error)) != NULL;
}

static gint64
find_name (GHashTable *names,
           const char *name)
{
  g_autofree char *folded = clinic_text_fold (name);
  const gint64 *id = g_hash_table_lookup (names, folded);

  return id != NULL ? *id : CLINIC_UNKNOWN;
}

/* The courses of a patient, read once. */
static GPtrArray *
find_courses (ClinicImportSubjects  *self,
              gint64                 patient,
              GError               **error)
{
  GPtrArray *courses = g_hash_table_lookup (self->courses, &patient);

  if (courses != NULL)
    return courses;

  courses = clinic_store_list_by (self->change->db, CLINIC_TYPE_COURSE, "patient_id", patient,
                                  error);

  if (courses != NULL)
    g_hash_table_insert (self->courses, g_memdup2 (&patient, sizeof patient), courses);

  return courses;
}

static const char *
choose (const char *cell,
        const char *option)
{
  return cell != NULL ? cell : option;
}

/* What the course to be made refers to must be there, but for cocktails that may be made. */
static char *
check_names (ClinicImportSubjects *self,
             ClinicMeasurementRow *row)
{
  const ClinicImportOptions *options = self->job->options;
  const char *cocktail = choose (row->cocktail, options->cocktail);
  const char *protocol = choose (row->protocol, options->protocol);
  const char *diagnosis = choose (row->diagnosis, options->diagnosis);

  if (cocktail != NULL && find_name (self->cocktails, cocktail) == CLINIC_UNKNOWN &&
      !options->create_cocktails)
    return g_strdup_printf (_("There is no cocktail “%s”. Make it first, or have cocktails made "
                              "by the import."), cocktail);

  if (protocol != NULL && find_name (self->protocols, protocol) == CLINIC_UNKNOWN)
    return g_strdup_printf (_("There is no protocol “%s”."), protocol);

  if (diagnosis != NULL && find_name (self->diagnoses, diagnosis) == CLINIC_UNKNOWN)
    return g_strdup_printf (_("There is no diagnosis “%s” in the list of diagnoses."), diagnosis);

  return NULL;
}

/* Has an id, as what comes with it refers to it before it is saved. */
static ClinicRecord *
make_patient (ClinicMeasurementRow *row)
{
  ClinicPatient *patient = clinic_patient_new ();

  g_object_set (patient,
                "file-number", row->subject,
                "family-name", row->subject,
                "sex", row->sex,
                "birth-date", row->birth_date,
                "imported", row->imported,
                NULL);
  clinic_record_set_id (CLINIC_RECORD (patient), clinic_id_new ());

  return CLINIC_RECORD (patient);
}

static ClinicRecord *
make_course (ClinicImportSubjects *self,
             ClinicMeasurementRow *row,
             gint64                patient)
{
  const ClinicImportOptions *options = self->job->options;
  const char *protocol = choose (row->protocol, options->protocol);
  ClinicCourse *course = clinic_course_new ();

  g_object_set (course,
                "patient-id", patient,
                "protocol-id", protocol != NULL ? find_name (self->protocols,
                                                             protocol) : CLINIC_UNKNOWN,
                "started-on", row->started_on,
                "status", "active",
                NULL);
  clinic_record_set_id (CLINIC_RECORD (course), clinic_id_new ());

  return CLINIC_RECORD (course);
}

/* A session by its number in the course, or by its id. */
static char *
place_session (ClinicMeasurementRow *row,
               GPtrArray            *sessions,
               gint64                course,
               ClinicSession       **session)
{
  gint64 number;
  guint n_found = 0;

  if (g_ascii_string_to_signed (row->session, 10, 1, G_MAXINT64, &number, NULL))
    {
      for (guint i = 0; i < sessions->len; i++)
        {
          ClinicSession *one = sessions->pdata[i];

          if (clinic_record_get_id (CLINIC_RECORD (one)) != number &&
              (one->number != number || (course != CLINIC_UNKNOWN && one->course_id != course)))
            continue;

          *session = one;
          n_found++;
        }
    }

  if (n_found == 1)
    return NULL;

  return n_found == 0 ? g_strdup_printf (_("There is no session “%s” of this patient."),
                                         row->session)
                      : g_strdup_printf (_("Session “%s” is there in more than one course. Name "
                                           "the course."), row->session);
}

/* A course by its place among the patient's, or by its id. */
static char *
place_course (ClinicMeasurementRow *row,
              GPtrArray            *courses,
              gint64               *course)
{
  gint64 number;

  if (g_ascii_string_to_signed (row->course, 10, 1, G_MAXINT64, &number, NULL))
    {
      if (number <= courses->len)
        {
          *course = clinic_record_get_id (courses->pdata[number - 1]);
          return NULL;
        }

      for (guint i = 0; i < courses->len; i++)
        {
          if (clinic_record_get_id (courses->pdata[i]) == number)
            *course = number;
        }
    }

  return *course != CLINIC_UNKNOWN ? NULL : g_strdup_printf (_("There is no course “%s” of this "
                                                               "patient."), row->course);
}

static void
put (ClinicMeasurementRow *row,
     gint64                patient,
     gint64                course,
     gint64                session)
{
  for (guint i = 0; i < row->readings->len; i++)
    g_object_set (row->readings->pdata[i], "patient-id", patient, "course-id", course, "session-id",
                  session, NULL);
}

/* Somebody who is on file: the course and session that the row says, or the only course there
 * is. */
static gboolean
place_known (ClinicImportSubjects  *self,
             ClinicMeasurementRow  *row,
             gint64                 patient,
             ClinicRecord         **made,
             char                 **reason,
             GError               **error)
{
  GPtrArray *courses = find_courses (self, patient, error);
  g_autoptr(GPtrArray) sessions = NULL;
  ClinicSession *session = NULL;
  gint64 course = CLINIC_UNKNOWN;

  if (courses == NULL)
    return FALSE;

  if (row->course != NULL)
    *reason = place_course (row, courses, &course);
  else if (courses->len == 1)
    course = clinic_record_get_id (courses->pdata[0]);

  if (*reason == NULL && row->session != NULL)
    {
      sessions = clinic_store_list_by (self->change->db, CLINIC_TYPE_SESSION, "patient_id", patient,
                                       error);

      if (sessions == NULL)
        return FALSE;

      *reason = place_session (row, sessions, course, &session);
    }

  if (*reason != NULL)
    return TRUE;

  if (session != NULL)
    course = session->course_id;

  put (row, patient, course,
       session != NULL ? clinic_record_get_id (CLINIC_RECORD (session)) : CLINIC_UNKNOWN);

  if (course == CLINIC_UNKNOWN && courses->len > 1)
    self->n_loose += row->readings->len;

  if (course != CLINIC_UNKNOWN || courses->len > 0 || session != NULL ||
      !self->job->options->create_patients)
    return TRUE;

  *reason = check_names (self, row);

  if (*reason == NULL)
    *made = make_course (self, row, patient);

  return TRUE;
}

gboolean
clinic_import_subjects_place (ClinicImportSubjects   *self,
                              ClinicMeasurementRow   *row,
                              ClinicRecord          **patient,
                              ClinicRecord          **course,
                              char                  **reason,
                              GError                **error)
{
  gint64 known = clinic_import_known_find (self->known, row->subject);
  g_autoptr(GError) failure = NULL;

  *patient = *course = NULL;
  *reason = NULL;

  if (known != 0)
    return place_known (self, row, known, course, reason, error);

  if (!self->job->options->create_patients)
    {
      *reason = g_strdup_printf (_("There is no patient with the file number “%s”. Register them "
                                   "first, or have patients made by the import."),
                                 row->subject);
      return TRUE;
    }

  if (row->session != NULL)
    *reason = g_strdup_printf (_("There is no session “%s” of this patient."), row->session);
  else
    *reason = check_names (self, row);

  if (*reason != NULL)
    return TRUE;

  *patient = make_patient (row);
  *course = make_course (self, row, clinic_record_get_id (*patient));

  if (!clinic_record_validate (*patient, self->change->today, &failure))
    *reason = g_strdup (failure->message);

  return TRUE;
}

/* A cocktail by name alone, for an arm of a study. It is of the formulary, so it takes that
 * right. */
static gboolean
make_cocktail (ClinicImportSubjects  *self,
               const char            *name,
               GError               **error)
{
  g_autoptr(ClinicCocktail) cocktail = clinic_cocktail_new ();

  g_object_set (cocktail, "name", name, NULL);

  if (!clinic_act_check_also (self->act, self->change, "formulary.save", error) ||
      !clinic_import_job_save (self->job, self->change, CLINIC_RECORD (cocktail), error))
    return FALSE;

  add_name (self->cocktails, name, clinic_record_get_id (CLINIC_RECORD (cocktail)));
  self->job->result->cocktails++;

  return TRUE;
}

static gboolean
make_diagnosis (ClinicImportSubjects  *self,
                ClinicMeasurementRow  *row,
                ClinicCourse          *course,
                GError               **error)
{
  const char *name = choose (row->diagnosis, self->job->options->diagnosis);
  g_autoptr(ClinicDiagnosis) diagnosis = NULL;

  if (name == NULL)
    return TRUE;

  diagnosis = clinic_diagnosis_new ();
  g_object_set (diagnosis,
                "patient-id", course->patient_id,
                "diagnosis-kind-id", find_name (self->diagnoses, name),
                NULL);

  if (!clinic_import_job_save (self->job, self->change, CLINIC_RECORD (diagnosis), error))
    return FALSE;

  g_object_set (course, "diagnosis-id", clinic_record_get_id (CLINIC_RECORD (diagnosis)), NULL);

  return TRUE;
}

static gboolean
save_course (ClinicImportSubjects  *self,
             ClinicMeasurementRow  *row,
             ClinicCourse          *course,
             GError               **error)
{
  const char *cocktail = choose (row->cocktail, self->job->options->cocktail);
  GPtrArray *courses;

  if (cocktail != NULL && find_name (self->cocktails, cocktail) == CLINIC_UNKNOWN &&
      !make_cocktail (self, cocktail, error))
    return FALSE;

  if (cocktail != NULL)
    g_object_set (course, "cocktail-id", find_name (self->cocktails, cocktail), NULL);

  if (!make_diagnosis (self, row, course, error) ||
      !clinic_import_job_save (self->job, self->change, CLINIC_RECORD (course), error))
    return FALSE;

  self->job->result->courses++;
  courses = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (courses, g_object_ref (course));
  g_hash_table_insert (self->courses, g_memdup2 (&course->patient_id, sizeof (gint64)), courses);

  return TRUE;
}

gboolean
clinic_import_subjects_make (ClinicImportSubjects   *self,
                             ClinicMeasurementRow   *row,
                             ClinicRecord           *patient,
                             ClinicRecord           *course,
                             GError                **error)
{
  gint64 id;

  if (patient != NULL)
    {
      if (!clinic_import_job_save (self->job, self->change, patient, error))
        return FALSE;

      id = clinic_record_get_id (patient);
      self->job->result->patients++;
      clinic_import_known_add (self->known, id, row->subject, row->subject, NULL, NULL);
      g_hash_table_add (self->read, g_memdup2 (&id, sizeof id));
      g_object_set (course, "patient-id", id, NULL);
    }

  if (course == NULL)
    return TRUE;

  if (!save_course (self, row, CLINIC_COURSE (course), error))
    return FALSE;

  put (row, CLINIC_COURSE (course)->patient_id, clinic_record_get_id (course), CLINIC_UNKNOWN);

  return TRUE;
}

static char *
make_key (ClinicMeasurement *reading)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT,
                          reading->patient_id, reading->metric_id, reading->zone != NULL
                              ? reading->zone : "",
                          reading->visit, reading->taken_on != NULL
                              ? reading->taken_on : "", reading->session_id);
}

gboolean
clinic_import_subjects_repeat (ClinicImportSubjects  *self,
                               ClinicMeasurement     *reading,
                               gboolean              *there,
                               GError               **error)
{
  g_autoptr(GPtrArray) readings = NULL;

  if (!g_hash_table_contains (self->read, &reading->patient_id))
    {
      readings = clinic_store_list_by (self->change->db, CLINIC_TYPE_MEASUREMENT, "patient_id",
                                       reading->patient_id, error);

      if (readings == NULL)
        return FALSE;

      for (guint i = 0; i < readings->len; i++)
        g_hash_table_add (self->keys, make_key (readings->pdata[i]));

      g_hash_table_add (self->read, g_memdup2 (&reading->patient_id, sizeof (gint64)));
    }

  *there = !g_hash_table_add (self->keys, make_key (reading));

  return TRUE;
}
