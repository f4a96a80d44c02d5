/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-choices.h"
#include "clinic-scalp-places.h"

/* Sampled this far apart. */
#define STEP 7
#define LEAP 67
/* A cell of the grid that points are carried by, and one beside. */
#define CELL 8

static gboolean
is_listed (const char * const *zones,
           const char         *zone)
{
  return g_strv_contains (zones, zone);
}

/* A zone wherever there is scalp, and nowhere else. */
static guint
count_inside (ClinicScalpView  view,
              gboolean         male,
              cairo_t         *cr)
{
  guint n_inside = 0;

  for (int place = 0; place < 1000 * 1000; place += LEAP)
    {
      double x = place % 1000;
      double y = place / 1000;
      const char *zone = clinic_scalp_zone_at (view, male, x, y);

      g_assert_cmpint (zone != NULL, ==, cairo_in_fill (cr, x, y) != 0);
      g_assert_true (zone == NULL || is_listed (clinic_scalp_zones (view), zone));
      n_inside += zone != NULL;
    }

  return n_inside;
}

static void
test_zones_tile_the_scalp (void)
{
  for (int i = 0; i < 2 * CLINIC_SCALP_N_VIEWS; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
      cairo_t *cr = cairo_create (surface);

      clinic_scalp_path_scalp (cr, i / 2, i % 2);
      g_assert_cmpuint (count_inside (i / 2, i % 2, cr), >, 500);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_every_zone_listed_is_seen_and_known (void)
{
  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    {
      for (const char * const *zone = clinic_scalp_zones (view); *zone != NULL; zone++)
        {
          ClinicScalpPoint centre;

          g_assert_nonnull (clinic_choice_find (clinic_zones, *zone));

          for (int male = 0; male < 2; male++)
            {
              g_assert_true (clinic_scalp_zone_centre (view, male, *zone, &centre));
              g_assert_cmpstr (clinic_scalp_zone_at (view, male, centre.x, centre.y), ==, *zone);
            }
        }
    }
}

static void
assert_mirrored (ClinicScalpView view,
                 ClinicScalpView mirrored)
{
  for (int y = 3; y < 1000; y += STEP)
    {
      for (int x = 3; x < 1000; x += STEP)
        {
          const char *zone = clinic_scalp_zone_at (view, FALSE, x, y);
          const char *other = clinic_scalp_zone_at (mirrored, FALSE, 1000 - x, y);

          if (zone != NULL)
            zone = clinic_scalp_mirror (zone);

          /* The very middle belongs to one side. */
          if (x < 497 || x > 503)
            g_assert_cmpstr (zone, ==, other);
        }
    }
}

static void
test_mirrored_zones_mirror (void)
{
  assert_mirrored (CLINIC_SCALP_TOP, CLINIC_SCALP_TOP);
  assert_mirrored (CLINIC_SCALP_FRONT, CLINIC_SCALP_FRONT);
  assert_mirrored (CLINIC_SCALP_BACK, CLINIC_SCALP_BACK);
  assert_mirrored (CLINIC_SCALP_LEFT, CLINIC_SCALP_RIGHT);
}

static void
test_points_are_even_and_inside (void)
{
  static const guint counts[] = { 1, 2, 6, 24, 60, 120 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      for (const char * const *zone = clinic_scalp_zones (CLINIC_SCALP_TOP); *zone != NULL; zone++)
        {
          g_autoptr(GArray) points = clinic_scalp_fill (CLINIC_SCALP_TOP, FALSE, *zone,
                                                        counts[i]);
          g_autoptr(GArray) again = clinic_scalp_fill (CLINIC_SCALP_TOP, FALSE, *zone, counts[i]);

          g_assert_cmpuint (points->len, ==, counts[i]);
          g_assert_cmpmem (points->data, points->len * sizeof (ClinicScalpPoint), again->data,
                           again->len * sizeof (ClinicScalpPoint));

          for (guint j = 0; j < points->len; j++)
            {
              ClinicScalpPoint *point = &g_array_index (points, ClinicScalpPoint, j);

              g_assert_cmpstr (clinic_scalp_zone_at (CLINIC_SCALP_TOP, FALSE, point->x, point->y),
                               ==, *zone);
            }
        }
    }
}

#define FINE   4
#define N_FINE (1000 / FINE)

/* Forgets the piece around a place and tells how many samples it had. */
static guint
take_piece (const char *(*seen)[N_FINE],
            int x,
            int y)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (int));
  const char *zone = seen[y][x];
  int start = y * N_FINE + x;
  guint n = 0;

  g_array_append_val (open, start);

  while (open->len > 0)
    {
      int at = g_array_index (open, int, open->len - 1);
      int around[] = { at - 1, at + 1, at - N_FINE, at + N_FINE };

      g_array_set_size (open, open->len - 1);

      /* The drawing's rim is never scalp: what lies around is still in the picture. */
      if (g_strcmp0 (seen[at / N_FINE][at % N_FINE], zone) != 0)
        continue;

      seen[at / N_FINE][at % N_FINE] = NULL;
      g_array_append_vals (open, around, G_N_ELEMENTS (around));
      n++;
    }

  return n;
}

