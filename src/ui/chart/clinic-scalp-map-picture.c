/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head with all that lies on it but points: in parts that are each painted once and then kept, so
 * that another zone chosen or pointed at costs no more than that zone. */

#include "config.h"

#include <adwaita.h>
#include <gsk/gskcairorenderer.h>
#include <math.h>

#include "clinic-graph-colours.h"
#include "clinic-scalp-map-private.h"

/* Pixels that a line may go beyond its path. */
#define LINE 4

typedef void (* Paint) (cairo_t               *cr,
                        double                 size,
                        const ClinicScalpLook *look,
                        GArray                *marks);

ClinicScalpLook
clinic_scalp_map_make_look (ClinicScalpMap *self,
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

void
clinic_scalp_part_clear (ClinicScalpPart *part)
{
  g_clear_pointer (&part->key, g_free);
  g_clear_pointer (&part->node, gsk_render_node_unref);
}

void
clinic_scalp_map_drop_pictures (ClinicScalpMap *self)
{
  g_clear_handle_id (&self->plate_source, g_source_remove);

  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    clinic_scalp_part_clear (&self->parts[i]);

  for (guint i = 0; i < G_N_ELEMENTS (self->leaders); i++)
    clinic_scalp_part_clear (&self->leaders[i]);
}

static void
add_colour (GString       *key,
            const GdkRGBA *colour)
{
  g_string_append_printf (key, " %g %g %g %g", colour->red, colour->green, colour->blue,
                          colour->alpha);
}

/* What every part depends on. */
static GString *
begin_key (ClinicScalpMap        *self,
           const ClinicScalpLook *look)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  GString *key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d %g %g %g %d %d %d", look->view, look->male, look->strong, frame.x, frame.y,
                   frame.size, gtk_widget_get_width (GTK_WIDGET (self)),
                   gtk_widget_get_height (GTK_WIDGET (self)),
                   gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  return key;
}

/* Without a graphics card a texture is copied, all of it, before any of it is drawn; with one what
 * cairo draws is. */
static GskRenderNode *
make_node (ClinicScalpMap        *self,
           cairo_surface_t       *surface,
           const graphene_rect_t *place)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  if (native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      GskRenderNode *node = gsk_cairo_node_new (place);
      cairo_t *cr = gsk_cairo_node_get_draw_context (node);

      cairo_set_source_surface (cr, surface, place->origin.x, place->origin.y);
      cairo_paint (cr);
      cairo_destroy (cr);

      return node;
    }

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT,
                                    bytes, stride);

  return gsk_texture_node_new (texture, place);
}

/* Paints a part unless it shows the same as last time. Takes @key. */
static void
renew (ClinicScalpMap        *self,
       ClinicScalpPartId      id,
       GString               *key,
       const graphene_rect_t *place,
       Paint                  paint,
       const ClinicScalpLook *look,
       GArray                *marks)
{
  ClinicScalpPart *part = &self->parts[id];
  g_autofree char *text = g_string_free (key, FALSE);
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface;
  cairo_t *cr;

  if (g_strcmp0 (text, part->key) == 0)
    return;

  clinic_scalp_part_clear (part);
  part->key = g_steal_pointer (&text);

  if (place->size.width < 1 || place->size.height < 1)
    return;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) place->size.width * scale,
                                        (int) place->size.height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, frame.x - place->origin.x, frame.y - place->origin.y);
  paint (cr, frame.size, look, marks);
  cairo_destroy (cr);
  part->node = make_node (self, surface, place);
  cairo_surface_destroy (surface);
}

/* Whole pixels of the widget around a zone; NULL: around the scalp. */
static graphene_rect_t
find_place (ClinicScalpMap *self,
            const char     *zone)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                            gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  graphene_rect_t place;
  double from_x;
  double from_y;
  double to_x;
  double to_y;

  if (zone != NULL)
    clinic_scalp_path_zone (cr, self->view, zone);
  else
    clinic_scalp_path_scalp (cr, self->view, self->male);

  cairo_path_extents (cr, &from_x, &from_y, &to_x, &to_y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  from_x = floor (frame.x + from_x * frame.size / CLINIC_SCALP_SIZE) - LINE;
  from_y = floor (frame.y + from_y * frame.size / CLINIC_SCALP_SIZE) - LINE;
  to_x = ceil (frame.x + to_x * frame.size / CLINIC_SCALP_SIZE) + LINE;
  to_y = ceil (frame.y + to_y * frame.size / CLINIC_SCALP_SIZE) + LINE;
  graphene_rect_init (&place, from_x, from_y, to_x - from_x, to_y - from_y);

  if (!graphene_rect_intersection (&place, &all, &place))
    graphene_rect_init (&place, 0, 0, 0, 0);

  return place;
}

static void
paint_head (cairo_t               *cr,
            double                 size,
            const ClinicScalpLook *look,
            GArray                *marks)
{
  clinic_scalp_paint_head (cr, size, look);
}

static void
paint_selected (cairo_t               *cr,
                double                 size,
                const ClinicScalpLook *look,
                GArray                *marks)
{
  clinic_scalp_paint_selected (cr, size, look);
}

