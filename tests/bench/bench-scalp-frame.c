/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "clinic-scalp-map.h"

/* How long a frame of the map of the scalp takes as GTK draws it without a graphics card, all of it,
 * 1100 pixels square, with 120 points: standing still, with another zone chosen, while a point is
 * changed, and another view, whose head is painted once. Processor time, medians; wants ≤ 16 ms but for the
 * last. To be run by tests/in-display. */

#define SIZE   1100
#define ROUNDS 30

typedef void (* Work) (ClinicScalpMap *map,
                       guint           round);

static void
stand_still (ClinicScalpMap *map,
             guint           round)
{
}

static void
choose (ClinicScalpMap *map,
        guint           round)
{
  clinic_scalp_map_set_selected (map, round % 2 ? "frontal" : "mid_scalp");
}

static void
change_points (ClinicScalpMap *map,
               guint           round)
{
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "vertex", 1, round % 2 ? "top:500,690" : "top:505,690",
                             50, NULL);
}

static void
turn_heat (ClinicScalpMap *map,
           guint           round)
{
  g_object_set (map, "heat", round % 2 == 0, NULL);
}

static void
turn (ClinicScalpMap *map,
      guint           round)
{
  g_object_set (map, "view", (int) (round % CLINIC_SCALP_N_VIEWS), NULL);
}

/* What the processor did, whatever else it has to do, in µs. */
static gint64
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* All of it, as if nothing had been on the screen before. */
static void
draw (GdkPaintable *paintable,
      GskRenderer  *renderer)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, SIZE, SIZE);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));
}

static void
settle (GtkWidget *map)
{
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (map);
      gtk_test_widget_wait_for_draw (map);
    }

  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* In ms; what else the machine does lengthens some rounds, not most. */
static double
find_median (gint64 *times)
{
  qsort (times, ROUNDS, sizeof *times, compare_times);

  return (times[(ROUNDS - 1) / 2] + times[ROUNDS / 2]) / 2000.0;
}

static void
measure (const char  *what,
         Work         work,
         GtkWidget   *map,
         GskRenderer *renderer)
{
  GdkPaintable *paintable = gtk_widget_paintable_new (map);
  gint64 frames[ROUNDS];
  gint64 whole[ROUNDS];

  settle (map);

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = get_time ();

      work (CLINIC_SCALP_MAP (map), i);
      gtk_widget_queue_draw (map);
      gtk_test_widget_wait_for_draw (map);
      frames[i] = get_time () - start;
      start = get_time ();
      draw (paintable, renderer);
      whole[i] = get_time () - start;
    }

  g_print ("%-22s frame with what differs %7.3f ms, all of it painted %7.3f ms\n", what,
           find_median (frames), find_median (whole));
  g_object_unref (paintable);
}

/* What one picture of that size costs, for comparison. */
static void
measure_picture (GskRenderer *renderer)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_malloc0 (SIZE * SIZE * 4), SIZE * SIZE * 4);
  g_autoptr(GdkTexture) picture =
    gdk_memory_texture_new (SIZE, SIZE, GDK_MEMORY_DEFAULT, bytes, SIZE * 4);
  gint64 times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = get_time ();

      draw (GDK_PAINTABLE (picture), renderer);
      times[i] = get_time () - start;
    }

  g_print ("%-22s %40.3f ms\n", "one picture alone", find_median (times));
}

static void
fill (ClinicScalpMap *map)
{
  static const char *const zones[] = { "frontal_hairline", "frontal", "mid_scalp", "vertex" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, zones[i], 30, NULL, 1500, NULL);
      clinic_scalp_map_set_zone (map, CLINIC_SCALP_BEFORE, zones[i], 20, NULL, 1000, NULL);
      clinic_scalp_map_set_zone (map, CLINIC_SCALP_SUM, zones[i], 200, NULL, 1500 * (i + 1), NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  GtkWidget *window;
  GtkWidget *map;
  GskRenderer *renderer = gsk_cairo_renderer_new ();

  gtk_init ();
  adw_init ();
  map = clinic_scalp_map_new ();
  fill (CLINIC_SCALP_MAP (map));
  window = gtk_window_new ();
  gtk_widget_set_size_request (map, SIZE, SIZE);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_present (GTK_WINDOW (window));
  settle (map);
  gsk_renderer_realize (renderer, NULL, NULL);

  measure_picture (renderer);
  measure ("standing still", stand_still, map, renderer);
  measure ("another zone chosen", choose, map, renderer);
  measure ("a point changed", change_points, map, renderer);
  measure ("heat and back", turn_heat, map, renderer);
  measure ("another view", turn, map, renderer);

  gsk_renderer_unrealize (renderer);
  g_object_unref (renderer);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
