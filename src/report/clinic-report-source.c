/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-error.h"
#include "clinic-report-private.h"

/* *INDENT-OFF* */
const ClinicReportSource clinic_report_sources[] = {
  { "patient-summary",      clinic_report_patient_summary_fields,      clinic_report_fill_patient_summary },
  { "patient-sessions",     clinic_report_patient_sessions_fields,     clinic_report_fill_patient_sessions },
  { "patient-measurements", clinic_report_patient_measurements_fields, clinic_report_fill_patient_measurements },
  { "patient-parts",        clinic_report_patient_parts_fields,        clinic_report_fill_patient_parts },
  { "patient-stages",       clinic_report_patient_stages_fields,       clinic_report_fill_patient_stages },
  { "definitions",          clinic_report_definitions_fields,          clinic_report_fill_definitions },
  { "patient-reactions",    clinic_report_patient_reactions_fields,    clinic_report_fill_patient_reactions },
  { "patient-photos",       clinic_report_patient_photos_fields,       clinic_report_fill_patient_photos },
  { "override-rules",       clinic_report_override_rules_fields,       clinic_report_fill_override_rules },
  { "progress-groups",      clinic_report_progress_groups_fields,      clinic_report_fill_progress_groups },
  { "progress-pairs",       clinic_report_progress_pairs_fields,       clinic_report_fill_progress_pairs },
  { "progress-stages",      clinic_report_progress_stages_fields,      clinic_report_fill_progress_stages },
  { "progress-photos",      clinic_report_progress_photos_fields,      clinic_report_fill_progress_photos },
  { NULL }
};
/* *INDENT-ON* */

const ClinicReportSource *
clinic_report_source_find (const char *name)
{
  for (const ClinicReportSource *source = clinic_report_sources; source->name != NULL; source++)
    {
      if (g_strcmp0 (source->name, name) == 0)
        return source;
    }

  return NULL;
}

guint *
clinic_report_map_columns (ClinicSheet        *sheet,
                           const char * const *fields)
{
  guint n = clinic_sheet_get_n_columns (sheet);
  guint *map = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      const char *name = clinic_sheet_get_column (sheet, i)->name;

      for (map[i] = 0; strcmp (fields[map[i]], name) != 0; map[i]++)
        g_assert (fields[map[i] + 1] != NULL);
    }

  return map;
}

void
clinic_report_append (ClinicSheet      *sheet,
                      const guint      *map,
                      const ClinicCell *cells)
{
  guint n = clinic_sheet_get_n_columns (sheet);
  g_autofree ClinicCell *row = g_new (ClinicCell, n);

  for (guint i = 0; i < n; i++)
    row[i] = cells[map[i]];

  clinic_sheet_append (sheet, row);
}

ClinicStatement *
clinic_report_query (ClinicReportRun     *run,
                     const char          *query,
                     const char * const  *arguments,
                     GError             **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (run->db, query, error);

  if (statement == NULL)
    return NULL;

  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      if (g_hash_table_contains (run->ids, arguments[i]))
        clinic_statement_bind_int (statement, i + 1, clinic_report_run_get_id (run, arguments[i]));
      else
        clinic_statement_bind_text (statement, i + 1, clinic_report_run_get (run, arguments[i]));
    }

  return g_steal_pointer (&statement);
}

const char *
clinic_row_text (ClinicStatement *statement,
                 const char      *column)
{
  return clinic_statement_get_text (statement, clinic_statement_find_column (statement, column));
}

gint64
clinic_row_number (ClinicStatement *statement,
                   const char      *column)
{
  return clinic_statement_get_int (statement, clinic_statement_find_column (statement, column));
}

gboolean
clinic_report_each (ClinicReportRun     *run,
                    const char          *query,
                    const char * const  *arguments,
                    ClinicReportTake     take,
                    gpointer             data,
                    GError             **error)
{
  g_autoptr(ClinicStatement) statement = clinic_report_query (run, query, arguments, error);
  GError *failure = NULL;
  guint64 done = 0;

  if (statement == NULL)
    return FALSE;

  clinic_statement_stream (statement);

  while (clinic_statement_step (statement, &failure))
    {
      if (!take (statement, data, error) || !clinic_report_run_go_on (run, ++done, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

static ClinicCell
read_cell (ClinicStatement          *statement,
           guint                     column,
           const ClinicReportColumn *described)
{
  const char *text;

  switch (described->column.kind)
    {
    case CLINIC_CELL_INTEGER:
      return clinic_cell_integer (clinic_statement_get_int (statement, column));

    case CLINIC_CELL_NUMBER:
      return clinic_cell_thousandths (clinic_statement_get_int (statement, column));

    case CLINIC_CELL_FLAG:
      if (clinic_statement_is_null (statement, column))
        return clinic_cell_text (NULL);

      return clinic_cell_flag (clinic_statement_get_int (statement, column) != 0);

    case CLINIC_CELL_DATE:
      return clinic_cell_date (clinic_statement_get_text (statement, column));

    case CLINIC_CELL_WALL:
      return clinic_cell_wall (clinic_statement_get_text (statement, column));

    case CLINIC_CELL_BLANK:
    case CLINIC_CELL_UNDEFINED:
    case CLINIC_CELL_PERCENT:
    case CLINIC_CELL_TEXT:
    default:
      text = clinic_statement_get_text (statement, column);

      return clinic_cell_text (described->choices != NULL ? clinic_choice_label (described->choices,
                                                                                 text) : text);
    }
}

static gboolean
find_columns (ClinicStatement          *statement,
              const ClinicReportSheet  *described,
              int                      *columns,
              GError                  **error)
{
  for (guint i = 0; i < described->columns->len; i++)
    {
      const char *name = g_array_index (described->columns, ClinicReportColumn, i).column.name;

      columns[i] = clinic_statement_find_column (statement, name);

      if (columns[i] < 0)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("The query “%s” does not yield “%s”."),
                       described->query, name);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
clinic_report_fill_by_query (ClinicReportRun          *run,
                             const ClinicReportSheet  *described,
                             ClinicSheet              *sheet,
                             GError                  **error)
{
  g_autoptr(ClinicStatement) statement =
    clinic_report_query (run, described->query, (const char * const *) described->arguments, error);
  guint n = described->columns->len;
  g_autofree int *columns = g_new (int, n);
  g_autofree ClinicCell *cells = g_new (ClinicCell, n);
  GError *failure = NULL;
  guint64 done = 0;

  if (statement == NULL || !find_columns (statement, described, columns, error))
    return FALSE;

  while (clinic_statement_step (statement, &failure))
    {
      for (guint i = 0; i < n; i++)
        cells[i] = read_cell (statement, columns[i],
                              &g_array_index (described->columns, ClinicReportColumn, i));

      clinic_sheet_append (sheet, cells);

      if (!clinic_report_run_go_on (run, ++done, error))
        return FALSE;
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}
