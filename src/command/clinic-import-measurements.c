/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "clinic-import-job.h"
#include "clinic-import-run.h"
#include "clinic-import-subject.h"
#include "clinic-measure.h"
#include "clinic-undo.h"

/* What the rows are read from, and who does it. */
typedef struct
{
  ClinicMeasurementImport *import;
  ClinicAct               *act;
} Source;

/* Values must be what the metric can be, and nothing twice. */
static gboolean
check_readings (ClinicImportSubjects  *subjects,
                ClinicMeasurementRow  *row,
                char                 **reason,
                GError               **error)
{
  for (guint i = 0; i < row->readings->len && *reason == NULL; i++)
    {
      ClinicMeasurement *reading = row->readings->pdata[i];
      g_autoptr(GError) failure = NULL;
      gboolean there = FALSE;

      if (!clinic_measurement_check (reading, row->metrics->pdata[i], &failure) ||
          !clinic_record_validate (CLINIC_RECORD (reading), subjects->change->today, &failure))
        *reason = g_strdup (failure->message);
      else if (!clinic_import_subjects_repeat (subjects, reading, &there, error))
        return FALSE;
      else if (there)
        *reason = g_strdup_printf (_("This reading of “%s” is there already (same metric, zone, "
                                     "day and visit)."), row->subject);
    }

  return TRUE;
}

static gboolean
save_readings (ClinicImportSubjects  *subjects,
               ClinicMeasurementRow  *row,
               GError               **error)
{
  for (guint i = 0; i < row->readings->len; i++)
    {
      if (!clinic_import_job_save (subjects->job, subjects->change, row->readings->pdata[i], error))
        return FALSE;

      subjects->job->result->measurements++;
    }

  return TRUE;
}

static gboolean
take_row (ClinicImportSubjects  *subjects,
          ClinicMeasurementRow  *row,
          char                 **reason,
          GError               **error)
{
  g_autoptr(ClinicRecord) patient = NULL;
  g_autoptr(ClinicRecord) course = NULL;
  gint64 owner;

  if (!clinic_import_subjects_place (subjects, row, &patient, &course, reason, error))
    return FALSE;

  if (*reason != NULL)
    return TRUE;

  /* Checked before anything is made for it: a refused row leaves nothing behind. */
  owner = patient != NULL ? clinic_record_get_id (patient) : 0;

  for (guint i = 0; owner != 0 && i < row->readings->len; i++)
    g_object_set (row->readings->pdata[i], "patient-id", owner, NULL);

  if (owner != 0)
    g_hash_table_add (subjects->read, g_memdup2 (&owner, sizeof owner));

  if (!check_readings (subjects, row, reason, error))
    return FALSE;

  if (*reason != NULL)
    return TRUE;

  subjects->job->result->accepted++;

  return clinic_import_subjects_make (subjects, row, patient, course, error) &&
         save_readings (subjects, row, error);
}

static void
note_subjects (ClinicImportJob      *job,
               ClinicImportSubjects *subjects,
               Source               *source)
{
  if (job->result->patients > 0)
    clinic_import_job_note (job,
                            _("Patients made, named after their file numbers, each with a course: "
                              "%" PRIu64 "."),
                            job->result->patients);

  if (subjects->n_loose > 0)
    clinic_import_job_note (job, _("Readings of patients with several courses, put to none of them: %" PRIu64
                                   ". A column with the number of the course would tell."), subjects->n_loose);

  clinic_measurement_import_note (source->import, job->result->notes);
}

static gboolean
take_rows (ClinicImportJob  *job,
           ClinicChange     *change,
           GError          **error)
{
  Source *source = job->data;
  g_auto(ClinicImportSubjects) subjects = { .job = job, .act = source->act, .change = change };
  GError *failure = NULL;

  if (!clinic_import_subjects_load (&subjects, error) ||
      !clinic_measurement_import_rewind (source->import, error))
    return FALSE;

  for (;;)
    {
      g_auto(ClinicMeasurementRow) row = { NULL };
      g_autofree char *reason = NULL;

      if (!clinic_measurement_import_next (source->import, &row, &reason, &failure))
        break;

      if (!clinic_import_job_count (job, error) ||
          (reason == NULL && !take_row (&subjects, &row, &reason, error)) ||
          (reason != NULL &&
           !clinic_import_job_refuse (job, clinic_measurement_import_get_row (source->import),
                                      reason, error)))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  note_subjects (job, &subjects, source);

  return TRUE;
}

gboolean
clinic_import_measurements (ClinicAct                  *act,
                            const char                 *path,
                            const ClinicImportOptions  *options,
                            ClinicImportResult         *result,
                            GError                    **error)
{
  g_autoptr(ClinicMeasurementImport) import = NULL;
  g_autoptr(GPtrArray) metrics = NULL;
  g_autofree char *today = NULL;
  ClinicImportJob job = { .kind = "measurements", .options = options, .result = result,
                          .func = take_rows };
  Source source = { .act = act };

  g_return_val_if_fail (act != NULL && path != NULL && options != NULL && result != NULL, FALSE);

  today = clinic_import_job_begin (act, result, error);

  if (today == NULL)
    return FALSE;

  metrics = clinic_store_list_by (act->db, CLINIC_TYPE_METRIC, NULL, 0, error);

  if (metrics == NULL)
    return FALSE;

  import = clinic_measurement_import_new (path, options, metrics, today, result->seen, error);

  if (import == NULL)
    return FALSE;

  source.import = import;
  job.file = clinic_measurement_import_get_file (import);
  job.data = &source;

  return clinic_import_job_run (&job, act, error);
}

gboolean
clinic_import_undo (ClinicAct  *act,
                    gint64      import_run,
                    GError    **error)
{
  g_autoptr(ClinicRecord) run = NULL;

  g_return_val_if_fail (act != NULL, FALSE);

  run = clinic_store_find (act->db, CLINIC_TYPE_IMPORT_RUN, import_run, error);

  return run != NULL && clinic_undo (act, CLINIC_IMPORT_RUN (run)->operation_id, error);
}
