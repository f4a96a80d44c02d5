/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "clinic-graph.h"

/* Pixels that a tick of the axes needs at least. */
#define TICK_HEIGHT 36
#define TICK_WIDTH 72
#define DATE_WIDTH 108.0
#define GAP 6.0
/* So much of the width at most goes to the names of rows. */
#define NAMES_SHARE 0.42

double
clinic_graph_nice_step (double low,
                        double high,
                        guint  most)
{
  static const double steps[] = { 1, 2, 5, 10 };
  double rough = (high - low) / MAX (most, 1);
  double power;

  if (!(rough > 0) || !isfinite (rough))
    return 1;

  power = pow (10, floor (log10 (rough)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * power >= rough * (1 - 1e-9))
        return steps[i] * power;
    }

  return 10 * power;
}

/* Beginnings of weeks of months; the first of them on or after @from. */
static GArray *
list_days (double from,
           double to,
           int    days)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));

  /* 1970-01-05 was a Monday. */
  for (double day = ceil ((from - 4) / days) * days + 4; day <= to; day += days)
    g_array_append_val (ticks, day);

  return ticks;
}

static GArray *
list_months (double from,
             double to,
             guint  months)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GDateTime) start = g_date_time_new_from_unix_utc ((gint64) from * 86400);
  guint month = g_date_time_get_year (start) * 12 + g_date_time_get_month (start) - 1;

  for (month -= month % months; ; month += months)
    {
      g_autoptr(GDateTime) time = g_date_time_new_utc (month / 12, month % 12 + 1, 1, 0, 0, 0);
      double day = time != NULL ? g_date_time_to_unix (time) / 86400.0 : INFINITY;

      if (day > to)
        break;

      if (day >= from)
        g_array_append_val (ticks, day);
    }

  return ticks;
}

guint
clinic_graph_most_dates (double width,
                         double widest)
{
  /* A month may be a tenth shorter than months are in the middle. */
  return MAX (width / MAX (DATE_WIDTH, 1.1 * (widest + GAP)), 1);
}

