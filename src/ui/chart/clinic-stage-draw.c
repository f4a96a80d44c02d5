/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heads with the hair a stage leaves, drawn by figures: where the hairline runs, and how thin it
 * is at the vertex, along the parting and on the whole top. In units of half the head's length;
 * 0, 0 is its middle, -1 its front. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-stage-picture.h"

#define HEAD_WIDTH 0.80
#define EDGE -0.66          /* of the hair in front, where nothing has gone */

typedef struct
{
  const char *scale;
  const char *stage;
  double      corner_x;     /* of the corners at the temples */
  double      corner;       /* how far they have gone back */
  double      middle;       /* how far the middle of the front has */
  double      vertex;       /* half the width of what is thin there */
  double      bare;         /* how bare that is */
  double      parting;      /* half its width */
  double      top;          /* how bare the whole top is */
  double      frontal;      /* how bare the front part of the top is */
} Shape;

/* *INDENT-OFF* */
static const Shape shapes[] = {
  { "norwood", "I",          0.46, 0.02, 0.00 },
  { "norwood", "II",         0.44, 0.24, 0.02 },
  { "norwood", "IIa",        0.46, 0.28, 0.22 },
  { "norwood", "III",        0.42, 0.46, 0.04 },
  { "norwood", "IIIa",       0.44, 0.50, 0.44 },
  { "norwood", "III vertex", 0.42, 0.44, 0.04, 0.24, 0.75 },
  { "norwood", "IV",         0.46, 0.60, 0.20, 0.32, 0.95 },
  { "norwood", "IVa",        0.48, 0.74, 0.70 },
  { "norwood", "V",          0.50, 0.72, 0.36, 0.42, 0.97 },
  { "norwood", "Va",         0.52, 1.02, 1.06 },
  { "norwood", "VI",         0.50, 1.08, 1.26 },
  { "norwood", "VII",        0.60, 1.28, 1.46 },
  { "ludwig",  "I",          0.46, 0.02, 0.00, 0, 0, 0.02, 0.35 },
  { "ludwig",  "II",         0.46, 0.02, 0.00, 0, 0, 0.02, 0.66 },
  { "ludwig",  "III",        0.46, 0.02, 0.00, 0, 0, 0,    0.97 },
  { "sinclair", "1",         0.46, 0.02, 0.00, 0, 0, 0.016 },
  { "sinclair", "2",         0.46, 0.02, 0.00, 0, 0, 0.055 },
  { "sinclair", "3",         0.46, 0.02, 0.00, 0, 0, 0.090, 0.25 },
  { "sinclair", "4",         0.46, 0.02, 0.00, 0, 0, 0.130, 0.45, 0.75 },
  { "sinclair", "5",         0.46, 0.02, 0.00, 0, 0, 0.130, 0.92, 0.92 },
  { "basp",    "L",          0.50, 0.00, 0.00 },
  { "basp",    "M0",         0.40, 0.09, 0.00 },
  { "basp",    "M1",         0.42, 0.30, 0.02 },
  { "basp",    "M2",         0.42, 0.54, 0.05 },
  { "basp",    "M3",         0.42, 0.80, 0.10 },
  { "basp",    "C0",         0.52, 0.12, 0.00 },
  { "basp",    "C1",         0.50, 0.16, 0.28 },
  { "basp",    "C2",         0.48, 0.26, 0.56 },
  { "basp",    "C3",         0.46, 0.42, 0.84 },
  { "basp",    "U1",         0.52, 0.86, 0.98 },
  { "basp",    "U2",         0.56, 1.06, 1.24 },
  { "basp",    "U3",         0.60, 1.24, 1.42 },
  { "basp",    "V1",         0.46, 0.02, 0.00, 0.30, 0.35 },
  { "basp",    "V2",         0.46, 0.02, 0.00, 0.34, 0.68 },
  { "basp",    "V3",         0.46, 0.02, 0.00, 0.38, 0.97 },
  { "basp",    "F1",         0.46, 0.02, 0.00, 0, 0, 0, 0.35 },
  { "basp",    "F2",         0.46, 0.02, 0.00, 0, 0, 0, 0.66 },
  { "basp",    "F3",         0.46, 0.02, 0.00, 0, 0, 0, 0.95 },
};
/* *INDENT-ON* */

