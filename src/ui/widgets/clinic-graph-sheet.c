/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-date.h"
#include "clinic-graph-sheet.h"
#include "clinic-locale.h"

/* One plot of the sheet while its rows are read. */
typedef struct
{
  ClinicSheet      *sheet;
  const ClinicPlot *plot;
  GPtrArray        *graphs;
  ClinicGraph      *graph;        /* the one that rows go into */
  char             *key;          /* of its rows: the values they are split by */
  guint             n_rows;
} Reader;

static const ClinicCell *
get_cell (Reader           *self,
          const ClinicCell *cells,
          const char       *name)
{
  int column = clinic_sheet_find_column (self->sheet, name);

  return column >= 0 ? &cells[column] : NULL;
}

static char *
dup_cell (Reader           *self,
          const ClinicCell *cells,
          const char       *name)
{
  int column = clinic_sheet_find_column (self->sheet, name);

  if (column < 0)
    return g_strdup ("");

  return clinic_cell_dup_text (&cells[column], clinic_sheet_get_column (self->sheet, column), FALSE);
}

static double
get_number (Reader           *self,
            const ClinicCell *cells,
            guint             value)
{
  const ClinicCell *cell = value < g_strv_length (self->plot->values)
                           ? get_cell (self, cells, self->plot->values[value]) : NULL;

  if (cell == NULL)
    return NAN;

  if (cell->kind == CLINIC_CELL_INTEGER)
    return cell->integer;

  return cell->kind == CLINIC_CELL_NUMBER || cell->kind == CLINIC_CELL_PERCENT ? cell->number : NAN;
}

static char *
dup_key (Reader           *self,
         const ClinicCell *cells)
{
  GString *key = g_string_new (NULL);

  for (char **name = self->plot->split; name != NULL && *name != NULL; name++)
    {
      g_autofree char *text = dup_cell (self, cells, *name);

      g_string_append_printf (key, "%s\x1f", text);
    }

  return g_string_free (key, FALSE);
}

/* "Hair density · Frontal · Course 2": what tells this chart from its neighbours. */
static char *
dup_title (Reader           *self,
           const ClinicCell *cells)
{
  GString *title = g_string_new (NULL);

  for (char **name = self->plot->split; name != NULL && *name != NULL; name++)
    {
      g_autofree char *text = dup_cell (self, cells, *name);
      const ClinicCell *cell = get_cell (self, cells, *name);
      int column = clinic_sheet_find_column (self->sheet, *name);

      if (*text == '\0' || g_str_equal (*name, "unit"))
        continue;

      if (title->len > 0)
        g_string_append (title, " · ");

      if (cell != NULL && cell->kind == CLINIC_CELL_INTEGER)
        g_string_append_printf (title, "%s %s",
                                clinic_sheet_get_column (self->sheet, column)->title, text);
      else
        g_string_append (title, text);
    }

  if (title->len == 0 && self->plot->title != NULL)
    g_string_append (title, self->plot->title);

  return g_string_free (title, FALSE);
}

static char *
dup_unit (Reader             *self,
          const ClinicCell   *cells,
          const ClinicColumn *values)
{
  g_autofree char *unit = NULL;

  if (values->unit != NULL)
    return g_strdup (values->unit);

  unit = dup_cell (self, cells, "unit");

  return *unit != '\0' ? g_steal_pointer (&unit) : NULL;
}

