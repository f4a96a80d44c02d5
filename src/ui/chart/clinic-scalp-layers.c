/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-layers.h"
#include "clinic-scalp-paint.h"

struct _ClinicScalpLayers
{
  GHashTable *zones[CLINIC_SCALP_N_LAYERS];   /* zone → ClinicScalpHolding */
};

static void
holding_free (ClinicScalpHolding *holding)
{
  g_free (holding->places);
  g_free (holding->words);
  g_clear_pointer (&holding->array, g_array_unref);
  g_free (holding);
}

ClinicScalpLayers *
clinic_scalp_layers_new (void)
{
  ClinicScalpLayers *self = g_new0 (ClinicScalpLayers, 1);

  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    self->zones[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) holding_free);

  return self;
}

void
clinic_scalp_layers_free (ClinicScalpLayers *self)
{
  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    g_hash_table_unref (self->zones[i]);

  g_free (self);
}

gboolean
clinic_scalp_layers_set (ClinicScalpLayers *self,
                         ClinicScalpLayer   layer,
                         const char        *zone,
                         guint              points,
                         const char        *places,
                         gint64             volume,
                         const char        *words)
{
  ClinicScalpHolding *holding = g_hash_table_lookup (self->zones[layer], zone);

  if (points == 0)
    return g_hash_table_remove (self->zones[layer], zone);

  if (holding != NULL && !holding->dragged && holding->points == points && holding->volume == volume &&
      g_strcmp0 (holding->places, places) == 0 && g_strcmp0 (holding->words, words) == 0)
    return FALSE;

  holding = g_new0 (ClinicScalpHolding, 1);
  holding->points = points;
  holding->places = g_strdup (places);
  holding->volume = volume;
  holding->words = g_strdup (words);
  g_hash_table_insert (self->zones[layer], g_strdup (zone), holding);

  return TRUE;
}

void
clinic_scalp_layers_clear (ClinicScalpLayers *self,
                           ClinicScalpLayer   layer)
{
  g_hash_table_remove_all (self->zones[layer]);
}

ClinicScalpHolding *
clinic_scalp_layers_find (ClinicScalpLayers *self,
                          ClinicScalpLayer   layer,
                          const char        *zone)
{
  return zone != NULL ? g_hash_table_lookup (self->zones[layer], zone) : NULL;
}

void
clinic_scalp_layers_forget (ClinicScalpLayers *self)
{
  for (guint i = 0; i < CLINIC_SCALP_N_LAYERS; i++)
    {
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, self->zones[i]);

      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          ClinicScalpHolding *holding = value;

          g_clear_pointer (&holding->array, g_array_unref);
        }
    }
}

GArray *
clinic_scalp_holding_get_places (ClinicScalpHolding *self,
                                 const char         *zone,
                                 ClinicScalpView     view,
                                 gboolean            male)
{
  ClinicScalpView placed = view;

  if (self->array != NULL && self->view == view)
    return self->array->len > 0 ? self->array : NULL;

  g_clear_pointer (&self->array, g_array_unref);

  if (self->places != NULL)
    self->array = clinic_scalp_parse (self->places, &placed);

  if (self->array == NULL)
    self->array = clinic_scalp_fill (view, male, zone, self->points);
  else if (placed != view)
    g_array_set_size (self->array, 0);

  self->view = view;

  return self->array->len > 0 ? self->array : NULL;
}

const char *
clinic_scalp_layers_find_point (ClinicScalpLayers *self,
                                ClinicScalpView    view,
                                gboolean           male,
                                ClinicScalpPoint   at,
                                double             reach,
                                guint             *nearest)
{
  const char *found = NULL;
  GHashTableIter iter;
  gpointer zone;
  gpointer holding;

  g_hash_table_iter_init (&iter, self->zones[CLINIC_SCALP_TODAY]);

  while (g_hash_table_iter_next (&iter, &zone, &holding))
    {
      GArray *places = clinic_scalp_holding_get_places (holding, zone, view, male);

      for (guint i = 0; places != NULL && i < places->len; i++)
        {
          ClinicScalpPoint *point = &g_array_index (places, ClinicScalpPoint, i);
          double distance = hypot (point->x - at.x, point->y - at.y);

          if (distance <= reach)
            {
              reach = distance;
              found = zone;
              *nearest = i;
            }
        }
    }

  return found;
}

static void
add_marks (ClinicScalpLayers *self,
           GArray            *marks,
           ClinicScalpLayer   layer,
           ClinicScalpView    view,
           gboolean           male)
{
  GHashTableIter iter;
  gpointer zone;
  gpointer value;

  g_hash_table_iter_init (&iter, self->zones[layer]);

  while (g_hash_table_iter_next (&iter, &zone, &value))
    {
      ClinicScalpHolding *holding = value;
      ClinicScalpMark mark = {
        zone, holding->points, clinic_scalp_holding_get_places (holding, zone, view, male),
        holding->volume, layer == CLINIC_SCALP_BEFORE
      };

      g_array_append_val (marks, mark);
    }
}

GArray *
clinic_scalp_layers_list_marks (ClinicScalpLayers *self,
                                ClinicScalpView    view,
                                gboolean           male,
                                gboolean           heat)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ClinicScalpMark));

  if (heat)
    add_marks (self, marks, CLINIC_SCALP_COURSE, view, male);
  else
    {
      add_marks (self, marks, CLINIC_SCALP_BEFORE, view, male);
      add_marks (self, marks, CLINIC_SCALP_TODAY, view, male);
    }

  return marks;
}