static const Shape *
find_shape (const char *scale,
            const char *stage)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (strcmp (shapes[i].scale, scale) == 0 && g_strcmp0 (shapes[i].stage, stage) == 0)
        return &shapes[i];
    }

  return NULL;
}

/* Of a final type the hairline of its basic part and what the specific parts say of the rest. */
static Shape
make_shape (const ClinicScale *scale,
            const char        *stage)
{
  static const Shape whole = { NULL, NULL, 0.46, 0.02, 0.00 };
  const Shape *found = scale != NULL ? find_shape (scale->name, stage) : NULL;
  g_autofree char *basic = NULL;
  g_autofree char *vertex = NULL;
  g_autofree char *frontal = NULL;
  Shape shape = whole;

  if (found != NULL)
    return *found;

  if (scale == NULL || !clinic_basp_split (stage, &basic, &vertex, &frontal))
    return shape;

  shape = *find_shape ("basp", basic);

  if (vertex != NULL)
    {
      shape.vertex = find_shape ("basp", vertex)->vertex;
      shape.bare = find_shape ("basp", vertex)->bare;
    }

  if (frontal != NULL)
    shape.top = find_shape ("basp", frontal)->top;

  return shape;
}

static void
trace_head (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_move_to (cr, 0, -1);
  cairo_curve_to (cr, 0.48, -1, HEAD_WIDTH * 0.92, -0.62, HEAD_WIDTH, 0);
  cairo_curve_to (cr, HEAD_WIDTH, 0.58, 0.48, 1, 0, 1);
  cairo_curve_to (cr, -0.48, 1, -HEAD_WIDTH, 0.58, -HEAD_WIDTH, 0);
  cairo_curve_to (cr, -HEAD_WIDTH * 0.92, -0.62, -0.48, -1, 0, -1);
  cairo_close_path (cr);
}

/* Everything behind the hairline; what is beside the head is clipped. */
static void
trace_hair (cairo_t     *cr,
            const Shape *shape)
{
  double side = MIN (-0.46 + 0.35 * shape->corner, 0.1);
  double corner = EDGE + shape->corner;
  double middle = EDGE + shape->middle;
  double x = shape->corner_x;

  cairo_new_path (cr);
  cairo_move_to (cr, -1, side);
  cairo_line_to (cr, -HEAD_WIDTH * 0.90, side);
  cairo_curve_to (cr, -x - 0.10, side, -x - 0.12, corner, -x, corner);
  cairo_curve_to (cr, -x + 0.18, corner, -0.24, middle, 0, middle);
  cairo_curve_to (cr, 0.24, middle, x - 0.18, corner, x, corner);
  cairo_curve_to (cr, x + 0.12, corner, x + 0.10, side, HEAD_WIDTH * 0.90, side);
  cairo_line_to (cr, 1, side);
  cairo_line_to (cr, 1, 1.1);
  cairo_line_to (cr, -1, 1.1);
  cairo_close_path (cr);
}

static void
set_skin (cairo_t *cr,
          gboolean dark,
          double   alpha)
{
  double shade = dark ? 0.86 : 1;

  cairo_set_source_rgba (cr, 0.94 * shade, 0.82 * shade, 0.72 * shade, alpha);
}

static void
draw_face (cairo_t       *cr,
           const GdkRGBA *line,
           gboolean       dark)
{
  cairo_new_path (cr);

  for (int side = -1; side <= 1; side += 2)
    {
      cairo_save (cr);
      cairo_translate (cr, side * (HEAD_WIDTH + 0.02), 0.02);
      cairo_scale (cr, 0.09, 0.20);
      cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
      cairo_restore (cr);
      set_skin (cr, dark, 1);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, line);
      cairo_stroke (cr);
    }

  cairo_move_to (cr, -0.12, -0.97);
  cairo_curve_to (cr, -0.08, -1.02, -0.06, -1.12, 0, -1.12);
  cairo_curve_to (cr, 0.06, -1.12, 0.08, -1.02, 0.12, -0.97);
  set_skin (cr, dark, 1);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_stroke (cr);
}