GArray *
clinic_graph_date_ticks (double from,
                         double to,
                         guint  most)
{
  static const int days[] = { 1, 2, 7, 14 };
  static const guint months[] = { 1, 2, 3, 6, 12, 24, 60, 120, 600 };
  double span = to - from;

  most = MAX (most, 1);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (span / days[i] <= most)
        return list_days (from, to, days[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (span / (months[i] * 30.44) <= most)
        return list_months (from, to, months[i]);
    }

  return list_months (from, to, 1200);
}

static void
widen (double *low,
       double *high,
       double  value)
{
  if (isnan (value))
    return;

  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

static void
measure_values (ClinicGraph      *self,
                ClinicGraphFrame *frame)
{
  double low = INFINITY;
  double high = -INFINITY;

  for (guint s = 0; s < self->series->len; s++)
    {
      GArray *points = ((ClinicGraphSeries *) self->series->pdata[s])->points;

      for (guint i = 0; i < points->len; i++)
        {
          const ClinicGraphPoint *point = &g_array_index (points, ClinicGraphPoint, i);

          widen (&low, &high, point->value);
          widen (&low, &high, point->low);
          widen (&low, &high, point->high);
        }
    }

  for (guint i = 0; i < self->band->len; i++)
    {
      widen (&low, &high, g_array_index (self->band, ClinicGraphBand, i).low);
      widen (&low, &high, g_array_index (self->band, ClinicGraphBand, i).high);
    }

  for (guint i = 0; i < self->levels->len; i++)
    widen (&low, &high, g_array_index (self->levels, ClinicGraphLevel, i).value);

  /* A column is read from 0, and a change is seen against none. */
  if (frame->sideways && low <= high)
    widen (&low, &high, 0);

  if (low > high)
    low = high = 0;

  frame->low = low;
  frame->high = high;
}

static void
measure_categories (ClinicGraph      *self,
                    ClinicGraphFrame *frame)
{
  double low = INFINITY;
  double high = -INFINITY;

  for (guint s = 0; s < self->series->len; s++)
    {
      GArray *points = ((ClinicGraphSeries *) self->series->pdata[s])->points;

      for (guint i = 0; i < points->len; i++)
        widen (&low, &high, g_array_index (points, ClinicGraphPoint, i).at);
    }

  for (guint i = 0; i < self->marks->len; i++)
    widen (&low, &high, g_array_index (self->marks, double, i));

  if (low > high)
    low = high = 0;

  if (frame->sideways)
    {
      low -= 0.5;
      high += 0.5;
    }
  else
    {
      double margin = MAX ((high - low) * 0.03, self->dated ? 3 : 0.3);

      low -= margin;
      high += margin;
    }

  frame->at_low = low;
  frame->at_high = high;
}

/* Ends at ticks, with air around what is flat. */
static void
round_values (ClinicGraph      *self,
              ClinicGraphFrame *frame,
              guint             most)
{
  double low = frame->low;
  double high = frame->high;
  double shown = self->percent ? 100 : 1;

  /* Stages stand one above the other, with one more on either side where there is one. */
  if (self->steps != NULL)
    {
      frame->step = 1;
      frame->low = MAX (low - 1, 0);
      frame->high = MAX (MIN (high + 1, g_strv_length (self->steps) - 1.0), frame->low + 1);
      return;
    }

  if (high - low < 1e-9 * MAX (fabs (high), 1))
    {
      high += MAX (fabs (high) * 0.1, 1 / shown);
      low -= MAX (fabs (low) * 0.1, 1 / shown);
    }

  /* What is near 0 anyway begins there. */
  if (low > 0 && low < 0.35 * high)
    low = 0;

  frame->step = clinic_graph_nice_step (low, high, most);

  /* There is no half of what is counted. */
  if (self->decimals == 0 && !self->percent && !frame->sideways)
    frame->step = MAX (frame->step, 1);

  frame->low = floor (low / frame->step + 1e-9) * frame->step;
  frame->high = ceil (high / frame->step - 1e-9) * frame->step;
  frame->decimals = (guint) CLAMP (-floor (log10 (frame->step * shown) + 1e-9), 0, 6);
}

static double
measure_text (PangoLayout *layout,
              const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

static double
measure_figures (ClinicGraph            *self,
                 PangoLayout            *layout,
                 const ClinicGraphFrame *frame)
{
  double shown = self->percent ? 100 : 1;
  double width = 0;

  for (double value = frame->low; value <= frame->high + frame->step / 2; value += frame->step)
    {
      g_autofree char *text = self->steps != NULL
                              ? clinic_graph_dup_value (self, value)
                              : g_strdup_printf ("%'.*f", (int) frame->decimals, value * shown);

      width = MAX (width, measure_text (layout, text));
    }

  return width;
}

static double
measure_names (ClinicGraph *self,
               PangoLayout *layout)
{
  double width = 0;

  for (guint i = 0; i < clinic_graph_n_points (self); i++)
    width = MAX (width, measure_text (layout, clinic_graph_get_point (self, i)->label));

  return width;
}

/* A column's figure stands beside it: the longest must have room at the end. */
static double
measure_beside (ClinicGraph *self,
                PangoLayout *layout)
{
  double width = GAP;

  for (guint i = 0; self->kind == CLINIC_PLOT_COLUMN && i < clinic_graph_n_points (self); i++)
    {
      g_autofree char *text = clinic_graph_dup_value (self, clinic_graph_get_point (self, i)->value);

      width = MAX (width, measure_text (layout, text));
    }

  return width + 2 * GAP;
}

static double
measure_titles (ClinicGraph *self,
                double       line)
{
  double height = 0;

  if (self->title != NULL)
    height += line * 1.6;

  if (self->subtitle != NULL)
    height += line * 1.3;

  return height > 0 ? height + GAP : 0;
}

void
clinic_graph_lay_out (ClinicGraph      *self,
                      PangoContext     *context,
                      double            width,
                      double            height,
                      gboolean          titled,
                      ClinicGraphFrame *frame)
{
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  double top;
  int line;

  g_return_if_fail (self != NULL && frame != NULL);

  measure_text (layout, "0");
  pango_layout_get_pixel_size (layout, NULL, &line);
  *frame = (ClinicGraphFrame) { .sideways = self->kind != CLINIC_PLOT_LINE };
  top = (titled ? measure_titles (self, line) : 0) + GAP;
  measure_values (self, frame);
  measure_categories (self, frame);

  /* The unit stands above the axis of a line chart, below it where that lies. */
  if (frame->sideways)
    {
      double names = MIN (ceil (measure_names (self, layout)) + 2 * GAP, width * NAMES_SHARE);

      frame->x = names;
      frame->width = MAX (width - names - measure_beside (self, layout), 1);
      round_values (self, frame, MAX (frame->width / TICK_WIDTH, 2));
      frame->y = top;
      frame->height = MAX (height - top - line - 2 * GAP, 1);
      return;
    }

  /* Half a line more: the uppermost figure stands about the edge. */
  frame->y = top + ceil (1.5 * line) + GAP;
  frame->height = MAX (height - frame->y - line - 2 * GAP - clinic_graph_tracks_height (self), 1);
  round_values (self, frame, MAX (frame->height / TICK_HEIGHT, 2));
  frame->x = ceil (measure_figures (self, layout, frame)) + 2 * GAP;
  frame->width = MAX (width - frame->x - 3 * GAP, 1);
}

double
clinic_graph_place (const ClinicGraphFrame *frame,
                    double                  value)
{
  double share = (value - frame->low) / (frame->high - frame->low);

  return frame->sideways ? frame->x + share * frame->width
                         : frame->y + (1 - share) * frame->height;
}

double
clinic_graph_read (const ClinicGraphFrame *frame,
                   double                  place)
{
  double share = frame->sideways ? (place - frame->x) / frame->width
                                 : 1 - (place - frame->y) / frame->height;

  return frame->low + share * (frame->high - frame->low);
}

double
clinic_graph_place_at (const ClinicGraphFrame *frame,
                       double                  at)
{
  double share = (at - frame->at_low) / (frame->at_high - frame->at_low);

  return frame->sideways ? frame->y + share * frame->height : frame->x + share * frame->width;
}

int
clinic_graph_find (ClinicGraph            *self,
                   const ClinicGraphFrame *frame,
                   double                  x,
                   double                  y)
{
  double along = frame->sideways ? y : x;
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < clinic_graph_n_points (self); i++)
    {
      const ClinicGraphPoint *point = clinic_graph_get_point (self, i);
      double distance = fabs (clinic_graph_place_at (frame, point->at) - along);

      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }

  return found;
}
