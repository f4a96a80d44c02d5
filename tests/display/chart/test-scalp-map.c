/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "clinic-display.h"
#include "clinic-graph-colours.h"
#include "clinic-scalp-map.h"
#include "clinic-scalp-scale.h"
#include "clinic-scalp-paint.h"

static void
note_zone (ClinicScalpMap *map,
           const char     *zone,
           GString        *heard)
{
  g_string_append_printf (heard, "%s;", zone);
}

static void
note_points (ClinicScalpMap *map,
             const char     *zone,
             int             by,
             GString        *heard)
{
  g_string_append_printf (heard, "%s%+d;", zone, by);
}

static void
note_places (ClinicScalpMap *map,
             GStrv           places,
             GString        *heard)
{
  for (guint i = 0; places[i] != NULL; i += 2)
    g_string_append_printf (heard, "%s=%s;", places[i], places[i + 1]);
}

static ClinicScalpMap *
show_map (GString *heard)
{
  ClinicScalpMap *map = CLINIC_SCALP_MAP (clinic_scalp_map_new ());

  g_signal_connect (map, "zone-activated", G_CALLBACK (note_zone), heard);
  g_signal_connect (map, "points-wanted", G_CALLBACK (note_points), heard);
  g_signal_connect (map, "places-changed", G_CALLBACK (note_places), heard);
  clinic_display_show (GTK_WIDGET (map));

  return map;
}

static void
test_keys_walk_and_fill (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);

  gtk_widget_grab_focus (GTK_WIDGET (map));
  g_assert_cmpstr (clinic_scalp_map_get_selected (map), ==, "frontal_hairline");
  clinic_display_press ("2");
  g_assert_cmpstr (heard->str, ==, "frontal;");
  g_assert_cmpstr (clinic_scalp_map_get_selected (map), ==, "frontal");
  clinic_display_press ("Down");
  g_assert_cmpstr (clinic_scalp_map_get_selected (map), ==, "mid_scalp");
  clinic_display_press ("Down");
  g_assert_cmpstr (clinic_scalp_map_get_selected (map), ==, "vertex");
  clinic_display_press ("Left");
  g_assert_cmpstr (clinic_scalp_map_get_selected (map), ==, "parietal_left");
  g_string_truncate (heard, 0);
  clinic_display_press ("Return plus minus");
  g_assert_cmpstr (heard->str, ==, "parietal_left;parietal_left+1;parietal_left-1;");

  clinic_display_press ("v");
  g_assert_cmpint (clinic_scalp_map_get_view (map), ==, CLINIC_SCALP_FRONT);
  clinic_display_check (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (map))));
}

static void
drag (ClinicScalpMap *map,
      double          from_x,
      double          from_y,
      double          to_x,
      double          to_y)
{
  ClinicScalpPoint from = clinic_scalp_map_from_view (map, (ClinicScalpPoint) { from_x, from_y });
  ClinicScalpPoint to = clinic_scalp_map_from_view (map, (ClinicScalpPoint) { to_x, to_y });

  clinic_display_drag (GTK_WIDGET (map), from.x, from.y, to.x, to.y);
}

static void
test_drag_moves_a_point_within_its_zone (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);

  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "vertex", 1, "top:500,680", 50, NULL);
  drag (map, 500, 680, 560, 720);
  g_assert_true (g_str_has_prefix (heard->str, "vertex=top:5"));
  g_assert_null (strstr (heard->str, "500,680"));
  g_string_truncate (heard, 0);

  /* Out of its zone it does not go. */
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "vertex", 1, "top:500,680", 50, NULL);
  drag (map, 500, 680, 500, 200);
  g_assert_true (g_str_has_prefix (heard->str, "vertex=top:500,"));
}

/* One mark for each zone of a view, no two of which look alike. */
static GArray *
make_marks (ClinicScalpView view)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (ClinicScalpMark));

  for (guint i = 0; clinic_scalp_zones (view)[i] != NULL; i++)
    {
      const char *zone = clinic_scalp_zones (view)[i];
      ClinicScalpMark mark = {
        zone, CLINIC_SCALP_SUM, 1, NULL, (gint64) ((i + 1) * 100 * clinic_scalp_area (zone))
      };

      g_array_append_val (marks, mark);
    }

  return marks;
}

