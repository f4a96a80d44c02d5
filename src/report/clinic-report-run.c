/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-error.h"
#include "clinic-report-private.h"

enum { ROWS_BETWEEN_REPORTS = 4096 };

static void
run_clear (ClinicReportRun *run)
{
  g_hash_table_unref (run->values);
  g_hash_table_unref (run->ids);
  g_clear_pointer (&run->kept, run->destroy_kept);
  g_free (run->today);
  g_free (run->now);
  g_free (run->clinic);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicReportRun, run_clear)

gboolean
clinic_report_run_go_on (ClinicReportRun  *self,
                         guint64           done,
                         GError          **error)
{
  if (done % ROWS_BETWEEN_REPORTS != 0)
    return TRUE;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (self->progress == NULL || self->progress (done, 0, self->progress_data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped; no report was made."));

  return FALSE;
}

/* A clinic without a name yet can be reported on too. */
static gboolean
read_clinic (ClinicReportRun  *run,
             GError          **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (run->db, "report-clinic", error);
  g_autofree char *zone = NULL;
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  if (clinic_statement_step (statement, &failure))
    {
      run->clinic = g_strdup (clinic_statement_get_text (statement, 0));
      zone = g_strdup (clinic_statement_get_text (statement, 1));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  run->now = clinic_clock_wall (zone);
  run->today = clinic_clock_today (zone);

  return TRUE;
}

/* "{threshold} %": what was asked for stands in the text. */
static char *
fill_places (ClinicReportRun *run,
             const char      *text)
{
  GString *filled = g_string_new (text);

  for (guint i = 0; i < run->report->parameters->len; i++)
    {
      const ClinicParameter *parameter = g_ptr_array_index (run->report->parameters, i);
      g_autofree char *place = g_strdup_printf ("{%s}", parameter->name);
      g_autofree char *value = clinic_report_describe (run, parameter);

      g_string_replace (filled, place, value, 0);
    }

  return g_string_free (filled, FALSE);
}

static void
append_line (ClinicSheet *sheet,
             const char  *what,
             const char  *text)
{
  ClinicCell cells[] = { clinic_cell_text (what), clinic_cell_text (text) };

  clinic_sheet_append (sheet, cells);
}

/* How each figure is made and what was asked for, in plain words, as the last sheet. */
static ClinicSheet *
make_method (ClinicReportRun *run)
{
  ClinicSheet *sheet = clinic_sheet_new ("method", _("Method"));
  const ClinicColumn columns[] = {
    { (char *) "what", (char *) _("About"), NULL, CLINIC_CELL_TEXT, 0, 34 },
    { (char *) "text", (char *) _("What was done"), NULL, CLINIC_CELL_TEXT, 0, 110 },
  };

  clinic_sheet_add_column (sheet, &columns[0]);
  clinic_sheet_add_column (sheet, &columns[1]);
  append_line (sheet, _("Report"), run->report->title);
  append_line (sheet, _("Clinic"), run->clinic);
  append_line (sheet, _("Made at"), run->now);
  append_line (sheet, _("Made by the program"), "Anagen " PACKAGE_VERSION);

  for (guint i = 0; i < run->report->parameters->len; i++)
    {
      const ClinicParameter *parameter = g_ptr_array_index (run->report->parameters, i);
      g_autofree char *what = g_strdup_printf (_("Asked for: %s"), parameter->label);
      g_autofree char *value = clinic_report_describe (run, parameter);

      append_line (sheet, what, value);
    }

  for (guint i = 0; i < run->report->method->len; i++)
    {
      g_autofree char *text = fill_places (run, g_ptr_array_index (run->report->method, i));
      g_auto(GStrv) parts = g_strsplit (text, " | ", 2);

      append_line (sheet, parts[1] != NULL ? parts[0] : NULL,
                   parts[1] != NULL ? parts[1] : parts[0]);
    }

  return sheet;
}

static gboolean
make_sheets (ClinicReportRun  *run,
             GHashTable       *values,
             GPtrArray        *sheets,
             GError          **error)
{
  if (!read_clinic (run, error) || !clinic_report_take_values (run, values, error))
    return FALSE;

  for (guint i = 0; i < run->report->sheets->len; i++)
    {
      const ClinicReportSheet *described = g_ptr_array_index (run->report->sheets, i);
      ClinicSheet *sheet = clinic_report_make_sheet (described);

      g_ptr_array_add (sheets, sheet);

      if (!(described->source != NULL ? described->source->fill (run, sheet, error)
                                      : clinic_report_fill_by_query (run, described, sheet, error)))
        return FALSE;
    }

  g_ptr_array_add (sheets, clinic_report_make_codebook (run->report));
  g_ptr_array_add (sheets, make_method (run));

  return TRUE;
}

GPtrArray *
clinic_report_run (ClinicReport        *self,
                   ClinicDb            *db,
                   GHashTable          *values,
                   ClinicProgressFunc   progress,
                   gpointer             progress_data,
                   GCancellable        *cancellable,
                   GError             **error)
{
  g_autoptr(GPtrArray) sheets = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(ClinicReportRun) run = {
    .report = self, .db = db, .progress = progress, .progress_data = progress_data, .cancellable =
      cancellable,
    .values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
  };
  gboolean own = !clinic_db_in_transaction (db);
  gboolean made;

  g_return_val_if_fail (self != NULL && db != NULL, NULL);

  if (own && !clinic_db_begin (db, CLINIC_DB_SNAPSHOT, error))
    return NULL;

  made = make_sheets (&run, values, sheets, error);

  if (own)
    clinic_db_rollback (db);

  return made ? g_steal_pointer (&sheets) : NULL;
}

ClinicSheet *
clinic_report_find_sheet (GPtrArray  *sheets,
                          const char *name)
{
  g_return_val_if_fail (sheets != NULL, NULL);

  for (guint i = 0; i < sheets->len; i++)
    {
      ClinicSheet *sheet = g_ptr_array_index (sheets, i);

      if (g_strcmp0 (clinic_sheet_get_name (sheet), name) == 0)
        return sheet;
    }

  for (guint i = 0; i < sheets->len; i++)
    {
      ClinicSheet *sheet = g_ptr_array_index (sheets, i);

      if (g_strcmp0 (clinic_sheet_get_title (sheet), name) == 0)
        return sheet;
    }

  return NULL;
}

gboolean
clinic_report_write_xlsx (ClinicReport             *self,
                          GPtrArray                *sheets,
                          const char               *path,
                          const ClinicXlsxOptions  *options,
                          ClinicXlsxWritten        *written,
                          GCancellable             *cancellable,
                          GError                  **error)
{
  ClinicXlsxOptions titled = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  if (options != NULL)
    titled = *options;

  if (titled.title == NULL)
    titled.title = self->title;

  return clinic_xlsx_write (sheets, path, &titled, written, cancellable, error);
}

gboolean
clinic_report_write_csv (ClinicReport            *self,
                         GPtrArray               *sheets,
                         const char              *sheet,
                         const char              *path,
                         const ClinicCsvOptions  *options,
                         GCancellable            *cancellable,
                         GError                 **error)
{
  ClinicSheet *chosen = NULL;

  g_return_val_if_fail (self != NULL && sheets != NULL && sheets->len > 0, FALSE);

  chosen = sheet != NULL ? clinic_report_find_sheet (sheets, sheet) : g_ptr_array_index (sheets, 0);

  if (chosen != NULL)
    return clinic_csv_write (chosen, path, options, cancellable, error);

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("The report “%s” has no sheet “%s”."),
               self->name, sheet);

  return FALSE;
}
