/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-graph-colours.h"
#include "clinic-scalp-map-private.h"
#include "clinic-scalp-paint.h"

/* Pixels from a word to the edge of the map. */
#define MARGIN 6

/* Of the brush and the cross, in pixels. */
#define BRUSH 10
#define CROSS 13

static ClinicScalpLook
make_look (ClinicScalpMap *self,
           GArray         *marks)
{
  ClinicGraphLook colours;
  ClinicScalpLook look = {
    self->view, self->male, self->heat, self->selected, self->hovered
  };

  clinic_graph_colours_look (GTK_WIDGET (self), &colours);
  look.ink = colours.text;
  look.accent = colours.accent;
  look.page = colours.page;
  clinic_graph_colours_get (GTK_WIDGET (self), "warning_color", &look.warning);
  look.strong = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  look.hottest = clinic_scalp_find_hottest (marks);

  return look;
}

static void
add_colour (GString       *key,
            const GdkRGBA *colour)
{
  g_string_append_printf (key, " %g %g %g %g", colour->red, colour->green, colour->blue,
                          colour->alpha);
}

/* All that the picture of the head depends on. */
static char *
make_plate_key (const ClinicScalpLook *look)
{
  g_autoptr(GString) key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d", look->view, look->male, look->strong);
  add_colour (key, &look->ink);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* All that the picture of the zones depends on. */
static char *
make_marks_key (const ClinicScalpLook *look,
                GArray                *marks)
{
  g_autoptr(GString) key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d %d %s %s %g", look->view, look->male, look->heat, look->strong,
                   look->selected, look->hovered, look->hottest);
  add_colour (key, &look->ink);
  add_colour (key, &look->accent);

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->layer == (look->heat ? CLINIC_SCALP_SUM : CLINIC_SCALP_TODAY))
        g_string_append_printf (key, " %s %d %" G_GINT64_FORMAT, mark->zone, mark->points > 0,
                                look->heat ? mark->volume : 0);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

void
clinic_scalp_picture_clear (ClinicScalpPicture *self)
{
  g_clear_object (&self->texture);
  g_clear_pointer (&self->key, g_free);
}

/* @marks: NULL paints the head itself. */
static GdkTexture *
paint (const ClinicScalpLook  *look,
       GArray                 *marks,
       const ClinicScalpFrame *frame,
       int                     width,
       int                     height,
       int                     scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale,
                                                         height * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);
  GdkTexture *texture;

  cairo_scale (cr, scale, scale);
  cairo_translate (cr, frame->x, frame->y);

  if (marks != NULL)
    clinic_scalp_paint_marks (cr, frame->size, look, marks);
  else
    clinic_scalp_paint_head (cr, frame->size, look);

  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * height * scale,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                    stride);

  return texture;
}

/* Appends a picture, painted only when it differs from last time; takes @key. While the drawing moves
 * the last one is stretched. */
static void
append_picture (ClinicScalpMap        *self,
                GtkSnapshot           *snapshot,
                ClinicScalpPicture    *picture,
                char                  *key,
                const ClinicScalpLook *look,
                GArray                *marks)
{
  g_autofree char *taken = key;
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean same = g_strcmp0 (taken, picture->key) == 0;
  gboolean placed = picture->texture != NULL && frame.x == picture->frame.x &&
                    frame.y == picture->frame.y && frame.size == picture->frame.size &&
                    width == picture->width && height == picture->height &&
                    gdk_texture_get_width (picture->texture) == width * scale;
  double stretch;

  if (!same || (!placed && self->zooming == 0))
    {
      clinic_scalp_picture_clear (picture);
      picture->key = g_steal_pointer (&taken);
      picture->texture = paint (look, marks, &frame, width, height, scale);
      picture->frame = frame;
      picture->width = width;
      picture->height = height;
    }

  stretch = frame.size / picture->frame.size;
  gtk_snapshot_append_texture (snapshot, picture->texture,
                               &GRAPHENE_RECT_INIT (frame.x - picture->frame.x * stretch,
                                                    frame.y - picture->frame.y * stretch,
                                                    picture->width * stretch,
                                                    picture->height * stretch));
}

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

/* What the brush or the eraser would reach, and the cross of the keyboard. */
static void
draw_tools (ClinicScalpMap        *self,
            cairo_t               *cr,
            const ClinicScalpLook *look)
{
  ClinicScalpPoint at;

  if (self->mode == CLINIC_SCALP_SELECT || self->heat || !self->editable)
    return;

  cairo_set_line_width (cr, 1.5);
  clinic_scalp_set_colour (cr, self->mode == CLINIC_SCALP_ERASE ? &look->ink : &look->accent, 0.9);

  if (self->pointed)
    {
      at = clinic_scalp_map_from_view (self, self->pointer);
      cairo_new_path (cr);
      cairo_arc (cr, at.x, at.y, BRUSH, 0, 2 * G_PI);
      cairo_stroke (cr);
    }

  if (!self->crossed || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    return;

  at = clinic_scalp_map_from_view (self, self->cross);
  cairo_arc (cr, at.x, at.y, BRUSH - 3, 0, 2 * G_PI);

  for (int i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? 0 : i - 2;
      double y = i % 2 == 1 ? 0 : i - 1;

      cairo_move_to (cr, at.x + x * 4, at.y + y * 4);
      cairo_line_to (cr, at.x + x * CROSS, at.y + y * CROSS);
    }

  cairo_stroke (cr);
}

static void
draw_above (ClinicScalpMap        *self,
            GtkSnapshot           *snapshot,
            const ClinicScalpLook *look,
            GArray                *marks)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                                                gtk_widget_get_height (GTK_WIDGET (self))));

  clinic_scalp_map_draw_leaders (self, cr, &look->ink);
  cairo_save (cr);
  cairo_translate (cr, frame.x, frame.y);
  clinic_scalp_paint_points (cr, frame.size, look, marks);
  cairo_restore (cr);
  draw_tools (self, cr, look);
  cairo_destroy (cr);
}

void
clinic_scalp_map_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ClinicScalpMap *self = CLINIC_SCALP_MAP (widget);
  g_autoptr(GArray) marks =
    clinic_scalp_layers_list_marks (self->layers, self->view, self->male, self->heat);
  ClinicScalpLook look = make_look (self, marks);

  if (gtk_widget_get_width (widget) < 1 || gtk_widget_get_height (widget) < 1)
    return;

  append_picture (self, snapshot, &self->plate, make_plate_key (&look), &look, NULL);
  append_picture (self, snapshot, &self->marks, make_marks_key (&look, marks), &look, marks);
  write_sides (self, snapshot, &look.ink);
  draw_above (self, snapshot, &look, marks);

  for (guint i = 0; i < self->children->len; i++)
    gtk_widget_snapshot_child (widget, self->children->pdata[i], snapshot);
}

double
clinic_scalp_map_get_hottest (ClinicScalpMap *self)
{
  g_autoptr(GArray) marks = NULL;

  g_return_val_if_fail (CLINIC_IS_SCALP_MAP (self), 0);

  marks = clinic_scalp_layers_list_marks (self->layers, self->view, self->male, TRUE);

  return clinic_scalp_find_hottest (marks);
}
