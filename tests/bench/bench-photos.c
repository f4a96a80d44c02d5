/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a frame of two photos of 6 megapixels takes, drawn by the software renderer at 1100 × 760: while the line is
 * moved, while one shines through, while both are zoomed and moved, aligned (turned) or not. */

#include "config.h"

#include "clinic-photo-canvas.h"
#include "clinic-picture.h"

#define WIDTH  1100
#define HEIGHT 760
#define ROUNDS 30

typedef struct
{
  GtkWidget         *window;
  ClinicPhotoCanvas *canvas;
  ClinicPhotoPair   *pair;
  GskRenderer       *renderer;
  int                round;
} Bench;

static ClinicPhotoImage *
make_image (guint seed)
{
  guint width = 3000;
  guint height = 2000;
  guint8 *pixels = g_malloc ((gsize) width * height * 3);
  g_autoptr(ClinicPicture) picture = NULL;
  gint64 start;
  ClinicPhotoImage *image;

  for (gsize i = 0; i < (gsize) width * height * 3; i++)
    pixels[i] = (i * 7 + (i / 9000) * seed) >> 3 & 255;

  start = g_get_monotonic_time ();
  picture = clinic_picture_new_pixels (pixels, width, height);
  g_print ("%-28s %8.1f ms\n", "made ready to be kept", (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  image = clinic_photo_image_new (picture->photo, NULL);
  g_print ("%-28s %8.1f ms\n", "made ready to be drawn", (g_get_monotonic_time () - start) / 1000.0);

  return image;
}

static void
draw (Bench *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  GTK_WIDGET_GET_CLASS (self->canvas)->snapshot (GTK_WIDGET (self->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (self->renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
}

static void
move_line (Bench *self)
{
  clinic_photo_pair_set_position (self->pair, (self->round + 0.5) / ROUNDS);
}

static void
zoom (Bench *self)
{
  clinic_photo_pair_zoom_at (self->pair, self->round < ROUNDS / 2 ? 1.1 : 1 / 1.1, 0.3, 0.6);
}

static void
move (Bench *self)
{
  clinic_photo_pair_move (self->pair, self->round % 2 == 0 ? 0.02 : -0.02, 0.001);
}

static void
measure (Bench      *self,
         const char *what,
         void (    * change )(Bench *self))
{
  gint64 worst = 0;
  gint64 all = 0;

  change (self);
  draw (self);

  for (self->round = 0; self->round < ROUNDS; self->round++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 took;

      change (self);
      draw (self);
      took = g_get_monotonic_time () - start;
      all += took;
      worst = MAX (worst, took);
    }

  g_print ("%-28s %8.1f ms, at worst %8.1f ms\n", what, all / 1000.0 / ROUNDS, worst / 1000.0);
}

static void
align (Bench *self)
{
  clinic_photo_pair_begin_align (self->pair);
  clinic_photo_pair_put_point (self->pair, 900, 700);
  clinic_photo_pair_put_point (self->pair, 950, 720);
  clinic_photo_pair_put_point (self->pair, 2100, 800);
  clinic_photo_pair_put_point (self->pair, 2150, 1000);
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };

  gtk_init ();
  self.window = gtk_window_new ();
  self.canvas = g_object_new (CLINIC_TYPE_PHOTO_CANVAS, NULL);
  self.pair = clinic_photo_canvas_get_pair (self.canvas);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.canvas));
  gtk_widget_realize (self.window);
  gtk_widget_measure (GTK_WIDGET (self.canvas), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (self.canvas), WIDTH, HEIGHT, -1, NULL);
  self.renderer = gsk_cairo_renderer_new ();
  gsk_renderer_realize (self.renderer, NULL, NULL);

  for (guint side = 0; side < CLINIC_PHOTO_SIDES; side++)
    {
      g_autoptr(ClinicPhotoImage) image = make_image (side + 3);

      clinic_photo_canvas_set_image (self.canvas, side, image);
    }

  for (guint aligned = 0; aligned < 2; aligned++)
    {
      g_print ("%s\n", aligned ? "aligned:" : "as taken:");

      if (aligned)
        align (&self);

      clinic_photo_pair_set_mode (self.pair, CLINIC_PHOTO_SLIDER);
      measure (&self, "the line is moved", move_line);
      measure (&self, "zoomed under the line", zoom);
      clinic_photo_pair_set_mode (self.pair, CLINIC_PHOTO_OVERLAY);
      measure (&self, "one shines through", move_line);
      clinic_photo_pair_set_mode (self.pair, CLINIC_PHOTO_SIDE);
      clinic_photo_pair_zoom_at (self.pair, 2, 0.5, 0.5);
      measure (&self, "moved beside each other", move);
      clinic_photo_pair_reset_view (self.pair);
    }

  gsk_renderer_unrealize (self.renderer);
  g_object_unref (self.renderer);
  gtk_window_destroy (GTK_WINDOW (self.window));

  return 0;
}