/* The zones as they are drawn where the map has them now. */
static cairo_surface_t *
paint_zones (ClinicScalpMap *map,
             GArray         *marks,
             ClinicScalpView view,
             gboolean        male)
{
  ClinicScalpPoint origin = clinic_scalp_map_from_view (map, (ClinicScalpPoint) { 0, 0 });
  ClinicScalpPoint end = clinic_scalp_map_from_view (map, (ClinicScalpPoint) { 1000, 0 });
  ClinicScalpLook look = { view, male, TRUE, NULL, NULL, { 0, 0, 0, 1 } };
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (GTK_WIDGET (map)),
                                gtk_widget_get_height (GTK_WIDGET (map)));
  cairo_t *cr = cairo_create (surface);

  look.hottest = 1;
  cairo_translate (cr, origin.x, origin.y);
  clinic_scalp_paint_marks (cr, end.x - origin.x, &look, marks);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Whether all around a pixel is of one zone, so that no line runs through it. */
static gboolean
is_plain (ClinicScalpMap *map,
          int             x,
          int             y)
{
  const char *zone = clinic_scalp_map_pick (map, x + 0.5, y + 0.5);

  for (int i = 0; i < 9; i++)
    {
      if (g_strcmp0 (clinic_scalp_map_pick (map, x + 0.5 + 3 * (i % 3 - 1), y + 0.5 + 3 * (i / 3 - 1)),
                     zone) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
assert_colour (cairo_surface_t *surface,
               int              x,
               int              y,
               const char      *zone,
               GArray          *marks)
{
  const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface) +
                                          y * cairo_image_surface_get_stride (surface));
  GdkRGBA colour = { 0, 0, 0, 0 };
  guint32 wanted = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      if (g_strcmp0 (g_array_index (marks, ClinicScalpMark, i).zone, zone) == 0)
        clinic_scalp_heat_colour ((i + 1) / 10.0, &colour);
    }

  wanted = (guint32) (colour.alpha * 255 + 0.5) << 24 |
           (guint32) (colour.red * colour.alpha * 255 + 0.5) << 16 |
           (guint32) (colour.green * colour.alpha * 255 + 0.5) << 8 |
           (guint32) (colour.blue * colour.alpha * 255 + 0.5);

  for (int shift = 0; shift < 32; shift += 8)
    g_assert_cmpint (ABS ((int) (row[x] >> shift & 0xff) - (int) (wanted >> shift & 0xff)), <=, 3);
}

/* However near the map is, what is clicked is what is seen there. */
static void
test_what_is_drawn_is_what_is_hit (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);
  int width = gtk_widget_get_width (GTK_WIDGET (map));
  int height = gtk_widget_get_height (GTK_WIDGET (map));
  guint n_inside = 0;

  for (guint round = 0; round < 30; round++)
    {
      ClinicScalpView view = round % CLINIC_SCALP_N_VIEWS;
      gboolean male = g_test_rand_bit ();
      g_autoptr(GArray) marks = make_marks (view);
      cairo_surface_t *surface;

      g_object_set (map, "view", (int) view, "male", male, NULL);

      for (guint i = 0; i < round % 4; i++)
        clinic_scalp_map_zoom_by (map, g_test_rand_double_range (0.7, 3),
                                  g_test_rand_int_range (0, width), g_test_rand_int_range (0, height));

      surface = paint_zones (map, marks, view, male);

      for (guint i = 0; i < 300; i++)
        {
          int x = g_test_rand_int_range (4, width - 4);
          int y = g_test_rand_int_range (4, height - 4);
          const char *zone = clinic_scalp_map_pick (map, x + 0.5, y + 0.5);

          if (!is_plain (map, x, y))
            continue;

          assert_colour (surface, x, y, zone, marks);
          n_inside += zone != NULL;
        }

      cairo_surface_destroy (surface);
    }

  g_assert_cmpuint (n_inside, >, 500);
}

