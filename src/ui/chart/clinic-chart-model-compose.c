/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A version of the cocktail that was composed from the chart was taken back: it is nowhere in it any more. */

#include "config.h"

#include "clinic-chart-model-private.h"

static void
replace_in (GPtrArray *records,
            gint64     version,
            gint64     instead)
{
  for (guint i = 0; i < records->len; i++)
    {
      gint64 found;

      g_object_get (records->pdata[i], "cocktail-version-id", &found, NULL);

      if (found == version)
        g_object_set (records->pdata[i], "cocktail-version-id", instead, NULL);
    }
}

static void
replace_in_chart (gpointer chart,
                  gpointer versions)
{
  ClinicChart *self = chart;
  const gint64 *pair = versions;

  replace_in (self->injections, pair[0], pair[1]);
  replace_in (self->draws, pair[0], pair[1]);
}

void
clinic_chart_model_replace_version (ClinicChartModel *self,
                                    gint64            version,
                                    gint64            instead)
{
  gint64 pair[] = { version, instead };
  g_autoptr(ClinicChart) now = NULL;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  now = clinic_chart_model_dup_chart (self);
  replace_in_chart (now, pair);
  clinic_chart_model_restore (self, now);
  clinic_chart_model_set_standing (self);
  g_queue_foreach (&self->undo, replace_in_chart, pair);
  g_queue_foreach (&self->redo, replace_in_chart, pair);

  if (self->cocktail == version)
    {
      self->cocktail = instead;
      g_object_notify (G_OBJECT (self), "cocktail");
    }

  g_signal_emit_by_name (self, "edited");
  g_signal_emit_by_name (self, "touched");
}