static void
assert_one_piece_each (ClinicScalpView view,
                       gboolean        male)
{
  static const char *seen[N_FINE][N_FINE];
  guint n_pieces = 0;

  for (int i = 0; i < N_FINE * N_FINE; i++)
    seen[i / N_FINE][i % N_FINE] = clinic_scalp_zone_at (view, male, i % N_FINE * FINE + FINE / 2,
                                                         i / N_FINE * FINE + FINE / 2);

  /* What a corner cuts off is not to be seen. */
  for (int i = 0; i < N_FINE * N_FINE; i++)
    n_pieces += seen[i / N_FINE][i % N_FINE] != NULL &&
                take_piece (seen, i % N_FINE, i / N_FINE) > 2;

  g_assert_cmpuint (n_pieces, ==, g_strv_length ((char **) clinic_scalp_zones (view)));
}

/* A scrap of one zone between two others would take a click meant for them. */
static void
test_zones_are_one_piece (void)
{
  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    {
      assert_one_piece_each (view, FALSE);
      assert_one_piece_each (view, TRUE);
    }
}

/* No two of them touch while there is room. */
static void
test_points_keep_apart (void)
{
  g_autoptr(GArray) points = clinic_scalp_fill (CLINIC_SCALP_TOP, FALSE, "frontal", 24);
  double least = 1000;

  for (guint i = 0; i < points->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          ClinicScalpPoint *a = &g_array_index (points, ClinicScalpPoint, i);
          ClinicScalpPoint *b = &g_array_index (points, ClinicScalpPoint, j);

          least = MIN (least, hypot (a->x - b->x, a->y - b->y));
        }
    }

  /* 24 points on the zone's area lie about 58 apart when they are even. */
  g_assert_cmpfloat (least, >, 35);
}

static void
test_places_survive_their_text (void)
{
  static const char * const bad[] = { "", "top", "top:", "top:1", "top:1,2 3", "side:1,2",
                                      "top:1,2000", "top:a,b", "top:-1,5", "top:1,2;", ";top:1,2",
                                      "top:1,2;left" };
  static const char * const good[] = { "left:500,200 1,2", "top:1,2 3,4;back:5,6;right:1000,0" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GArray) read = clinic_scalp_places_parse (good[i]);
      g_autofree char *again = NULL;

      g_assert_nonnull (read);
      again = clinic_scalp_places_format (read);
      g_assert_cmpstr (good[i], ==, again);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (clinic_scalp_places_parse (bad[i]));

  g_assert_null (clinic_scalp_places_parse (NULL));
}

