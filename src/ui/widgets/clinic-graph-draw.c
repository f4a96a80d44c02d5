/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "clinic-graph.h"
#include "clinic-locale.h"

#define GAP 6.0
/* More points than this are a line alone. */
#define MOST_DOTS 120

typedef struct
{
  ClinicGraph           *graph;
  cairo_t               *cr;
  const ClinicGraphLook *look;
  ClinicGraphFrame       frame;
  PangoLayout           *layout;
  double                 width;
  int                    line;        /* height of a line of text */
} Drawing;

typedef enum
{
  AT_START,
  AT_MIDDLE,
  AT_END,
} Side;

static void
set_colour (Drawing       *self,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (self->cr, colour->red, colour->green, colour->blue,
                         colour->alpha * alpha);
}

/* Lines of one pixel fall on pixels. */
static double
sharpen (double place)
{
  return floor (place) + 0.5;
}

static double
measure_text (Drawing    *self,
              const char *text)
{
  int width;

  pango_layout_set_width (self->layout, -1);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);

  return width;
}

static void
draw_text (Drawing       *self,
           const char    *text,
           double         x,
           double         y,
           Side           side,
           const GdkRGBA *colour)
{
  double width = measure_text (self, text);

  set_colour (self, colour, 1);
  cairo_move_to (self->cr, side == AT_START ? x : side == AT_MIDDLE ? x - width / 2 : x - width, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

static void
draw_title (Drawing       *self,
            const char    *text,
            double         y,
            double         scale,
            PangoWeight    weight,
            const GdkRGBA *colour)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, (int) (self->width - 2 * GAP) * PANGO_SCALE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  set_colour (self, colour, 1);
  cairo_move_to (self->cr, GAP, y);
  pango_cairo_show_layout (self->cr, self->layout);
  pango_layout_set_attributes (self->layout, NULL);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_attr_list_unref (attributes);
}

static void
draw_titles (Drawing *self)
{
  double y = GAP;

  if (self->graph->title != NULL)
    {
      draw_title (self, self->graph->title, y, 1.25, PANGO_WEIGHT_BOLD, &self->look->text);
      y += self->line * 1.6;
    }

  if (self->graph->subtitle != NULL)
    draw_title (self, self->graph->subtitle, y, 1, PANGO_WEIGHT_NORMAL, &self->look->pale);
}

static void
draw_value_tick (Drawing *self,
                 double   value)
{
  const ClinicGraphFrame *frame = &self->frame;
  double shown = self->graph->percent ? value * 100 : value;
  g_autofree char *text = NULL;
  double place = sharpen (clinic_graph_place (frame, value));
  gboolean zero = fabs (value) < frame->step / 1000;

  text = self->graph->steps != NULL
         ? clinic_graph_dup_value (self->graph, value)
         : g_strdup_printf ("%'.*f", (int) frame->decimals, zero ? 0.0 : shown);
  set_colour (self, zero ? &self->look->pale : &self->look->grid, 1);
  cairo_set_line_width (self->cr, 1);

  if (frame->sideways)
    {
      cairo_move_to (self->cr, place, frame->y);
      cairo_line_to (self->cr, place, frame->y + frame->height);
      cairo_stroke (self->cr);
      draw_text (self, text, place, frame->y + frame->height + GAP, AT_MIDDLE, &self->look->pale);
      return;
    }

  cairo_move_to (self->cr, frame->x, place);
  cairo_line_to (self->cr, frame->x + frame->width, place);
  cairo_stroke (self->cr);
  draw_text (self, text, frame->x - GAP, place - self->line / 2.0, AT_END, &self->look->pale);
}

static void
draw_values_axis (Drawing *self)
{
  const ClinicGraphFrame *frame = &self->frame;
  const char *unit = self->graph->percent ? "%" : self->graph->unit;

  for (double value = frame->low; value <= frame->high + frame->step / 2; value += frame->step)
    draw_value_tick (self, value);

  if (unit != NULL && !frame->sideways)
    draw_text (self, unit, GAP, frame->y - ceil (1.5 * self->line) - GAP, AT_START, &self->look->pale);
  else if (unit != NULL)
    draw_text (self, unit, GAP, frame->y + frame->height + GAP, AT_START, &self->look->pale);
}

static void
draw_at_tick (Drawing    *self,
              double      at,
              const char *text)
{
  const ClinicGraphFrame *frame = &self->frame;
  double place = sharpen (clinic_graph_place_at (frame, at));
  double half = measure_text (self, text) / 2;
  double x = MIN (place, self->width - half - 2);

  set_colour (self, &self->look->pale, 1);
  cairo_set_line_width (self->cr, 1);
  cairo_move_to (self->cr, place, frame->y + frame->height);
  cairo_line_to (self->cr, place, frame->y + frame->height + 4);
  cairo_stroke (self->cr);
  draw_text (self, text, MAX (x, half + 2), frame->y + frame->height + GAP, AT_MIDDLE,
             &self->look->pale);
}

/* Of a day of two figures in each month. */
static double
measure_dates (Drawing *self)
{
  double widest = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *date = g_strdup_printf ("2028-%02d-28", month);
      g_autofree char *text = clinic_locale_date (date);

      widest = MAX (widest, measure_text (self, text));
    }

  return widest;
}

