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
forget_spots (ClinicScalpHolding *holding)
{
  for (guint i = 0; i < CLINIC_SCALP_N_VIEWS; i++)
    g_clear_pointer (&holding->spots[i], g_array_unref);
}

static void
holding_free (ClinicScalpHolding *holding)
{
  forget_spots (holding);
  g_free (holding->kept);
  g_free (holding->words);
  g_clear_pointer (&holding->places, g_array_unref);
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

  if (holding != NULL && !holding->changed && holding->points == points &&
      holding->volume == volume && g_strcmp0 (holding->kept, places) == 0 &&
      g_strcmp0 (holding->words, words) == 0)
    return FALSE;

  holding = g_new0 (ClinicScalpHolding, 1);
  holding->points = points;
  holding->kept_points = points;
  holding->kept = g_strdup (places);
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

          forget_spots (holding);

          if (!holding->changed)
            g_clear_pointer (&holding->places, g_array_unref);
        }
    }
}

GArray *
clinic_scalp_holding_get_places (ClinicScalpHolding *self,
                                 const char         *zone,
                                 gboolean            male)
{
  if (self->places == NULL)
    self->places = clinic_scalp_places_parse (self->kept);

  if (self->places == NULL)
    self->places = clinic_scalp_places_spread (male, zone, self->points);

  return self->places;
}

GArray *
clinic_scalp_holding_get_spots (ClinicScalpHolding *self,
                                const char         *zone,
                                ClinicScalpView     view,
                                gboolean            male)
{
  if (self->spots[view] == NULL)
    self->spots[view] =
      clinic_scalp_places_see (clinic_scalp_holding_get_places (self, zone, male), zone, male, view);

  return self->spots[view];
}

/* The places of today, about to be changed. */
static GArray *
open_places (ClinicScalpLayers   *self,
             const char          *zone,
             gboolean             male,
             ClinicScalpHolding **opened)
{
  ClinicScalpHolding *holding = g_hash_table_lookup (self->zones[CLINIC_SCALP_TODAY], zone);

  if (holding == NULL)
    {
      holding = g_new0 (ClinicScalpHolding, 1);
      holding->places = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));
      g_hash_table_insert (self->zones[CLINIC_SCALP_TODAY], g_strdup (zone), holding);
    }

  holding->changed = TRUE;
  forget_spots (holding);
  *opened = holding;

  return clinic_scalp_holding_get_places (holding, zone, male);
}

guint
clinic_scalp_layers_add_place (ClinicScalpLayers *self,
                               const char        *zone,
                               gboolean           male,
                               ClinicScalpPlace   place)
{
  ClinicScalpHolding *holding;
  GArray *places = open_places (self, zone, male, &holding);

  g_array_append_val (places, place);
  holding->points = places->len;

  return places->len;
}

void
clinic_scalp_layers_take_place (ClinicScalpLayers *self,
                                const char        *zone,
                                gboolean           male,
                                guint              nth)
{
  ClinicScalpHolding *holding;
  GArray *places = open_places (self, zone, male, &holding);

  g_return_if_fail (nth < places->len);

  g_array_remove_index (places, nth);
  holding->points = places->len;
}

void
clinic_scalp_layers_move_place (ClinicScalpLayers *self,
                                const char        *zone,
                                gboolean           male,
                                guint              nth,
                                ClinicScalpPlace   place)
{
  ClinicScalpHolding *holding;
  GArray *places = open_places (self, zone, male, &holding);

  g_return_if_fail (nth < places->len);

  g_array_index (places, ClinicScalpPlace, nth) = place;
}

void
clinic_scalp_layers_take_back (ClinicScalpLayers *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->zones[CLINIC_SCALP_TODAY]);

  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ClinicScalpHolding *holding = value;

      if (!holding->changed)
        continue;

      forget_spots (holding);
      g_clear_pointer (&holding->places, g_array_unref);
      holding->points = holding->kept_points;
      holding->changed = FALSE;

      if (holding->points == 0)
        g_hash_table_iter_remove (&iter);
    }
}

char **
clinic_scalp_layers_dup_changed (ClinicScalpLayers *self)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer zone;
  gpointer value;

  g_hash_table_iter_init (&iter, self->zones[CLINIC_SCALP_TODAY]);

  while (g_hash_table_iter_next (&iter, &zone, &value))
    {
      ClinicScalpHolding *holding = value;

      if (!holding->changed)
        continue;

      g_ptr_array_add (list, g_strdup (zone));
      g_ptr_array_add (list, clinic_scalp_places_format (holding->places));
    }

  g_ptr_array_add (list, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

const char *
clinic_scalp_layers_find_point (ClinicScalpLayers *self,
                                ClinicScalpView    view,
                                gboolean           male,
                                ClinicScalpPoint   at,
                                double             reach,
                                guint             *nth)
{
  const char *found = NULL;
  GHashTableIter iter;
  gpointer zone;
  gpointer holding;

  g_hash_table_iter_init (&iter, self->zones[CLINIC_SCALP_TODAY]);

  while (g_hash_table_iter_next (&iter, &zone, &holding))
    {
      GArray *spots = clinic_scalp_holding_get_spots (holding, zone, view, male);

      for (guint i = 0; i < spots->len; i++)
        {
          ClinicScalpSpot *spot = &g_array_index (spots, ClinicScalpSpot, i);
          double distance = hypot (spot->at.x - at.x, spot->at.y - at.y);

          if (distance <= reach)
            {
              reach = distance;
              found = zone;
              *nth = spot->nth;
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
      ClinicScalpMark mark = { zone, layer, holding->points, NULL, holding->volume };

      /* Where hundreds of points lie takes long to find out. */
      if (layer < CLINIC_SCALP_SUM)
        mark.spots = clinic_scalp_holding_get_spots (holding, zone, view, male);

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
    add_marks (self, marks, CLINIC_SCALP_SUM, view, male);
  else
    {
      add_marks (self, marks, CLINIC_SCALP_COURSE, view, male);
      add_marks (self, marks, CLINIC_SCALP_BEFORE, view, male);
      add_marks (self, marks, CLINIC_SCALP_TODAY, view, male);
    }

  add_marks (self, marks, CLINIC_SCALP_REACTIONS, view, male);

  return marks;
}
