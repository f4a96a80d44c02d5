/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "clinic-pixels.h"

/* Parts of a pixel are counted in so many. */
#define WHOLE 256

void
clinic_pixels_clear (ClinicPixels *self)
{
  g_clear_pointer (&self->data, g_free);
  self->width = self->height = 0;
}

/* Adds one row, each pixel to the new ones that lie on it, with @weight of its height. */
static void
add_row (guint64      *sums,
         guint         n_sums,
         const guint8 *row,
         guint         n_pixels,
         guint64       weight)
{
  guint to = 0;
  guint64 end = (guint64) n_pixels * WHOLE / n_sums;

  for (guint i = 0; i < n_pixels; i++)
    {
      guint64 from = (guint64) i * WHOLE;
      guint64 till = from + WHOLE;

      while (from < till && to < n_sums)
        {
          guint64 stop = MIN (till, end);
          guint64 share = (stop - from) * weight;

          for (guint c = 0; c < 3; c++)
            sums[3 * to + c] += share * row[3 * i + c];

          from = stop;

          if (from == end)
            end = (guint64) n_pixels * WHOLE * (++to + 1) / n_sums;
        }
    }
}

/* What was summed up becomes a row; the place of each new pixel is exact to a part. */
static void
write_row (guint8  *row,
           guint64 *sums,
           guint    n_sums,
           guint    n_pixels,
           guint64  height)
{
  for (guint i = 0; i < n_sums; i++)
    {
      guint64 left = (guint64) n_pixels * WHOLE * i / n_sums;
      guint64 right = (guint64) n_pixels * WHOLE * (i + 1) / n_sums;
      guint64 area = (right - left) * height;

      for (guint c = 0; c < 3; c++)
        row[3 * i + c] = (sums[3 * i + c] + area / 2) / area;
    }

  memset (sums, 0, (gsize) n_sums * 3 * sizeof *sums);
}

static void
shrink_into (const ClinicPixels *self,
             guint8             *data,
             guint64            *sums,
             guint               width,
             guint               height)
{
  guint y = 0;
  guint64 top = 0;
  guint64 end = (guint64) self->height * WHOLE / height;

  for (guint i = 0; i < self->height; i++)
    {
      guint64 from = (guint64) i * WHOLE;
      guint64 till = from + WHOLE;

      while (from < till && y < height)
        {
          guint64 stop = MIN (till, end);

          add_row (sums, width, self->data + (gsize) i * self->width * 3, self->width, stop - from);
          from = stop;

          if (from < end)
            continue;

          write_row (data + (gsize) y * width * 3, sums, width, self->width, end - top);
          top = end;
          end = (guint64) self->height * WHOLE * (++y + 1) / height;
        }
    }
}

gboolean
clinic_pixels_shrink (ClinicPixels *self,
                      guint         max_side)
{
  guint longest = MAX (self->width, self->height);
  g_autofree guint64 *sums = NULL;
  guint width;
  guint height;
  guint8 *data;

  g_return_val_if_fail (self->data != NULL && max_side > 0, FALSE);

  if (longest <= max_side)
    return FALSE;

  width = MAX (1, (guint64) self->width * max_side / longest);
  height = MAX (1, (guint64) self->height * max_side / longest);
  data = g_try_malloc ((gsize) width * height * 3);
  sums = g_try_new0 (guint64, (gsize) width * 3);

  if (data == NULL || sums == NULL)
    {
      g_free (data);
      return FALSE;
    }

  shrink_into (self, data, sums, width, height);
  g_free (self->data);
  self->data = data;
  self->width = width;
  self->height = height;

  return TRUE;
}

void
clinic_pixels_orient (ClinicPixels *self,
                      guint         orientation)
{
  gboolean turned = orientation >= 5;
  guint width = turned ? self->height : self->width;
  guint height = turned ? self->width : self->height;
  guint8 *data;

  if (orientation < 2 || orientation > 8 ||
      (data = g_try_malloc ((gsize) width * height * 3)) == NULL)
    return;

  for (guint y = 0; y < height; y++)
    {
      for (guint x = 0; x < width; x++)
        {
          gboolean right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
          gboolean down = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
          guint across = turned ? y : x;
          guint along = turned ? x : y;
          gsize from;

          across = right ? self->width - 1 - across : across;
          along = down ? self->height - 1 - along : along;
          from = ((gsize) along * self->width + across) * 3;
          memcpy (data + ((gsize) y * width + x) * 3, self->data + from, 3);
        }
    }

  g_free (self->data);
  self->data = data;
  self->width = width;
  self->height = height;
}
