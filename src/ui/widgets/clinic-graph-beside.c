/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the points of a chart over time: phases, flags, and tracks on the same
 * axis below it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "clinic-direction.h"
#include "clinic-graph.h"

#define GAP 6.0
#define BAR_HEIGHT 19.0
#define ROW_HEIGHT 24.0
/* From the foot of the axis' words to the first row. */
#define ROWS_BELOW 4.0

static void
set_colour (cairo_t       *cr,
            const GdkRGBA *colour,
            double         alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static double
measure_text (PangoLayout *layout,
              const char  *text)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The part of @from to @to that is in the field, in pixels; FALSE when none is. */
static gboolean
clip (const ClinicGraphFrame *frame,
      double                  from,
      double                  to,
      double                 *left,
      double                 *right)
{
  if (to < frame->at_low || from > frame->at_high)
    return FALSE;

  *left = clinic_graph_place_at (frame, MAX (from, frame->at_low));
  *right = clinic_graph_place_at (frame, MIN (to, frame->at_high));

  return TRUE;
}

/* Phases are told apart by a line, a tint and their names: never by the tint alone. */
void
clinic_graph_draw_shades (ClinicGraph            *self,
                          cairo_t                *cr,
                          PangoLayout            *layout,
                          const ClinicGraphLook  *look,
                          const ClinicGraphFrame *frame)
{
  for (guint i = 0; i < self->shades->len; i++)
    {
      const ClinicGraphShade *shade = &g_array_index (self->shades, ClinicGraphShade, i);
      PangoRectangle extents;
      double left;
      double right;

      if (!clip (frame, shade->from, shade->to, &left, &right))
        continue;

      if (i % 2 == 1)
        {
          set_colour (cr, &look->text, 0.05);
          cairo_rectangle (cr, left, frame->y, right - left, frame->height);
          cairo_fill (cr);
        }

      if (shade->from > frame->at_low)
        {
          set_colour (cr, &look->pale, 0.5);
          cairo_set_line_width (cr, 1);
          cairo_move_to (cr, floor (left) + 0.5, frame->y);
          cairo_line_to (cr, floor (left) + 0.5, frame->y + frame->height);
          cairo_stroke (cr);
        }

      if (shade->label != NULL && right - left > 3 * GAP)
        {
          pango_layout_set_text (layout, shade->label, -1);
          pango_layout_set_width (layout, (int) (right - left - GAP) * PANGO_SCALE);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          pango_layout_get_pixel_extents (layout, NULL, &extents);
          set_colour (cr, &look->pale, 1);
          /* Where people write from the right it would stand at the other end. */
          cairo_move_to (cr, left + GAP / 2 - extents.x, frame->y + 1);
          pango_cairo_show_layout (cr, layout);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
          pango_layout_set_width (layout, -1);
        }
    }
}

void
clinic_graph_draw_flag (cairo_t *cr,
                        double   x,
                        double   y)
{
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, y - 12);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y - 12);
  cairo_line_to (cr, x + 8, y - 9);
  cairo_line_to (cr, x, y - 6);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
clinic_graph_draw_flags (ClinicGraph            *self,
                         cairo_t                *cr,
                         const ClinicGraphLook  *look,
                         const ClinicGraphFrame *frame)
{
  static const double dots[] = { 1, 3 };

  for (guint i = 0; i < self->flags->len; i++)
    {
      const ClinicGraphFlag *flag = &g_array_index (self->flags, ClinicGraphFlag, i);
      double x;
      double right;

      if (!clip (frame, flag->at, flag->at, &x, &right))
        continue;

      x = floor (x) + 0.5;
      cairo_save (cr);
      set_colour (cr, &look->text, 0.6);
      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_move_to (cr, x, frame->y + frame->height);
      cairo_line_to (cr, x, frame->y + frame->height - 30);
      cairo_stroke (cr);
      cairo_restore (cr);
      set_colour (cr, &look->text, 1);
      clinic_graph_draw_flag (cr, x, frame->y + frame->height - 30 + 8);
    }
}

