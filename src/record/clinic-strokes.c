/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "clinic-strokes.h"

/* More than any hand draws; keeps what is read from a database within bounds. */
#define MOST_POINTS 20000

/* In thousandths of the pad's width: less than the shortest initials, more than a slip of the hand. */
#define LEAST_LENGTH 60

static void
free_stroke (gpointer data)
{
  g_array_unref (data);
}

GPtrArray *
clinic_strokes_new (void)
{
  return g_ptr_array_new_with_free_func (free_stroke);
}

GArray *
clinic_strokes_begin (GPtrArray *strokes)
{
  GArray *stroke = g_array_new (FALSE, FALSE, sizeof (ClinicStrokePoint));

  g_ptr_array_add (strokes, stroke);

  return stroke;
}

static gboolean
read_number (const char **text,
             gint         least,
             gint         most,
             char         end,
             gint        *number)
{
  char *stop = NULL;
  gint64 value = g_ascii_strtoll (*text, &stop, 10);

  if (stop == *text || value < least || value > most || (end != 0 && *stop != end))
    return FALSE;

  *number = (gint) value;
  *text = end != 0 ? stop + 1 : stop;

  return TRUE;
}

static gboolean
read_point (const char        **text,
            ClinicStrokePoint  *point)
{
  return read_number (text, -1000, 2000, ',', &point->x) &&
         read_number (text, -1000, 2000, ',', &point->y) &&
         read_number (text, 0, 1000, ',', &point->pressure) &&
         read_number (text, 0, G_MAXINT, 0, &point->time);
}

GPtrArray *
clinic_strokes_parse (const char *text)
{
  g_autoptr(GPtrArray) strokes = clinic_strokes_new ();
  guint n_points = 0;

  while (text != NULL && *text != '\0')
    {
      GArray *stroke = clinic_strokes_begin (strokes);

      do
        {
          ClinicStrokePoint point;

          text += stroke->len > 0;

          if (!read_point (&text, &point) || ++n_points > MOST_POINTS)
            return NULL;

          g_array_append_val (stroke, point);
        }
      while (*text == ' ');

      if (*text == '\0')
        return g_steal_pointer (&strokes);

      if (*text++ != ';')
        return NULL;
    }

  return NULL;
}

char *
clinic_strokes_format (GPtrArray *strokes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < strokes->len; i++)
    {
      GArray *stroke = strokes->pdata[i];

      for (guint j = 0; j < stroke->len; j++)
        {
          const ClinicStrokePoint *point = &g_array_index (stroke, ClinicStrokePoint, j);

          if (text->len > 0)
            g_string_append_c (text, j == 0 ? ';' : ' ');

          g_string_append_printf (text, "%d,%d,%d,%d", point->x, point->y, point->pressure,
                                  point->time);
        }
    }

  return g_string_free (text, text->len == 0);
}

gboolean
clinic_strokes_suffice (GPtrArray *strokes)
{
  double length = 0;

  g_return_val_if_fail (strokes != NULL, FALSE);

  for (guint i = 0; i < strokes->len; i++)
    {
      GArray *stroke = strokes->pdata[i];

      for (guint j = 1; j < stroke->len; j++)
        {
          const ClinicStrokePoint *before = &g_array_index (stroke, ClinicStrokePoint, j - 1);
          const ClinicStrokePoint *point = &g_array_index (stroke, ClinicStrokePoint, j);

          length += hypot (point->x - before->x, point->y - before->y);
        }
    }

  return length >= LEAST_LENGTH;
}

double
clinic_strokes_width (const ClinicStrokePoint *point)
{
  return 2.5 + 5.0 * point->pressure / 1000.0;
}
