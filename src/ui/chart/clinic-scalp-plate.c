/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-scalp-paint.h"

/* The head as a plate of an atlas has it: a fine outline, a little shade on the side away from the
 * light, hair in single strokes that fall away from the whorl. */

#define STRANDS 900

/* How much smaller the shade is painted. */
#define SOFT 4.0

/* Below this it fades, as the neck is not the matter. */
#define FADE_FROM 900.0
#define FADE_TO   962.0

void
clinic_scalp_set_colour (cairo_t       *cr,
                         const GdkRGBA *colour,
                         double         alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

void
clinic_scalp_begin (cairo_t *cr,
                    double   size)
{
  cairo_save (cr);
  cairo_scale (cr, size / CLINIC_SCALP_SIZE, size / CLINIC_SCALP_SIZE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
}

double
clinic_scalp_width (double size,
                    double pixels)
{
  return pixels * CLINIC_SCALP_SIZE / size;
}

static void
set_fading (cairo_t               *cr,
            const ClinicScalpLook *look,
            double                 alpha)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, FADE_FROM, 0, FADE_TO);
  const GdkRGBA *ink = &look->ink;

  if (look->view == CLINIC_SCALP_TOP)
    cairo_pattern_add_color_stop_rgba (pattern, 1, ink->red, ink->green, ink->blue,
                                       ink->alpha * alpha);
  else
    {
      cairo_pattern_add_color_stop_rgba (pattern, 0, ink->red, ink->green, ink->blue,
                                         ink->alpha * alpha);
      cairo_pattern_add_color_stop_rgba (pattern, 1, ink->red, ink->green, ink->blue, 0);
    }

  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
stroke_fading (cairo_t               *cr,
               double                 size,
               const ClinicScalpLook *look,
               double                 pixels,
               double                 alpha)
{
  set_fading (cr, look, alpha);
  cairo_set_line_width (cr, clinic_scalp_width (size, pixels));
  cairo_stroke (cr);
}

static gboolean
is_dark (const ClinicScalpLook *look)
{
  return look->ink.red + look->ink.green + look->ink.blue > 1.5;
}

/* Skin is a little warmer than the page; with high contrast there is but ink. */
static void
set_skin (cairo_t               *cr,
          const ClinicScalpLook *look)
{
  cairo_pattern_t *pattern;
  double alpha = is_dark (look) ? 0.15 : 0.24;

  if (look->strong)
    {
      set_fading (cr, look, 0.035);
      return;
    }

  pattern = cairo_pattern_create_linear (0, FADE_FROM, 0, FADE_TO);
  cairo_pattern_add_color_stop_rgba (pattern, 0, 0.96, 0.82, 0.72, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, 0.96, 0.82, 0.72,
                                     look->view == CLINIC_SCALP_TOP ? alpha : 0);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Only what the head does not hide. */
static void
paint_ears (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look)
{
  cairo_save (cr);
  cairo_rectangle (cr, -100, -100, CLINIC_SCALP_SIZE + 200, CLINIC_SCALP_SIZE + 200);
  clinic_scalp_path_head (cr, look->view);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  cairo_new_path (cr);
  clinic_scalp_path_ears (cr, look->view);
  set_skin (cr, look);
  cairo_fill_preserve (cr);
  set_fading (cr, look, 0.05);
  cairo_fill_preserve (cr);
  stroke_fading (cr, size, look, 1.3, 0.5);
  cairo_restore (cr);
}

/* The head's rim, softer and softer inwards, as a mask. It is so soft that it may be small. */
static cairo_surface_t *
make_shade (ClinicScalpView view,
            double          away)
{
  const int steps = 14;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, CLINIC_SCALP_SIZE / SOFT,
                                                         CLINIC_SCALP_SIZE / SOFT);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 1 / SOFT, 1 / SOFT);
  cairo_translate (cr, away, away * 0.8);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.15 / steps);

  for (int i = 1; i <= steps; i++)
    {
      cairo_new_path (cr);
      clinic_scalp_path_head (cr, view);
      cairo_set_line_width (cr, 210.0 * i / steps);
      cairo_stroke (cr);
    }

  cairo_destroy (cr);

  return surface;
}

/* Light comes from the upper left: on paper the other side is darker, on a dark ground this one is
 * lighter. */
