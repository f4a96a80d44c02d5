/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to a chart; each is one edit to be taken back. */

#include "config.h"

#include "clinic-chart-model-private.h"

/* What is usual where nothing is known of the patient. */
static gint64
get_usual_points (const char *zone)
{
  static const struct { const char *zone; gint64 points; } usual[] = {
    { "frontal_hairline", 16 }, { "frontal", 24 }, { "mid_scalp", 20 }, { "vertex", 18 },
    { "temple_left", 8 }, { "temple_right", 8 }, { "parietal_left", 12 }, { "parietal_right", 12 },
    { "occipital", 12 }, { "whole_scalp", 80 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      if (g_str_equal (usual[i].zone, zone))
        return usual[i].points;
    }

  return 12;
}

static ClinicRecord *
make_zone (ClinicChartModel *self,
           const char       *zone)
{
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (self);
  ClinicInjection *same = clinic_chart_sheet_find_last (sheet, zone);
  ClinicInjection *last = same != NULL ? same : clinic_chart_sheet_find_last (sheet, NULL);
  gint64 depth = sheet->phase != NULL ? sheet->phase->depth : CLINIC_UNKNOWN;

  if (depth == CLINIC_UNKNOWN && last != NULL)
    depth = last->depth;

  return g_object_new (CLINIC_TYPE_INJECTION,
                       "session-id", clinic_chart_model_get_session (self),
                       "zone", zone,
                       "cocktail-version-id", clinic_chart_model_get_cocktail (self),
                       "points", same != NULL ? same->points : get_usual_points (zone),
                       "volume-per-point", last != NULL ? last->volume_per_point
                                                        : sheet->default_volume,
                       "depth", depth != CLINIC_UNKNOWN ? depth : sheet->default_depth,
                       NULL);
}

/* The protocol says how it is injected, until somebody says otherwise. */
static void
take_technique (ClinicChartModel *self)
{
  ClinicSession *record = clinic_chart_model_get_record (self);
  ClinicPhase *phase = clinic_chart_model_get_sheet (self)->phase;

  if (record->technique == NULL && phase != NULL && phase->technique != NULL)
    g_object_set (record, "technique", phase->technique, NULL);
}

void
clinic_chart_model_fill_zone (ClinicChartModel *self,
                              const char       *zone)
{
  g_autoptr(ClinicRecord) injection = NULL;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (zone != NULL);

  if (!clinic_chart_model_get_editable (self) || clinic_chart_model_find_zone (self, zone) != NULL)
    return;

  injection = make_zone (self, zone);
  clinic_chart_model_begin (self);
  clinic_chart_model_add (self, injection);
  take_technique (self);
  clinic_chart_model_end (self, NULL);
}

void
clinic_chart_model_clear_zone (ClinicChartModel *self,
                               const char       *zone)
{
  ClinicInjection *injection = clinic_chart_model_find_zone (self, zone);

  if (!clinic_chart_model_get_editable (self) || injection == NULL)
    return;

  clinic_chart_model_begin (self);
  clinic_chart_model_remove (self, CLINIC_RECORD (injection));
  clinic_chart_model_end (self, NULL);
}

void
clinic_chart_model_place_zone (ClinicChartModel *self,
                               const char       *zone,
                               const char       *places,
                               gint64            points)
{
  ClinicInjection *injection = clinic_chart_model_find_zone (self, zone);
  g_autofree char *key = g_strdup_printf ("places %s", zone);

  if (injection == NULL)
    {
      clinic_chart_model_fill_zone (self, zone);
      injection = clinic_chart_model_find_zone (self, zone);
    }

  if (!clinic_chart_model_get_editable (self) || injection == NULL ||
      (injection->points == points && g_strcmp0 (injection->places, places) == 0))
    return;

  clinic_chart_model_begin (self);
  g_object_set (injection, "points", points, "places", places, NULL);
  clinic_chart_model_end (self, key);
}

void
clinic_chart_model_set_points (ClinicChartModel *self,
                               const char       *zone,
                               gint64            points)
{
  ClinicInjection *injection = clinic_chart_model_find_zone (self, zone);

  if (clinic_chart_model_get_editable (self) && injection != NULL && points > 0)
    g_object_set (injection, "points", points, NULL);
}

static gint64
sum_missing (ClinicChartModel *self)
{
  GListModel *lots = clinic_chart_model_get_lots (self);
  gint64 volume;

  g_object_get (self, "volume", &volume, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(ClinicDraw) draw = g_list_model_get_item (lots, i);

      volume -= draw->volume;
    }

  return MAX (volume, 1);
}

void
clinic_chart_model_add_lot (ClinicChartModel *self,
                            gint64            lot)
{
  g_autoptr(ClinicRecord) draw = NULL;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (!clinic_chart_model_get_editable (self))
    return;

  draw = g_object_new (CLINIC_TYPE_DRAW,
                       "session-id", clinic_chart_model_get_session (self),
                       "lot-id", lot,
                       "cocktail-version-id", clinic_chart_model_get_cocktail (self),
                       "volume", sum_missing (self),
                       NULL);
  clinic_chart_model_begin (self);
  clinic_chart_model_add (self, draw);
  clinic_chart_model_end (self, NULL);
}

void
clinic_chart_model_remove_lot (ClinicChartModel *self,
                               ClinicDraw       *draw)
{
  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  if (!clinic_chart_model_get_editable (self))
    return;

  clinic_chart_model_begin (self);
  clinic_chart_model_remove (self, CLINIC_RECORD (draw));
  clinic_chart_model_end (self, NULL);
}
