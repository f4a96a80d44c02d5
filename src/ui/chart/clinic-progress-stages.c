/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-progress-stages.h"
#include "clinic-report-row.h"
#include "clinic-text.h"

/* One stage that was seen. */
typedef struct
{
  char *stage;
  char *seen;
} Seen;

static void
clear_seen (gpointer data)
{
  Seen *seen = data;

  g_free (seen->stage);
  g_free (seen->seen);
}

static ClinicProgressSeries *
find_series (GPtrArray         *series,
             const ClinicScale *scale)
{
  for (guint i = 0; i < series->len; i++)
    {
      ClinicProgressSeries *one = series->pdata[i];

      if (one->scale == scale)
        return one;
    }

  return NULL;
}

static ClinicProgressSeries *
begin_series (const ClinicScale *scale,
              ClinicSheet       *like)
{
  ClinicProgressSeries *self = g_new0 (ClinicProgressSeries, 1);

  self->scale = scale;
  self->metric = g_strdup_printf (C_("a metric: the stage by a scale", "Stage, %s"),
                                  _(scale->label));
  self->course_words = g_strdup (_("All courses"));
  self->sheet = clinic_report_copy_columns (like);
  self->sessions = g_array_new (FALSE, FALSE, sizeof (double));
  self->stages = g_array_new (FALSE, FALSE, sizeof (Seen));
  g_array_set_clear_func (self->stages, clear_seen);

  return self;
}

static void
set_cell (ClinicSheet *sheet,
          ClinicCell  *cells,
          const char  *name,
          ClinicCell   cell)
{
  int column = clinic_sheet_find_column (sheet, name);

  if (column >= 0)
    cells[column] = cell;
}

/* By how many stages @to is more loss than @from; FALSE where the scale has no order. */
static gboolean
compare (const ClinicScale *scale,
         const char        *from,
         const char        *to,
         int               *worse)
{
  int before = clinic_scale_rank (scale, from);
  int after = clinic_scale_rank (scale, to);

  *worse = after - before;

  return before >= 0 && after >= 0;
}

static const char *
get_verdict (ClinicProgressSeries *self,
             const char           *stage)
{
  const Seen *first = &g_array_index (self->stages, Seen, 0);
  int worse;

  if (g_str_equal (first->stage, stage))
    return _("unchanged");

  if (!compare (self->scale, first->stage, stage, &worse))
    return _("changed");

  return worse > 0 ? _("worse") : _("better");
}

static void
add_stage (ClinicProgressSeries *self,
           const char           *stage,
           const char           *seen,
           const char           *note)
{
  g_autofree ClinicCell *cells = g_new0 (ClinicCell, clinic_sheet_get_n_columns (self->sheet));
  Seen one = { g_strdup (stage), g_strdup (seen) };

  g_array_append_val (self->stages, one);
  set_cell (self->sheet, cells, "metric", clinic_cell_text (self->metric));
  set_cell (self->sheet, cells, "when", clinic_cell_date (seen));
  set_cell (self->sheet, cells, "value", clinic_cell_text (stage));
  set_cell (self->sheet, cells, "note", clinic_cell_text (note));

  if (self->stages->len > 1)
    set_cell (self->sheet, cells, "verdict", clinic_cell_text (get_verdict (self, stage)));

  clinic_sheet_append (self->sheet, cells);
}

gboolean
clinic_progress_stages_read (ClinicDb     *db,
                             gint64        patient,
                             ClinicSheet  *like,
                             GPtrArray    *series,
                             GError      **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "progress-grades", error);
  GError *failure = NULL;

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, patient);

  while (clinic_statement_step (statement, &failure))
    {
      const ClinicScale *scale = clinic_scale_guess (clinic_statement_get_text (statement, 0));
      const char *stage = clinic_statement_get_text (statement, 1);
      ClinicProgressSeries *one;

      if (scale == NULL || !clinic_scale_allows (scale->name, stage))
        continue;

      one = find_series (series, scale);

      if (one == NULL)
        g_ptr_array_add (series, one = begin_series (scale, like));

      add_stage (one, stage, clinic_statement_get_text (statement, 2),
                 clinic_statement_get_text (statement, 3));
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static char *
say_change (ClinicProgressSeries *self,
            const char           *from,
            const char           *to)
{
  int worse;

  if (!compare (self->scale, from, to, &worse))
    return g_strdup (g_str_equal (from, to) ? _("unchanged") : _("changed"));

  if (worse == 0)
    return g_strdup (_("unchanged"));

  if (worse > 0)
    return g_strdup_printf (ngettext ("%d stage worse", "%d stages worse", worse), worse);

  return g_strdup_printf (ngettext ("%d stage better", "%d stages better", -worse), -worse);
}

char *
clinic_progress_stages_dup_sentence (ClinicProgressSeries *self)
{
  const Seen *first = &g_array_index (self->stages, Seen, 0);
  const Seen *last = &g_array_index (self->stages, Seen, self->stages->len - 1);
  g_autofree char *change = NULL;
  g_autofree char *pair = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *date = NULL;

  if (self->stages->len == 1)
    return g_strdup_printf (_("%s: %s. One reading tells no change yet."), self->metric,
                            first->stage);

  change = say_change (self, first->stage, last->stage);
  pair = g_strdup_printf (C_("from, to", "%s → %s"), first->stage, last->stage);
  isolated = clinic_text_isolate_number (pair);
  date = clinic_locale_date (first->seen);

  return g_strdup_printf (_("%s: %s (%s) since %s."), self->metric, isolated, change, date);
}

/* Of an ordered scale all stages; else those that were seen, in the order of the first time. */
static char **
list_steps (ClinicProgressSeries *self)
{
  g_autoptr(GStrvBuilder) steps = g_strv_builder_new ();
  g_autoptr(GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (const ClinicStage *stage = self->scale->stages;
       self->scale->ordered && stage->value != NULL; stage++)
    g_strv_builder_add (steps, stage->value);

  for (guint i = 0; !self->scale->ordered && i < self->stages->len; i++)
    {
      char *stage = g_array_index (self->stages, Seen, i).stage;

      if (g_hash_table_add (known, stage))
        g_strv_builder_add (steps, stage);
    }

  return g_strv_builder_end (steps);
}

static double
find_step (char       **steps,
           const char  *stage)
{
  double place = 0;

  while (steps[(guint) place] != NULL && !g_str_equal (steps[(guint) place], stage))
    place++;

  return place;
}

ClinicGraph *
clinic_progress_stages_make_graph (ClinicProgressSeries *self)
{
  ClinicGraph *graph = clinic_graph_new (CLINIC_PLOT_LINE, self->metric);
  ClinicGraphSeries *series = clinic_graph_add_series (graph, self->metric);

  graph->subtitle = clinic_progress_stages_dup_sentence (self);
  graph->dated = TRUE;
  graph->mark_name = g_strdup (_("Session"));
  graph->steps = list_steps (self);

  for (guint i = 0; i < self->stages->len; i++)
    {
      const Seen *seen = &g_array_index (self->stages, Seen, i);
      g_autofree char *date = clinic_locale_date (seen->seen);

      clinic_graph_add_point (series, date, clinic_date_to_days (seen->seen),
                              find_step (graph->steps, seen->stage));
    }

  g_array_append_vals (graph->marks, self->sessions->data, self->sessions->len);
  clinic_progress_beside_add (self->beside, 0, graph);

  return graph;
}
