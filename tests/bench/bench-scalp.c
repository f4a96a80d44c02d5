/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-scalp-paint.h"

/* How long the map of the scalp takes to be drawn, as large as on a large screen. The head itself
 * is painted once for a view and kept; the zones again when one is chosen or pointed at. Judges
 * nothing. */

#define SIZE   800
#define POINTS 500
#define ROUNDS 40

typedef struct
{
  cairo_t         *cr;
  ClinicScalpLook  look;
  GArray          *marks;
} Bench;

typedef void (* Work) (Bench *self);

static void
paint_head (Bench *self)
{
  clinic_scalp_paint_head (self->cr, SIZE, &self->look);
}

static void
paint_marks (Bench *self)
{
  self->look.heat = FALSE;
  clinic_scalp_paint_marks (self->cr, SIZE, &self->look, self->marks);
}

static void
paint_heat (Bench *self)
{
  self->look.heat = TRUE;
  clinic_scalp_paint_marks (self->cr, SIZE, &self->look, self->marks);
}

static void
hit (Bench *self)
{
  static guint nth = 0;

  nth++;
  clinic_scalp_zone_at (self->look.view, self->look.male, nth * 37 % 1000, nth * 61 % 1000);
}

static void
measure (const char *what,
         Work        work,
         Bench      *self)
{
  gint64 worst = 0;
  gint64 start = g_get_monotonic_time ();
  gint64 last = start;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 now;

      work (self);
      cairo_surface_flush (cairo_get_target (self->cr));
      now = g_get_monotonic_time ();
      worst = MAX (worst, now - last);
      last = now;
    }

  g_print ("%-8s %-24s %8.3f ms, at worst %8.3f ms\n", clinic_scalp_view_name (self->look.view), what,
           (last - start) / 1000.0 / ROUNDS, worst / 1000.0);
}

/* All points on the zones of the view, in equal parts. */
static void
add_marks (Bench *self)
{
  const char *const *zones = clinic_scalp_zones (self->look.view);
  guint n = g_strv_length ((char **) zones);

  for (guint i = 0; i < n; i++)
    {
      guint points = POINTS / n + (i < POINTS % n);
      g_autoptr(GArray) places = clinic_scalp_places_spread (FALSE, zones[i], points);
      ClinicScalpMark mark = {
        zones[i], CLINIC_SCALP_TODAY, points,
        clinic_scalp_places_see (places, zones[i], FALSE, self->look.view), points * 50
      };

      g_array_append_val (self->marks, mark);
    }
}

static void
clear_mark (ClinicScalpMark *mark)
{
  g_array_unref (mark->spots);
}

static void
bench_view (ClinicScalpView view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  Bench self = {
    cairo_create (surface),
    { view, FALSE, FALSE, clinic_scalp_zones (view)[1], clinic_scalp_zones (view)[0],
      { 0, 0, 0, 0.8 }, { 0.1, 0.4, 0.8, 1 } },
    g_array_new (FALSE, FALSE, sizeof (ClinicScalpMark))
  };
  gint64 start = g_get_monotonic_time ();

  g_array_set_clear_func (self.marks, (GDestroyNotify) clear_mark);
  add_marks (&self);
  g_print ("%-8s %-24s %8.3f ms, once\n", clinic_scalp_view_name (view), "to place 500 points",
           (g_get_monotonic_time () - start) / 1000.0);

  measure ("the head", paint_head, &self);
  measure ("zones, one chosen", paint_marks, &self);
  measure ("heat", paint_heat, &self);
  measure ("hit test", hit, &self);

  g_array_unref (self.marks);
  cairo_destroy (self.cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    bench_view (view);

  return 0;
}
