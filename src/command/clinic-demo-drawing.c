/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "clinic-demo-drawing.h"
#include "clinic-random.h"

#define WIDTH   480
#define HEIGHT  600
#define N_HAIRS 5200

typedef struct
{
  guint8       *pixels;
  ClinicRandom  random;
  double        centre_x;
  double        centre_y;
  double        radius_x;
  double        radius_y;
} Drawing;

static void
blend (Drawing *self,
       int      x,
       int      y,
       guint32  colour,
       double   share)
{
  guint8 *pixel;

  if (x < 0 || x >= WIDTH || y < 0 || y >= HEIGHT)
    return;

  pixel = self->pixels + ((gsize) y * WIDTH + x) * 3;

  for (guint c = 0; c < 3; c++)
    pixel[c] = pixel[c] * (1 - share) + (colour >> (16 - 8 * c) & 255) * share;
}

/* A wall behind, a head before it, lit from the upper left. */
static void
draw_head (Drawing *self)
{
  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        {
          double dx = (x - self->centre_x) / self->radius_x;
          double dy = (y - self->centre_y) / self->radius_y;
          double light = 1 - 0.22 * (dx * dx + dy * dy) - 0.12 * dx - 0.10 * dy;

          blend (self, x, y, 0x7d8f9c, 1);
          blend (self, x, y, 0xa9b8c2, 0.6 * (HEIGHT - y) / HEIGHT);

          if (dx * dx + dy * dy <= 1)
            {
              blend (self, x, y, 0xd9a988, 1);
              blend (self, x, y, 0x8a5a41, CLAMP (1 - light, 0, 1));
              blend (self, x, y, 0xfff0e2, CLAMP (light - 0.98, 0, 0.3));
            }
        }
    }
}

/* One hair: a short bent stroke. */
static void
draw_hair (Drawing *self,
           double   x,
           double   y,
           double   angle,
           double   length)
{
  double bend = 0.05 * clinic_random_normal (&self->random);
  guint32 colour = clinic_random_below (&self->random, 3) == 0 ? 0x5a3d2a : 0x33221a;

  for (double at = 0; at < length; at++)
    {
      blend (self, x, y, colour, 0.75);
      x += cos (angle);
      y += sin (angle);
      angle += bend;
    }
}

/* Where little grows, seen so: the thinning of each view has its place. */
static double
thinning (const char *view,
          double      dx,
          double      dy)
{
  double away;

  if (strcmp (view, "vertex") == 0)
    away = hypot (dx, dy - 0.05);
  else if (strcmp (view, "top") == 0)
    away = hypot (dx * 0.9, (dy + 0.25) * 0.75);
  else
    away = hypot (fabs (dx) - 0.45, (dy + 0.62) * 1.3);

  return CLAMP (1.15 - 1.6 * away, 0, 1);
}

static gboolean
has_hair (const char *view,
          double      dx,
          double      dy)
{
  if (strcmp (view, "front") == 0)
    return dy < -0.38 + 0.25 * dx * dx;

  return dx * dx + dy * dy < 0.97;
}

static void
draw_hairs (Drawing    *self,
            const char *view,
            double      density)
{
  for (guint i = 0; i < N_HAIRS; i++)
    {
      double radius = sqrt (clinic_random_unit (&self->random));
      double turn = 2 * G_PI * clinic_random_unit (&self->random);
      double dx = radius * cos (turn);
      double dy = radius * sin (turn);
      double lot = clinic_random_unit (&self->random);
      double whirl = atan2 (dy, dx) + (strcmp (view, "vertex") == 0 ? 1.1 : 0.4);
      double angle = strcmp (view, "front") == 0 ? -G_PI / 2 + 0.9 * dx : whirl;

      if (has_hair (view, dx, dy) && lot > thinning (view, dx, dy) * (1 - density))
        draw_hair (self, self->centre_x + dx * self->radius_x, self->centre_y + dy * self->radius_y,
                   angle + 0.25 * clinic_random_normal (&self->random),
                   14 + clinic_random_below (&self->random, 14));
    }
}

