/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody else charted of the same session meanwhile. */

#include "config.h"

#include "clinic-chart-model-private.h"

void
clinic_chart_model_set_base (ClinicChartModel *self,
                             ClinicChart      *base)
{
  g_clear_pointer (&self->base, clinic_chart_free);

  if (base != NULL)
    self->base = clinic_chart_sheet_copy_chart (base);
}

/* Undo goes back behind it. */
ClinicChart *
clinic_chart_model_get_base (ClinicChartModel *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), NULL);

  return self->base != NULL && g_strcmp0 (self->base->basis, self->basis) == 0 ? self->base : NULL;
}

gboolean
clinic_chart_model_get_outdated (ClinicChartModel *self)
{
  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), FALSE);

  return self->sheet != NULL && self->dirty && g_strcmp0 (self->basis, self->sheet->standing->basis) != 0;
}

void
clinic_chart_model_settle (ClinicChartModel *self,
                           ClinicChart      *chart,
                           ClinicChart      *standing,
                           gboolean          lots_mine)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (clinic_record_get_id (CLINIC_RECORD (chart->session)) == self->session);

  if (!clinic_chart_model_get_editable (self))
    return;

  clinic_chart_model_begin (self);
  clinic_chart_model_restore (self, chart);
  clinic_chart_model_set_base (self, standing);
  self->lots_follow = self->lots_follow && lots_mine;
  clinic_chart_model_choose_first_cocktail (self);
  clinic_chart_model_end (self, NULL, TRUE);
}
