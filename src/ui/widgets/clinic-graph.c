/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clinic-graph.h"
#include "clinic-text.h"

/* Pixels of one row of a chart that lies on its side, and of what is around the rows. */
#define ROW_HEIGHT 34
#define ROWS_AROUND 44
/* Of one row of tracks, and of the air above the first. */
#define TRACK_HEIGHT 24
#define TRACKS_ABOVE 10

static void
clear_point (gpointer data)
{
  ClinicGraphPoint *point = data;

  g_free (point->label);
}

static void
clear_level (gpointer data)
{
  ClinicGraphLevel *level = data;

  g_free (level->label);
}

static void
clear_shade (gpointer data)
{
  g_free (((ClinicGraphShade *) data)->label);
}

static void
clear_track (gpointer data)
{
  ClinicGraphTrack *track = data;

  g_free (track->name);
  g_free (track->label);
}

static void
clear_flag (gpointer data)
{
  g_free (((ClinicGraphFlag *) data)->label);
}

static GArray *
new_array (gsize          size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);

  g_array_set_clear_func (array, clear);

  return array;
}

static void
free_series (gpointer data)
{
  ClinicGraphSeries *series = data;

  g_free (series->name);
  g_array_unref (series->points);
  g_free (series);
}

ClinicGraph *
clinic_graph_new (ClinicPlotKind  kind,
                  const char     *title)
{
  ClinicGraph *self = g_new0 (ClinicGraph, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->band = g_array_new (FALSE, FALSE, sizeof (ClinicGraphBand));
  self->marks = g_array_new (FALSE, FALSE, sizeof (double));
  self->levels = new_array (sizeof (ClinicGraphLevel), clear_level);
  self->shades = new_array (sizeof (ClinicGraphShade), clear_shade);
  self->tracks = new_array (sizeof (ClinicGraphTrack), clear_track);
  self->flags = new_array (sizeof (ClinicGraphFlag), clear_flag);

  return self;
}

void
clinic_graph_free (ClinicGraph *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->unit);
  g_free (self->band_name);
  g_free (self->mark_name);
  g_ptr_array_unref (self->series);
  g_array_unref (self->band);
  g_array_unref (self->marks);
  g_array_unref (self->levels);
  g_array_unref (self->shades);
  g_array_unref (self->tracks);
  g_array_unref (self->flags);
  g_free (self->flag_name);
  g_strfreev (self->steps);
  g_free (self);
}

ClinicGraphSeries *
clinic_graph_add_series (ClinicGraph *self,
                         const char  *name)
{
  ClinicGraphSeries *series = g_new0 (ClinicGraphSeries, 1);

  g_return_val_if_fail (self != NULL, NULL);

  series->name = g_strdup (name);
  series->points = g_array_new (FALSE, FALSE, sizeof (ClinicGraphPoint));
  g_array_set_clear_func (series->points, clear_point);
  g_ptr_array_add (self->series, series);

  return series;
}

void
clinic_graph_add_point (ClinicGraphSeries *series,
                        const char        *label,
                        double             at,
                        double             value)
{
  ClinicGraphPoint point = { g_strdup (label), at, value, NAN, NAN };

  g_return_if_fail (series != NULL);

  g_array_append_val (series->points, point);
}

void
clinic_graph_add_level (ClinicGraph *self,
                        double       value,
                        const char  *label)
{
  ClinicGraphLevel level = { value, g_strdup (label), FALSE };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->levels, level);
}

void
clinic_graph_add_goal (ClinicGraph *self,
                       double       value,
                       const char  *label)
{
  ClinicGraphLevel level = { value, g_strdup (label), TRUE };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->levels, level);
}

void
clinic_graph_add_shade (ClinicGraph *self,
                        double       from,
                        double       to,
                        const char  *label)
{
  ClinicGraphShade shade = { from, to, g_strdup (label) };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->shades, shade);
}

/* The first row of its name that is free then; a row has one name only. */
static guint
find_row (ClinicGraph *self,
          const char  *name,
          double       from,
          double       to)
{
  guint n = clinic_graph_n_rows (self);

  for (guint row = 0; row < n; row++)
    {
      gboolean fits = TRUE;

      for (guint i = 0; i < self->tracks->len; i++)
        {
          const ClinicGraphTrack *other = &g_array_index (self->tracks, ClinicGraphTrack, i);

          if (other->row == row)
            fits &= strcmp (other->name, name) == 0 && (other->to < from || other->from > to);
        }

      if (fits)
        return row;
    }

  return n;
}

void
clinic_graph_add_track (ClinicGraph *self,
                        const char  *name,
                        const char  *label,
                        double       from,
                        double       to)
{
  ClinicGraphTrack track = { NULL, NULL, from, to, 0 };

  g_return_if_fail (self != NULL && name != NULL);

  track.row = find_row (self, name, from, to);
  track.name = g_strdup (name);
  track.label = g_strdup (label);
  g_array_append_val (self->tracks, track);
}

void
clinic_graph_add_flag (ClinicGraph *self,
                       double       at,
                       const char  *label)
{
  ClinicGraphFlag flag = { at, g_strdup (label) };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->flags, flag);
}

guint
clinic_graph_n_rows (ClinicGraph *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->tracks->len; i++)
    n = MAX (n, g_array_index (self->tracks, ClinicGraphTrack, i).row + 1);

  return n;
}

