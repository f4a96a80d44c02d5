/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>

#include "clinic-aside.h"
#include "clinic-cell-gate.h"
#include "clinic-csv-writer.h"

enum { FULL = 64 * 1024, ROWS_BETWEEN_REPORTS = 1000 };

static void
append_quoted (GString    *line,
               const char *text)
{
  g_string_append_c (line, '"');

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (line, '"');

      g_string_append_c (line, *at);
    }

  g_string_append_c (line, '"');
}

static void
append_text (GString    *line,
             const char *text,
             gboolean    disarm)
{
  g_autofree char *valid = clinic_gate_mend (text, NULL);
  g_autofree char *safe = disarm ? clinic_gate_disarm_csv (valid) : g_strdup (valid);

  append_quoted (line, safe);
}

static void
append_heading (GString     *line,
                ClinicSheet *sheet,
                gboolean     raw)
{
  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    {
      const ClinicColumn *column = clinic_sheet_get_column (sheet, i);
      g_autofree char *percent = g_strdup_printf ("%s (%%)", column->title);
      g_autofree char *heading = column->kind == CLINIC_CELL_PERCENT && column->unit == NULL
                                 ? g_steal_pointer (&percent) : clinic_column_dup_heading (column);

      if (i > 0)
        g_string_append_c (line, ',');

      append_text (line, raw ? column->name : heading, !raw);
    }

  g_string_append (line, "\r\n");
}

static void
append_row (GString          *line,
            ClinicSheet      *sheet,
            const ClinicCell *cells,
            gboolean          raw)
{
  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    {
      const ClinicColumn *column = clinic_sheet_get_column (sheet, i);
      g_autofree char *text = clinic_cell_dup_text (&cells[i], column, TRUE);
      gboolean is_text = cells[i].text != NULL && cells[i].kind != CLINIC_CELL_BLANK;

      if (i > 0)
        g_string_append_c (line, ',');

      append_text (line, text, !raw && is_text);
    }

  g_string_append (line, "\r\n");
}

static gboolean
flush (GString        *line,
       GOutputStream  *stream,
       GCancellable   *cancellable,
       GError        **error)
{
  if (!g_output_stream_write_all (stream, line->str, line->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (line, 0);

  return TRUE;
}

static gboolean
may_go_on (ClinicSheet             *sheet,
           guint64                  done,
           const ClinicCsvOptions  *options,
           GCancellable            *cancellable,
           GError                 **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (done % ROWS_BETWEEN_REPORTS != 0 || options->progress == NULL ||
      options->progress (done, clinic_sheet_get_expected (sheet), options->progress_data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped; no file was written."));

  return FALSE;
}

gboolean
clinic_csv_print (ClinicSheet             *sheet,
                  GOutputStream           *stream,
                  const ClinicCsvOptions  *options,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  static const ClinicCsvOptions plain = { 0 };
  g_autoptr(GString) line = g_string_new (NULL);
  const ClinicCell *cells;
  GError *failure = NULL;
  guint64 done = 0;

  g_return_val_if_fail (CLINIC_IS_SHEET (sheet), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  if (options == NULL)
    options = &plain;

  if (options->bom)
    g_string_append (line, "\xef\xbb\xbf");

  append_heading (line, sheet, options->raw);

  while ((cells = clinic_sheet_next (sheet, &failure)) != NULL)
    {
      append_row (line, sheet, cells, options->raw);

      if (!may_go_on (sheet, ++done, options, cancellable, error) ||
          (line->len > FULL && !flush (line, stream, cancellable, error)))
        return FALSE;
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return flush (line, stream, cancellable, error);
}

gboolean
clinic_csv_write (ClinicSheet             *sheet,
                  const char              *path,
                  const ClinicCsvOptions  *options,
                  GCancellable            *cancellable,
                  GError                 **error)
{
  g_autoptr(ClinicAside) aside = clinic_aside_new (path, error);
  g_autoptr(GOutputStream) stream = NULL;

  if (aside == NULL)
    return FALSE;

  stream = g_unix_output_stream_new (clinic_aside_get_fd (aside), FALSE);

  if (!clinic_csv_print (sheet, stream, options, cancellable, error))
    {
      g_autofree char *name = g_filename_display_name (path);

      if (error != NULL && (*error)->domain == G_IO_ERROR && (*error)->code != G_IO_ERROR_CANCELLED)
        g_prefix_error (error, _("“%s” cannot be written: "), name);

      return FALSE;
    }

  return clinic_aside_commit (aside, error);
}
