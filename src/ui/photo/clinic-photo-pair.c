/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "clinic-photo-pair.h"

#define MOST_ZOOM   16
#define N_POINTS    4
/* Nearer than this part of the photo two points say nothing of how it is turned. */
#define LEAST_APART 0.02

struct _ClinicPhotoPair
{
  GObject parent_instance;

  ClinicPhotoMode  mode;
  ClinicPhotoMode  mode_before;       /* aligning */
  double           position;
  double           zoom;
  ClinicPhotoPoint centre;            /* of what is shown, in shares of the pane at zoom 1 */
  int              width[CLINIC_PHOTO_SIDES];
  int              height[CLINIC_PHOTO_SIDES];
  ClinicPhotoPoint points[CLINIC_PHOTO_SIDES][N_POINTS / 2];
  guint            n_points;
  gboolean         aligning;
  gboolean         aligned;
};

G_DEFINE_FINAL_TYPE (ClinicPhotoPair, clinic_photo_pair, G_TYPE_OBJECT)

static guint changed_signal;

static void
change (ClinicPhotoPair *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
clinic_photo_pair_class_init (ClinicPhotoPairClass *klass)
{
  changed_signal = g_signal_new ("changed", CLINIC_TYPE_PHOTO_PAIR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
clinic_photo_pair_init (ClinicPhotoPair *self)
{
  self->position = 0.5;
  self->zoom = 1;
  self->centre = (ClinicPhotoPoint) { 0.5, 0.5 };
}

ClinicPhotoPair *
clinic_photo_pair_new (void)
{
  return g_object_new (CLINIC_TYPE_PHOTO_PAIR, NULL);
}

ClinicPhotoMode
clinic_photo_pair_get_mode (ClinicPhotoPair *self)
{
  return self->mode;
}

void
clinic_photo_pair_set_mode (ClinicPhotoPair *self,
                            ClinicPhotoMode  mode)
{
  if (self->mode == mode)
    return;

  /* Points are shown side by side. */
  self->aligning = self->aligning && mode == CLINIC_PHOTO_SIDE;
  self->mode = mode;
  change (self);
}

void
clinic_photo_pair_set_size (ClinicPhotoPair *self,
                            guint            side,
                            int              width,
                            int              height)
{
  g_return_if_fail (side < CLINIC_PHOTO_SIDES);

  self->width[side] = width;
  self->height[side] = height;
  self->n_points = 0;
  self->aligning = self->aligned = FALSE;
  change (self);
}

void
clinic_photo_pair_get_size (ClinicPhotoPair *self,
                            guint            side,
                            int             *width,
                            int             *height)
{
  g_return_if_fail (side < CLINIC_PHOTO_SIDES);

  *width = self->width[side];
  *height = self->height[side];
}

double
clinic_photo_pair_get_position (ClinicPhotoPair *self)
{
  return self->position;
}

void
clinic_photo_pair_set_position (ClinicPhotoPair *self,
                                double           position)
{
  position = CLAMP (position, 0, 1);

  if (self->position == position)
    return;

  self->position = position;
  change (self);
}

double
clinic_photo_pair_get_zoom (ClinicPhotoPair *self)
{
  return self->zoom;
}

static void
set_view (ClinicPhotoPair *self,
          double           zoom,
          double           x,
          double           y)
{
  double half;

  self->zoom = CLAMP (zoom, 1, MOST_ZOOM);
  half = 0.5 / self->zoom;
  self->centre.x = CLAMP (x, half, 1 - half);
  self->centre.y = CLAMP (y, half, 1 - half);
  change (self);
}

void
clinic_photo_pair_zoom_at (ClinicPhotoPair *self,
                           double           factor,
                           double           x,
                           double           y)
{
  double zoom = CLAMP (self->zoom * factor, 1, MOST_ZOOM);
  double at_x = self->centre.x + (x - 0.5) / self->zoom;
  double at_y = self->centre.y + (y - 0.5) / self->zoom;

  set_view (self, zoom, at_x - (x - 0.5) / zoom, at_y - (y - 0.5) / zoom);
}

void
clinic_photo_pair_move (ClinicPhotoPair *self,
                        double           dx,
                        double           dy)
{
  set_view (self, self->zoom, self->centre.x - dx / self->zoom, self->centre.y - dy / self->zoom);
}

void
clinic_photo_pair_reset_view (ClinicPhotoPair *self)
{
  set_view (self, 1, 0.5, 0.5);
}

/* Whole and in the middle of the pane, then zoomed and moved. */
static void
fit (ClinicPhotoPair *self,
     guint            side,
     double           width,
     double           height,
     cairo_matrix_t  *place)
{
  double scale = MIN (width / self->width[side], height / self->height[side]);

  cairo_matrix_init_translate (place, width / 2, height / 2);
  cairo_matrix_scale (place, self->zoom, self->zoom);
  cairo_matrix_translate (place, -self->centre.x * width, -self->centre.y * height);
  cairo_matrix_translate (place, width / 2, height / 2);
  cairo_matrix_scale (place, scale, scale);
  cairo_matrix_translate (place, -self->width[side] / 2.0, -self->height[side] / 2.0);
}

/* The similarity that takes the points of the second photo to those of the first: with points as
 * complex numbers, z → m z + t where m = (b₁ − b₀) / (a₁ − a₀). */
static void
align (ClinicPhotoPair *self,
       cairo_matrix_t  *similarity)
{
  const ClinicPhotoPoint *to = self->points[0];
  const ClinicPhotoPoint *from = self->points[1];
  double fx = from[1].x - from[0].x;
  double fy = from[1].y - from[0].y;
  double tx = to[1].x - to[0].x;
  double ty = to[1].y - to[0].y;
  double square = fx * fx + fy * fy;
  double re = (tx * fx + ty * fy) / square;
  double im = (ty * fx - tx * fy) / square;

  cairo_matrix_init (similarity, re, im, -im, re,
                     to[0].x - (re * from[0].x - im * from[0].y),
                     to[0].y - (im * from[0].x + re * from[0].y));
}

gboolean
clinic_photo_pair_place (ClinicPhotoPair *self,
                         guint            side,
                         double           width,
                         double           height,
                         cairo_matrix_t  *place)
{
  cairo_matrix_t similarity;

  g_return_val_if_fail (side < CLINIC_PHOTO_SIDES, FALSE);

  if (self->width[side] <= 0 || self->height[side] <= 0)
    return FALSE;

  if (side == 0 || !self->aligned || self->width[0] <= 0)
    {
      fit (self, side, width, height, place);
      return TRUE;
    }

  fit (self, 0, width, height, place);
  align (self, &similarity);
  cairo_matrix_multiply (place, &similarity, place);

  return TRUE;
}

void
clinic_photo_pair_begin_align (ClinicPhotoPair *self)
{
  if (self->width[0] <= 0 || self->width[1] <= 0)
    return;

  self->mode_before = self->mode == CLINIC_PHOTO_ONE ? CLINIC_PHOTO_SIDE : self->mode;
  self->mode = CLINIC_PHOTO_SIDE;
  self->aligning = TRUE;
  self->aligned = FALSE;
  self->n_points = 0;
  change (self);
}

void
clinic_photo_pair_stop_align (ClinicPhotoPair *self)
{
  self->aligning = self->aligned = FALSE;
  self->n_points = 0;
  change (self);
}

int
clinic_photo_pair_wanted_side (ClinicPhotoPair *self)
{
  return self->aligning ? (int) (self->n_points % CLINIC_PHOTO_SIDES) : -1;
}

static gboolean
is_apart (ClinicPhotoPair  *self,
          guint             side,
          ClinicPhotoPoint  point)
{
  const ClinicPhotoPoint *first = &self->points[side][0];

  return hypot (point.x - first->x, point.y - first->y) >=
         LEAST_APART * MAX (self->width[side],
                            self->height[side]);
}

gboolean
clinic_photo_pair_put_point (ClinicPhotoPair *self,
                             double           x,
                             double           y)
{
  int side = clinic_photo_pair_wanted_side (self);
  ClinicPhotoPoint point = { x, y };

  if (side < 0)
    return FALSE;

  point.x = CLAMP (x, 0, self->width[side]);
  point.y = CLAMP (y, 0, self->height[side]);

  if (self->n_points >= CLINIC_PHOTO_SIDES && !is_apart (self, side, point))
    return FALSE;

  self->points[side][self->n_points / CLINIC_PHOTO_SIDES] = point;

  if (++self->n_points == N_POINTS)
    {
      self->aligning = FALSE;
      self->aligned = TRUE;
      self->mode = self->mode_before;
    }

  change (self);

  return TRUE;
}

void
clinic_photo_pair_take_point (ClinicPhotoPair *self)
{
  if (!self->aligning || self->n_points == 0)
    return;

  self->n_points--;
  change (self);
}

gboolean
clinic_photo_pair_get_aligned (ClinicPhotoPair *self)
{
  return self->aligned;
}

guint
clinic_photo_pair_get_points (ClinicPhotoPair         *self,
                              guint                    side,
                              const ClinicPhotoPoint **points)
{
  *points = self->points[side];

  return self->aligning ? (self->n_points + 1 - side) / CLINIC_PHOTO_SIDES : 0;
}

const char *
clinic_photo_pair_get_hint (ClinicPhotoPair *self)
{
  static const char * const hints[] = {
    N_("Show a point in the left photo that can be found in both, such as a mole or the tip of an ear."),
    N_("Show the same point in the right photo."),
    N_("Show a second point in the left photo, well away from the first."),
    N_("Show that second point in the right photo."),
  };

  return self->aligning ? _(hints[self->n_points]) : NULL;
}