static void
draw_dates (Drawing *self)
{
  const ClinicGraphFrame *frame = &self->frame;
  g_autoptr(GArray) ticks = clinic_graph_date_ticks (ceil (frame->at_low), floor (frame->at_high),
                                                     clinic_graph_most_dates (frame->width, measure_dates (self)));

  for (guint i = 0; i < ticks->len; i++)
    {
      double day = g_array_index (ticks, double, i);
      g_autofree char *date = clinic_date_from_days ((gint64) day);
      g_autofree char *text = clinic_locale_date (date);

      draw_at_tick (self, day, text);
    }
}

/* As many names as there is room for. */
static void
draw_visits (Drawing *self)
{
  double free_from = -INFINITY;

  for (guint i = 0; i < clinic_graph_n_points (self->graph); i++)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (self->graph, i);
      double place = clinic_graph_place_at (&self->frame, point->at);
      double half = measure_text (self, point->label) / 2;

      if (place - half < free_from)
        continue;

      draw_at_tick (self, point->at, point->label);
      free_from = place + half + 2 * GAP;
    }
}

static void
draw_names (Drawing *self)
{
  const ClinicGraphFrame *frame = &self->frame;

  /* What tells names apart often comes last. */
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_MIDDLE);

  for (guint i = 0; i < clinic_graph_n_points (self->graph); i++)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (self->graph, i);
      double place = clinic_graph_place_at (frame, point->at);
      PangoRectangle area;

      pango_layout_set_width (self->layout, (int) (frame->x - 2 * GAP) * PANGO_SCALE);
      pango_layout_set_text (self->layout, point->label, -1);
      pango_layout_get_pixel_extents (self->layout, NULL, &area);
      set_colour (self, &self->look->text, 1);
      /* What is written from the right stands at the other end of its room. */
      cairo_move_to (self->cr, MAX (frame->x - GAP - area.width, GAP) - area.x, place - self->line / 2.0);
      pango_cairo_show_layout (self->cr, self->layout);
    }

  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_width (self->layout, -1);
}

static void
draw_band (Drawing *self)
{
  GArray *band = self->graph->band;
  cairo_t *cr = self->cr;

  if (band->len == 0)
    return;

  cairo_new_path (cr);

  for (guint i = 0; i < band->len; i++)
    {
      const ClinicGraphBand *there = &g_array_index (band, ClinicGraphBand, i);

      cairo_line_to (cr, clinic_graph_place_at (&self->frame, there->at),
                     clinic_graph_place (&self->frame, there->high));
    }

  for (guint i = band->len; i > 0; i--)
    {
      const ClinicGraphBand *there = &g_array_index (band, ClinicGraphBand, i - 1);

      cairo_line_to (cr, clinic_graph_place_at (&self->frame, there->at),
                     clinic_graph_place (&self->frame, there->low));
    }

  cairo_close_path (cr);
  set_colour (self, &self->look->accent, 0.14);
  cairo_fill (cr);
}

