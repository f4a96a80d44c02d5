/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole clinic as CSV, any day, for whoever takes over: a file a table, with the checksums
 * of all. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "clinic-cli-export-photos.h"
#include "clinic-cli-trail.h"
#include "clinic-cli.h"
#include "clinic-photo-view.h"
#include "clinic-record-types.h"
#include "clinic-table.h"

/* One file being written. */
typedef struct
{
  ClinicCli *cli;
  FILE      *file;
  GChecksum *checksum;
  guint64    rows;
} Output;

/* The rows by which the trail and the commands are handed over; they are no records. */
static const struct
{
  const char *name;
  const char *query;
} others[] = {
  { "operation", "export-operation" },
  { "audit", "export-audit" },
};

static gboolean
write_row (Output              *output,
           const char * const  *values,
           guint                n,
           GError             **error)
{
  g_autofree char *row = clinic_table_format_csv_row (values, n);

  g_checksum_update (output->checksum, (const guchar *) row, -1);

  if (fputs (row, output->file) >= 0)
    return TRUE;

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
               _("The export could not be written: %s."), g_strerror (errno));

  return FALSE;
}

static gboolean
write_record (ClinicRecord  *record,
              gpointer       data,
              GError       **error)
{
  Output *output = data;
  ClinicRecordClass *klass = CLINIC_RECORD_GET_CLASS (record);
  g_autoptr(GPtrArray) values = g_ptr_array_new_full (klass->n_fields + 2, g_free);

  g_ptr_array_add (values, g_strdup_printf ("%" G_GINT64_FORMAT, clinic_record_get_id (record)));
  g_ptr_array_add (values,
                   g_strdup_printf ("%" G_GINT64_FORMAT, clinic_record_get_version (record)));

  for (guint i = 0; i < klass->n_fields; i++)
    g_ptr_array_add (values, clinic_record_dup_value (record, &klass->fields[i]));

  if (++output->rows % 1000 == 0 && !clinic_cli_progress (output->rows, 0, output->cli))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("Cancelled; nothing was exported."));
      return FALSE;
    }

  return write_row (output, (const char * const *) values->pdata, values->len, error);
}

static gboolean
write_records (Output    *output,
               GType      type,
               GError   **error)
{
  g_autoptr(ClinicRecordClass) klass = g_type_class_ref (type);
  g_autofree const char **columns = g_new0 (const char *, klass->n_fields + 2);

  columns[0] = "id";
  columns[1] = "version";

  for (guint i = 0; i < klass->n_fields; i++)
    columns[i + 2] = klass->fields[i].name;

  return write_row (output, columns, klass->n_fields + 2, error) &&
         clinic_store_each (output->cli->db, type, write_record, output, error);
}