/* A place stays under the pointer while the map comes nearer. */
static void
test_zoom_keeps_what_is_under_the_pointer (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);
  ClinicScalpPoint at = { 430, 480 };
  ClinicScalpPoint before = clinic_scalp_map_from_view (map, at);
  ClinicScalpPoint after;
  double zoom;

  clinic_scalp_map_zoom_by (map, 2.5, before.x, before.y);
  after = clinic_scalp_map_from_view (map, at);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
  g_object_get (map, "zoom", &zoom, NULL);
  g_assert_cmpfloat_with_epsilon (zoom, 2.5, 0.01);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (map), "scalp-zoomed");

  gtk_widget_grab_focus (GTK_WIDGET (map));
  clinic_display_press ("ctrl+0");
  g_object_get (map, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, ==, 1);
  clinic_display_press ("ctrl+plus ctrl+plus ctrl+minus");
  g_object_get (map, "zoom", &zoom, NULL);
  g_assert_cmpfloat (zoom, >, 1);
}

/* Where a text of places has how many points. */
static guint
count_heard (GString    *heard,
             const char *zone)
{
  g_autofree char *head = g_strdup_printf ("%s=", zone);
  const char *found = strstr (heard->str, head);
  guint n = 0;

  for (const char *p = found; p != NULL && *p != '\0' && (p == found || p[-1] != ';'); p++)
    n += *p == ',';

  return n;
}

static void
test_a_stroke_of_the_brush (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);

  g_object_set (map, "mode", CLINIC_SCALP_BRUSH, NULL);
  drag (map, 400, 380, 600, 380);
  g_assert_cmpuint (count_heard (heard, "frontal"), >=, 4);
  g_assert_cmpuint (count_heard (heard, "frontal"), <=, 7);

  /* Over what is there already it adds nothing but where it begins. */
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "frontal", 3, "top:440,380 500,380 560,380", 50, NULL);
  g_string_truncate (heard, 0);
  g_object_set (map, "mode", CLINIC_SCALP_ERASE, NULL);
  drag (map, 490, 380, 580, 380);
  g_assert_cmpstr (heard->str, ==, "frontal=top:440,380;");
}

/* All of it without a pointer: brush, walk, put down, carry, erase. */
static void
test_points_by_keyboard (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);
  int mode;

  gtk_widget_grab_focus (GTK_WIDGET (map));
  clinic_display_press ("Down b");
  g_object_get (map, "mode", &mode, NULL);
  g_assert_cmpint (mode, ==, CLINIC_SCALP_BRUSH);
  clinic_display_press ("Left Left space");
  g_assert_true (g_str_has_prefix (heard->str, "frontal=top:"));
  g_assert_cmpuint (count_heard (heard, "frontal"), ==, 1);

  g_string_truncate (heard, 0);
  clinic_display_press ("Right Right Right Return");
  g_assert_cmpuint (count_heard (heard, "frontal"), ==, 2);

  g_string_truncate (heard, 0);
  clinic_display_press ("shift+Down");
  g_assert_cmpuint (count_heard (heard, "frontal"), ==, 2);

  g_string_truncate (heard, 0);
  clinic_display_press ("x space");
  g_assert_cmpuint (count_heard (heard, "frontal"), ==, 1);
  clinic_display_press ("Escape");
  g_object_get (map, "mode", &mode, NULL);
  g_assert_cmpint (mode, ==, CLINIC_SCALP_SELECT);
}

/* Points that were placed from above are seen, and may be taken away, from the side. */
static void
test_points_are_seen_from_other_sides (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);
  ClinicScalpPlace place = { CLINIC_SCALP_TOP, { 250, 640 } };
  ClinicScalpPoint seen;

  g_assert_true (clinic_scalp_carry ("parietal_left", FALSE, place, CLINIC_SCALP_LEFT, &seen));
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "parietal_left", 1, "top:250,640", 50, NULL);
  g_object_set (map, "view", CLINIC_SCALP_LEFT, "mode", CLINIC_SCALP_BRUSH, NULL);
  clinic_display_settle (desk);
  drag (map, seen.x, seen.y, seen.x + 30, seen.y);
  g_assert_true (g_str_has_prefix (heard->str, "parietal_left=left:"));
  g_assert_cmpuint (count_heard (heard, "parietal_left"), ==, 1);
}

