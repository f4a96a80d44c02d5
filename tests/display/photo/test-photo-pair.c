/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How two photos lie over each other, without a window. */

#include "config.h"

#include <math.h>

#include "clinic-photo-intake.h"
#include "clinic-photo-pair.h"

#define NEAR 1e-6

static void
assert_goes_to (ClinicPhotoPair *pair,
                guint            side,
                double           x,
                double           y,
                double           to_x,
                double           to_y)
{
  cairo_matrix_t place;

  g_assert_true (clinic_photo_pair_place (pair, side, 800, 600, &place));
  cairo_matrix_transform_point (&place, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, to_x, NEAR);
  g_assert_cmpfloat_with_epsilon (y, to_y, NEAR);
}

static ClinicPhotoPair *
make_pair (void)
{
  ClinicPhotoPair *pair = clinic_photo_pair_new ();

  clinic_photo_pair_set_size (pair, 0, 1600, 1200);
  clinic_photo_pair_set_size (pair, 1, 1000, 2000);
  clinic_photo_pair_set_mode (pair, CLINIC_PHOTO_SIDE);

  return pair;
}

static void
test_photo_is_whole_and_in_the_middle (void)
{
  g_autoptr(ClinicPhotoPair) pair = make_pair ();

  assert_goes_to (pair, 0, 0, 0, 0, 0);
  assert_goes_to (pair, 0, 1600, 1200, 800, 600);
  assert_goes_to (pair, 1, 500, 1000, 400, 300);
  assert_goes_to (pair, 1, 0, 0, 250, 0);
}

static void
test_zoom_keeps_what_it_points_at (void)
{
  g_autoptr(ClinicPhotoPair) pair = make_pair ();

  clinic_photo_pair_zoom_at (pair, 2, 0.25, 0.5);
  assert_goes_to (pair, 0, 400, 600, 200, 300);
  clinic_photo_pair_zoom_at (pair, 0.1, 0.9, 0.9);
  g_assert_cmpfloat (clinic_photo_pair_get_zoom (pair), ==, 1);
  assert_goes_to (pair, 0, 0, 0, 0, 0);
}

static void
test_nothing_is_moved_out_of_sight (void)
{
  g_autoptr(ClinicPhotoPair) pair = make_pair ();

  clinic_photo_pair_move (pair, 5, 5);
  assert_goes_to (pair, 0, 0, 0, 0, 0);
  clinic_photo_pair_zoom_at (pair, 2, 0.5, 0.5);
  clinic_photo_pair_move (pair, 100, 100);
  assert_goes_to (pair, 0, 0, 0, 0, 0);
}

/* The second photo is the first one turned by @degrees, @scale times as large, and moved: its
 * points must come to lie where those of the first are, and so must every other. */
static void
test_similarity_is_found (void)
{
  static const double turns[] = { 0, 0.1, -0.7, 1.5, 3.1 };
  static const double scales[] = { 0.3, 1, 2.5 };

  for (guint i = 0; i < G_N_ELEMENTS (turns) * G_N_ELEMENTS (scales); i++)
    {
      g_autoptr(ClinicPhotoPair) pair = clinic_photo_pair_new ();
      double turn = turns[i % G_N_ELEMENTS (turns)];
      double scale = scales[i / G_N_ELEMENTS (turns)];
      cairo_matrix_t made;
      cairo_matrix_t first;
      static const double points[][2] = { { 700, 500 }, { 900, 760 }, { 800, 600 }, { 650, 700 } };

      clinic_photo_pair_set_size (pair, 0, 1600, 1200);
      clinic_photo_pair_set_size (pair, 1, 3000, 3000);
      clinic_photo_pair_begin_align (pair);
      cairo_matrix_init_translate (&made, 1500, 1500);
      cairo_matrix_rotate (&made, turn);
      cairo_matrix_scale (&made, scale, scale);
      cairo_matrix_translate (&made, -800, -600);

      for (guint j = 0; j < 2; j++)
        {
          double x = points[j][0];
          double y = points[j][1];

          g_assert_true (clinic_photo_pair_put_point (pair, x, y));
          cairo_matrix_transform_point (&made, &x, &y);
          g_assert_true (clinic_photo_pair_put_point (pair, x, y));
        }

      g_assert_true (clinic_photo_pair_get_aligned (pair));
      clinic_photo_pair_place (pair, 0, 800, 600, &first);

      for (guint j = 0; j < G_N_ELEMENTS (points); j++)
        {
          double x = points[j][0];
          double y = points[j][1];
          double to_x = x;
          double to_y = y;

          cairo_matrix_transform_point (&made, &x, &y);
          cairo_matrix_transform_point (&first, &to_x, &to_y);
          assert_goes_to (pair, 1, x, y, to_x, to_y);
        }
    }
}

static void
test_points_come_by_turns_and_apart (void)
{
  g_autoptr(ClinicPhotoPair) pair = make_pair ();

  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, -1);
  g_assert_null (clinic_photo_pair_get_hint (pair));
  clinic_photo_pair_begin_align (pair);
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 0);
  g_assert_nonnull (clinic_photo_pair_get_hint (pair));
  g_assert_true (clinic_photo_pair_put_point (pair, 100, 100));
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 1);
  g_assert_true (clinic_photo_pair_put_point (pair, 100, 100));
  /* On the first: no direction. */
  g_assert_false (clinic_photo_pair_put_point (pair, 101, 100));
  clinic_photo_pair_take_point (pair);
  g_assert_cmpint (clinic_photo_pair_wanted_side (pair), ==, 1);
  clinic_photo_pair_stop_align (pair);
  g_assert_false (clinic_photo_pair_get_aligned (pair));
}

static void
test_other_photo_forgets_the_alignment (void)
{
  g_autoptr(ClinicPhotoPair) pair = make_pair ();

  clinic_photo_pair_begin_align (pair);
  clinic_photo_pair_put_point (pair, 100, 100);
  clinic_photo_pair_put_point (pair, 100, 100);
  clinic_photo_pair_put_point (pair, 900, 900);
  clinic_photo_pair_put_point (pair, 700, 900);
  g_assert_true (clinic_photo_pair_get_aligned (pair));
  clinic_photo_pair_set_size (pair, 1, 640, 480);
  g_assert_false (clinic_photo_pair_get_aligned (pair));
}

static void
test_view_is_read_off_the_name (void)
{
  g_assert_cmpstr (clinic_photo_intake_guess_view ("2026-vertex 2.JPG"), ==, "vertex");
  g_assert_cmpstr (clinic_photo_intake_guess_view ("Close-Up.png"), ==, "close_up");
  g_assert_null (clinic_photo_intake_guess_view ("IMG_0001.jpg"));
  g_assert_null (clinic_photo_intake_guess_view (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo-pair/whole-and-in-the-middle", test_photo_is_whole_and_in_the_middle);
  g_test_add_func ("/photo-pair/zoom-keeps-what-it-points-at", test_zoom_keeps_what_it_points_at);
  g_test_add_func ("/photo-pair/nothing-is-moved-out-of-sight", test_nothing_is_moved_out_of_sight);
  g_test_add_func ("/photo-pair/similarity-is-found", test_similarity_is_found);
  g_test_add_func ("/photo-pair/points-come-by-turns-and-apart", test_points_come_by_turns_and_apart);
  g_test_add_func ("/photo-pair/other-photo-forgets-the-alignment", test_other_photo_forgets_the_alignment);
  g_test_add_func ("/photo-pair/view-is-read-off-the-name", test_view_is_read_off_the_name);

  return g_test_run ();
}