/* Somewhere on the scalp of a view. */
static ClinicScalpPlace
take_place (ClinicScalpView  view,
            gboolean         male,
            const char     **zone)
{
  ClinicScalpPlace place = { view, { 0, 0 } };

  do
    {
      place.at.x = g_test_rand_int_range (0, 1001);
      place.at.y = g_test_rand_int_range (0, 1001);
      *zone = clinic_scalp_zone_at (view, male, place.at.x, place.at.y);
    }
  while (*zone == NULL);

  return place;
}

/* Whether the zone begins within a cell of the grid of a place. */
static gboolean
is_near (const char             *zone,
         gboolean                male,
         const ClinicScalpPlace *place)
{
  for (int dy = -CELL; dy <= CELL; dy++)
    {
      for (int dx = -CELL; dx <= CELL; dx++)
        {
          if (g_strcmp0 (clinic_scalp_zone_at (place->view, male, place->at.x + dx,
                                               place->at.y + dy), zone) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

/* In each view that shows a place it lies in its own zone, and on its own side. */
static void
test_places_keep_their_zone_in_all_views (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      const char *zone;
      gboolean male = i % 2;
      ClinicScalpPlace place = take_place (i % CLINIC_SCALP_N_VIEWS, male, &zone);
      guint n_seen = 0;

      for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
        {
          ClinicScalpPlace seen = { view };
          const char *there;

          if (!clinic_scalp_carry (zone, male, place, view, &seen.at))
            continue;

          /* To within a cell of the grid. */
          n_seen++;
          there = clinic_scalp_zone_at (view, male, seen.at.x, seen.at.y);
          g_assert_true (there == NULL || g_str_equal (there, zone) ||
                         !clinic_scalp_covers (view, male, seen.at.x, seen.at.y) ||
                         is_near (zone, male, &seen));
        }

      g_assert_cmpuint (n_seen, >, 0);
    }
}

/* A view that shows one side shows half of what lies evenly in the middle. */
static void
test_sides_share_the_middle (void)
{
  g_autoptr(GArray) places = clinic_scalp_places_spread (FALSE, "frontal", 24);
  g_autoptr(GArray) left = clinic_scalp_places_see (places, "frontal", FALSE, CLINIC_SCALP_LEFT);
  g_autoptr(GArray) right = clinic_scalp_places_see (places, "frontal", FALSE, CLINIC_SCALP_RIGHT);
  g_autoptr(GArray) top = clinic_scalp_places_see (places, "frontal", FALSE, CLINIC_SCALP_TOP);

  g_assert_cmpuint (top->len, ==, 24);
  g_assert_cmpuint (left->len + right->len, ==, 24);
  g_assert_cmpuint (left->len, >=, 9);
  g_assert_cmpuint (right->len, >=, 9);
}

static void
test_a_mirror_twice_is_none (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));
      g_autoptr(GArray) once = NULL;
      g_autoptr(GArray) twice = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      const char *zone;

      for (guint j = 0; j < 1 + i % 30; j++)
        {
          ClinicScalpPlace place = take_place (g_test_rand_int_range (0, CLINIC_SCALP_N_VIEWS),
                                               i % 2, &zone);

          g_array_append_val (places, place);
        }

      once = clinic_scalp_places_mirror (places);
      twice = clinic_scalp_places_mirror (once);
      before = clinic_scalp_places_format (places);
      after = clinic_scalp_places_format (twice);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Both halves are alike then, and doing it again, from whichever side, changes nothing. */
static void
test_matched_halves_are_alike (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ClinicScalpPlace));
      ClinicScalpSide from = i % 2 ? CLINIC_SCALP_SIDE_LEFT : CLINIC_SCALP_SIDE_RIGHT;
      g_autoptr(GArray) once = NULL;
      guint n_sides[3] = { 0, 0, 0 };
      const char *zone;

      for (guint j = 0; j < 20; j++)
        {
          ClinicScalpPlace place = take_place (g_test_rand_int_range (0, CLINIC_SCALP_N_VIEWS),
                                               i % 2, &zone);

          g_array_append_val (places, place);
        }

      once = clinic_scalp_places_match (places, from);

      for (guint j = 0; j < once->len; j++)
        {
          ClinicScalpPlace place = g_array_index (once, ClinicScalpPlace, j);
          ClinicScalpPlace other = clinic_scalp_mirror_place (place);
          gboolean found = clinic_scalp_get_side (place) == CLINIC_SCALP_SIDE_MIDDLE;

          n_sides[clinic_scalp_get_side (place)]++;

          for (guint k = 0; !found && k < once->len; k++)
            {
              ClinicScalpPlace *candidate = &g_array_index (once, ClinicScalpPlace, k);

              found = candidate->view == other.view && candidate->at.x == other.at.x &&
                      candidate->at.y == other.at.y;
            }

          g_assert_true (found);
        }

      g_assert_cmpuint (n_sides[CLINIC_SCALP_SIDE_LEFT], ==, n_sides[CLINIC_SCALP_SIDE_RIGHT]);
    }
}

