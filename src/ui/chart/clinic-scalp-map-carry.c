/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points that are chosen together and dragged by the pointer: they keep how they lie to each other, and
 * stop where one of them would leave its zone. */

#include "config.h"

#include "clinic-scalp-map-private.h"

/* Halvings of the way to what is in the way: less than a unit of the view. */
#define HALVINGS 8

static const ClinicScalpChosen *
get_chosen (ClinicScalpMap *self,
            guint           nth)
{
  return &g_array_index (self->chosen, ClinicScalpChosen, nth);
}

static gboolean
find_goal (ClinicScalpMap   *self,
           guint             nth,
           ClinicScalpPoint  by,
           ClinicScalpPlace *goal)
{
  ClinicScalpPoint start = g_array_index (self->carried, ClinicScalpPoint, nth);

  return clinic_scalp_map_find_goal (self, get_chosen (self, nth),
                                     (ClinicScalpPoint) { start.x + by.x, start.y + by.y }, goal);
}

/* Which could not go on last time is likely to be the one again. */
static gboolean
may_carry (ClinicScalpMap   *self,
           ClinicScalpPoint  by)
{
  ClinicScalpPlace goal;

  if (self->obstacle < self->carried->len && !find_goal (self, self->obstacle, by, &goal))
    return FALSE;

  for (guint i = 0; i < self->carried->len; i++)
    {
      if (!find_goal (self, i, by, &goal))
        {
          self->obstacle = i;
          return FALSE;
        }
    }

  return TRUE;
}

/* As far on the way from where they may be as they may. */
static ClinicScalpPoint
go (ClinicScalpMap   *self,
    ClinicScalpPoint  from,
    ClinicScalpPoint  to)
{
  if (may_carry (self, to))
    return to;

  for (guint i = 0; i < HALVINGS; i++)
    {
      ClinicScalpPoint half = { (from.x + to.x) / 2, (from.y + to.y) / 2 };

      if (may_carry (self, half))
        from = half;
      else
        to = half;
    }

  return from;
}

void
clinic_scalp_map_take_up (ClinicScalpMap *self)
{
  g_clear_pointer (&self->carried, g_array_unref);
  self->carried = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPoint));
  self->carried_by = (ClinicScalpPoint) { 0, 0 };
  self->obstacle = G_MAXUINT;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      ClinicScalpPoint at;

      if (!clinic_scalp_map_find_spot (self, get_chosen (self, i), &at))
        {
          g_clear_pointer (&self->carried, g_array_unref);
          return;
        }

      g_array_append_val (self->carried, at);
    }
}

void
clinic_scalp_map_carry_to (ClinicScalpMap   *self,
                           ClinicScalpPoint  at)
{
  ClinicScalpPoint by = self->carried_by;
  ClinicScalpPoint wanted = { at.x - self->band_from.x, at.y - self->band_from.y };

  /* They became others meanwhile. */
  if (self->carried->len != self->chosen->len)
    {
      clinic_scalp_map_give_up (self);
      return;
    }

  /* Along an edge they slide. */
  if (may_carry (self, wanted))
    by = wanted;
  else
    {
      by = go (self, by, (ClinicScalpPoint) { wanted.x, by.y });
      by = go (self, by, (ClinicScalpPoint) { by.x, wanted.y });
    }

  self->carried_by = by;

  for (guint i = 0; i < self->carried->len; i++)
    {
      const ClinicScalpChosen *chosen = get_chosen (self, i);
      ClinicScalpPlace goal;

      if (find_goal (self, i, by, &goal))
        clinic_scalp_layers_move_place (self->layers, chosen->zone, self->male, chosen->nth, goal);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
clinic_scalp_map_give_up (ClinicScalpMap *self)
{
  if (!self->dragging)
    return FALSE;

  self->dragging = FALSE;
  self->stroking = FALSE;
  self->banding = FALSE;
  g_clear_pointer (&self->carried, g_array_unref);
  g_clear_pointer (&self->dragged, g_free);
  clinic_scalp_layers_take_back (self->layers);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}