static void
fill_ellipse (Drawing *self,
              double   x,
              double   y,
              double   rx,
              double   ry,
              guint32  colour,
              double   share)
{
  for (int j = y - ry; j <= y + ry; j++)
    {
      for (int i = x - rx; i <= x + rx; i++)
        {
          if (pow ((i - x) / rx, 2) + pow ((j - y) / ry, 2) <= 1)
            blend (self, i, j, colour, share);
        }
    }
}

static void
draw_face (Drawing *self)
{
  double eye = self->centre_y + 0.08 * self->radius_y;

  for (int side = -1; side <= 1; side += 2)
    {
      double x = self->centre_x + side * 0.38 * self->radius_x;

      fill_ellipse (self, x, eye - 26, 34, 5, 0x4a3226, 0.8);
      fill_ellipse (self, x, eye, 26, 11, 0xf4efe9, 0.9);
      fill_ellipse (self, x, eye, 9, 10, 0x4b3a2d, 1);
    }

  fill_ellipse (self, self->centre_x, self->centre_y + 0.38 * self->radius_y, 24, 12, 0x9c6a4f, 0.35);
  fill_ellipse (self, self->centre_x, self->centre_y + 0.62 * self->radius_y, 46, 10, 0xa3564c, 0.7);
}

/* Five by seven dots a letter, a byte a row. */
static const struct
{
  char   letter;
  guint8 rows[7];
} letters[] = {
  { 'A', { 14, 17, 17, 31, 17, 17, 17 } },
  { 'D', { 30, 17, 17, 17, 17, 17, 30 } },
  { 'E', { 31, 16, 16, 30, 16, 16, 31 } },
  { 'I', { 14, 4, 4, 4, 4, 4, 14 } },
  { 'M', { 17, 27, 21, 21, 17, 17, 17 } },
  { 'N', { 17, 25, 21, 19, 17, 17, 17 } },
  { 'O', { 14, 17, 17, 17, 17, 17, 14 } },
  { 'R', { 30, 17, 17, 30, 20, 18, 17 } },
  { 'S', { 15, 16, 16, 14, 1, 1, 30 } },
  { 'T', { 31, 4, 4, 4, 4, 4, 4 } },
};

#define DOT     4
#define ADVANCE (6 * DOT)

static void
draw_letter (Drawing *self,
             char     letter,
             int      x,
             int      y)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      for (int j = 0; letters[i].letter == letter && j < 35 * DOT * DOT; j++)
        {
          int row = j / (5 * DOT * DOT);
          int column = j / DOT % 5;

          if (letters[i].rows[row] >> (4 - column) & 1)
            blend (self, x + column * DOT + j % DOT, y + row * DOT + j / (5 * DOT) % DOT, 0xffffff, 0.85);
        }
    }
}

static void
draw_mark (Drawing *self)
{
  static const char text[] = "DEMONSTRATION";
  int width = strlen (text) * ADVANCE;

  for (int y = HEIGHT - 112; y < HEIGHT - 60; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        blend (self, x, y, 0x20262b, 0.6);
    }

  for (guint i = 0; text[i] != '\0'; i++)
    draw_letter (self, text[i], (WIDTH - width) / 2 + (int) i * ADVANCE, HEIGHT - 100);
}

ClinicPicture *
clinic_demo_draw_head (const char *view,
                       double      density,
                       guint64     seed)
{
  gboolean front = strcmp (view, "front") == 0;
  Drawing self = {
    .pixels = g_malloc0 (WIDTH * HEIGHT * 3),
    .centre_x = WIDTH / 2.0,
    .centre_y = HEIGHT / 2.0 - 10,
    .radius_x = front ? 170 : 190,
    .radius_y = front ? 240 : 225,
  };

  clinic_random_init (&self.random, seed);
  /* Nobody holds still: each picture is taken a little differently. */
  self.centre_x += clinic_random_normal (&self.random) * 6;
  self.centre_y += clinic_random_normal (&self.random) * 6;
  draw_head (&self);

  if (front)
    draw_face (&self);

  draw_hairs (&self, view, density);
  draw_mark (&self);

  return clinic_picture_new_pixels (self.pixels, WIDTH, HEIGHT);
}