static void
paint_hovered (cairo_t               *cr,
               double                 size,
               const ClinicScalpLook *look,
               GArray                *marks)
{
  clinic_scalp_paint_hovered (cr, size, look);
}

static void
renew_head (ClinicScalpMap        *self,
            const ClinicScalpLook *look)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                              gtk_widget_get_height (GTK_WIDGET (self)));
  GString *key = begin_key (self, look);

  add_colour (key, &look->ink);
  renew (self, CLINIC_SCALP_HEAD, key, &place, paint_head, look, NULL);
  self->plate_view = look->view;
  self->plate_male = look->male;
}

static void
renew_zones (ClinicScalpMap        *self,
             const ClinicScalpLook *look,
             GArray                *marks)
{
  graphene_rect_t place = find_place (self, NULL);
  GString *key = begin_key (self, look);

  add_colour (key, &look->ink);
  add_colour (key, &look->accent);
  g_string_append_printf (key, " %g", look->hottest);

  for (guint i = 0; i < marks->len; i++)
    {
      const ClinicScalpMark *mark = &g_array_index (marks, ClinicScalpMark, i);

      if (mark->layer == (look->heat ? CLINIC_SCALP_SUM : CLINIC_SCALP_TODAY))
        g_string_append_printf (key, " %s %d %" G_GINT64_FORMAT, mark->zone, mark->points > 0,
                                look->heat ? mark->volume : 0);
    }

  renew (self, look->heat ? CLINIC_SCALP_HEAT : CLINIC_SCALP_ZONES, key, &place, clinic_scalp_paint_marks,
         look, marks);
}

static void
renew_zone (ClinicScalpMap        *self,
            ClinicScalpPartId      id,
            const char            *zone,
            Paint                  paint,
            const ClinicScalpLook *look)
{
  graphene_rect_t place = { { 0, 0 }, { 0, 0 } };
  GString *key = begin_key (self, look);

  if (zone != NULL)
    place = find_place (self, zone);

  add_colour (key, &look->accent);
  g_string_append_printf (key, " %s", zone);
  renew (self, id, key, &place, paint, look, NULL);
}

static gboolean
paint_plate_cb (gpointer user_data)
{
  ClinicScalpMap *self = user_data;
  g_autoptr(GArray) marks =
    clinic_scalp_layers_list_marks (self->layers, self->view, self->male, self->heat);
  ClinicScalpLook look = clinic_scalp_map_make_look (self, marks);

  self->plate_source = 0;

  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0 && gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    renew_head (self, &look);

  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Another head takes long to paint: it gets a turn of the main loop for itself, after a frame
 * without it. */
static gboolean
wait_for_plate (ClinicScalpMap *self)
{
  if (self->parts[CLINIC_SCALP_HEAD].node != NULL && self->plate_view == self->view &&
      self->plate_male == self->male)
    return FALSE;

  if (self->plate_source == 0)
    self->plate_source = g_idle_add (paint_plate_cb, self);

  return TRUE;
}

static void
append_part (GtkSnapshot           *snapshot,
             const ClinicScalpPart *part)
{
  if (part->node != NULL)
    gtk_snapshot_append_node (snapshot, part->node);
}

static void
append_parts (ClinicScalpMap *self,
              GtkSnapshot    *snapshot)
{
  append_part (snapshot, &self->parts[CLINIC_SCALP_HEAD]);
  append_part (snapshot, &self->parts[self->heat ? CLINIC_SCALP_HEAT : CLINIC_SCALP_ZONES]);
  append_part (snapshot, &self->parts[CLINIC_SCALP_HOVERED]);
  append_part (snapshot, &self->parts[CLINIC_SCALP_SELECTED]);

  for (guint i = 0; i < G_N_ELEMENTS (self->leaders); i++)
    append_part (snapshot, &self->leaders[i]);
}

gboolean
clinic_scalp_map_append_picture (ClinicScalpMap        *self,
                                 GtkSnapshot           *snapshot,
                                 const ClinicScalpLook *look,
                                 GArray                *marks)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  float stretch;

  if (wait_for_plate (self))
    return FALSE;

  /* While the drawing moves what was painted last is stretched. */
  if (self->zooming == 0)
    {
      renew_head (self, look);
      renew_zones (self, look, marks);
      renew_zone (self, CLINIC_SCALP_HOVERED, look->hovered, paint_hovered, look);
      renew_zone (self, CLINIC_SCALP_SELECTED, look->selected, paint_selected, look);
      clinic_scalp_map_renew_leaders (self, &look->ink);
      self->picture_frame = frame;
      append_parts (self, snapshot);
      return TRUE;
    }

  stretch = (float) (frame.size / self->picture_frame.size);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame.x - self->picture_frame.x * stretch,
                                                          frame.y - self->picture_frame.y * stretch));
  gtk_snapshot_scale (snapshot, stretch, stretch);
  append_parts (self, snapshot);
  gtk_snapshot_restore (snapshot);

  return TRUE;
}
