/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A photo that is moved looks as if it had been drawn there. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-photo-pane.h"
#include "clinic-picture.h"

#define WIDTH  300
#define HEIGHT 200

static ClinicPhotoImage *
make_image (void)
{
  guint width = 900;
  guint height = 700;
  guint8 *pixels = g_malloc ((gsize) width * height * 3);
  g_autoptr(ClinicPicture) picture = NULL;
  g_autoptr(GError) error = NULL;
  ClinicPhotoImage *image;

  for (gsize i = 0; i < (gsize) width * height * 3; i++)
    pixels[i] = (guint8) (i * 7 + i / 2700 * 3) & 0xf0;

  picture = clinic_picture_new_pixels (pixels, width, height);
  image = clinic_photo_image_new (picture->photo, &error);
  g_assert_no_error (error);

  return image;
}

/* The worst difference of any pixel within the columns. */
static int
compare (cairo_surface_t *one,
         cairo_surface_t *other,
         int              from,
         int              to)
{
  int worst = 0;

  cairo_surface_flush (one);
  cairo_surface_flush (other);

  for (int y = 0; y < HEIGHT; y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one) + (gsize) y * cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other) + (gsize) y * cairo_image_surface_get_stride (other);

      for (int x = from; x < to; x++)
        for (int c = 0; c < 3; c++)
          worst = MAX (worst, ABS (a[4 * x + c] - b[4 * x + c]));
    }

  return worst;
}

typedef struct
{
  double x;
  double y;
  int    from;
  int    to;
} Move;

static const Move moves[] = {
  { 13.3, -7.6, 0, WIDTH }, { -40, 0, 0, WIDTH }, { 0, 55.2, 0, WIDTH }, { -3.5, 9, 0, WIDTH },
  { 120, 120, 0, WIDTH }, { 0.2, 0.2, 0, WIDTH }, { -290, -190, 0, WIDTH }, { 5, 5, 0, 150 },
  { -400, 0, 0, WIDTH }, { 10, 0, 100, 200 }, { -20, 11, 60, 280 },
};

static void
check (double angle)
{
  g_autoptr(ClinicPhotoImage) image = make_image ();
  ClinicPhotoPane pane = { .image = g_object_ref (image) };
  cairo_matrix_t place;

  cairo_matrix_init_rotate (&place, angle);
  cairo_matrix_scale (&place, 0.8, 0.8);
  place.x0 = -90;
  place.y0 = -120;
  clinic_photo_pane_draw (&pane, &place, WIDTH, HEIGHT, 0, WIDTH / 2);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const cairo_rectangle_int_t whole = { 0, 0, WIDTH, HEIGHT };
      cairo_surface_t *fresh = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
      cairo_surface_t *shown;

      place.x0 += moves[i].x;
      place.y0 += moves[i].y;
      shown = clinic_photo_pane_draw (&pane, &place, WIDTH, HEIGHT, moves[i].from, moves[i].to);

      /* Where it is wanted, to less than a pixel; and there it is the photo. */
      g_assert_cmpfloat (fabs (pane.place.x0 - place.x0), <=, 0.5);
      g_assert_cmpfloat (fabs (pane.place.y0 - place.y0), <=, 0.5);
      clinic_photo_image_draw (image, fresh, &pane.place, &whole);
      g_assert_cmpint (compare (shown, fresh, moves[i].from, moves[i].to), <=, 2);
      cairo_surface_destroy (fresh);
    }

  clinic_photo_pane_clear (&pane);
}

static void
test_moved_upright (void)
{
  check (0);
}

static void
test_moved_turned (void)
{
  check (0.3);
}

/* Zoomed or of another size it is drawn anew. */
static void
test_drawn_anew (void)
{
  g_autoptr(ClinicPhotoImage) image = make_image ();
  ClinicPhotoPane pane = { .image = g_object_ref (image) };
  cairo_matrix_t place;

  cairo_matrix_init (&place, 0.5, 0, 0, 0.5, 1.25, 2.5);
  clinic_photo_pane_draw (&pane, &place, WIDTH, HEIGHT, 0, WIDTH);
  cairo_matrix_init (&place, 0.6, 0, 0, 0.6, 1.75, 2.75);
  clinic_photo_pane_draw (&pane, &place, WIDTH, HEIGHT, 0, WIDTH);
  g_assert_cmpfloat (pane.place.x0, ==, 1.75);
  clinic_photo_pane_draw (&pane, &place, WIDTH + 10, HEIGHT, 0, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_width (pane.surface), ==, WIDTH + 10);
  g_assert_cmpint (pane.to, ==, WIDTH);
  clinic_photo_pane_clear (&pane);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo-pane/moved-upright", test_moved_upright);
  g_test_add_func ("/photo-pane/moved-turned", test_moved_turned);
  g_test_add_func ("/photo-pane/drawn-anew", test_drawn_anew);

  return g_test_run ();
}