/* Where the line is there, or NAN. */
static double
find_line (Drawing *self,
           double   x)
{
  double before_x = NAN;
  double before_y = NAN;

  for (guint i = 0; i < clinic_graph_n_points (self->graph); i++)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (self->graph, i);
      double at = clinic_graph_place_at (&self->frame, point->at);
      double y = clinic_graph_place (&self->frame, point->value);

      if (isnan (point->value))
        continue;

      if (at >= x && !isnan (before_x) && at > before_x)
        return before_y + (y - before_y) * (x - before_x) / (at - before_x);

      before_x = at;
      before_y = y;
    }

  return before_y;
}

/* Above the level, unless the line runs there. */
static void
label_level (Drawing                *self,
             const ClinicGraphLevel *level,
             double                  place)
{
  const ClinicGraphFrame *frame = &self->frame;
  double right = frame->x + frame->width - 2;
  double above = place - self->line - 2;
  double below = place + 2;
  double line = find_line (self, right - measure_text (self, level->label));
  gboolean under = above <= frame->y || (line < place && below + self->line < frame->y + frame->height);

  draw_text (self, level->label, right, under ? below : above, AT_END,
             level->wanted ? &self->look->text : &self->look->pale);
}

static void
draw_levels (Drawing *self)
{
  static const double dashes[] = { 6, 4 };
  const ClinicGraphFrame *frame = &self->frame;

  for (guint i = 0; i < self->graph->levels->len; i++)
    {
      const ClinicGraphLevel *level = &g_array_index (self->graph->levels, ClinicGraphLevel, i);
      double place = sharpen (clinic_graph_place (frame, level->value));

      cairo_save (self->cr);
      set_colour (self, level->wanted ? &self->look->accent : &self->look->pale, 1);

      if (!level->wanted)
        cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);

      cairo_set_line_width (self->cr, level->wanted ? 2 : 1);
      cairo_move_to (self->cr, frame->x, place);
      cairo_line_to (self->cr, frame->x + frame->width, place);
      cairo_stroke (self->cr);
      cairo_restore (self->cr);

      if (level->label != NULL)
        label_level (self, level, place);
    }
}

static void
draw_marks (Drawing *self)
{
  double bottom = self->frame.y + self->frame.height;

  set_colour (self, &self->look->text, 0.75);
  cairo_set_line_width (self->cr, 2);

  for (guint i = 0; i < self->graph->marks->len; i++)
    {
      double x = sharpen (clinic_graph_place_at (&self->frame,
                                                 g_array_index (self->graph->marks, double, i)));

      cairo_move_to (self->cr, x, bottom);
      cairo_line_to (self->cr, x, bottom - 9);
    }

  cairo_stroke (self->cr);
}

/* What is not told by a word beside it: right above the field. */
static void
draw_legend (Drawing *self)
{
  double x = self->frame.x + self->frame.width;
  double y = self->frame.y - self->line - GAP;
  double middle = y + self->line / 2.0;

  if (self->graph->mark_name != NULL && self->graph->marks->len > 0)
    {
      draw_text (self, self->graph->mark_name, x, y, AT_END, &self->look->pale);
      x -= measure_text (self, self->graph->mark_name) + GAP;
      set_colour (self, &self->look->text, 0.75);
      cairo_rectangle (self->cr, floor (x) - 2, floor (middle) - 4, 2, 9);
      cairo_fill (self->cr);
      x -= 3 * GAP;
    }

  if (self->graph->band_name != NULL && self->graph->band->len > 0)
    {
      draw_text (self, self->graph->band_name, x, y, AT_END, &self->look->pale);
      x -= measure_text (self, self->graph->band_name) + GAP;
      set_colour (self, &self->look->accent, 0.25);
      cairo_rectangle (self->cr, floor (x) - 14, floor (middle) - 5, 14, 11);
      cairo_fill (self->cr);
      x -= 14 + 3 * GAP;
    }

  if (self->graph->flag_name != NULL && self->graph->flags->len > 0)
    {
      draw_text (self, self->graph->flag_name, x, y, AT_END, &self->look->pale);
      x -= measure_text (self, self->graph->flag_name) + GAP;
      set_colour (self, &self->look->text, 1);
      clinic_graph_draw_flag (self->cr, floor (x) - 5, floor (middle) + 6);
    }
}

