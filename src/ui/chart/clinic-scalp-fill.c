/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "clinic-scalp-cells.h"

#define CELL  CLINIC_SCALP_CELL
#define CELLS CLINIC_SCALP_CELLS

/* Whole scalp, and its share that is seen from above; see clinic_scalp_area (). */
#define SCALP_CM2 600.0

#define OUTSIDE 0

#define MOST_ZONES 16
#define ROUNDS  24

/* The zone of each cell: number of its outline + 1. */
typedef struct
{
  gboolean         made;
  guint8           zone[CELLS * CELLS];
  gboolean         counted;
  guint            count[MOST_ZONES];       /* cells of each zone */
  int              room[MOST_ZONES];        /* 0: not looked for yet */
  ClinicScalpPoint centre[MOST_ZONES];
} Cells;

static Cells known[CLINIC_SCALP_N_VIEWS][2];

/* Painted as the map is, so that cells and picture agree. */
static void
paint_labels (cairo_surface_t *surface,
              ClinicScalpView  view,
              gboolean         male)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_scale (cr, 1.0 / CELL, 1.0 / CELL);
  clinic_scalp_path_scalp (cr, view, male);
  cairo_clip (cr);

  for (int i = clinic_scalp_n_outlines (view) - 1; i >= 0; i--)
    {
      cairo_new_path (cr);
      clinic_scalp_path_zone (cr, view, clinic_scalp_outline (view, i));
      cairo_set_source_rgba (cr, 0, 0, 0, (i + 1) / 255.0);
      cairo_fill (cr);
    }

  cairo_destroy (cr);
}

const guint8 *
clinic_scalp_get_cells (ClinicScalpView view,
                        gboolean        male)
{
  Cells *cells = &known[view][male ? 1 : 0];
  cairo_surface_t *surface;
  const guchar *data;
  int stride;

  if (cells->made)
    return cells->zone;

  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, CELLS, CELLS);
  paint_labels (surface, view, male);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < CELLS; y++)
    {
      for (int x = 0; x < CELLS; x++)
        cells->zone[y * CELLS + x] = data[y * stride + x];
    }

  cairo_surface_destroy (surface);
  cells->made = TRUE;

  return cells->zone;
}

gboolean
clinic_scalp_covers (ClinicScalpView view,
                     gboolean        male,
                     double          x,
                     double          y)
{
  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS, FALSE);

  return x >= 0 && y >= 0 && x < CLINIC_SCALP_SIZE && y < CLINIC_SCALP_SIZE &&
         clinic_scalp_get_cells (view, male)[(int) y / CELL * CELLS + (int) x / CELL] != OUTSIDE;
}

guint
clinic_scalp_find_label (ClinicScalpView  view,
                         const char      *zone)
{
  for (guint i = 0; i < clinic_scalp_n_outlines (view); i++)
    {
      if (g_strcmp0 (clinic_scalp_outline (view, i), zone) == 0)
        return i + 1;
    }

  return OUTSIDE;
}

static gboolean
is_whole (const char *zone)
{
  return g_strcmp0 (zone, "whole_scalp") == 0;
}

/* Centres of the cells of a zone, row by row, every other row backwards: neighbours stay close. */
static GArray *
list_cells (ClinicScalpView  view,
            gboolean         male,
            const char      *zone)
{
  const guint8 *cells = clinic_scalp_get_cells (view, male);
  guint label = clinic_scalp_find_label (view, zone);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPoint));

  for (int y = 0; y < CELLS; y++)
    {
      for (int i = 0; i < CELLS; i++)
        {
          int x = y % 2 == 0 ? i : CELLS - 1 - i;
          guint8 cell = cells[y * CELLS + x];
          ClinicScalpPoint point = { (x + 0.5) * CELL, (y + 0.5) * CELL };

          if (cell != OUTSIDE && (is_whole (zone) || cell == label))
            g_array_append_val (places, point);
        }
    }

  return places;
}

