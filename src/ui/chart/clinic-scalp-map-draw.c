/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-scalp-map-private.h"

/* Pixels from a word to the edge of the map. */
#define MARGIN 6

/* Of the brush and the cross, in pixels. */
#define BRUSH 10
#define CROSS 13

/* A word in an upper corner that tells which side that is; at the end with @right. */
static void
write_side (ClinicScalpMap  *self,
            GtkSnapshot     *snapshot,
            const GdkRGBA   *ink,
            const char      *word,
            gboolean         right)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, word);
  GdkRGBA colour = *ink;
  int width;
  graphene_point_t place = { MARGIN + 4, MARGIN };

  pango_layout_get_pixel_size (layout, &width, NULL);

  if (right)
    place.x = gtk_widget_get_width (widget) - MARGIN - 4 - width;

  colour.alpha *= 0.62f;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The patient's own left and right, as the doctor sees them. */
static void
write_sides (ClinicScalpMap *self,
             GtkSnapshot    *snapshot,
             const GdkRGBA  *ink)
{
  const char *front = C_("view of the head", "Front");
  const char *back = C_("view of the head", "Back");
  const char *left = C_("view of the head", "Left");
  const char *right = C_("view of the head", "Right");
  const char *sides[CLINIC_SCALP_N_VIEWS][2] = {
    { left, right }, { right, left }, { left, right }, { front, back }, { back, front },
  };

  write_side (self, snapshot, ink, sides[self->view][0], FALSE);
  write_side (self, snapshot, ink, sides[self->view][1], TRUE);
}

/* A disc, or with a @width less than its radius a ring; with less of a @corner they have edges. */
static void
append_mark (GtkSnapshot      *snapshot,
             ClinicScalpPoint  at,
             float             radius,
             float             corner,
             float             width,
             const GdkRGBA    *colour)
{
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (at.x - radius, at.y - radius, 2 * radius, 2 * radius);
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, corner);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
append_ring (GtkSnapshot      *snapshot,
             ClinicScalpPoint  at,
             float             radius,
             float             width,
             const GdkRGBA    *colour)
{
  append_mark (snapshot, at, radius, radius, width, colour);
}

static void
append_cross (GtkSnapshot      *snapshot,
              ClinicScalpPoint  at,
              const GdkRGBA    *colour)
{
  append_ring (snapshot, at, BRUSH - 3, 1.5f, colour);
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (at.x - CROSS, at.y - 0.75f, CROSS - 4, 1.5f));
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (at.x + 4, at.y - 0.75f, CROSS - 4, 1.5f));
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (at.x - 0.75f, at.y - CROSS, 1.5f, CROSS - 4));
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (at.x - 0.75f, at.y + 4, 1.5f, CROSS - 4));
}

