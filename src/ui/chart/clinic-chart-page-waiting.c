/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-chart-page-private.h"

ClinicChartWaiting *
clinic_chart_waiting_new (ClinicChartPage *page)
{
  ClinicChartWaiting *self = g_new0 (ClinicChartWaiting, 1);

  self->page = g_object_ref (page);
  self->model = g_object_ref (page->model);
  self->n_returns = clinic_chart_model_count_returns (page->model);

  return self;
}

void
clinic_chart_waiting_free (ClinicChartWaiting *self)
{
  g_object_unref (self->page);
  g_object_unref (self->model);
  g_free (self);
}

gboolean
clinic_chart_waiting_is_current (ClinicChartWaiting *self)
{
  return self->page->model == self->model;
}
