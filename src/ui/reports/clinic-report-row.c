/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-report-row.h"

struct _ClinicReportRow
{
  GObject parent_instance;

  ClinicSheet      *sheet;
  const ClinicCell *cells;      /* the sheet's */
};

G_DEFINE_FINAL_TYPE (ClinicReportRow, clinic_report_row, G_TYPE_OBJECT)

static void
clinic_report_row_finalize (GObject *object)
{
  g_object_unref (CLINIC_REPORT_ROW (object)->sheet);
  G_OBJECT_CLASS (clinic_report_row_parent_class)->finalize (object);
}

static void
clinic_report_row_class_init (ClinicReportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clinic_report_row_finalize;
}

static void
clinic_report_row_init (ClinicReportRow *self)
{
}

ClinicSheet *
clinic_report_copy_columns (ClinicSheet *sheet)
{
  ClinicSheet *copy = clinic_sheet_new (clinic_sheet_get_name (sheet),
                                        clinic_sheet_get_title (sheet));

  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    clinic_sheet_add_column (copy, clinic_sheet_get_column (sheet, i));

  return copy;
}

ClinicSheet *
clinic_report_keep_rows (ClinicSheet  *sheet,
                         guint         most,
                         gboolean     *more,
                         GError      **error)
{
  g_autoptr(ClinicSheet) kept = clinic_report_copy_columns (sheet);
  GPtrArray *notes = clinic_sheet_get_notes (sheet);
  GPtrArray *plots = clinic_sheet_get_plots (sheet);
  GError *failure = NULL;
  const ClinicCell *cells;
  guint n = 0;

  for (guint i = 0; i < plots->len; i++)
    clinic_sheet_add_plot (kept, plots->pdata[i]);

  while ((cells = clinic_sheet_next (sheet, &failure)) != NULL && n < most)
    {
      clinic_sheet_append (kept, cells);
      n++;
    }

  /* Some notes are only known at the end. */
  for (guint i = 0; i < notes->len; i++)
    clinic_sheet_add_note (kept, notes->pdata[i]);

  *more = cells != NULL;

  if (failure == NULL)
    return g_steal_pointer (&kept);

  g_propagate_error (error, failure);

  return NULL;
}

GListModel *
clinic_report_list_rows (ClinicSheet *sheet)
{
  GListStore *store = g_list_store_new (CLINIC_TYPE_REPORT_ROW);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  const ClinicCell *cells;

  g_return_val_if_fail (CLINIC_IS_SHEET (sheet), NULL);

  clinic_sheet_rewind (sheet);

  while ((cells = clinic_sheet_next (sheet, NULL)) != NULL)
    {
      ClinicReportRow *row = g_object_new (CLINIC_TYPE_REPORT_ROW, NULL);

      row->sheet = g_object_ref (sheet);
      row->cells = cells;
      g_ptr_array_add (rows, row);
    }

  clinic_sheet_rewind (sheet);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

ClinicSheet *
clinic_report_row_get_sheet (ClinicReportRow *self)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_ROW (self), NULL);

  return self->sheet;
}

const ClinicCell *
clinic_report_row_get_cell (ClinicReportRow *self,
                            guint            column)
{
  g_return_val_if_fail (CLINIC_IS_REPORT_ROW (self), NULL);

  return &self->cells[column];
}

char *
clinic_report_row_dup_text (ClinicReportRow *self,
                            guint            column)
{
  const ClinicCell *cell = clinic_report_row_get_cell (self, column);
  g_autofree char *text = NULL;

  if (cell->kind == CLINIC_CELL_DATE)
    return clinic_locale_date (cell->text);

  if (cell->kind == CLINIC_CELL_WALL)
    return clinic_locale_wall (cell->text);

  text = clinic_cell_dup_text (cell, clinic_sheet_get_column (self->sheet, column), FALSE);

  return cell->kind == CLINIC_CELL_TEXT ? clinic_direction_figures (text) : g_steal_pointer (&text);
}

gboolean
clinic_report_is_figure (const ClinicColumn *column)
{
  return column->kind == CLINIC_CELL_INTEGER || column->kind == CLINIC_CELL_NUMBER ||
         column->kind == CLINIC_CELL_PERCENT;
}
