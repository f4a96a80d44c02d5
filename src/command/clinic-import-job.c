/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-id.h"
#include "clinic-import-job.h"
#include "clinic-import-run.h"

/* Rows between two calls of the progress function. */
#define PROGRESS_ROWS 200

void
clinic_import_result_clear (ClinicImportResult *result)
{
  g_clear_pointer (&result->seen, g_ptr_array_unref);
  g_clear_pointer (&result->refusals, g_ptr_array_unref);
  g_clear_pointer (&result->notes, g_ptr_array_unref);
  g_clear_pointer (&result->refused_path, g_free);
}

char *
clinic_import_job_begin (ClinicAct           *act,
                         ClinicImportResult  *result,
                         GError             **error)
{
  g_autofree char *zone = NULL;
  g_autoptr(GError) failure = NULL;

  *result = (ClinicImportResult) {
    .seen = g_ptr_array_new_with_free_func (g_free),
    .refusals = g_ptr_array_new_with_free_func (g_free),
    .notes = g_ptr_array_new_with_free_func (g_free),
  };

  if (!clinic_act_check (act, "import.run", error))
    return NULL;

  zone = clinic_act_dup_zone (act->db, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return clinic_clock_today (zone);
}

/* The same table twice would be everything twice. */
static gboolean
check_new (ClinicImportJob  *job,
           ClinicDb         *db,
           GError          **error)
{
  g_autoptr(ClinicStatement) statement = NULL;
  GError *failure = NULL;

  if (job->options->again)
    return TRUE;

  statement = clinic_db_query (db, "import-earlier", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_text (statement, 1, job->kind);
  clinic_statement_bind_text (statement, 2, job->file->encoding.digest);

  if (clinic_statement_step (statement, &failure))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("This very file was taken in before, on %.10s (“%s”). Undo that import "
                     "first, or say that it is to be taken in again."),
                   clinic_statement_get_text (statement, 1), clinic_statement_get_text (statement,
                                                                                        0));
      return FALSE;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

/* Everything starts anew when a transaction is run again. */
static void
reset (ClinicImportJob *job)
{
  ClinicImportResult *result = job->result;

  result->rows = result->accepted = result->refused = result->skipped = 0;
  result->patients = result->courses = result->cocktails = result->measurements = 0;
  g_ptr_array_set_size (result->refusals, 0);
  g_ptr_array_set_size (result->notes, 0);
  g_clear_pointer (&job->refused, clinic_refused_free);
  job->refused = clinic_refused_new (job->file, job->options->refused_path);
}

static void
append_option (GString    *text,
               const char *name,
               const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, "%s%s=%s", text->len > 0 ? "\n" : "", name, value);
}

/* What was asked for, so that one knows later. */
static char *
describe_options (const ClinicImportOptions *options)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *cut = NULL;

  append_option (text, "encoding", options->encoding);
  append_option (text, "date-order",
                 options->has_date_order ? clinic_csv_order_label (options->date_order) : NULL);
  append_option (text, "decimal-mark",
                 options->decimal_mark == ',' ? "," : options->decimal_mark == '.' ? "." : NULL);
  append_option (text, "strip-digits", options->strip_name_digits ? "1" : NULL);
  append_option (text, "drop-rest", options->drop_rest ? "1" : NULL);
  append_option (text, "skip-known", options->skip_known ? "1" : NULL);
  append_option (text, "create-patients", options->create_patients ? "1" : NULL);
  append_option (text, "create-cocktails", options->create_cocktails ? "1" : NULL);
  append_option (text, "round", options->round ? "1" : NULL);
  append_option (text, "metric", options->metric);
  append_option (text, "zone", options->zone);
  append_option (text, "method", options->method);
  append_option (text, "cocktail", options->cocktail);
  append_option (text, "protocol", options->protocol);
  append_option (text, "diagnosis", options->diagnosis);

  for (guint i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    append_option (text, "column", options->columns[i]);

  if (text->len == 0)
    return NULL;

  cut = g_utf8_substring (text->str, 0, MIN (g_utf8_strlen (text->str, -1), 4000));

  return g_steal_pointer (&cut);
}

static gboolean
save_run (ClinicImportJob  *job,
          ClinicChange     *change,
          GError          **error)
{
  g_autoptr(ClinicImportRun) run = clinic_import_run_new ();
  g_autofree char *options = describe_options (job->options);
  g_autofree char *name = g_path_get_basename (job->file->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *instant = clinic_clock_instant ();
  const ClinicImportResult *result = job->result;

  g_object_set (run,
                "kind", job->kind,
                "file-name", shown,
                "digest", job->file->encoding.digest,
                "options", options,
                "rows", (gint64) result->rows,
                "accepted", (gint64) result->accepted,
                "refused", (gint64) result->refused,
                "operation-id", change->operation,
                "run-at", instant,
                NULL);

  if (!clinic_store_save (change, CLINIC_RECORD (run), error))
    return FALSE;

  job->result->import_run = clinic_record_get_id (CLINIC_RECORD (run));

  return TRUE;
}

/* What was studied must be what was read. */
static gboolean
check_unchanged (ClinicImportJob  *job,
                 GError          **error)
{
  if (job->result->rows == job->file->n_rows)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("The file was changed while it was read (%" PRIu64 " rows, now %" PRIu64 "). Try again."),
               job->file->n_rows, job->result->rows);

  return FALSE;
}

/* When nothing at all can be taken, the table was not understood: it is left for another try. */
static gboolean
check_any (ClinicImportJob  *job,
           GError          **error)
{
  const ClinicImportResult *result = job->result;

  if (result->accepted > 0 || result->refused == 0)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("None of the %" PRIu64 " rows can be taken; nothing was done. %s"),
               result->rows, (char *) result->refusals->pdata[0]);

  return FALSE;
}