static void
fill_map (ClinicScalpMap *map)
{
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "frontal", 24, NULL, 1200,
                             "24 × 0.05 ml, 2.5 mm");
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "vertex", 18, NULL, 900,
                             "18 × 0.05 ml, 2.5 mm");
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "frontal_hairline", 16, NULL, 800, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_BEFORE, "mid_scalp", 20, NULL, 1000, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_BEFORE, "frontal", 20, NULL, 1000, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_SUM, "frontal", 200, NULL, 9000, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_SUM, "vertex", 90, NULL, 4000, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_SUM, "mid_scalp", 20, NULL, 1000, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_REACTIONS, "vertex", 1, NULL, 0, "1 reaction");
}

static void
test_all_views_are_drawn (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);

  fill_map (map);

  for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
    {
      g_autofree char *name = g_strdup_printf ("scalp-%s", clinic_scalp_view_name (view));

      g_object_set (map, "view", view, "male", view % 2 == 1, NULL);
      clinic_display_settle (desk);
      clinic_display_picture (GTK_WIDGET (map), name);
    }

  g_object_set (map, "view", CLINIC_SCALP_TOP, "heat", TRUE, NULL);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (map), "scalp-heat");
  g_object_set (map, "male", TRUE, "heat", FALSE, "selected", "frontal", NULL);
  clinic_display_settle (desk);
  clinic_display_picture (GTK_WIDGET (map), "scalp-selected");
}

static void
assert_names_apart (ClinicScalpMap *map)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  for (GtkWidget *zone = gtk_widget_get_first_child (GTK_WIDGET (map)); zone != NULL;
       zone = gtk_widget_get_next_sibling (zone))
    {
      for (GtkWidget *label = gtk_widget_get_first_child (zone); label != NULL;
           label = gtk_widget_get_next_sibling (label))
        {
          graphene_rect_t place;

          if (!gtk_widget_get_visible (label))
            continue;

          g_assert_true (gtk_widget_compute_bounds (label, GTK_WIDGET (map), &place));

          for (guint i = 0; i < places->len; i++)
            {
              graphene_rect_t *other = &g_array_index (places, graphene_rect_t, i);
              graphene_rect_t common;

              /* Name and number of a zone may touch. */
              g_assert_false (graphene_rect_intersection (&place, other, &common) &&
                              common.size.width > 4 && common.size.height > 4);
            }

          g_array_append_val (places, place);
        }
    }
}

/* Names give way where there is no room for all. */
static void
test_names_do_not_cover_each_other (ClinicDesk *desk)
{
  static const int sizes[] = { 220, 300, 420, 600 };
  g_autoptr(GString) heard = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *map = clinic_scalp_map_new ();
      GtkWidget *clamp = adw_clamp_new ();

      fill_map (CLINIC_SCALP_MAP (map));
      adw_clamp_set_maximum_size (ADW_CLAMP (clamp), sizes[i]);
      adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), sizes[i]);
      adw_clamp_set_child (ADW_CLAMP (clamp), map);
      clinic_display_show (clamp);
      g_assert_cmpint (gtk_widget_get_width (map), ==, sizes[i]);

      for (int view = 0; view < CLINIC_SCALP_N_VIEWS; view++)
        {
          g_object_set (map, "view", view, "male", view % 2 == 1, NULL);
          clinic_display_settle (desk);
          g_test_message ("%d pixels, view %d", sizes[i], view);
          assert_names_apart (CLINIC_SCALP_MAP (map));
        }
    }
}

