/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-graph-colours.h"
#include "clinic-scalp-map-private.h"
#include "clinic-scalp-paint.h"

/* Pixels from a word to the edge of the map. */
#define MARGIN 6

static ClinicScalpLook
make_look (ClinicScalpMap *self)
{
  ClinicGraphLook colours;
  ClinicScalpLook look = {
    self->view, self->male, self->heat, self->selected, self->hovered
  };

  clinic_graph_colours_look (GTK_WIDGET (self), &colours);
  look.ink = colours.text;
  look.accent = colours.accent;

  return look;
}

static void
add_colour (GString       *key,
            const GdkRGBA *colour)
{
  g_autofree char *text = gdk_rgba_to_string (colour);

  g_string_append_printf (key, " %s", text);
}

/* All that the picture of the head depends on. */
static char *
make_plate_key (const ClinicScalpLook *look,
                int                    pixels)
{
  g_autoptr(GString) key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d", pixels, look->view, look->male);
  add_colour (key, &look->ink);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* All that the picture of the zones depends on. */
static char *
make_marks_key (const ClinicScalpLook *look,
                GArray                *marks,
                int                    pixels)
{
  g_autoptr(GString) key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d %d %s %s", pixels, look->view, look->male, look->heat,
                   look->selected, look->hovered);
  add_colour (key, &look->ink);
  add_colour (key, &look->accent);

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (!mark->ghost)
        g_string_append_printf (key, " %s %d %" G_GINT64_FORMAT, mark->zone, mark->points > 0,
                                look->heat ? mark->volume : 0);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* @marks: NULL paints the head itself. */
static GdkTexture *
paint (const ClinicScalpLook *look,
       GArray                *marks,
       int                    pixels)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);
  GdkTexture *texture;

  if (marks != NULL)
    clinic_scalp_paint_marks (cr, pixels, look, marks);
  else
    clinic_scalp_paint_head (cr, pixels, look);

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * pixels);
  texture = gdk_memory_texture_new (pixels, pixels, GDK_MEMORY_DEFAULT, bytes, stride);
  cairo_surface_destroy (surface);

  return texture;
}

/* Paints only what differs from last time; takes @key. */
static void
renew (GdkTexture            **texture,
       char                  **last_key,
       char                   *key,
       const ClinicScalpLook  *look,
       GArray                 *marks,
       int                     pixels)
{
  g_autofree char *taken = key;

  if (g_strcmp0 (taken, *last_key) == 0)
    return;

  g_clear_object (texture);
  g_free (*last_key);
  *last_key = g_steal_pointer (&taken);
  *texture = paint (look, marks, pixels);
}

/* A word that tells where the head looks, about a place of the view. */
static void
write_side (ClinicScalpMap *self,
            GtkSnapshot    *snapshot,
            const char     *word,
            double          at_x,
            double          at_y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, word);
  ClinicScalpLook look = make_look (self);
  GdkRGBA colour = look.ink;
  double left;
  double top;
  double size = clinic_scalp_map_get_size (self, &left, &top);
  int width;
  int height;
  graphene_point_t place;

  pango_layout_get_pixel_size (layout, &width, &height);
  place.x = CLAMP (left + at_x * size / CLINIC_SCALP_SIZE - width / 2.0, MARGIN,
                   MAX (MARGIN, gtk_widget_get_width (widget) - MARGIN - width));
  place.y = CLAMP (top + at_y * size / CLINIC_SCALP_SIZE - height / 2.0, 0,
                   MAX (0, gtk_widget_get_height (widget) - height));
  colour.alpha *= 0.6;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place);
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The patient's own left and right, as the doctor sees them. */
static void
write_sides (ClinicScalpMap *self,
             GtkSnapshot    *snapshot)
{
  const char *front = C_("view of the head", "Front");
  const char *back = C_("view of the head", "Back");
  const char *left = C_("view of the head", "Left");
  const char *right = C_("view of the head", "Right");

  switch (self->view)
    {
    case CLINIC_SCALP_TOP:
      write_side (self, snapshot, front, 500, 34);
      write_side (self, snapshot, back, 500, 948);
      write_side (self, snapshot, left, 90, 440);
      write_side (self, snapshot, right, 910, 440);
      break;

    case CLINIC_SCALP_FRONT:
      write_side (self, snapshot, right, 120, 330);
      write_side (self, snapshot, left, 880, 330);
      break;

    case CLINIC_SCALP_BACK:
      write_side (self, snapshot, left, 120, 330);
      write_side (self, snapshot, right, 880, 330);
      break;

    case CLINIC_SCALP_LEFT:
      write_side (self, snapshot, front, 110, 330);
      write_side (self, snapshot, back, 930, 330);
      break;

    case CLINIC_SCALP_RIGHT:
      write_side (self, snapshot, back, 70, 330);
      write_side (self, snapshot, front, 890, 330);
      break;

    case CLINIC_SCALP_N_VIEWS:
    default:
      break;
    }
}

void
clinic_scalp_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  g_autoptr(GArray) marks =
    clinic_scalp_layers_list_marks (self->layers, self->view, self->male, self->heat);
  ClinicScalpLook look = make_look (self);
  double x;
  double y;
  double size = clinic_scalp_map_get_size (self, &x, &y);
  int pixels = (int) (size * gtk_widget_get_scale_factor (widget));
  cairo_t *cr;

  if (pixels < 1)
    return;

  renew (&self->plate, &self->plate_key, make_plate_key (&look, pixels), &look, NULL, pixels);
  renew (&self->marks, &self->marks_key, make_marks_key (&look, marks, pixels), &look, marks,
         pixels);
  gtk_snapshot_append_texture (snapshot, self->plate, &GRAPHENE_RECT_INIT (x, y, size, size));
  write_sides (self, snapshot);
  gtk_snapshot_append_texture (snapshot, self->marks, &GRAPHENE_RECT_INIT (x, y, size, size));

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, size, size));
  cairo_translate (cr, x, y);
  clinic_scalp_paint_points (cr, size, &look, marks);
  cairo_destroy (cr);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_snapshot_child (widget, self->children->pdata[i], snapshot);
}