static void
begin_graph (Reader           *self,
             const ClinicCell *cells)
{
  g_autofree char *title = dup_title (self, cells);
  int first = clinic_sheet_find_column (self->sheet, self->plot->values[0]);
  const ClinicColumn *values = clinic_sheet_get_column (self->sheet, MAX (first, 0));
  const ClinicCell *cell = &cells[MAX (first, 0)];

  self->graph = clinic_graph_new (self->plot->kind, title);
  self->graph->percent = values->kind == CLINIC_CELL_PERCENT;
  self->graph->decimals = cell->decimals != CLINIC_CELL_DECIMALS ? cell->decimals
                                                                 : values->decimals;
  self->graph->unit = self->graph->percent ? NULL : dup_unit (self, cells, values);
  self->graph->dated = self->plot->kind == CLINIC_PLOT_LINE;

  if (self->plot->title != NULL && g_strcmp0 (self->plot->title, title) != 0)
    self->graph->subtitle = g_strdup (self->plot->title);

  for (guint i = 0; self->plot->values[i] != NULL; i++)
    {
      int column = clinic_sheet_find_column (self->sheet, self->plot->values[i]);

      if (i == 0 || self->plot->kind == CLINIC_PLOT_LINE)
        clinic_graph_add_series (self->graph, column >= 0
                                 ? clinic_sheet_get_column (self->sheet, column)->title : NULL);
    }

  self->n_rows = 0;
  g_ptr_array_add (self->graphs, self->graph);
}

static void
add_row (Reader           *self,
         const ClinicCell *cells)
{
  const ClinicCell *category = get_cell (self, cells, self->plot->category);
  g_autofree char *label = dup_cell (self, cells, self->plot->category);
  gboolean is_date = category != NULL && category->kind == CLINIC_CELL_DATE;
  double at = is_date ? (double) clinic_date_to_days (category->text) : self->n_rows;

  if (is_date)
    {
      g_free (label);
      label = clinic_locale_date (category->text);
    }

  self->graph->dated &= is_date;

  for (guint i = 0; i < self->graph->series->len; i++)
    clinic_graph_add_point (self->graph->series->pdata[i], label, at, get_number (self, cells, i));

  if (self->plot->kind == CLINIC_PLOT_INTERVAL)
    {
      GArray *points = ((ClinicGraphSeries *) self->graph->series->pdata[0])->points;
      ClinicGraphPoint *point = &g_array_index (points, ClinicGraphPoint, points->len - 1);

      point->low = get_number (self, cells, 1);
      point->high = get_number (self, cells, 2);
    }

  self->n_rows++;
}

/* Where not all have a date, readings stand side by side. */
static void
spread (ClinicGraph *graph)
{
  for (guint s = 0; !graph->dated && s < graph->series->len; s++)
    {
      GArray *points = ((ClinicGraphSeries *) graph->series->pdata[s])->points;

      for (guint i = 0; i < points->len; i++)
        g_array_index (points, ClinicGraphPoint, i).at = i;
    }
}

static void
read_plot (Reader *self,
           guint   most)
{
  const ClinicCell *cells;
  guint before = self->graphs->len;

  clinic_sheet_rewind (self->sheet);

  while ((cells = clinic_sheet_next (self->sheet, NULL)) != NULL)
    {
      g_autofree char *key = NULL;

      /* A group that nothing was measured in has nothing to be drawn. */
      if (isnan (get_number (self, cells, 0)))
        continue;

      key = dup_key (self, cells);

      if (self->graph == NULL || g_strcmp0 (key, self->key) != 0)
        {
          if (self->graphs->len - before == most)
            break;

          begin_graph (self, cells);
          g_free (self->key);
          self->key = g_steal_pointer (&key);
        }

      if (self->plot->top == 0 || self->n_rows < self->plot->top)
        add_row (self, cells);
    }

  for (guint i = before; i < self->graphs->len; i++)
    spread (self->graphs->pdata[i]);

  g_free (self->key);
}

GPtrArray *
clinic_graphs_from_sheet (ClinicSheet *sheet,
                          guint        most)
{
  GPtrArray *graphs = g_ptr_array_new_with_free_func ((GDestroyNotify) clinic_graph_free);
  GPtrArray *plots;

  g_return_val_if_fail (CLINIC_IS_SHEET (sheet), graphs);

  plots = clinic_sheet_get_plots (sheet);

  for (guint i = 0; i < plots->len; i++)
    {
      Reader reader = { .sheet = sheet, .plot = plots->pdata[i], .graphs = graphs };

      read_plot (&reader, most);
    }

  clinic_sheet_rewind (sheet);

  return graphs;
}