static void
trace (Drawing *self,
       GArray  *points)
{
  gboolean gap = TRUE;

  cairo_new_path (self->cr);

  for (guint i = 0; i < points->len; i++)
    {
      const ClinicGraphPoint *point = &g_array_index (points, ClinicGraphPoint, i);
      double x;
      double y;

      if (isnan (point->value))
        continue;

      x = clinic_graph_place_at (&self->frame, point->at);
      y = clinic_graph_place (&self->frame, point->value);

      if (gap)
        cairo_move_to (self->cr, x, y);
      else
        cairo_line_to (self->cr, x, y);

      gap = FALSE;
    }

  cairo_stroke (self->cr);
}

/* A whisker with a bar at both ends. */
static void
draw_interval (Drawing                *self,
               const ClinicGraphPoint *point)
{
  double at = sharpen (clinic_graph_place_at (&self->frame, point->at));
  double low;
  double high;

  if (isnan (point->low) || isnan (point->high))
    return;

  low = clinic_graph_place (&self->frame, point->low);
  high = clinic_graph_place (&self->frame, point->high);

  if (self->frame.sideways)
    {
      cairo_move_to (self->cr, low, at);
      cairo_line_to (self->cr, high, at);
      cairo_move_to (self->cr, low, at - 4);
      cairo_line_to (self->cr, low, at + 4);
      cairo_move_to (self->cr, high, at - 4);
      cairo_line_to (self->cr, high, at + 4);
    }
  else
    {
      cairo_move_to (self->cr, at, low);
      cairo_line_to (self->cr, at, high);
    }

  cairo_stroke (self->cr);
}

static void
draw_dot (Drawing *self,
          double   x,
          double   y,
          double   radius)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius + 1.5, 0, 2 * G_PI);
  set_colour (self, &self->look->page, 1);
  cairo_fill (self->cr);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  set_colour (self, &self->look->accent, 1);
  cairo_fill (self->cr);
}

static void
draw_points (Drawing *self)
{
  guint n = clinic_graph_n_points (self->graph);

  set_colour (self, &self->look->accent, 0.75);
  cairo_set_line_width (self->cr, self->frame.sideways ? 2 : 1.5);

  for (guint i = 0; i < n; i++)
    draw_interval (self, clinic_graph_get_point (self->graph, i));

  for (guint i = 0; n <= MOST_DOTS && i < n; i++)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (self->graph, i);
      double along = clinic_graph_place_at (&self->frame, point->at);
      double place;

      if (isnan (point->value))
        continue;

      place = clinic_graph_place (&self->frame, point->value);

      if (self->frame.sideways)
        draw_dot (self, place, along, 5);
      else
        draw_dot (self, along, place, 4);
    }
}

static void
draw_lines (Drawing *self)
{
  static const double dashes[] = { 6, 4 };

  for (guint i = self->graph->series->len; i > 0; i--)
    {
      const ClinicGraphSeries *series = self->graph->series->pdata[i - 1];

      cairo_save (self->cr);
      cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);

      if (i > 1)
        cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);

      cairo_set_line_width (self->cr, i > 1 ? 1 : 2);
      set_colour (self, i > 1 ? &self->look->pale : &self->look->accent, 1);
      trace (self, series->points);
      cairo_restore (self->cr);
    }
}