/* Whether a square of so many samples around a place is all of one zone. */
static gboolean
is_thick (const char *(*seen)[N_FINE],
          int         x,
          int         y,
          const char *zone)
{
  for (int dy = -1; dy <= 1; dy++)
    {
      for (int dx = -1; dx <= 1; dx++)
        {
          if (x + dx < 0 || x + dx >= N_FINE || y + dy < 0 || y + dy >= N_FINE || seen[y + dy][x + dx] != zone)
            return FALSE;
        }
    }

  return TRUE;
}

/* Samples that a corner may be long before it is three thick. */
#define CORNER 12

/* Whether such a square of its zone lies round a place, or so near to it as a corner is sharp. */
static gboolean
is_near_thick (const char *(*seen)[N_FINE],
               int x,
               int y)
{
  for (int dy = -CORNER; dy <= CORNER; dy++)
    {
      for (int dx = -CORNER; dx <= CORNER; dx++)
        {
          if (x + dx > 0 && x + dx < N_FINE - 1 && y + dy > 0 && y + dy < N_FINE - 1 &&
              is_thick (seen, x + dx, y + dy, seen[y][x]))
            return TRUE;
        }
    }

  return FALSE;
}

/* Where two outlines drawn side by side did not meet, or one reached over the next, what the last one has, or a strip of
 * a third, would run between them as a thread. */
static void
assert_no_threads (ClinicScalpView view,
                   gboolean        male)
{
  static const char *seen[N_FINE][N_FINE];

  for (int i = 0; i < N_FINE * N_FINE; i++)
    seen[i / N_FINE][i % N_FINE] = clinic_scalp_zone_at (view, male, i % N_FINE * FINE + FINE / 2,
                                                         i / N_FINE * FINE + FINE / 2);

  for (int i = 0; i < N_FINE * N_FINE; i++)
    {
      if (seen[i / N_FINE][i % N_FINE] != NULL && !is_near_thick (seen, i % N_FINE, i / N_FINE))
        g_error ("view %d, %s: a thread of %s at %d, %d", view, male ? "male" : "female", seen[i / N_FINE][i % N_FINE],
                 i % N_FINE * FINE, i / N_FINE * FINE);
    }
}

static void
test_outlines_meet (void)
{
  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    {
      assert_no_threads (view, FALSE);
      assert_no_threads (view, TRUE);
    }
}

/* Of the outline, as it is filled. */
static double
measure_scalp (ClinicScalpView view,
               gboolean        male)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1000, 1000);
  cairo_t *cr = cairo_create (surface);
  double sum = 0;

  clinic_scalp_path_scalp (cr, view, male);
  cairo_fill (cr);
  cairo_surface_flush (surface);

  for (int y = 0; y < 1000; y++)
    {
      const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < 1000; x++)
        sum += row[x] / 255.0;
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return sum;
}

/* By throwing so many darts: within four standard deviations. */
#define DARTS 20000