static gboolean
perform (ClinicAct     *act,
         ClinicChange  *change,
         gpointer       data,
         GError       **error)
{
  ClinicImportJob *job = data;

  reset (job);

  return check_new (job, act->db, error) &&
         job->func (job, change, error) &&
         check_unchanged (job, error) &&
         check_any (job, error) &&
         save_run (job, change, error) &&
         clinic_refused_flush (job->refused, error);
}

/* One view of the clinic, nothing written, not even the refused rows. */
static gboolean
rehearse (ClinicImportJob  *job,
          ClinicAct        *act,
          const char       *today,
          GError          **error)
{
  ClinicChange change = { .db = act->db, .actor = act->actor, .command = "import.run",
                          .today = today };
  gboolean done;

  reset (job);

  if (!clinic_db_begin (act->db, CLINIC_DB_SNAPSHOT, error))
    return FALSE;

  done = check_new (job, act->db, error) && job->func (job, &change, error);
  clinic_db_rollback (act->db);

  return done;
}

static gboolean
run (ClinicImportJob  *job,
     ClinicAct        *act,
     GError          **error)
{
  g_autofree char *zone = NULL;
  g_autofree char *today = NULL;

  if (!job->options->dry_run)
    return clinic_act_run (act, "import.run", perform, job, error);

  zone = clinic_act_dup_zone (act->db, NULL);
  today = clinic_clock_today (zone);

  return rehearse (job, act, today, error);
}

gboolean
clinic_import_job_run (ClinicImportJob  *job,
                       ClinicAct        *act,
                       GError          **error)
{
  ClinicImportResult *result = job->result;
  gboolean done;

  result->dry_run = job->options->dry_run;
  done = run (job, act, error);

  if (done && !result->dry_run)
    {
      g_autoptr(GError) failure = NULL;

      result->operation = act->done;
      clinic_db_optimize (act->db);
      result->refused_path = clinic_refused_finish (job->refused, &failure);

      /* The import stands; only the name of that file is not what it should be. */
      if (failure != NULL)
        g_ptr_array_add (result->notes, g_strdup (failure->message));
    }

  g_clear_pointer (&job->refused, clinic_refused_free);

  return done;
}

gboolean
clinic_import_job_count (ClinicImportJob  *job,
                         GError          **error)
{
  guint64 rows = ++job->result->rows;

  if (rows % PROGRESS_ROWS != 0 || job->options->progress == NULL ||
      job->options->progress (rows, job->file->n_rows, job->options->progress_data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _("The import was stopped. Nothing was taken in."));

  return FALSE;
}

gboolean
clinic_import_job_refuse (ClinicImportJob  *job,
                          ClinicCsv        *row,
                          const char       *reason,
                          GError          **error)
{
  ClinicImportResult *result = job->result;

  result->refused++;

  if (result->refusals->len < CLINIC_IMPORT_NAMED)
    g_ptr_array_add (result->refusals,
                     g_strdup_printf (_("Line %" PRIu64 ": %s"),
                                      clinic_csv_get_line (row), reason));

  return job->options->dry_run || clinic_refused_add (job->refused, row, reason, error);
}

gboolean
clinic_import_job_save (ClinicImportJob  *job,
                        ClinicChange     *change,
                        ClinicRecord     *record,
                        GError          **error)
{
  if (!job->options->dry_run)
    return clinic_store_save (change, record, error);

  /* What comes later refers to it. */
  if (clinic_record_get_id (record) == 0)
    clinic_record_set_id (record, clinic_id_new ());

  return TRUE;
}

void
clinic_import_job_note (ClinicImportJob *job,
                        const char      *format,
                        ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (job->result->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}
