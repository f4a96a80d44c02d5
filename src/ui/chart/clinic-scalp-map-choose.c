/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Today's points that are chosen together: by a rectangle drawn around them or by the keyboard; then
 * moved or taken away, all of them as one stroke. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-scalp-map-private.h"

static void
tell (ClinicScalpMap *self)
{
  g_autofree char *words = NULL;

  if (self->chosen->len > 0)
    words = g_strdup_printf (ngettext ("%u point selected", "%u points selected", self->chosen->len),
                             self->chosen->len);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "chosen");
}

gboolean
clinic_scalp_map_is_chosen (ClinicScalpMap *self,
                            const char     *zone,
                            guint           nth)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const ClinicScalpChosen *chosen = &g_array_index (self->chosen, ClinicScalpChosen, i);

      if (chosen->nth == nth && g_str_equal (chosen->zone, zone))
        return TRUE;
    }

  return FALSE;
}

static void
choose (ClinicScalpMap *self,
        const char     *zone,
        guint           nth)
{
  ClinicScalpChosen chosen = { g_intern_string (zone), nth };

  if (!clinic_scalp_map_is_chosen (self, zone, nth))
    g_array_append_val (self->chosen, chosen);
}

void
clinic_scalp_map_choose_none (ClinicScalpMap *self)
{
  if (self->chosen->len == 0)
    return;

  g_array_set_size (self->chosen, 0);
  tell (self);
}

void
clinic_scalp_map_forget_chosen (ClinicScalpMap *self,
                                const char     *zone)
{
  guint before = self->chosen->len;

  for (guint i = self->chosen->len; i > 0; i--)
    {
      if (g_str_equal (g_array_index (self->chosen, ClinicScalpChosen, i - 1).zone, zone))
        g_array_remove_index (self->chosen, i - 1);
    }

  if (self->chosen->len != before)
    tell (self);
}

/* Those of the view in a rectangle, or in a zone; NULL: in any. */
static void
choose_some (ClinicScalpMap        *self,
             const graphene_rect_t *in,
             const char            *zone)
{
  g_autoptr(GArray) marks = clinic_scalp_layers_list_marks (self->layers, self->view, self->male, FALSE);

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->layer != CLINIC_SCALP_TODAY || (zone != NULL && g_strcmp0 (mark->zone, zone) != 0))
        continue;

      for (guint j = 0; j < mark->spots->len; j++)
        {
          const ClinicScalpSpot *spot = &g_array_index (mark->spots, ClinicScalpSpot, j);

          if (in == NULL ||
              graphene_rect_contains_point (in, &GRAPHENE_POINT_INIT (spot->at.x, spot->at.y)))
            choose (self, mark->zone, spot->nth);
        }
    }

  tell (self);
}

void
clinic_scalp_map_choose_in (ClinicScalpMap   *self,
                            ClinicScalpPoint  from,
                            ClinicScalpPoint  to,
                            gboolean          adds)
{
  graphene_rect_t in = GRAPHENE_RECT_INIT (MIN (from.x, to.x), MIN (from.y, to.y),
                                           ABS (to.x - from.x), ABS (to.y - from.y));

  if (!adds)
    g_array_set_size (self->chosen, 0);

  choose_some (self, &in, NULL);
}

void
clinic_scalp_map_choose_all (ClinicScalpMap *self)
{
  guint before = self->chosen->len;

  if (clinic_scalp_layers_find (self->layers, CLINIC_SCALP_TODAY, self->selected) != NULL)
    choose_some (self, NULL, self->selected);

  /* All of the zone are chosen already. */
  if (self->chosen->len == before)
    choose_some (self, NULL, NULL);
}

gboolean
clinic_scalp_map_find_spot (ClinicScalpMap          *self,
                            const ClinicScalpChosen *chosen,
                            ClinicScalpPoint        *at)
{
  ClinicScalpHolding *holding = clinic_scalp_layers_find (self->layers, CLINIC_SCALP_TODAY, chosen->zone);
  GArray *spots = holding != NULL ? clinic_scalp_holding_get_spots (holding, chosen->zone, self->view, self->male)
                                  : NULL;

  for (guint i = 0; spots != NULL && i < spots->len; i++)
    {
      const ClinicScalpSpot *spot = &g_array_index (spots, ClinicScalpSpot, i);

      if (spot->nth != chosen->nth)
        continue;

      *at = spot->at;
      return TRUE;
    }

  return FALSE;
}

gboolean
clinic_scalp_map_find_goal (ClinicScalpMap          *self,
                            const ClinicScalpChosen *chosen,
                            ClinicScalpPoint         to,
                            ClinicScalpPlace        *goal)
{
  const char *zone;

  goal->view = self->view;
  goal->at.x = floor (to.x + 0.5);
  goal->at.y = floor (to.y + 0.5);
  zone = clinic_scalp_zone_at (self->view, self->male, goal->at.x, goal->at.y);

  return zone != NULL && (g_str_equal (zone, chosen->zone) || g_str_equal (chosen->zone, "whole_scalp"));
}

gboolean
clinic_scalp_map_move_chosen (ClinicScalpMap *self,
                              double          by_x,
                              double          by_y)
{
  g_autoptr(GArray) goals = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));

  if (self->chosen->len == 0 || !self->editable || self->heat)
    return FALSE;

  /* All of them or none: they keep how they lie to each other. */
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const ClinicScalpChosen *chosen = &g_array_index (self->chosen, ClinicScalpChosen, i);
      ClinicScalpPlace goal;
      ClinicScalpPoint at;

      if (!clinic_scalp_map_find_spot (self, chosen, &at) ||
          !clinic_scalp_map_find_goal (self, chosen, (ClinicScalpPoint) { at.x + by_x, at.y + by_y }, &goal))
        return TRUE;

      g_array_append_val (goals, goal);
    }

  for (guint i = 0; i < goals->len; i++)
    {
      const ClinicScalpChosen *chosen = &g_array_index (self->chosen, ClinicScalpChosen, i);

      clinic_scalp_layers_move_place (self->layers, chosen->zone, self->male, chosen->nth,
                                      g_array_index (goals, ClinicScalpPlace, i));
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
  clinic_scalp_map_end_stroke (self);

  return TRUE;
}

static int
compare_nth (gconstpointer a,
             gconstpointer b)
{
  const ClinicScalpChosen *first = a;
  const ClinicScalpChosen *second = b;

  return (first->nth < second->nth) - (first->nth > second->nth);
}

gboolean
clinic_scalp_map_take_chosen (ClinicScalpMap *self)
{
  g_autoptr(GArray) taken = NULL;

  if (self->chosen->len == 0 || !self->editable || self->heat)
    return FALSE;

  taken = g_array_copy (self->chosen);
  clinic_scalp_map_choose_none (self);

  /* The last of a zone first: the others keep their numbers. */
  g_array_sort (taken, compare_nth);

  for (guint i = 0; i < taken->len; i++)
    {
      const ClinicScalpChosen *chosen = &g_array_index (taken, ClinicScalpChosen, i);

      clinic_scalp_layers_take_place (self->layers, chosen->zone, self->male, chosen->nth);
    }

  clinic_scalp_map_end_stroke (self);

  return TRUE;
}

GArray *
clinic_scalp_map_new_chosen (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ClinicScalpChosen));
}
