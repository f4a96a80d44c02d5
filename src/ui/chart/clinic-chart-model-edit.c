/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to a chart; each is one edit to be taken back. */

#include "config.h"

#include "clinic-chart-model-private.h"
#include "clinic-choices.h"
#include "clinic-clock.h"
#include "clinic-date.h"
#include "clinic-lot.h"

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

gint64
clinic_chart_model_count_spaced (ClinicChartModel *self,
                                 const char       *zone)
{
  ClinicPhase *phase;
  double spacing;

  g_return_val_if_fail (CLINIC_IS_CHART_MODEL (self), CLINIC_UNKNOWN);

  phase = clinic_chart_model_get_sheet (self)->phase;

  if (phase == NULL || phase->spacing == CLINIC_UNKNOWN)
    return CLINIC_UNKNOWN;

  /* mm; a point has a square of its own. */
  spacing = phase->spacing / 1000.0;

  return MAX (1, (gint64) (clinic_scalp_area (zone) * 100 / (spacing * spacing) + 0.5));
}

/* As dense as the phase says, as far as one zone holds as many; else as last time; else as usual. */
static gint64
get_points (ClinicChartModel *self,
            const char       *zone,
            ClinicInjection  *same)
{
  gint64 spaced = clinic_chart_model_count_spaced (self, zone);

  if (spaced != CLINIC_UNKNOWN && spaced <= CLINIC_INJECTION_MOST_POINTS)
    return spaced;

  return same != NULL ? same->points : get_usual_points (zone);
}

static gint64
get_volume (ClinicChartSheet *sheet,
            ClinicInjection  *last)
{
  if (sheet->phase != NULL && sheet->phase->volume_per_point != CLINIC_UNKNOWN)
    return sheet->phase->volume_per_point;

  return last != NULL ? last->volume_per_point : sheet->default_volume;
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
                       "points", get_points (self, zone, same),
                       "volume-per-point", get_volume (sheet, last),
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
  clinic_chart_model_end (self, NULL, TRUE);
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
  clinic_chart_model_end (self, NULL, TRUE);
}

void
clinic_chart_model_begin_treatment (ClinicChartModel *self)
{
  ClinicSession *record = clinic_chart_model_get_record (self);
  ClinicChartSheet *sheet = clinic_chart_model_get_sheet (self);
  g_autofree char *now = NULL;

  if (record->began != NULL || g_list_model_get_n_items (clinic_chart_model_get_zones (self)) == 0)
    return;

  now = clinic_clock_wall (sheet->zone);

  if (clinic_date_days_between (sheet->visit->starts, now) != 0)
    return;

  clinic_chart_model_begin (self);
  g_object_set (record, "began", now, NULL);
  clinic_chart_model_end (self, NULL, FALSE);
}

/* TRUE when something changed. */
static gboolean
place_zone (ClinicChartModel *self,
            const char       *zone,
            const char       *text)
{
  ClinicInjection *injection = clinic_chart_model_find_zone (self, zone);
  g_autoptr(GArray) places = clinic_scalp_places_parse (text);
  g_autoptr(ClinicRecord) made = NULL;

  if (places == NULL)
    {
      if (injection != NULL)
        clinic_chart_model_remove (self, CLINIC_RECORD (injection));

      return injection != NULL;
    }

  if (injection != NULL && g_strcmp0 (injection->places, text) == 0)
    return FALSE;

  if (injection == NULL)
    made = make_zone (self, zone);

  g_object_set (injection != NULL ? CLINIC_RECORD (injection) : made,
                "points", (gint64) places->len, "places", text, NULL);

  if (made != NULL)
    {
      clinic_chart_model_add (self, made);
      take_technique (self);
    }

  return TRUE;
}

void
clinic_chart_model_place_zones (ClinicChartModel  *self,
                                const char *const *places)
{
  gboolean changed = FALSE;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (places != NULL);

  if (!clinic_chart_model_get_editable (self))
    return;

  clinic_chart_model_begin (self);

  for (guint i = 0; places[i] != NULL && places[i + 1] != NULL; i += 2)
    changed |= place_zone (self, places[i], places[i + 1]);

  clinic_chart_model_end (self, NULL, changed);
}