static void
test_zones_are_as_large_as_the_scalp (void)
{
  for (int i = 0; i < 2 * CLINIC_SCALP_N_VIEWS; i++)
    {
      guint n_hits = 0;
      double share = measure_scalp (i / 2, i % 2) / 1e6;

      for (guint dart = 0; dart < DARTS; dart++)
        n_hits += clinic_scalp_zone_at (i / 2, i % 2, g_test_rand_double_range (0, 1000),
                                        g_test_rand_double_range (0, 1000)) != NULL;

      g_assert_cmpfloat (fabs (n_hits / (double) DARTS - share), <, 4 * sqrt (share * (1 - share) / DARTS));
    }
}

/* What is seen best from above is as large as what it hits of the darts, beside another such. */
static void
test_areas_are_as_drawn (void)
{
  static const char * const zones[] = { "frontal", "mid_scalp", "vertex" };
  guint n_hits[G_N_ELEMENTS (zones)] = { 0 };

  for (guint dart = 0; dart < 2 * DARTS; dart++)
    {
      const char *zone = clinic_scalp_zone_at (CLINIC_SCALP_TOP, FALSE, g_test_rand_double_range (0, 1000),
                                               g_test_rand_double_range (0, 1000));

      for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
        n_hits[i] += g_strcmp0 (zone, zones[i]) == 0;
    }

  for (guint i = 1; i < G_N_ELEMENTS (zones); i++)
    {
      double wanted = clinic_scalp_area (zones[i]) / clinic_scalp_area (zones[0]);
      double found = n_hits[i] / (double) n_hits[0];

      g_assert_cmpint (clinic_scalp_best_view (zones[i]), ==, CLINIC_SCALP_TOP);
      g_assert_cmpfloat (fabs (found - wanted), <, 4 * found * sqrt (1.0 / n_hits[i] + 1.0 / n_hits[0]));
    }
}

static void
test_areas_add_up (void)
{
  double sum = 0;

  for (const char * const *zone = clinic_scalp_zones (CLINIC_SCALP_TOP); *zone != NULL; zone++)
    {
      g_assert_cmpfloat (clinic_scalp_area (*zone), >, 5);
      sum += clinic_scalp_area (*zone);
    }

  g_assert_cmpfloat (fabs (sum - clinic_scalp_area ("whole_scalp")), <, 0.01);
  g_assert_cmpfloat (clinic_scalp_area ("nowhere"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scalp/zones-tile-the-scalp", test_zones_tile_the_scalp);
  g_test_add_func ("/scalp/every-zone-listed-is-seen-and-known",
                   test_every_zone_listed_is_seen_and_known);
  g_test_add_func ("/scalp/mirrored-zones-mirror", test_mirrored_zones_mirror);
  g_test_add_func ("/scalp/zones-are-one-piece", test_zones_are_one_piece);
  g_test_add_func ("/scalp/points-are-even-and-inside", test_points_are_even_and_inside);
  g_test_add_func ("/scalp/points-keep-apart", test_points_keep_apart);
  g_test_add_func ("/scalp/places-survive-their-text", test_places_survive_their_text);
  g_test_add_func ("/scalp/places-keep-their-zone-in-all-views",
                   test_places_keep_their_zone_in_all_views);
  g_test_add_func ("/scalp/sides-share-the-middle", test_sides_share_the_middle);
  g_test_add_func ("/scalp/a-mirror-twice-is-none", test_a_mirror_twice_is_none);
  g_test_add_func ("/scalp/matched-halves-are-alike", test_matched_halves_are_alike);
  g_test_add_func ("/scalp/outlines-meet", test_outlines_meet);
  g_test_add_func ("/scalp/zones-are-as-large-as-the-scalp", test_zones_are_as_large_as_the_scalp);
  g_test_add_func ("/scalp/areas-are-as-drawn", test_areas_are_as_drawn);
  g_test_add_func ("/scalp/areas-add-up", test_areas_add_up);

  return g_test_run ();
}