/* Pixels of a colour of the theme. */
static guint
count_colour (GtkWidget  *map,
              const char *name)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (map);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  int width = gtk_widget_get_width (map);
  int height = gtk_widget_get_height (map);
  GdkRGBA colour;
  guint n = 0;

  clinic_graph_colours_get (map, name, &colour);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (map)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  pixels = g_new (guint32, width * height);
  gdk_texture_download (texture, (guchar *) pixels, width * 4);

  for (int i = 0; i < width * height; i++)
    {
      n += ABS ((int) (pixels[i] >> 16 & 0xff) - (int) (colour.red * 255)) < 8 &&
           ABS ((int) (pixels[i] >> 8 & 0xff) - (int) (colour.green * 255)) < 8 &&
           ABS ((int) (pixels[i] & 0xff) - (int) (colour.blue * 255)) < 8;
    }

  return n;
}

/* Pixels of the sign of a reaction. */
static guint
count_sign (GtkWidget *map)
{
  return count_colour (map, "warning_color");
}

/* Both lie upon each other, and are told apart without a colour: a square holds more than its disc. */
static void
test_what_is_all_over_has_a_mark_of_its_own (ClinicDesk *desk)
{
  g_autoptr(GString) heard = g_string_new (NULL);
  ClinicScalpMap *map = show_map (heard);
  guint bare, discs, squares;

  clinic_display_settle (desk);
  bare = count_colour (GTK_WIDGET (map), "accent_color");
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "mid_scalp", 7, NULL, 350, NULL);
  clinic_display_settle (desk);
  discs = count_colour (GTK_WIDGET (map), "accent_color");
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "mid_scalp", 0, NULL, 0, NULL);
  clinic_scalp_map_set_zone (map, CLINIC_SCALP_TODAY, "whole_scalp", 7, NULL, 350, NULL);
  clinic_display_settle (desk);
  squares = count_colour (GTK_WIDGET (map), "accent_color");
  clinic_display_picture (GTK_WIDGET (map), "scalp-all-over");

  g_test_message ("%u pixels, %u with discs, %u with squares", bare, discs, squares);
  g_assert_cmpuint (discs, >, bare + 70);
  g_assert_cmpuint (squares - bare, >, (discs - bare) * 11 / 10);
}

/* Where there is no room for names, the number of points does not cover that somebody reacted there. */
static void
test_a_reaction_is_seen_beside_its_number (ClinicDesk *desk)
{
  GtkWidget *map = clinic_scalp_map_new ();
  GtkWidget *clamp = adw_clamp_new ();
  guint bare;

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 220);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 220);
  adw_clamp_set_child (ADW_CLAMP (clamp), map);
  clinic_scalp_map_set_zone (CLINIC_SCALP_MAP (map), CLINIC_SCALP_REACTIONS, "mid_scalp", 1, NULL, 0, "Nodules");
  clinic_display_show (clamp);
  clinic_display_settle (desk);
  bare = count_sign (map);
  g_assert_cmpuint (bare, >, 40);

  clinic_scalp_map_set_zone (CLINIC_SCALP_MAP (map), CLINIC_SCALP_TODAY, "mid_scalp", 20, NULL, 1000, "20");
  clinic_display_settle (desk);
  clinic_display_picture (map, "scalp-reaction-narrow");
  g_assert_cmpuint (count_sign (map), >=, bare * 8 / 10);
}

/* What was injected all over is of each zone: the scale ends beyond the densest with it. */
static void
test_the_scale_holds_what_is_all_over (void)
{
  g_autoptr(GArray) marks = g_array_new (FALSE, TRUE, sizeof (ClinicScalpMark));
  ClinicScalpMark own = { .zone = "vertex", .layer = CLINIC_SCALP_SUM, .points = 10, .volume = 4000 };
  ClinicScalpMark whole = { .zone = "whole_scalp", .layer = CLINIC_SCALP_SUM, .points = 80, .volume = 60000 };
  double both = clinic_scalp_find_density ("vertex", own.volume, whole.volume);

  g_array_append_val (marks, own);
  g_array_append_val (marks, whole);
  g_assert_cmpfloat (clinic_scalp_find_hottest (marks), >=, both);
  g_assert_cmpfloat_with_epsilon (both, 4 / clinic_scalp_area ("vertex") + 60 / clinic_scalp_area ("whole_scalp"), 1e-9);
  g_assert_cmpfloat_with_epsilon (clinic_scalp_find_density ("whole_scalp", 60000, 60000),
                                  60 / clinic_scalp_area ("whole_scalp"), 1e-9);
}