static guint
find_nearest (GArray           *points,
              ClinicScalpPoint  to)
{
  double least = G_MAXDOUBLE;
  guint nearest = 0;

  for (guint i = 0; i < points->len; i++)
    {
      ClinicScalpPoint *point = &g_array_index (points, ClinicScalpPoint, i);
      double distance = (point->x - to.x) * (point->x - to.x) +
                        (point->y - to.y) * (point->y - to.y);

      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
}

/* A point among others in the order of their height. */
typedef struct
{
  ClinicScalpPoint at;
  guint            index;
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->at.y != right->at.y)
    return left->at.y < right->at.y ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

static Ranked *
rank_points (GArray *points)
{
  Ranked *ranked = g_new (Ranked, points->len);

  for (guint i = 0; i < points->len; i++)
    ranked[i] = (Ranked) { g_array_index (points, ClinicScalpPoint, i), i }
  ;

  qsort (ranked, points->len, sizeof *ranked, compare_ranked);

  return ranked;
}

/* The first that is no higher than @y. */
static guint
find_rank (const Ranked *ranked,
           guint         n,
           double        y)
{
  guint from = 0;

  while (from < n)
    {
      guint middle = (from + n) / 2;

      if (ranked[middle].at.y < y)
        from = middle + 1;
      else
        n = middle;
    }

  return from;
}

/* FALSE: from here on all lie too far above or below. */
static gboolean
try_nearer (const Ranked     *one,
            ClinicScalpPoint  to,
            double           *least,
            guint            *nearest)
{
  double down = (one->at.y - to.y) * (one->at.y - to.y);
  double distance = (one->at.x - to.x) * (one->at.x - to.x) + down;

  if (distance < *least || (distance == *least && one->index < *nearest))
    {
      *least = distance;
      *nearest = one->index;
    }

  return down <= *least;
}

/* The same as find_nearest (), up and down from where it is. */
static guint
find_nearest_ranked (const Ranked     *ranked,
                     guint             n,
                     ClinicScalpPoint  to)
{
  guint middle = find_rank (ranked, n, to.y);
  double least = G_MAXDOUBLE;
  guint nearest = G_MAXUINT;
  guint below = middle;
  guint above = middle;
  gboolean down = TRUE;
  gboolean up = TRUE;

  while (down || up)
    {
      down = down && below < n && try_nearer (&ranked[below++], to, &least, &nearest);
      up = up && above > 0 && try_nearer (&ranked[--above], to, &least, &nearest);
    }

  return nearest;
}

/* One round of Lloyd's: each point goes to the middle of the cells nearest to it. */
static void
spread (GArray *points,
        GArray *cells,
        guint   step)
{
  g_autofree double *sums = g_new0 (double, points->len * 3);
  g_autofree Ranked *ranked = rank_points (points);

  for (guint i = 0; i < cells->len; i += step)
    {
      ClinicScalpPoint cell = g_array_index (cells, ClinicScalpPoint, i);
      double *sum = sums + 3 * find_nearest_ranked (ranked, points->len, cell);

      sum[0] += cell.x;
      sum[1] += cell.y;
      sum[2] += 1;
    }

  for (guint i = 0; i < points->len; i++)
    {
      if (sums[3 * i + 2] > 0)
        {
          ClinicScalpPoint *point = &g_array_index (points, ClinicScalpPoint, i);

          point->x = sums[3 * i] / sums[3 * i + 2];
          point->y = sums[3 * i + 1] / sums[3 * i + 2];
        }
    }
}

GArray *
clinic_scalp_fill (ClinicScalpView  view,
                   gboolean         male,
                   const char      *zone,
                   guint            n)
{
  g_autoptr(GArray) cells = NULL;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPoint));
  guint step;

  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS, points);

  cells = list_cells (view, male, zone);

  if (cells->len == 0)
    return points;

  for (guint i = 0; i < n; i++)
    g_array_append_val (points, g_array_index (cells, ClinicScalpPoint,
                                               (guint) ((i + 0.5) * cells->len / n)));

  /* About thirty cells a point say enough; an odd stride does not follow the rows. */
  step = MAX (1, cells->len / (30 * MAX (n, 1)));
  step = step > 1 ? step | 1 : 1;

  for (guint i = 0; i < ROUNDS; i++)
    spread (points, cells, step);

  /* The middle of a bent zone may lie outside it. */
  for (guint i = 0; i < points->len; i++)
    {
      ClinicScalpPoint *point = &g_array_index (points, ClinicScalpPoint, i);

      if (!is_whole (zone) &&
          g_strcmp0 (clinic_scalp_zone_at (view, male, point->x, point->y), zone) != 0)
        *point = g_array_index (cells, ClinicScalpPoint, find_nearest (cells, *point));
    }

  return points;
}