/* A zone at the side becomes what the mirror shows of the other. */
static gboolean
mirror_side (ClinicChartModel *self,
             const char       *zone)
{
  const char *other = clinic_scalp_mirror (zone);
  ClinicInjection *from = clinic_chart_model_find_zone (self, zone);
  ClinicInjection *to = clinic_chart_model_find_zone (self, other);
  g_autoptr(GArray) places = from != NULL ? clinic_scalp_places_parse (from->places) : NULL;
  g_autoptr(GArray) mirrored = places != NULL ? clinic_scalp_places_mirror (places) : NULL;
  g_autofree char *text = mirrored != NULL ? clinic_scalp_places_format (mirrored) : NULL;
  g_autoptr(ClinicRecord) made = NULL;

  if (from == NULL)
    {
      if (to != NULL)
        clinic_chart_model_remove (self, CLINIC_RECORD (to));

      return to != NULL;
    }

  if (to == NULL)
    made = make_zone (self, other);

  g_object_set (to != NULL ? CLINIC_RECORD (to) : made,
                "points", from->points, "places", text, "volume-per-point", from->volume_per_point,
                "depth", from->depth, "technique", from->technique,
                "cocktail-version-id", from->cocktail_version_id, NULL);

  if (made != NULL)
    clinic_chart_model_add (self, made);

  return TRUE;
}

/* What lies evenly is alike on both halves already. */
static gboolean
mirror_middle (ClinicChartModel *self,
               ClinicInjection  *injection,
               ClinicScalpSide   from)
{
  g_autoptr(GArray) places = clinic_scalp_places_parse (injection->places);
  g_autoptr(GArray) matched = places != NULL ? clinic_scalp_places_match (places, from) : NULL;
  g_autofree char *text = matched != NULL ? clinic_scalp_places_format (matched) : NULL;

  if (text == NULL || g_strcmp0 (text, injection->places) == 0)
    return FALSE;

  if (matched->len == 0)
    clinic_chart_model_remove (self, CLINIC_RECORD (injection));
  else
    g_object_set (injection, "points", (gint64) matched->len, "places", text, NULL);

  return TRUE;
}

void
clinic_chart_model_mirror (ClinicChartModel *self,
                           ClinicScalpSide   from)
{
  const char *suffix = from == CLINIC_SCALP_SIDE_LEFT ? "_left" : "_right";
  gboolean changed = FALSE;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));
  g_return_if_fail (from != CLINIC_SCALP_SIDE_MIDDLE);

  if (!clinic_chart_model_get_editable (self))
    return;

  clinic_chart_model_begin (self);

  for (const ClinicChoice *zone = clinic_zones; zone->value != NULL; zone++)
    {
      ClinicInjection *injection = clinic_chart_model_find_zone (self, zone->value);

      if (g_str_has_suffix (zone->value, suffix))
        changed |= mirror_side (self, zone->value);
      else if (injection != NULL && g_str_equal (clinic_scalp_mirror (zone->value), zone->value))
        changed |= mirror_middle (self, injection, from);
    }

  clinic_chart_model_end (self, NULL, changed);
}

void
clinic_chart_model_spread_zone (ClinicChartModel *self,
                                const char       *zone)
{
  ClinicInjection *injection = clinic_chart_model_find_zone (self, zone);

  if (!clinic_chart_model_get_editable (self) || injection == NULL || injection->places == NULL)
    return;

  clinic_chart_model_begin (self);
  g_object_set (injection, "places", NULL, NULL);
  clinic_chart_model_end (self, NULL, TRUE);
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
  clinic_chart_model_end (self, NULL, TRUE);
}

/* Another lot of the same stands there already. */
static ClinicDraw *
find_alike (ClinicChartModel *self,
            ClinicLot        *lot)
{
  GListModel *lots = clinic_chart_model_get_lots (self);
  GHashTable *known = clinic_chart_model_get_sheet (self)->lots;

  for (guint i = 0; i < g_list_model_get_n_items (lots); i++)
    {
      g_autoptr(ClinicDraw) draw = g_list_model_get_item (lots, i);
      ClinicLot *other = g_hash_table_lookup (known, &draw->lot_id);

      if (other != NULL && other->ingredient_id == lot->ingredient_id && other->cocktail_id == lot->cocktail_id)
        return draw;
    }

  return NULL;
}

void
clinic_chart_model_pick_lot (ClinicChartModel *self,
                             gint64            lot)
{
  ClinicLot *picked;
  ClinicDraw *alike;
  g_autoptr(ClinicRecord) draw = NULL;

  g_return_if_fail (CLINIC_IS_CHART_MODEL (self));

  picked = g_hash_table_lookup (clinic_chart_model_get_sheet (self)->lots, &lot);

  if (!clinic_chart_model_get_editable (self) || picked == NULL)
    return;

  alike = find_alike (self, picked);

  if (alike == NULL)
    {
      clinic_chart_model_add_lot (self, lot);
      return;
    }

  draw = clinic_record_copy (CLINIC_RECORD (alike));
  clinic_record_set_id (draw, 0);
  clinic_record_set_version (draw, 0);
  g_object_set (draw, "lot-id", lot, NULL);
  clinic_chart_model_begin (self);
  clinic_chart_model_remove (self, CLINIC_RECORD (alike));
  clinic_chart_model_add (self, draw);
  clinic_chart_model_end (self, NULL, TRUE);
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
  clinic_chart_model_end (self, NULL, TRUE);
}