static void
paint_shade (cairo_t               *cr,
             const ClinicScalpLook *look)
{
  gboolean dark = is_dark (look);
  cairo_surface_t *shade = make_shade (look->view, dark ? 22 : -22);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (shade);
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, 1 / SOFT, 1 / SOFT);
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  cairo_save (cr);
  cairo_new_path (cr);
  clinic_scalp_path_head (cr, look->view);
  cairo_clip (cr);
  set_fading (cr, look, 1);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (shade);
}

static void
paint_face (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look)
{
  cairo_new_path (cr);
  clinic_scalp_path_tone (cr, look->view);
  clinic_scalp_set_colour (cr, &look->ink, 0.13);
  cairo_fill (cr);
  clinic_scalp_path_dark (cr, look->view);

  /* Pupils are dark on a dark ground as well. */
  if (is_dark (look))
    cairo_set_source_rgba (cr, 0, 0, 0, 0.6);
  else
    clinic_scalp_set_colour (cr, &look->ink, 0.5);

  cairo_fill (cr);
  clinic_scalp_path_fine (cr, look->view);
  stroke_fading (cr, size, look, 0.9, 0.3);
  clinic_scalp_path_features (cr, look->view);
  stroke_fading (cr, size, look, 1.3, 0.52);
}

/* Where hair falls away from. */
static ClinicScalpPoint
get_whorl (ClinicScalpView view)
{
  static const ClinicScalpPoint whorls[] = {
    { 520, 690 }, { 500, -60 }, { 512, 290 }, { 742, 226 }, { 258, 226 }
  };

  return whorls[view];
}

/* The way hair lies at a place, of length 1. */
static ClinicScalpPoint
get_fall (ClinicScalpView  view,
          ClinicScalpPoint at)
{
  ClinicScalpPoint whorl = get_whorl (view);
  double away = hypot (at.x - whorl.x, at.y - whorl.y);
  /* It turns about the whorl, the less the farther away. */
  double turn = 1.1 * exp (-away / 130) * (view == CLINIC_SCALP_RIGHT ? -1 : 1);
  double angle = atan2 (at.y - whorl.y, at.x - whorl.x) + turn;
  ClinicScalpPoint fall = { cos (angle), sin (angle) };

  return fall;
}

/* Not beyond the hairline: that asks less than a clip. */
static void
paint_strand (cairo_t               *cr,
              const ClinicScalpLook *look,
              ClinicScalpPoint       from,
              double                 length)
{
  ClinicScalpPoint fall = get_fall (look->view, from);
  ClinicScalpPoint middle = { from.x + fall.x * length / 2, from.y + fall.y * length / 2 };
  ClinicScalpPoint end;

  fall = get_fall (look->view, middle);
  end.x = middle.x + fall.x * length / 2;
  end.y = middle.y + fall.y * length / 2;

  if (!clinic_scalp_covers (look->view, look->male, end.x, end.y))
    return;

  cairo_move_to (cr, from.x, from.y);
  cairo_curve_to (cr, middle.x, middle.y, middle.x, middle.y, end.x, end.y);
  /* One by one: all in a path are slow to stroke. */
  cairo_stroke (cr);
}

/* Places that look strewn and are the same each time: the plastic number's. */
static ClinicScalpPoint
strew (guint nth)
{
  ClinicScalpPoint place = {
    fmod (nth * 0.7548776662466927, 1) * CLINIC_SCALP_SIZE,
    fmod (nth * 0.5698402909980532, 1) * CLINIC_SCALP_SIZE
  };

  return place;
}

static void
paint_hair (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look)
{
  guint n = 0;

  cairo_set_line_width (cr, clinic_scalp_width (size, 0.8));
  clinic_scalp_set_colour (cr, &look->ink, look->strong ? 0.3 : 0.17);

  for (guint i = 1; n < STRANDS && i < 6 * STRANDS; i++)
    {
      ClinicScalpPoint at = strew (i);

      if (clinic_scalp_covers (look->view, look->male, at.x, at.y))
        {
          paint_strand (cr, look, at, 44 + i % 7 * 8);
          n++;
        }
    }
}

/* A hair of the fringe: half across the line, half as hair lies; no two alike. @side points into
 * the scalp. */