int
clinic_graph_tracks_height (ClinicGraph *self)
{
  guint n = self->dated ? clinic_graph_n_rows (self) : 0;

  return n > 0 ? TRACKS_ABOVE + (int) n * TRACK_HEIGHT : 0;
}

static void
copy_series (ClinicGraph             *copy,
             const ClinicGraphSeries *from)
{
  ClinicGraphSeries *series = clinic_graph_add_series (copy, from->name);

  for (guint i = 0; i < from->points->len; i++)
    {
      ClinicGraphPoint point = g_array_index (from->points, ClinicGraphPoint, i);

      point.label = g_strdup (point.label);
      g_array_append_val (series->points, point);
    }
}

static void
copy_beside (ClinicGraph *copy,
             ClinicGraph *self)
{
  for (guint i = 0; i < self->shades->len; i++)
    {
      const ClinicGraphShade *shade = &g_array_index (self->shades, ClinicGraphShade, i);

      clinic_graph_add_shade (copy, shade->from, shade->to, shade->label);
    }

  for (guint i = 0; i < self->tracks->len; i++)
    {
      const ClinicGraphTrack *track = &g_array_index (self->tracks, ClinicGraphTrack, i);

      clinic_graph_add_track (copy, track->name, track->label, track->from, track->to);
    }

  for (guint i = 0; i < self->flags->len; i++)
    {
      const ClinicGraphFlag *flag = &g_array_index (self->flags, ClinicGraphFlag, i);

      clinic_graph_add_flag (copy, flag->at, flag->label);
    }

  copy->flag_name = g_strdup (self->flag_name);
  copy->steps = g_strdupv (self->steps);
}

ClinicGraph *
clinic_graph_copy (ClinicGraph *self)
{
  ClinicGraph *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = clinic_graph_new (self->kind, self->title);
  copy->subtitle = g_strdup (self->subtitle);
  copy->unit = g_strdup (self->unit);
  copy->decimals = self->decimals;
  copy->percent = self->percent;
  copy->dated = self->dated;
  copy->band_name = g_strdup (self->band_name);
  copy->mark_name = g_strdup (self->mark_name);
  g_array_append_vals (copy->band, self->band->data, self->band->len);
  g_array_append_vals (copy->marks, self->marks->data, self->marks->len);

  for (guint i = 0; i < self->series->len; i++)
    copy_series (copy, self->series->pdata[i]);

  for (guint i = 0; i < self->levels->len; i++)
    {
      const ClinicGraphLevel *level = &g_array_index (self->levels, ClinicGraphLevel, i);

      if (level->wanted)
        clinic_graph_add_goal (copy, level->value, level->label);
      else
        clinic_graph_add_level (copy, level->value, level->label);
    }

  copy_beside (copy, self);

  return copy;
}

guint
clinic_graph_n_points (ClinicGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len > 0
         ? ((ClinicGraphSeries *) self->series->pdata[0])->points->len : 0;
}

const ClinicGraphPoint *
clinic_graph_get_point (ClinicGraph *self,
                        guint        point)
{
  ClinicGraphSeries *series;

  if (point >= clinic_graph_n_points (self))
    return NULL;

  series = self->series->pdata[0];

  return &g_array_index (series->points, ClinicGraphPoint, point);
}

int
clinic_graph_get_height (ClinicGraph *self,
                         int          wish)
{
  if (self->kind == CLINIC_PLOT_LINE)
    return wish + clinic_graph_tracks_height (self);

  return (int) clinic_graph_n_points (self) * ROW_HEIGHT + ROWS_AROUND;
}

char *
clinic_graph_dup_value (ClinicGraph *self,
                        double       value)
{
  g_autofree char *number = NULL;
  double shown = self->percent ? value * 100 : value;

  if (isnan (value))
    return g_strdup ("");

  if (self->steps != NULL)
    return g_strdup (value >= 0 && value < g_strv_length (self->steps)
                     ? self->steps[(guint) value] : "");

  /* A change that is rounded to nothing has no sign. */
  if (fabs (shown) < 0.5 * pow (10, -(double) self->decimals))
    shown = 0;

  number = g_strdup_printf ("%'.*f", (int) self->decimals, shown);

  if (self->percent)
    return g_strdup_printf (C_("percent", "%s %%"), number);

  if (self->unit == NULL || *self->unit == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf (C_("number and unit", "%s %s"), number, self->unit);
}

static char *
dup_isolated (ClinicGraph *self,
              double       value)
{
  g_autofree char *text = clinic_graph_dup_value (self, value);

  return clinic_text_isolate_number (text);
}

char *
clinic_graph_dup_words (ClinicGraph *self,
                        guint        point)
{
  const ClinicGraphPoint *there = clinic_graph_get_point (self, point);
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (there == NULL)
    return g_strdup ("");

  if (isnan (there->value))
    return g_strdup_printf (_("%s: no value"), there->label);

  value = dup_isolated (self, there->value);

  if (isnan (there->low) || isnan (there->high))
    {
      g_autofree char *beside = clinic_graph_dup_beside (self, there->at);
      g_autofree char *said = g_strdup_printf (C_("a point of a chart: value", "%s: %s"),
                                               there->label, value);

      return *beside != '\0' ? g_strdup_printf (C_("a point of a chart, what goes on then",
                                                   "%s · %s"), said, beside)
                             : g_steal_pointer (&said);
    }

  low = dup_isolated (self, there->low);
  high = dup_isolated (self, there->high);

  return g_strdup_printf (_("%s: %s, between %s and %s"), there->label, value, low, high);
}