/* Strands that run out from the whorl. */
static void
draw_strands (cairo_t *cr)
{
  cairo_set_source_rgba (cr, 1, 0.92, 0.84, 0.20);
  cairo_set_line_width (cr, 0.012);

  for (guint i = 0; i < 64; i++)
    {
      double angle = 2 * G_PI * i / 64;
      double bend = angle + 0.35;

      cairo_move_to (cr, 0.06 * cos (angle), 0.34 + 0.06 * sin (angle));
      cairo_curve_to (cr, 0.5 * cos (angle), 0.34 + 0.5 * sin (angle), 0.9 * cos (bend),
                      0.34 + 0.9 * sin (bend), 1.5 * cos (bend), 0.34 + 1.5 * sin (bend));
    }

  cairo_stroke (cr);
}

/* Skin that shows through, most in the middle. */
static void
thin_out (cairo_t *cr,
          double   x,
          double   y,
          double   half_width,
          double   half_height,
          double   bare,
          gboolean dark)
{
  double shade = dark ? 0.86 : 1;
  cairo_pattern_t *pattern = cairo_pattern_create_radial (0, 0, 0, 0, 0, 1);

  for (guint i = 0; i < 3; i++)
    {
      static const double places[] = { 0, 0.68, 1 };
      double alpha = i == 2 ? 0 : i == 1 ? bare * 0.85 : bare;

      cairo_pattern_add_color_stop_rgba (pattern, places[i], 0.94 * shade, 0.82 * shade,
                                         0.72 * shade, alpha);
    }

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, half_width, half_height);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_parting (cairo_t *cr,
              double   half,
              gboolean dark)
{
  cairo_move_to (cr, 0, EDGE - 0.02);
  cairo_curve_to (cr, half * 2.4, -0.4, half * 2.2, 0.1, 0, 0.42);
  cairo_curve_to (cr, -half * 2.2, 0.1, -half * 2.4, -0.4, 0, EDGE - 0.02);
  set_skin (cr, dark, 0.95);
  cairo_fill (cr);
}

static void
draw_hair (cairo_t     *cr,
           const Shape *shape,
           gboolean     dark)
{
  cairo_save (cr);
  trace_head (cr);
  cairo_clip (cr);
  trace_hair (cr, shape);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, dark ? 0.36 : 0.30, dark ? 0.28 : 0.23, dark ? 0.23 : 0.19);
  cairo_paint (cr);
  draw_strands (cr);

  if (shape->top > 0)
    thin_out (cr, 0, -0.06, 0.52, 0.56, shape->top, dark);

  if (shape->frontal > 0)
    thin_out (cr, 0, -0.40, 0.36, 0.26, shape->frontal, dark);

  if (shape->vertex > 0)
    thin_out (cr, 0, 0.36, shape->vertex, shape->vertex, shape->bare, dark);

  if (shape->parting > 0)
    draw_parting (cr, shape->parting, dark);

  cairo_restore (cr);
}

void
clinic_stage_draw (cairo_t           *cr,
                   double             width,
                   double             height,
                   const ClinicScale *scale,
                   const char        *stage,
                   const GdkRGBA     *line,
                   gboolean           dark)
{
  Shape shape = make_shape (scale, stage);
  double unit = MIN (width / 1.95, height / 2.25);

  g_return_if_fail (cr != NULL && line != NULL);

  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2 + 0.06 * unit);
  cairo_scale (cr, unit, unit);
  cairo_set_line_width (cr, 1.25 / unit);
  draw_face (cr, line, dark);
  trace_head (cr);
  set_skin (cr, dark, 1);
  cairo_fill (cr);
  draw_hair (cr, &shape, dark);
  trace_head (cr);
  gdk_cairo_set_source_rgba (cr, line);
  cairo_stroke (cr);
  cairo_restore (cr);
}