static void
trace_bar (cairo_t *cr,
           double   x,
           double   y,
           double   width,
           double   height,
           gboolean begins,
           gboolean ends)
{
  double radius = MIN (4, width / 2);
  double left = begins ? radius : 0;
  double right = ends ? radius : 0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - right, y + right, right, -G_PI / 2, 0);
  cairo_arc (cr, x + width - right, y + height - right, right, 0, G_PI / 2);
  cairo_arc (cr, x + left, y + height - left, left, G_PI / 2, G_PI);
  cairo_arc (cr, x + left, y + left, left, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static char *
dup_words (const ClinicGraphTrack *track)
{
  g_autofree char *label = clinic_direction_isolate (track->label);

  return *label != '\0' ? g_strdup_printf (C_("a track: kind, dose", "%s · %s"), track->name, label)
                        : g_strdup (track->name);
}

static void
draw_bar (const ClinicGraphTrack *track,
          cairo_t                *cr,
          PangoLayout            *layout,
          const ClinicGraphLook  *look,
          const ClinicGraphFrame *frame,
          double                  y,
          int                     line)
{
  double field_right = frame->x + frame->width;
  g_autofree char *words = dup_words (track);
  double left;
  double right;
  double width;
  double text;

  if (!clip (frame, track->from, track->to, &left, &right))
    return;

  width = MAX (right - left, 4);
  trace_bar (cr, left, y, width, BAR_HEIGHT, track->from >= frame->at_low,
             track->to <= frame->at_high);
  set_colour (cr, &look->accent, 0.22);
  cairo_fill_preserve (cr);
  set_colour (cr, &look->accent, 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);

  /* In the bar where it fits, at the end where it is begun to be read; else on its roomier side. */
  text = measure_text (layout, words);

  if (text + 2 * GAP <= width && pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    left = right - text - 2 * GAP;
  else if (text + 2 * GAP > width && field_right - right > left - frame->x)
    left = right;
  else if (text + 2 * GAP > width)
    left = MAX (left - text - 2 * GAP, frame->x);

  set_colour (cr, &look->text, 1);
  cairo_move_to (cr, left + GAP, y + (BAR_HEIGHT - line) / 2);
  pango_cairo_show_layout (cr, layout);
}

/* What was done on one day: a diamond, named once a row. */
static void
draw_mark (const ClinicGraphTrack *track,
           cairo_t                *cr,
           const ClinicGraphLook  *look,
           const ClinicGraphFrame *frame,
           double                  y)
{
  double middle = y + BAR_HEIGHT / 2;
  double x;
  double right;

  if (!clip (frame, track->from, track->to, &x, &right))
    return;

  cairo_move_to (cr, x, middle - 6);
  cairo_line_to (cr, x + 6, middle);
  cairo_line_to (cr, x, middle + 6);
  cairo_line_to (cr, x - 6, middle);
  cairo_close_path (cr);
  set_colour (cr, &look->accent, 1);
  cairo_fill (cr);
}

/* Beside the last mark of the row where there is room, else before the first. */
static void
name_marks (ClinicGraph            *self,
            guint                   row,
            cairo_t                *cr,
            PangoLayout            *layout,
            const ClinicGraphLook  *look,
            const ClinicGraphFrame *frame,
            double                  y,
            int                     line)
{
  const char *name = NULL;
  double first = INFINITY;
  double last = -INFINITY;
  double text;
  double x;

  for (guint i = 0; i < self->tracks->len; i++)
    {
      const ClinicGraphTrack *track = &g_array_index (self->tracks, ClinicGraphTrack, i);
      double left;
      double right;

      if (track->row != row || !clip (frame, track->from, track->to, &left, &right))
        continue;

      /* A bar has said it already. */
      if (track->from < track->to)
        return;

      name = track->name;
      first = MIN (first, left);
      last = MAX (last, right);
    }

  if (name == NULL)
    return;

  text = measure_text (layout, name);
  x = last + 2 * GAP;

  if (x + text > frame->x + frame->width)
    x = MAX (first - 2 * GAP - text, frame->x);

  set_colour (cr, &look->text, 1);
  cairo_move_to (cr, x, y + (BAR_HEIGHT - line) / 2);
  pango_cairo_show_layout (cr, layout);
}

void
clinic_graph_draw_tracks (ClinicGraph            *self,
                          cairo_t                *cr,
                          PangoLayout            *layout,
                          const ClinicGraphLook  *look,
                          const ClinicGraphFrame *frame,
                          int                     line)
{
  double top = frame->y + frame->height + line + 2 * GAP + ROWS_BELOW;

  for (guint i = 0; i < self->tracks->len; i++)
    {
      const ClinicGraphTrack *track = &g_array_index (self->tracks, ClinicGraphTrack, i);
      double y = floor (top + track->row * ROW_HEIGHT) + 0.5;

      if (track->from < track->to)
        draw_bar (track, cr, layout, look, frame, y, line);
      else
        draw_mark (track, cr, look, frame, y);
    }

  for (guint row = 0; row < clinic_graph_n_rows (self); row++)
    name_marks (self, row, cr, layout, look, frame, floor (top + row * ROW_HEIGHT) + 0.5, line);
}

static void
say (GString    *words,
     const char *text)
{
  if (words->len > 0)
    g_string_append (words, " · ");

  g_string_append (words, text);
}

char *
clinic_graph_dup_beside (ClinicGraph *self,
                         double       at)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; self->dated && i < self->shades->len; i++)
    {
      const ClinicGraphShade *shade = &g_array_index (self->shades, ClinicGraphShade, i);

      if (at >= shade->from && at < shade->to && shade->label != NULL)
        say (words, shade->label);
    }

  for (guint i = 0; self->dated && i < self->tracks->len; i++)
    {
      const ClinicGraphTrack *track = &g_array_index (self->tracks, ClinicGraphTrack, i);
      g_autofree char *text = dup_words (track);

      if (at >= track->from && at <= track->to)
        say (words, text);
    }

  for (guint i = 0; self->dated && i < self->flags->len; i++)
    {
      const ClinicGraphFlag *flag = &g_array_index (self->flags, ClinicGraphFlag, i);

      if (at == flag->at && flag->label != NULL)
        say (words, flag->label);
    }

  return g_string_free (words, FALSE);
}
