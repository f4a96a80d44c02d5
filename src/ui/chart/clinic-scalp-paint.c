/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-paint.h"

/* ml per cm² that the heat map shows as its hottest. */
#define HOTTEST 0.12

/* From pale yellow by orange to red, never so deep that a name on it is lost in light or dark. */
static void
set_heat (cairo_t *cr,
          double   share)
{
  double t = CLAMP (share, 0, 1);

  cairo_set_source_rgba (cr, 0.97 - 0.05 * t, 0.82 - 0.52 * t, 0.38 - 0.16 * t, 0.30 + 0.42 * t);
}

static const ClinicScalpMark *
find_mark (GArray     *marks,
           const char *zone,
           gboolean    ghost)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->ghost == ghost && g_strcmp0 (mark->zone, zone) == 0 && mark->points > 0)
        return mark;
    }

  return NULL;
}

/* What a zone is filled with says what it holds; what lies below its path gives way. */
static void
tint (cairo_t               *cr,
      const ClinicScalpLook *look,
      GArray                *marks,
      const char            *zone)
{
  const ClinicScalpMark *mark = find_mark (marks, zone, FALSE);

  if (look->heat && mark != NULL && clinic_scalp_area (zone) > 0)
    set_heat (cr, mark->volume / 1000.0 / clinic_scalp_area (zone) / HOTTEST);
  else if (!look->heat && (mark != NULL || find_mark (marks, "whole_scalp", FALSE) != NULL))
    clinic_scalp_set_colour (cr, &look->accent, mark != NULL ? 0.22 : 0.12);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_fill_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);

  if (g_strcmp0 (zone, look->hovered) == 0)
    {
      clinic_scalp_set_colour (cr, &look->accent, 0.14);
      cairo_fill_preserve (cr);
    }
}

/* Clips to what is left of a zone after those before it in order. */
static void
clip_to_zone (cairo_t         *cr,
              ClinicScalpView  view,
              guint            nth)
{
  clinic_scalp_path_zone (cr, view, clinic_scalp_outline (view, nth));
  cairo_clip (cr);

  for (guint i = 0; i < nth; i++)
    {
      cairo_rectangle (cr, -10, -10, CLINIC_SCALP_SIZE + 20, CLINIC_SCALP_SIZE + 20);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      clinic_scalp_path_zone (cr, view, clinic_scalp_outline (view, i));
      cairo_clip (cr);
    }

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}

/* From the last to the first each zone covers those below it, as it does in zone_at (). */
static void
paint_zones (cairo_t               *cr,
             double                 size,
             const ClinicScalpLook *look,
             GArray                *marks)
{
  cairo_push_group (cr);
  cairo_set_line_width (cr, clinic_scalp_width (size, 1.1));

  for (int i = clinic_scalp_n_outlines (look->view) - 1; i >= 0; i--)
    {
      const char *zone = clinic_scalp_outline (look->view, i);

      cairo_new_path (cr);
      clinic_scalp_path_zone (cr, look->view, zone);
      tint (cr, look, marks, zone);
      clinic_scalp_set_colour (cr, &look->ink, 0.28);
      cairo_stroke (cr);
    }

  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

/* The chosen one is outlined inside its own edge. */
static void
paint_selected (cairo_t               *cr,
                double                 size,
                const ClinicScalpLook *look)
{
  for (guint i = 0; i < clinic_scalp_n_outlines (look->view); i++)
    {
      if (g_strcmp0 (clinic_scalp_outline (look->view, i), look->selected) != 0)
        continue;

      cairo_save (cr);
      clip_to_zone (cr, look->view, i);
      clinic_scalp_set_colour (cr, &look->accent, 1);
      cairo_set_line_width (cr, clinic_scalp_width (size, 5));

      for (guint j = 0; j <= i; j++)
        {
          cairo_new_path (cr);
          clinic_scalp_path_zone (cr, look->view, clinic_scalp_outline (look->view, j));
          cairo_stroke (cr);
        }

      cairo_new_path (cr);
      clinic_scalp_path_scalp (cr, look->view, look->male);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
}

void
clinic_scalp_paint_marks (cairo_t               *cr,
                          double                 size,
                          const ClinicScalpLook *look,
                          GArray                *marks)
{
  clinic_scalp_begin (cr, size);
  cairo_new_path (cr);
  clinic_scalp_path_scalp (cr, look->view, look->male);
  cairo_clip (cr);

  paint_zones (cr, size, look, marks);

  if (look->selected != NULL)
    paint_selected (cr, size, look);

  cairo_restore (cr);
}

double
clinic_scalp_point_radius (double size)
{
  return CLAMP (3.2, 2.2, size / 90) * CLINIC_SCALP_SIZE / MAX (size, 1);
}

static void
paint_mark (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look,
            const ClinicScalpMark *mark)
{
  double radius = clinic_scalp_point_radius (size);

  for (guint i = 0; mark->places != NULL && i < mark->places->len; i++)
    {
      ClinicScalpPoint *point = &g_array_index (mark->places, ClinicScalpPoint, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, point->x, point->y, mark->ghost ? radius * 1.5 : radius, 0, 2 * G_PI);
    }

  if (mark->ghost)
    {
      clinic_scalp_set_colour (cr, &look->ink, 0.45);
      cairo_set_line_width (cr, clinic_scalp_width (size, 1));
      cairo_stroke (cr);
    }
  else
    {
      clinic_scalp_set_colour (cr, &look->accent, 1);
      cairo_fill (cr);
    }
}

void
clinic_scalp_paint_points (cairo_t               *cr,
                           double                 size,
                           const ClinicScalpLook *look,
                           GArray                *marks)
{
  clinic_scalp_begin (cr, size);

  for (guint i = 0; i < marks->len && !look->heat; i++)
    paint_mark (cr, size, look, &g_array_index (marks, ClinicScalpMark, i));

  cairo_restore (cr);
}
