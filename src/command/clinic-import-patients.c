/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "clinic-import-job.h"
#include "clinic-import-known.h"
#include "clinic-patient-import.h"
#include "clinic-register.h"

/* So many likely duplicates are named. */
#define MOST_LIKELY 10

/* One pass over the rows. */
typedef struct
{
  ClinicPatientImport *import;
  ClinicImportKnown   *known;
  GHashTable          *lines;       /* file numbers of the file → guint64 *line */
  guint64              number;      /* of the next patient without one */
  guint64              n_made;      /* file numbers */
  char                *first_made;
  char                *last_made;
  guint64              n_likely;
} Pass;

static void
clear_pass (Pass *pass)
{
  g_clear_pointer (&pass->known, clinic_import_known_free);
  g_clear_pointer (&pass->lines, g_hash_table_unref);
  g_free (pass->first_made);
  g_free (pass->last_made);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, clear_pass)

static gboolean
start_pass (Pass      *pass,
            ClinicDb  *db,
            GError   **error)
{
  g_autofree char *next = clinic_patient_next_number (db, error);

  if (next == NULL)
    return FALSE;

  pass->number = MAX (clinic_patient_import_read_number (next),
                      clinic_patient_import_get_highest (pass->import) + 1);
  pass->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  pass->known = clinic_import_known_load (db, TRUE, error);

  return pass->known != NULL && clinic_patient_import_rewind (pass->import, error);
}

static void
make_number (Pass          *pass,
             ClinicPatient *patient)
{
  g_autofree char *number = NULL;

  do
    {
      g_free (number);
      number = g_strdup_printf ("P%05" G_GUINT64_FORMAT, pass->number++);
    }
  while (clinic_import_known_find (pass->known, number) != 0);

  g_object_set (patient, "file-number", number, NULL);
  g_free (pass->last_made);
  pass->last_made = g_strdup (number);

  if (pass->n_made++ == 0)
    pass->first_made = g_strdup (number);
}

/* Why the file number cannot be taken; NULL: it can. */
static char *
check_number (Pass          *pass,
              ClinicPatient *patient,
              gboolean      *known)
{
  const guint64 *line = g_hash_table_lookup (pass->lines, patient->file_number);

  *known = FALSE;

  if (line != NULL)
    return g_strdup_printf (_("File number: “%s” stands on line %" PRIu64 " as well."),
                            patient->file_number, *line);

  if (clinic_import_known_find (pass->known, patient->file_number) == 0)
    return NULL;

  *known = TRUE;

  return g_strdup_printf (_("File number: “%s” is another patient's already."),
                          patient->file_number);
}

/* Somebody of the same name and birth date is taken all the same, and named. */
static void
look_for_likeness (ClinicImportJob *job,
                   Pass            *pass,
                   ClinicPatient   *patient,
                   guint64          line)
{
  const char *other = clinic_import_known_like (pass->known, patient);

  if (other == NULL)
    return;

  if (pass->n_likely++ < MOST_LIKELY)
    clinic_import_job_note (job,
                            _("Line %" PRIu64 ": %s may be the same person as %s (same "
                              "names, same date of birth)."),
                            line, patient->file_number, other);
}

/* @reason: why not; the caller's. */
static gboolean
take_patient (ClinicImportJob  *job,
              Pass             *pass,
              ClinicChange     *change,
              ClinicPatient    *patient,
              char            **reason,
              GError          **error)
{
  ClinicCsv *row = clinic_patient_import_get_row (pass->import);
  g_autoptr(GError) failure = NULL;
  gboolean made = patient->file_number == NULL;
  gboolean known = FALSE;
  guint64 line = clinic_csv_get_line (row);

  if (made)
    make_number (pass, patient);
  else
    *reason = check_number (pass, patient, &known);

  if (known && job->options->skip_known)
    {
      g_clear_pointer (reason, g_free);
      job->result->skipped++;
      return TRUE;
    }

  if (*reason == NULL && !clinic_record_validate (CLINIC_RECORD (patient), change->today, &failure))
    *reason = g_strdup (failure->message);

  if (*reason != NULL)
    return TRUE;

  if (!clinic_import_job_save (job, change, CLINIC_RECORD (patient), error))
    return FALSE;

  look_for_likeness (job, pass, patient, line);
  g_hash_table_insert (pass->lines, g_strdup (patient->file_number),
                       g_memdup2 (&line, sizeof line));
  clinic_import_known_add (pass->known, clinic_record_get_id (CLINIC_RECORD (patient)),
                           patient->file_number,
                           patient->family_name, patient->given_name, patient->birth_date);
  job->result->accepted++;
  job->result->patients++;

  return TRUE;
}

static void
note_pass (ClinicImportJob *job,
           Pass            *pass)
{
  if (pass->n_made > 0)
    clinic_import_job_note (job, _("Patients without a file number got new ones: %" PRIu64 " (%s to %s)."),
                            pass->n_made, pass->first_made, pass->last_made);

  if (pass->n_likely > MOST_LIKELY)
    clinic_import_job_note (job, _("Patients who may be the same as others, in all: %" PRIu64 "."), pass->n_likely);

  clinic_patient_import_note (pass->import, job->result->notes);
}

static gboolean
take_rows (ClinicImportJob  *job,
           ClinicChange     *change,
           GError          **error)
{
  g_auto(Pass) pass = { .import = job->data };
  GError *failure = NULL;

  if (!start_pass (&pass, change->db, error))
    return FALSE;

  for (;;)
    {
      g_autoptr(ClinicPatient) patient = NULL;
      g_autofree char *reason = NULL;

      if (!clinic_patient_import_next (pass.import, &patient, &reason, &failure))
        break;

      if (!clinic_import_job_count (job, error) ||
          (patient != NULL && !take_patient (job, &pass, change, patient, &reason, error)) ||
          (reason != NULL &&
           !clinic_import_job_refuse (job, clinic_patient_import_get_row (pass.import), reason,
                                      error)))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  note_pass (job, &pass);

  return TRUE;
}

gboolean
clinic_import_patients (ClinicAct                  *act,
                        const char                 *path,
                        const ClinicImportOptions  *options,
                        ClinicImportResult         *result,
                        GError                    **error)
{
  g_autoptr(ClinicPatientImport) import = NULL;
  g_autofree char *today = NULL;
  ClinicImportJob job = { .kind = "patients", .options = options, .result = result,
                          .func = take_rows };

  g_return_val_if_fail (act != NULL && path != NULL && options != NULL && result != NULL, FALSE);

  today = clinic_import_job_begin (act, result, error);

  if (today == NULL)
    return FALSE;

  import = clinic_patient_import_new (path, options, today, result->seen, error);

  if (import == NULL)
    return FALSE;

  job.file = clinic_patient_import_get_file (import);
  job.data = import;

  return clinic_import_job_run (&job, act, error);
}