static gboolean
write_query (Output      *output,
             const char  *query,
             GError     **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (output->cli->db, query, error);
  GError *failure = NULL;
  gboolean headed = FALSE;

  if (statement == NULL)
    return FALSE;

  clinic_statement_stream (statement);

  while (clinic_statement_step (statement, &failure))
    {
      guint n = clinic_statement_n_columns (statement);
      g_autofree const char **values = g_new0 (const char *, n);

      for (guint i = 0; i < n && !headed; i++)
        values[i] = clinic_statement_column_name (statement, i);

      if (!headed && !write_row (output, values, n, error))
        return FALSE;

      headed = TRUE;

      for (guint i = 0; i < n; i++)
        values[i] = clinic_statement_get_text (statement, i);

      output->rows++;

      if (!write_row (output, values, n, error))
        return FALSE;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
finish_file (Output      *output,
             const char  *path,
             gboolean     written,
             GError     **error)
{
  gboolean synced = fflush (output->file) == 0 && fsync (fileno (output->file)) == 0;
  int number = errno;

  fclose (output->file);

  if (written && !synced)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
                 _("“%s” could not be written: %s."), path, g_strerror (number));

  return written && synced;
}

/* One table into one file; a line of the manifest for it. @type or @query says what. */
static gboolean
export_table (ClinicCli    *cli,
              const char   *folder,
              const char   *table,
              GType         type,
              const char   *query,
              GString      *manifest,
              GError      **error)
{
  g_autofree char *name = g_strconcat (table, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  Output output = { .cli = cli, .file = fopen (path, "wxe"), .checksum = checksum };
  gboolean written;

  if (output.file == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _("“%s” could not be written: %s."), path, g_strerror (errno));
      return FALSE;
    }

  written = query != NULL ? write_query (&output, query, error) : write_records (&output, type,
                                                                                 error);

  if (!finish_file (&output, path, written, error))
    return FALSE;

  g_string_append_printf (manifest, "%s  %s  %" G_GUINT64_FORMAT "\n",
                          g_checksum_get_string (checksum), name, output.rows);

  return TRUE;
}

static gboolean
export_tables (ClinicCli           *cli,
               const char          *folder,
               ClinicPhotosExport  *photos,
               GError             **error)
{
  g_autoptr(GString) manifest = g_string_new (NULL);
  g_autofree char *path = g_build_filename (folder, "manifest.txt", NULL);

  for (const GType *type = clinic_record_types (); *type != G_TYPE_INVALID; type++)
    {
      g_autoptr(ClinicRecordClass) klass = g_type_class_ref (*type);

      if (!export_table (cli, folder, klass->table, *type, NULL, manifest, error))
        return FALSE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (!export_table (cli, folder, others[i].name, G_TYPE_INVALID, others[i].query, manifest,
                         error))
        return FALSE;
    }

  if (!clinic_cli_export_photos (cli, folder, manifest, photos, error))
    return FALSE;

  return g_file_set_contents_full (path, manifest->str, manifest->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

/* One snapshot of all tables, into a folder that takes its name only when it is whole and the trail says
 * which photos are in it. @trail: NULL where none are. */
static gboolean
export_clinic (ClinicCli           *cli,
               ClinicCliTrail      *trail,
               const char          *folder,
               ClinicPhotosExport  *photos,
               GError             **error)
{
  /* A name of its own: what somebody else may have called so stays. */
  g_autofree char *part = g_strconcat (folder, ".part-XXXXXX", NULL);
  gboolean done;

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("“%s” is already there. Choose another name."), folder);
      return FALSE;
    }

  if (g_mkdtemp (part) == NULL)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _("“%s” could not be made: %s."), part, g_strerror (errno));
      return FALSE;
    }

  done = clinic_db_begin (cli->db, CLINIC_DB_SNAPSHOT, error) &&
         export_tables (cli, part, photos, error);
  clinic_db_rollback (cli->db);
  done = done && (trail == NULL || clinic_photo_give_out_all (trail->act, photos->given, error));

  if (done && g_rename (part, folder) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _("“%s” could not be made: %s."), folder, g_strerror (errno));
      done = FALSE;
    }

  if (!done)
    remove_folder (part);

  return done;
}

static void
say_photos (ClinicCli          *cli,
            ClinicPhotosExport *photos)
{
  if (photos->given->len > 0)
    clinic_cli_say (cli, _("Photos written: %u"), photos->given->len);

  if (photos->n_left_out > 0)
    clinic_cli_say (cli, _("Photos left out, as their patients have not agreed to it: %u"), photos->n_left_out);

  if (photos->n_unwatched > 0)
    fprintf (stderr, _("Photos left out, as the trail cannot say so while another program has the clinic open: %u\n"),
             photos->n_unwatched);
}

static int
export_all (ClinicCli  *cli,
            const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) held = NULL;
  g_autoptr(ClinicCliTrail) trail = NULL;
  ClinicPhotosExport photos = { 0 };
  int code = CLINIC_EXIT_DONE;

  if (!clinic_act_check (cli->act, "export.run", &error))
    return clinic_cli_fail (cli, error);

  trail = clinic_cli_trail_open (cli, &held);
  photos.watched = trail != NULL;

  if (trail == NULL && !g_error_matches (held, CLINIC_ERROR, CLINIC_ERROR_HELD))
    return clinic_cli_fail (cli, held);

  if (export_clinic (cli, trail, folder, &photos, &error))
    {
      clinic_cli_say (cli, _("Every table is in %s"), folder);
      say_photos (cli, &photos);
    }
  else
    {
      code = clinic_cli_fail (cli, error);
    }

  g_clear_pointer (&photos.given, g_array_unref);

  return code;
}

int
clinic_cli_export (ClinicCli  *cli,
                   int         argc,
                   char      **argv)
{
  int code = clinic_cli_parse (cli, NULL, _("FOLDER"),
                               _("Writes every table as CSV (UTF-8) into a new folder, as of one moment, with a manifest of the rows\n"
                                 "and SHA-256 of each file. Decimals have a point; unknown is empty. The files name patients: keep\n"
                                 "them where only you can read them. Texts are written as they are: import them as text into a\n"
                                 "spreadsheet program rather than opening them in it. Photos go into a folder of their own, those\n"
                                 "of patients who agreed to that, and each of them stands in the trail; while another program\n"
                                 "has the clinic open they are left out.\n\n"
                                 "Example:\n"
                                 "  anagenctl export handover-2026-11-21\n"),
                               &argc, &argv);

  if (code >= 0)
    return code;

  if (argc != 2)
    return clinic_cli_usage (_("say where the files go: anagenctl export FOLDER"));

  if ((code = clinic_cli_open (cli, CLINIC_DB_READ)) != CLINIC_EXIT_DONE)
    return code;

  return export_all (cli, argv[1]);
}
