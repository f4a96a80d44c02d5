/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-paint.h"

/* From pale yellow by orange to red, never so deep that a name on it is lost in light or dark. */
void
clinic_scalp_heat_colour (double   share,
                          GdkRGBA *colour)
{
  float t = (float) CLAMP (share, 0, 1);

  colour->red = 0.98f - 0.16f * t * t;
  colour->green = 0.84f - 0.66f * t;
  colour->blue = 0.36f - 0.18f * t;
  colour->alpha = 0.32f + 0.42f * t;
}

double
clinic_scalp_find_density (const char *zone,
                           gint64      volume,
                           gint64      whole)
{
  double area = clinic_scalp_area (zone);
  double all = clinic_scalp_area ("whole_scalp");
  gboolean own = !g_str_equal (zone, "whole_scalp");

  return (own && area > 0 ? volume / 1000.0 / area : 0) + (all > 0 ? whole / 1000.0 / all : 0);
}

static const ClinicScalpMark *
find_mark (GArray           *marks,
           const char       *zone,
           ClinicScalpLayer  layer)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->layer == layer && g_strcmp0 (mark->zone, zone) == 0 && mark->points > 0)
        return mark;
    }

  return NULL;
}

static double
find_heat (GArray     *marks,
           const char *zone)
{
  const ClinicScalpMark *mark = find_mark (marks, zone, CLINIC_SCALP_SUM);
  const ClinicScalpMark *whole = find_mark (marks, "whole_scalp", CLINIC_SCALP_SUM);

  return clinic_scalp_find_density (zone, mark != NULL ? mark->volume : 0, whole != NULL ? whole->volume : 0);
}

double
clinic_scalp_find_hottest (GArray *marks)
{
  static const double ends[] = { 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10 };
  double most = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->layer == CLINIC_SCALP_SUM)
        most = MAX (most, find_heat (marks, mark->zone));
    }

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (ends[i] >= most)
        return ends[i];
    }

  return most;
}

/* What a zone is filled with says what it holds; what lies below its path gives way. */
static void
tint (cairo_t               *cr,
      const ClinicScalpLook *look,
      GArray                *marks,
      const char            *zone)
{
  gboolean whole = find_mark (marks, "whole_scalp", CLINIC_SCALP_TODAY) != NULL;
  gboolean own = find_mark (marks, zone, CLINIC_SCALP_TODAY) != NULL;
  double heat = look->heat ? find_heat (marks, zone) : 0;
  GdkRGBA colour;

  if (heat > 0)
    {
      clinic_scalp_heat_colour (heat / look->hottest, &colour);
      gdk_cairo_set_source_rgba (cr, &colour);
    }
  else if (!look->heat && (own || whole))
    clinic_scalp_set_colour (cr, &look->accent, own ? 0.22 : 0.12);
  else
    cairo_set_source_rgba (cr, 0, 0, 0, 0);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_fill_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
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
  cairo_set_line_width (cr, clinic_scalp_width (size, 1.1));

  for (int i = clinic_scalp_n_outlines (look->view) - 1; i >= 0; i--)
    {
      const char *zone = clinic_scalp_outline (look->view, i);

      cairo_new_path (cr);
      clinic_scalp_path_zone (cr, look->view, zone);
      tint (cr, look, marks, zone);
      clinic_scalp_set_colour (cr, &look->ink, look->strong ? 0.9 : 0.34);
      cairo_stroke (cr);
    }
}

/* Leaves of the scalp what is seen of a zone; FALSE when that is nothing. The caller restores @cr. */
static gboolean
begin_zone (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look,
            const char            *zone,
            guint                 *nth)
{
  clinic_scalp_begin (cr, size);
  cairo_new_path (cr);
  clinic_scalp_path_scalp (cr, look->view, look->male);
  cairo_clip (cr);

  for (*nth = 0; *nth < clinic_scalp_n_outlines (look->view); ++*nth)
    {
      if (g_strcmp0 (clinic_scalp_outline (look->view, *nth), zone) == 0)
        {
          clip_to_zone (cr, look->view, *nth);
          return TRUE;
        }
    }

  return FALSE;
}

/* Outlined inside its own edge. */
void
clinic_scalp_paint_selected (cairo_t               *cr,
                             double                 size,
                             const ClinicScalpLook *look)
{
  guint nth;

  if (begin_zone (cr, size, look, look->selected, &nth))
    {
      clinic_scalp_set_colour (cr, &look->accent, 1);
      cairo_set_line_width (cr, clinic_scalp_width (size, 5));

      for (guint i = 0; i <= nth; i++)
        {
          cairo_new_path (cr);
          clinic_scalp_path_zone (cr, look->view, clinic_scalp_outline (look->view, i));
          cairo_stroke (cr);
        }

      cairo_new_path (cr);
      clinic_scalp_path_scalp (cr, look->view, look->male);
      cairo_stroke (cr);
    }

  cairo_restore (cr);
}

void
clinic_scalp_paint_hovered (cairo_t               *cr,
                            double                 size,
                            const ClinicScalpLook *look)
{
  guint nth;

  if (begin_zone (cr, size, look, look->hovered, &nth))
    {
      clinic_scalp_set_colour (cr, &look->accent, 0.14);
      cairo_paint (cr);
    }

  cairo_restore (cr);
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
  cairo_restore (cr);
}

double
clinic_scalp_point_radius (double size)
{
  return CLAMP (size / 190, 2.4, 6);
}

/* A triangle with a stroke in it. */
void
clinic_scalp_paint_reaction (cairo_t               *cr,
                             const ClinicScalpLook *look)
{
  const double half = 8;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, 0, -half);
  cairo_line_to (cr, half, half * 0.8);
  cairo_line_to (cr, -half, half * 0.8);
  cairo_close_path (cr);
  clinic_scalp_set_colour (cr, &look->page, 1);
  cairo_set_line_width (cr, 4.5);
  cairo_stroke_preserve (cr);
  clinic_scalp_set_colour (cr, &look->warning, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
  clinic_scalp_set_colour (cr, &look->page, 1);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, 0, -half * 0.35);
  cairo_line_to (cr, 0, half * 0.2);
  cairo_move_to (cr, 0, half * 0.5);
  cairo_line_to (cr, 0, half * 0.5);
  cairo_stroke (cr);
}
