/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-report-private.h"

static const char *
say_kind (ClinicCellKind kind)
{
  switch (kind)
    {
    case CLINIC_CELL_INTEGER:
      return _("whole number");

    case CLINIC_CELL_NUMBER:
      return _("number");

    case CLINIC_CELL_PERCENT:
      /* xgettext:no-c-format */
      return _("percent, kept as a share: 50 % is 0.5");

    case CLINIC_CELL_DATE:
      return _("date");

    case CLINIC_CELL_WALL:
      return _("date and time of the clinic");

    case CLINIC_CELL_FLAG:
      return _("yes or no");

    case CLINIC_CELL_BLANK:
    case CLINIC_CELL_UNDEFINED:
    case CLINIC_CELL_TEXT:
    default:
      return _("text");
    }
}

/* A sheet that has figures in several units says the unit in a column of its own. */
static char *
say_unit (const ClinicReportSheet  *sheet,
          const ClinicReportColumn *column)
{
  if (column->column.unit != NULL)
    return g_strdup (column->column.unit);

  for (guint i = 0; column->column.kind == CLINIC_CELL_NUMBER && i < sheet->columns->len; i++)
    {
      const ClinicReportColumn *other = &g_array_index (sheet->columns, ClinicReportColumn, i);

      if (g_str_equal (other->column.name, "unit"))
        return g_strdup_printf (_("see “%s”, where the figure has one"), other->column.title);
    }

  return NULL;
}

ClinicSheet *
clinic_report_make_codebook (ClinicReport *self)
{
  const ClinicColumn columns[] = {
    { (char *) "sheet", (char *) _("Sheet"), NULL, CLINIC_CELL_TEXT, 0, 16 },
    { (char *) "column", (char *) _("Column"), NULL, CLINIC_CELL_TEXT, 0, 38 },
    { (char *) "type", (char *) _("Type"), NULL, CLINIC_CELL_TEXT, 0, 26 },
    { (char *) "unit", (char *) _("Unit"), NULL, CLINIC_CELL_TEXT, 0, 26 },
    { (char *) "meaning", (char *) _("Meaning"), NULL, CLINIC_CELL_TEXT, 0, 90 },
  };
  ClinicSheet *book = clinic_sheet_new ("codebook", _("Codebook"));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    clinic_sheet_add_column (book, &columns[i]);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const ClinicReportSheet *sheet = self->sheets->pdata[i];

      for (guint j = 0; j < sheet->columns->len; j++)
        {
          const ClinicReportColumn *column = &g_array_index (sheet->columns, ClinicReportColumn, j);
          g_autofree char *unit = say_unit (sheet, column);
          ClinicCell cells[] = {
            clinic_cell_text (sheet->title), clinic_cell_text (column->column.title),
            clinic_cell_text (say_kind (column->column.kind)), clinic_cell_text (unit),
            clinic_cell_text (column->help),
          };

          clinic_sheet_append (book, cells);
        }
    }

  return book;
}