/* The rectangle that chooses points. */
static void
append_band (ClinicScalpMap        *self,
             GtkSnapshot           *snapshot,
             const ClinicScalpLook *look)
{
  ClinicScalpPoint from = clinic_scalp_map_from_view (self, self->band_from);
  ClinicScalpPoint to = clinic_scalp_map_from_view (self, self->band_to);
  graphene_rect_t band = GRAPHENE_RECT_INIT (MIN (from.x, to.x), MIN (from.y, to.y), ABS (to.x - from.x),
                                             ABS (to.y - from.y));
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA colours[4] = { look->accent, look->accent, look->accent, look->accent };
  GdkRGBA fill = look->accent;
  GskRoundedRect outline;

  if (!self->banding)
    return;

  fill.alpha *= 0.12f;
  gtk_snapshot_append_color (snapshot, &fill, &band);
  gsk_rounded_rect_init_from_rect (&outline, &band, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/* What the brush or the eraser would reach, and the cross of the keyboard. */
static void
append_tools (ClinicScalpMap        *self,
              GtkSnapshot           *snapshot,
              const ClinicScalpLook *look)
{
  const GdkRGBA *colour = self->mode == CLINIC_SCALP_ERASE ? &look->ink : &look->accent;
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  float reach = BRUSH;

  if (self->mode == CLINIC_SCALP_SELECT || self->heat || !self->editable)
    return;

  /* The brush keeps this clear of other points. */
  if (self->mode == CLINIC_SCALP_BRUSH)
    reach = (float) CLAMP (clinic_scalp_map_get_spacing (self) * frame.size / CLINIC_SCALP_SIZE / 2, BRUSH / 2.0,
                           BRUSH * 8.0);

  if (self->pointed)
    append_ring (snapshot, clinic_scalp_map_from_view (self, self->pointer), reach, 1.5f, colour);

  if (self->crossed && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    append_cross (snapshot, clinic_scalp_map_from_view (self, self->cross), colour);
}

/* Each layer has a form of its own, not only a colour: small dots, rings, discs. What was put all over
 * the scalp lies upon what was put into a zone: it is square. */
static void
append_point (GtkSnapshot           *snapshot,
              const ClinicScalpLook *look,
              const ClinicScalpMark *mark,
              ClinicScalpPoint       at,
              float                  radius)
{
  float round = g_str_equal (mark->zone, "whole_scalp") ? 0 : 1;
  GdkRGBA ink = look->ink;

  if (!look->strong)
    ink.alpha *= 0.5f;

  if (mark->layer == CLINIC_SCALP_COURSE)
    append_mark (snapshot, at, radius * 0.5f, radius * 0.5f * round, radius * 0.5f, &ink);
  else if (mark->layer == CLINIC_SCALP_BEFORE)
    append_mark (snapshot, at, radius * 1.7f, radius * 1.7f * round, 1, &ink);
  else if (mark->layer == CLINIC_SCALP_TODAY)
    {
      append_mark (snapshot, at, radius + 0.9f, (radius + 0.9f) * round, 0.9f, &look->page);
      append_mark (snapshot, at, radius, radius * round, radius, &look->accent);
    }
}

/* Where there is no room for names the number of a zone stands in its middle, and the sign above it. */
static float
find_rise (ClinicScalpMap *self,
           const char     *zone)
{
  if (!self->brief || clinic_scalp_map_find_shown (self, zone) == NULL)
    return 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      if (g_str_equal (clinic_scalp_zone_get_zone (self->children->pdata[i]), zone))
        return gtk_widget_get_height (self->children->pdata[i]) / 2.0f + 8;
    }

  return 0;
}

static void
append_reaction (ClinicScalpMap        *self,
                 GtkSnapshot           *snapshot,
                 const ClinicScalpLook *look,
                 const char            *zone)
{
  ClinicScalpPoint at;
  cairo_t *cr;

  if (!clinic_scalp_zone_centre (self->view, self->male, zone, &at))
    return;

  at = clinic_scalp_map_from_view (self, at);
  at.y -= find_rise (self, zone);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (at.x - 12, at.y - 12, 24, 24));
  cairo_translate (cr, at.x, at.y);
  clinic_scalp_paint_reaction (cr, look);
  cairo_destroy (cr);
}

static void
append_points (ClinicScalpMap        *self,
               GtkSnapshot           *snapshot,
               const ClinicScalpLook *look,
               GArray                *marks)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  float radius = (float) clinic_scalp_point_radius (frame.size);

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->layer == CLINIC_SCALP_REACTIONS)
        append_reaction (self, snapshot, look, mark->zone);

      for (guint j = 0; mark->layer < CLINIC_SCALP_SUM && j < mark->spots->len; j++)
        {
          ClinicScalpPoint at = g_array_index (mark->spots, ClinicScalpSpot, j).at;

          at.x = frame.x + at.x * frame.size / CLINIC_SCALP_SIZE;
          at.y = frame.y + at.y * frame.size / CLINIC_SCALP_SIZE;
          append_point (snapshot, look, mark, at, radius);

          if (self->chosen->len > 0 && mark->layer == CLINIC_SCALP_TODAY &&
              clinic_scalp_map_is_chosen (self, mark->zone, g_array_index (mark->spots, ClinicScalpSpot, j).nth))
            append_ring (snapshot, at, radius + 4, 1.5f, &look->ink);
        }
    }
}

void
clinic_scalp_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  g_autoptr(GArray) marks =
    clinic_scalp_layers_list_marks (self->layers, self->view, self->male, self->heat);
  ClinicScalpLook look = clinic_scalp_map_make_look (self, marks);

  if (gtk_widget_get_width (widget) < 1 || gtk_widget_get_height (widget) < 1)
    return;

  if (clinic_scalp_map_append_picture (self, snapshot, &look, marks))
    append_points (self, snapshot, &look, marks);

  write_sides (self, snapshot, &look.ink);
  append_tools (self, snapshot, &look);
  append_band (self, snapshot, &look);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_snapshot_child (widget, self->children->pdata[i], snapshot);

  gtk_widget_snapshot_child (widget, self->whole, snapshot);
}

double
clinic_scalp_map_get_hottest (ClinicScalpMap *self)
{
  g_autoptr(GArray) marks = NULL;

  g_return_val_if_fail (CLINIC_IS_SCALP_MAP (self), 0);

  marks = clinic_scalp_layers_list_marks (self->layers, self->view, self->male, TRUE);

  return clinic_scalp_find_hottest (marks);
}
