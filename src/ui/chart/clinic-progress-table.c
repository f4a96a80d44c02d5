/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-progress-table.h"

static gboolean
is_blank (ClinicSheet *sheet,
          guint        column)
{
  const ClinicCell *cells;
  gboolean blank = TRUE;

  clinic_sheet_rewind (sheet);

  while ((cells = clinic_sheet_next (sheet, NULL)) != NULL)
    blank &= cells[column].kind == CLINIC_CELL_BLANK;

  clinic_sheet_rewind (sheet);

  return blank;
}

void
clinic_progress_table_show (ClinicReportTable *table,
                            ClinicSheet       *sheet)
{
  static const char * const chosen[] = {
    "metric", "unit", "zone", "course", "visit", "baseline", NULL
  };
  g_autoptr(GPtrArray) without = g_ptr_array_new ();

  for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
    {
      const char *name = clinic_sheet_get_column (sheet, i)->name;

      if (g_strv_contains (chosen, name) || is_blank (sheet, i))
        g_ptr_array_add (without, (gpointer) name);
    }

  g_ptr_array_add (without, NULL);
  clinic_report_table_set_sheet (table, sheet, (const char * const *) without->pdata);
}