static gboolean
is_zone (const guint8 *cells,
         int           x,
         int           y,
         guint         label)
{
  return x >= 0 && y >= 0 && x < CELLS && y < CELLS && cells[y * CELLS + x] == label;
}

/* Cells one can go each way from here and stay in the zone. */
static int
measure_room (const guint8 *cells,
              int           x,
              int           y,
              guint         label)
{
  int room = 0;

  while (is_zone (cells, x - room, y, label) && is_zone (cells, x + room, y, label) &&
         is_zone (cells, x, y - room / 2, label) && is_zone (cells, x, y + room / 2, label))
    room++;

  return room;
}

/* The middle of the roomiest row of a zone; of a zone that is the same left and right, the middle. */
static int
look_for_centre (const guint8     *cells,
                 guint             label,
                 ClinicScalpPoint *centre)
{
  int best = 0;
  int first = 0;

  for (int y = 0; label != OUTSIDE && y < CELLS; y += 2)
    {
      for (int x = 0; x < CELLS; x++)
        {
          int room = measure_room (cells, x, y, label);

          if (room > best)
            {
              best = room;
              first = x;
              centre->x = (x + 0.5) * CELL;
              centre->y = (y + 0.5) * CELL;
            }
          else if (room == best && best > 0 && (y + 0.5) * CELL == centre->y &&
                   is_zone (cells, (first + x) / 2, y, label))
            centre->x = ((first + x) / 2 + 0.5) * CELL;
        }
    }

  return best;
}

/* How many cells it lies from the zone's edge; 0 when the view does not show it. */
static int
find_centre (ClinicScalpView   view,
             gboolean          male,
             const char       *zone,
             ClinicScalpPoint *centre)
{
  Cells *cells = &known[view][male ? 1 : 0];
  guint label = clinic_scalp_find_label (view, zone);

  if (cells->room[label] == 0)
    cells->room[label] = look_for_centre (clinic_scalp_get_cells (view, male), label, &cells->centre[label]);

  *centre = cells->centre[label];

  return cells->room[label];
}

gboolean
clinic_scalp_zone_centre (ClinicScalpView   view,
                          gboolean          male,
                          const char       *zone,
                          ClinicScalpPoint *centre)
{
  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS && centre != NULL, FALSE);

  return find_centre (view, male, zone, centre) > 0;
}

double
clinic_scalp_zone_room (ClinicScalpView  view,
                        gboolean         male,
                        const char      *zone)
{
  ClinicScalpPoint centre;

  g_return_val_if_fail (view < CLINIC_SCALP_N_VIEWS, 0);

  return 2.0 * CELL * find_centre (view, male, zone, &centre);
}

static guint
count_cells (ClinicScalpView  view,
             const char      *zone)
{
  Cells *cells = &known[view][0];
  guint label = clinic_scalp_find_label (view, zone);

  if (!cells->counted)
    {
      const guint8 *labels = clinic_scalp_get_cells (view, FALSE);

      for (guint i = 0; i < CELLS * CELLS; i++)
        cells->count[labels[i]]++;

      cells->counted = TRUE;
    }

  return label != OUTSIDE ? cells->count[label] : 0;
}

ClinicScalpView
clinic_scalp_best_view (const char *zone)
{
  ClinicScalpView best = CLINIC_SCALP_TOP;
  guint most = 0;

  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    {
      guint n = is_whole (zone) ? 0 : count_cells (view, zone);

      /* From above most is seen at once: another view must show clearly more. */
      if (n > most + most / 4)
        {
          most = n;
          best = view;
        }
    }

  return best;
}

double
clinic_scalp_area (const char *zone)
{
  guint whole = 0;
  guint own = 0;

  if (is_whole (zone))
    return SCALP_CM2;

  /* From above, and what lies below the edge of that from behind. */
  for (guint i = 0; clinic_scalp_zones (CLINIC_SCALP_TOP)[i] != NULL; i++)
    {
      const char *other = clinic_scalp_zones (CLINIC_SCALP_TOP)[i];
      guint n = MAX (count_cells (CLINIC_SCALP_TOP, other),
                     count_cells (clinic_scalp_best_view (other), other));

      whole += n;
      own += g_strcmp0 (zone, other) == 0 ? n : 0;
    }

  return whole > 0 ? SCALP_CM2 * own / whole : 0;
}