static void
draw_columns (Drawing *self)
{
  double thick = self->frame.height / MAX (clinic_graph_n_points (self->graph), 1) * 0.6;
  double zero = clinic_graph_place (&self->frame, 0);

  thick = MIN (thick, 22);

  for (guint i = 0; i < clinic_graph_n_points (self->graph); i++)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (self->graph, i);
      g_autofree char *text = clinic_graph_dup_value (self->graph, point->value);
      double at = clinic_graph_place_at (&self->frame, point->at);
      double place;
      double text_width;

      if (isnan (point->value))
        continue;

      place = clinic_graph_place (&self->frame, point->value);
      set_colour (self, &self->look->accent, 0.85);
      cairo_rectangle (self->cr, MIN (zero, place), at - thick / 2, MAX (fabs (place - zero), 1),
                       thick);
      cairo_fill (self->cr);

      /* The figure stands beside its column where there is room, else in it. */
      text_width = measure_text (self, text) + GAP;

      if (place >= zero && place + text_width < self->width)
        draw_text (self, text, place + GAP, at - self->line / 2.0, AT_START, &self->look->text);
      else if (place < zero && place - text_width > self->frame.x)
        draw_text (self, text, place - GAP, at - self->line / 2.0, AT_END, &self->look->text);
    }
}

static void
draw_all (Drawing *self)
{
  if (self->look->titled)
    draw_titles (self);

  if (self->graph->dated)
    clinic_graph_draw_shades (self->graph, self->cr, self->layout, self->look, &self->frame);

  draw_band (self);
  draw_values_axis (self);

  if (self->frame.sideways)
    draw_names (self);
  else if (self->graph->dated)
    draw_dates (self);
  else
    draw_visits (self);

  draw_marks (self);
  draw_levels (self);
  draw_legend (self);

  if (self->graph->kind == CLINIC_PLOT_COLUMN)
    {
      draw_columns (self);
      return;
    }

  if (self->graph->kind == CLINIC_PLOT_LINE)
    draw_lines (self);

  draw_points (self);

  if (!self->graph->dated)
    return;

  clinic_graph_draw_flags (self->graph, self->cr, self->look, &self->frame);
  clinic_graph_draw_tracks (self->graph, self->cr, self->layout, self->look, &self->frame,
                            self->line);
}

static PangoContext *
make_context (cairo_t               *cr,
              const ClinicGraphLook *look)
{
  PangoFontDescription *font = pango_font_description_from_string (look->font);
  PangoContext *context = pango_cairo_create_context (cr);

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);

  return context;
}

void
clinic_graph_draw (ClinicGraph           *self,
                   cairo_t               *cr,
                   const ClinicGraphLook *look,
                   double                 width,
                   double                 height)
{
  Drawing drawing = { .graph = self, .cr = cr, .look = look, .width = width };
  g_autoptr(PangoLayout) layout = NULL;
  PangoContext *context;

  g_return_if_fail (self != NULL && cr != NULL && look != NULL);

  context = look->context != NULL ? g_object_ref (look->context) : make_context (cr, look);
  layout = pango_layout_new (context);
  drawing.layout = layout;
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, "0", -1);
  pango_layout_get_pixel_size (layout, NULL, &drawing.line);
  clinic_graph_lay_out (self, context, width, height, look->titled, &drawing.frame);
  cairo_save (cr);
  draw_all (&drawing);
  cairo_restore (cr);
  g_object_unref (context);
}

void
clinic_graph_look_paper (ClinicGraphLook *look)
{
  *look = (ClinicGraphLook) {
    .text = { 0, 0, 0, 1 },
    .pale = { 0.3f, 0.3f, 0.3f, 1 },
    .grid = { 0.85f, 0.85f, 0.85f, 1 },
    .accent = { 0.11f, 0.36f, 0.7f, 1 },
    .page = { 1, 1, 1, 1 },
    .titled = TRUE,
    .font = "Cantarell, Noto Sans, Sans 10",
  };
}