static void
paint_fringe_hair (cairo_t               *cr,
                   const ClinicScalpLook *look,
                   ClinicScalpPoint       at,
                   ClinicScalpPoint       side)
{
  int odd = ((int) (at.x * 7.3 + at.y * 13.7) * 5 + 3) % 11;
  ClinicScalpPoint fall = get_fall (look->view, at);
  double back = fall.x * side.x + fall.y * side.y > 0 ? 1 : -1;
  ClinicScalpPoint end = {
    at.x + (9 + odd * 2) * (side.x * 0.45 + fall.x * back * 0.7),
    at.y + (9 + odd * 2) * (side.y * 0.45 + fall.y * back * 0.7)
  };

  if (!clinic_scalp_covers (look->view, look->male, end.x, end.y))
    return;

  cairo_move_to (cr, at.x + (odd - 5) * side.x, at.y + (odd - 5) * side.y);
  cairo_line_to (cr, end.x, end.y);
  cairo_stroke (cr);
}

/* Along a piece of the hairline, but not where the scalp ends with the @head. @left: to the next
 * hair. */
static void
paint_fringe (cairo_t               *cr,
              cairo_t               *head,
              const ClinicScalpLook *look,
              ClinicScalpPoint       from,
              ClinicScalpPoint       to,
              double                *left)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  ClinicScalpPoint side = { (to.y - from.y) / length, (from.x - to.x) / length };
  ClinicScalpPoint inside = {
    (from.x + to.x) / 2 + 12 * side.x, (from.y + to.y) / 2 + 12 * side.y
  };

  if (!clinic_scalp_covers (look->view, look->male, inside.x, inside.y))
    {
      side.x = -side.x;
      side.y = -side.y;
    }

  for (; *left < length; *left += 5)
    {
      ClinicScalpPoint at = {
        from.x + (to.x - from.x) * *left / length, from.y + (to.y - from.y) * *left / length
      };

      if (cairo_in_fill (head, at.x - 14 * side.x, at.y - 14 * side.y))
        paint_fringe_hair (cr, look, at, side);
    }

  *left -= length;
}

static void
walk_hairline (cairo_t               *cr,
               cairo_t               *head,
               const ClinicScalpLook *look,
               const cairo_path_t    *path)
{
  ClinicScalpPoint at = { 0, 0 };
  double left = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      ClinicScalpPoint to;

      if (data->header.type == CAIRO_PATH_CLOSE_PATH)
        continue;

      to.x = data[1].point.x;
      to.y = data[1].point.y;

      if (data->header.type == CAIRO_PATH_LINE_TO && hypot (to.x - at.x, to.y - at.y) > 0)
        paint_fringe (cr, head, look, at, to, &left);

      at = to;
    }
}

static void
paint_hairline (cairo_t               *cr,
                double                 size,
                const ClinicScalpLook *look)
{
  cairo_surface_t *nothing = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *head = cairo_create (nothing);
  cairo_path_t *path;

  clinic_scalp_path_head (head, look->view);
  cairo_new_path (cr);
  clinic_scalp_path_scalp (cr, look->view, look->male);
  path = cairo_copy_path_flat (cr);
  cairo_new_path (cr);
  cairo_set_line_width (cr, clinic_scalp_width (size, 0.8));
  clinic_scalp_set_colour (cr, &look->ink, 0.26);
  walk_hairline (cr, head, look, path);
  cairo_path_destroy (path);
  cairo_destroy (head);
  cairo_surface_destroy (nothing);
}

static void
paint_scalp (cairo_t               *cr,
             double                 size,
             const ClinicScalpLook *look)
{
  cairo_new_path (cr);
  clinic_scalp_path_scalp (cr, look->view, look->male);
  clinic_scalp_set_colour (cr, &look->ink, 0.06);
  cairo_fill (cr);
  paint_hair (cr, size, look);
  paint_hairline (cr, size, look);
}

void
clinic_scalp_paint_head (cairo_t               *cr,
                         double                 size,
                         const ClinicScalpLook *look)
{
  clinic_scalp_begin (cr, size);
  paint_ears (cr, size, look);
  cairo_new_path (cr);
  clinic_scalp_path_head (cr, look->view);
  set_skin (cr, look);
  cairo_fill (cr);
  paint_shade (cr, look);
  paint_scalp (cr, size, look);
  paint_face (cr, size, look);
  cairo_new_path (cr);
  clinic_scalp_path_head (cr, look->view);
  stroke_fading (cr, size, look, 1.7, 0.62);
  cairo_restore (cr);
}
