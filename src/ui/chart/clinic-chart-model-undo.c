/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done to a chart is taken back, or made as if it had not been. */

#include "config.h"

#include "clinic-chart-model-private.h"

static void
step (ClinicChartModel *self,
      GQueue           *from,
      GQueue           *to)
{
  ClinicChart *chart = g_queue_pop_tail (from);

  if (chart == NULL)
    return;

  g_queue_push_tail (to, self->standing);
  self->standing = chart;
  g_clear_pointer (&self->key, g_free);
  clinic_chart_model_restore (self, chart);
  clinic_chart_model_choose_first_cocktail (self);
  self->dirty = TRUE;
  clinic_chart_model_notify_state (self);
  g_signal_emit_by_name (self, "edited");
  g_signal_emit_by_name (self, "touched");
}

void
clinic_chart_model_undo (ClinicChartModel *self)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (clinic_chart_model_get_editable (self))
    step (self, &self->undo, &self->redo);
}

void
clinic_chart_model_redo (ClinicChartModel *self)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (clinic_chart_model_get_editable (self))
    step (self, &self->redo, &self->undo);
}

static guint
get_depth (ClinicChartModel *self)
{
  return self->n_lost + g_queue_get_length (&self->undo);
}

ClinicChartMark *
clinic_chart_model_mark (ClinicChartModel *self)
{
  ClinicChartMark *mark = g_new0 (ClinicChartMark, 1);

  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), mark);

  mark->chart = clinic_chart_model_dup_chart (self);
  mark->base = self->base != NULL ? clinic_chart_sheet_copy_chart (self->base) : NULL;
  mark->cocktail = self->cocktail;
  mark->lots_follow = self->lots_follow;
  mark->depth = get_depth (self);
  mark->n_resets = self->n_resets;

  return mark;
}

void
clinic_chart_mark_free (ClinicChartMark *self)
{
  if (self == NULL)
    return;

  clinic_chart_free (self->chart);
  clinic_chart_free (self->base);
  g_free (self);
}

void
clinic_chart_model_return (ClinicChartModel *self,
                           ClinicChartMark  *mark)
{
  g_autoptr(ClinicChart) now = NULL;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self) && mark != NULL);

  self->n_returns++;

  if (!clinic_chart_model_get_editable (self) || mark->n_resets != self->n_resets)
    return;

  now = clinic_chart_model_dup_chart (self);

  if (clinic_chart_sheet_same (mark->chart, now) && mark->depth == get_depth (self))
    return;

  while (get_depth (self) > mark->depth && !g_queue_is_empty (&self->undo))
    clinic_chart_free (g_queue_pop_tail (&self->undo));

  clinic_chart_model_restore (self, mark->chart);
  clinic_chart_model_set_base (self, mark->base);
  clinic_chart_model_set_standing (self);
  clinic_chart_model_rebase (self, self->sheet->standing);
  self->cocktail = mark->cocktail;
  g_object_notify (G_OBJECT (self), "cocktail");
  self->lots_follow = mark->lots_follow;
  clinic_chart_model_notify_state (self);
  g_signal_emit_by_name (self, "edited");
  g_signal_emit_by_name (self, "touched");
}

guint
clinic_chart_model_count_returns (ClinicChartModel *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), 0);

  return self->n_returns;
}
