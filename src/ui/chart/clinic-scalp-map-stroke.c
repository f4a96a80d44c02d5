/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points that are added, taken away or moved one by one, by whatever hand. */

#include "config.h"

#include <math.h>

#include "clinic-scalp-map-private.h"

/* A head 155 mm wide is drawn 660 units wide. */
#define UNITS_PER_MM (660 / 155.0)

double
clinic_scalp_map_get_spacing (ClinicScalpMap *self)
{
  return self->spacing * UNITS_PER_MM;
}

double
clinic_scalp_map_get_reach (ClinicScalpMap *self,
                            double          pixels)
{
  return pixels * CLINIC_SCALP_SIZE / clinic_scalp_map_get_frame (self).size;
}

static gboolean
erase (ClinicScalpMap   *self,
       ClinicScalpPoint  at,
       double            reach)
{
  gboolean any = FALSE;
  guint nth;
  const char *zone;

  while ((zone = clinic_scalp_layers_find_point (self->layers, self->view, self->male, at, reach,
                                                 &nth)) != NULL)
    {
      g_autofree char *name = g_strdup (zone);

      clinic_scalp_layers_take_place (self->layers, name, self->male, nth);
      any = TRUE;
    }

  return any;
}

gboolean
clinic_scalp_map_dab (ClinicScalpMap   *self,
                      ClinicScalpPoint  at,
                      gboolean          take,
                      double            reach)
{
  const char *zone = clinic_scalp_zone_at (self->view, self->male, at.x, at.y);
  ClinicScalpPlace place = { self->view, { floor (at.x + 0.5), floor (at.y + 0.5) } };

  if (take)
    return erase (self, at, reach);

  if (zone == NULL)
    return FALSE;

  clinic_scalp_layers_add_place (self->layers, zone, self->male, place);

  return TRUE;
}

void
clinic_scalp_map_stroke_to (ClinicScalpMap   *self,
                            ClinicScalpPoint  at,
                            double            reach)
{
  double away = hypot (at.x - self->stroked.x, at.y - self->stroked.y);
  double spacing = clinic_scalp_map_get_spacing (self);
  double step = self->erasing ? reach : spacing;

  /* A pointer that is quick leaves no gaps. */
  for (; away >= step; away -= step)
    {
      guint nth;

      self->stroked.x += (at.x - self->stroked.x) * step / away;
      self->stroked.y += (at.y - self->stroked.y) * step / away;

      /* What is there already is not doubled. */
      if (self->erasing ||
          clinic_scalp_layers_find_point (self->layers, self->view, self->male, self->stroked,
                                          spacing * 0.6, &nth) == NULL)
        clinic_scalp_map_dab (self, self->stroked, self->erasing, reach);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
clinic_scalp_map_move_point (ClinicScalpMap   *self,
                             const char       *zone,
                             guint             nth,
                             ClinicScalpPoint  to)
{
  ClinicScalpPlace place = { self->view, { floor (to.x + 0.5), floor (to.y + 0.5) } };

  if (g_strcmp0 (clinic_scalp_zone_at (self->view, self->male, place.at.x, place.at.y), zone) != 0)
    return FALSE;

  clinic_scalp_layers_move_place (self->layers, zone, self->male, nth, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

void
clinic_scalp_map_end_stroke (ClinicScalpMap *self)
{
  g_auto(GStrv) changed = clinic_scalp_layers_dup_changed (self->layers);

  self->stroking = FALSE;
  g_clear_pointer (&self->dragged, g_free);

  if (changed[0] != NULL)
    g_signal_emit_by_name (self, "places-changed", changed);
}