static void
add_extents (GskRenderNode *node,
             float          dx,
             GArray        *extents)
{
  GskRenderNodeType type = gsk_render_node_get_node_type (node);

  if (type == GSK_TEXT_NODE)
    {
      graphene_rect_t bounds;

      gsk_render_node_get_bounds (node, &bounds);
      graphene_rect_offset (&bounds, dx, 0);
      g_array_append_val (extents, bounds);
    }
  else if (type == GSK_TRANSFORM_NODE)
    {
      float x;
      float y;

      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &x, &y);
      add_extents (gsk_transform_node_get_child (node), dx + x, extents);
    }
  else if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      add_extents (gsk_container_node_get_child (node, i), dx, extents);
}

/* Where there is little room, or the letters are large, some are left out; the ends are there. */
static void
test_numbers_of_the_scale_have_room (ClinicDesk *desk)
{
  GtkWidget *scale = g_object_new (CLINIC_TYPE_SCALP_SCALE, "halign", GTK_ALIGN_START, NULL);

  clinic_display_show (scale);
  clinic_scalp_scale_set_hottest (CLINIC_SCALP_SCALE (scale), 0.2);

  for (int width = 200; width <= 440; width += 40)
    {
      g_autoptr(GArray) extents = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
      g_autoptr(GskRenderNode) node = NULL;
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      gtk_widget_set_size_request (scale, width, -1);
      clinic_display_settle (desk);
      g_assert_cmpint (gtk_widget_get_width (scale), ==, width);
      GTK_WIDGET_GET_CLASS (scale)->snapshot (scale, snapshot);
      node = gtk_snapshot_free_to_node (snapshot);
      add_extents (node, 0, extents);
      g_assert_cmpuint (extents->len, >=, 2);
      g_assert_cmpuint (extents->len, <=, 6);

      for (guint i = 0; i < extents->len; i++)
        {
          for (guint j = i + 1; j < extents->len; j++)
            g_assert_false (graphene_rect_intersection (&g_array_index (extents, graphene_rect_t, i),
                                                        &g_array_index (extents, graphene_rect_t, j), NULL));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  clinic_display_init (&argc, &argv);

  clinic_display_add_empty ("/scalp/keys-walk-and-fill", test_keys_walk_and_fill);
  clinic_display_add_empty ("/scalp/drag-moves-a-point-within-its-zone",
                            test_drag_moves_a_point_within_its_zone);
  clinic_display_add_empty ("/scalp/what-is-drawn-is-what-is-hit",
                            test_what_is_drawn_is_what_is_hit);
  clinic_display_add_empty ("/scalp/zoom-keeps-what-is-under-the-pointer",
                            test_zoom_keeps_what_is_under_the_pointer);
  clinic_display_add_empty ("/scalp/a-stroke-of-the-brush", test_a_stroke_of_the_brush);
  clinic_display_add_empty ("/scalp/points-by-keyboard", test_points_by_keyboard);
  clinic_display_add_empty ("/scalp/points-are-seen-from-other-sides",
                            test_points_are_seen_from_other_sides);
  clinic_display_add_empty ("/scalp/a-reaction-is-seen-beside-its-number",
                            test_a_reaction_is_seen_beside_its_number);
  clinic_display_add_empty ("/scalp/what-is-all-over-has-a-mark-of-its-own",
                            test_what_is_all_over_has_a_mark_of_its_own);
  clinic_display_add_empty ("/scalp/all-views-are-drawn", test_all_views_are_drawn);
  clinic_display_add_empty ("/scalp/names-do-not-cover-each-other",
                            test_names_do_not_cover_each_other);
  clinic_display_add_empty ("/scalp/numbers-of-the-scale-have-room", test_numbers_of_the_scale_have_room);

  g_test_add_func ("/scalp-map/density", test_the_scale_holds_what_is_all_over);

  return g_test_run ();
}
