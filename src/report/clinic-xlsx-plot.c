/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-cell-gate.h"
#include "clinic-xlsx-plot.h"

/* Two charts side by side, each as wide as so many columns of the usual width and as high as so
 * many rows. */
enum { ACROSS = 2, CHART_COLUMNS = 13, CHART_ROWS = 24 };

void
clinic_xlsx_span_free (ClinicXlsxSpan *self)
{
  g_free (self->worksheet);
  g_free (self->label);
  g_free (self);
}

static lxw_chart_type
choose_type (const ClinicXlsxSpan *span)
{
  if (span->plot->kind == CLINIC_PLOT_COLUMN)
    return LXW_CHART_COLUMN;

  /* Only this kind puts dates at their true distance. */
  if (span->plot->kind == CLINIC_PLOT_LINE && span->dated)
    return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;

  return LXW_CHART_LINE;
}

static char *
make_title (const ClinicXlsxSpan *span)
{
  g_autofree char *label = clinic_gate_mend (span->label, NULL);
  g_autofree char *title = NULL;

  if (span->plot->title == NULL || label[0] == '\0')
    title =
      g_strdup (label[0] != '\0' ? label : span->plot->title != NULL ? span->plot->title : "");
  else
    title = g_strdup_printf ("%s: %s", span->plot->title, label);

  /* The library refuses titles of more than 255. */
  return g_strndup (title, clinic_gate_fit (title, 120));
}

/* The ends of an interval are points without a line of their own. */
static void
draw_series (lxw_chart            *chart,
             const ClinicXlsxSpan *span,
             ClinicSheet          *sheet,
             guint                 number)
{
  const ClinicPlot *plot = span->plot;
  int category = clinic_sheet_find_column (sheet, plot->category);
  int value = clinic_sheet_find_column (sheet, plot->values[number]);
  lxw_chart_line none = { .none = 1 };
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);

  chart_series_set_categories (series, span->worksheet, span->first, category, span->last,
                               category);
  chart_series_set_values (series, span->worksheet, span->first, value, span->last, value);
  chart_series_set_name (series, clinic_sheet_get_column (sheet, value)->title);

  if (plot->kind == CLINIC_PLOT_COLUMN)
    return;

  if (plot->kind == CLINIC_PLOT_INTERVAL)
    chart_series_set_line (series, &none);

  chart_series_set_marker_type (series, plot->kind == CLINIC_PLOT_INTERVAL && number > 0
                                        ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE);
}

static void
set_axes (lxw_chart            *chart,
          const ClinicXlsxSpan *span,
          ClinicSheet          *sheet)
{
  int value = clinic_sheet_find_column (sheet, span->plot->values[0]);
  const ClinicColumn *column = clinic_sheet_get_column (sheet, value);
  g_autofree char *heading = clinic_column_dup_heading (column);

  chart_axis_set_name (chart->y_axis, heading);
  /* Below the lowest value, also where values are below 0. */
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);

  if (column->kind == CLINIC_CELL_PERCENT)
    chart_axis_set_num_format (chart->y_axis, "0%");

  if (span->dated)
    chart_axis_set_num_format (chart->x_axis, "yyyy-mm-dd");
}

static gboolean
draw_span (lxw_workbook         *workbook,
           lxw_worksheet        *onto,
           ClinicSheet          *sheet,
           const ClinicXlsxSpan *span,
           guint                 place)
{
  lxw_chart *chart = workbook_add_chart (workbook, choose_type (span));
  g_autofree char *title = make_title (span);
  lxw_chart_font font = { .size = 12, .bold = 1 };
  lxw_chart_options options = { .x_scale = 1.7, .y_scale = 1.6, .description = title };
  guint n = g_strv_length (span->plot->values);

  if (chart == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    draw_series (chart, span, sheet, i);

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &font);
  set_axes (chart, span, sheet);

  if (span->plot->kind == CLINIC_PLOT_INTERVAL)
    chart_set_high_low_lines (chart, NULL);

  if (n == 1 || span->plot->kind == CLINIC_PLOT_INTERVAL)
    chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  else
    chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);

  return worksheet_insert_chart_opt (onto, 1 + place / ACROSS * CHART_ROWS,
                                     place % ACROSS * CHART_COLUMNS,
                                     chart, &options) == LXW_NO_ERROR;
}

gboolean
clinic_xlsx_draw (lxw_workbook   *workbook,
                  lxw_worksheet  *onto,
                  ClinicSheet    *sheet,
                  GPtrArray      *spans,
                  GError        **error)
{
  guint n = MIN (spans->len, CLINIC_XLSX_MOST_CHARTS);

  for (guint i = 0; i < n; i++)
    {
      if (!draw_span (workbook, onto, sheet, g_ptr_array_index (spans, i), i))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _("A chart could not be drawn."));
          return FALSE;
        }
    }

  return TRUE;
}
