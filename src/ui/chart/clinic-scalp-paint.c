/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-paint.h"

/* ml per cm² that the heat map shows as its hottest. */
#define HOTTEST 0.12

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
begin (cairo_t *cr,
       double   size)
{
  cairo_save (cr);
  cairo_scale (cr, size / CLINIC_SCALP_SIZE, size / CLINIC_SCALP_SIZE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
}

/* Lines as wide on paper as on a small screen. */
static double
width (double size,
       double pixels)
{
  return pixels * CLINIC_SCALP_SIZE / size;
}

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
    set_colour (cr, &look->accent, mark != NULL ? 0.22 : 0.12);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_fill_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);

  if (g_strcmp0 (zone, look->hovered) == 0)
    {
      set_colour (cr, &look->accent, 0.14);
      cairo_fill_preserve (cr);
    }
}

/* Hair falls away from the whorl at the vertex. */
static ClinicScalpPoint
get_whorl (ClinicScalpView view)
{
  static const ClinicScalpPoint whorls[] = {
    { 520, 700 }, { 500, -160 }, { 512, 290 }, { 742, 236 }, { 258, 236 }
  };

  return whorls[view];
}

static void
paint_hair (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look)
{
  ClinicScalpPoint whorl = get_whorl (look->view);

  cairo_set_line_width (cr, width (size, 0.8));
  set_colour (cr, &look->ink, 0.07);

  for (int i = 0; i < 72; i++)
    {
      double angle = i * G_PI / 36;
      double bend = 0.5;

      cairo_move_to (cr, whorl.x + 36 * cos (angle), whorl.y + 36 * sin (angle));
      cairo_curve_to (cr, whorl.x + 260 * cos (angle + bend * 0.4),
                      whorl.y + 260 * sin (angle + bend * 0.4),
                      whorl.x + 560 * cos (angle + bend * 0.8),
                      whorl.y + 560 * sin (angle + bend * 0.8),
                      whorl.x + 900 * cos (angle + bend), whorl.y + 900 * sin (angle + bend));
      /* One by one: all in a path are slow to stroke. */
      cairo_stroke (cr);
    }
}

static void
paint_skin (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look)
{
  clinic_scalp_path_features (cr, look->view);
  set_colour (cr, &look->ink, 0.30);
  cairo_set_line_width (cr, width (size, 1.4));
  cairo_stroke (cr);

  clinic_scalp_path_head (cr, look->view);
  set_colour (cr, &look->ink, 0.05);
  cairo_fill_preserve (cr);
  set_colour (cr, &look->ink, 0.45);
  cairo_set_line_width (cr, width (size, 1.8));
  cairo_stroke (cr);

  clinic_scalp_path_features (cr, look->view);
  set_colour (cr, &look->ink, 0.30);
  cairo_set_line_width (cr, width (size, 1.4));
  cairo_stroke (cr);
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
  cairo_set_line_width (cr, width (size, 1.1));

  for (int i = clinic_scalp_n_outlines (look->view) - 1; i >= 0; i--)
    {
      const char *zone = clinic_scalp_outline (look->view, i);

      cairo_new_path (cr);
      clinic_scalp_path_zone (cr, look->view, zone);
      tint (cr, look, marks, zone);
      set_colour (cr, &look->ink, 0.28);
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
      set_colour (cr, &look->accent, 1);
      cairo_set_line_width (cr, width (size, 5));

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
clinic_scalp_paint_head (cairo_t               *cr,
                         double                 size,
                         const ClinicScalpLook *look,
                         GArray                *marks)
{
  begin (cr, size);
  paint_skin (cr, size, look);

  cairo_save (cr);
  cairo_new_path (cr);
  clinic_scalp_path_scalp (cr, look->view, look->male);
  cairo_clip_preserve (cr);
  set_colour (cr, &look->ink, 0.06);
  cairo_fill (cr);
  paint_hair (cr, size, look);

  paint_zones (cr, size, look, marks);

  if (look->selected != NULL)
    paint_selected (cr, size, look);

  cairo_restore (cr);

  cairo_new_path (cr);
  clinic_scalp_path_scalp (cr, look->view, look->male);
  set_colour (cr, &look->ink, 0.55);
  cairo_set_line_width (cr, width (size, 1.6));
  cairo_stroke (cr);
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
      set_colour (cr, &look->ink, 0.45);
      cairo_set_line_width (cr, width (size, 1));
      cairo_stroke (cr);
    }
  else
    {
      set_colour (cr, &look->accent, 1);
      cairo_fill (cr);
    }
}

void
clinic_scalp_paint_points (cairo_t               *cr,
                           double                 size,
                           const ClinicScalpLook *look,
                           GArray                *marks)
{
  begin (cr, size);

  for (guint i = 0; i < marks->len && !look->heat; i++)
    paint_mark (cr, size, look, &g_array_index (marks, ClinicScalpMark, i));

  cairo_restore (cr);
}
