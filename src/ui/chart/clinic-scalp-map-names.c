/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of the zones: in a column at each side of the head with lines to where they are, as a
 * plate of an atlas has them, so that they cover neither points nor each other; or, where there is no
 * room for columns, only numbers, each in its zone. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "clinic-scalp-map-private.h"

/* Pixels: from the edge, between names, above them where the side is written, of the level piece of
 * a line, and from the head. */
#define EDGE   2
#define APART  6
#define HEAD   28
#define LEVEL  7
#define FAR    18

/* Of the width, what the head has to keep. */
#define LEAST_HEAD 0.52

typedef struct
{
  ClinicScalpZone  *child;
  ClinicScalpPoint  centre;     /* pixels */
  ClinicScalpPoint  anchor;
  gboolean          left;       /* of the head, on the screen */
  double            y;
  int               width;
  int               height;
} Name;

static const char *
get_zone (ClinicScalpMap *self,
          guint           nth)
{
  return clinic_scalp_zone_get_zone (self->children->pdata[nth]);
}

/* Pixels that the widest name needs in one line, or broken into words. */
static void
measure_names (ClinicScalpMap *self,
               int            *least,
               int            *wanted)
{
  *least = 0;
  *wanted = 0;

  for (guint i = 0; i < self->children->len; i++)
    {
      int minimum;
      int natural;

      clinic_scalp_zone_measure_name (self->children->pdata[i], &minimum, &natural);
      *least = MAX (*least, minimum);
      *wanted = MAX (*wanted, natural);
    }
}

/* Names may be as wide as what the head leaves. */
static double
find_column (ClinicScalpMap *self,
             int             width,
             int             height)
{
  graphene_rect_t bounds;
  int least;
  int wanted;
  double room;

  clinic_scalp_view_bounds (self->view, &bounds.origin.x, &bounds.origin.y, &bounds.size.width,
                            &bounds.size.height);
  measure_names (self, &least, &wanted);
  room = (width - height * bounds.size.width / bounds.size.height) / 2 - 4 * EDGE;

  return CLAMP (room, least, MAX (least, wanted));
}

void
clinic_scalp_map_update_names (ClinicScalpMap *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int least;
  int wanted;

  ClinicScalpHolding *whole = clinic_scalp_map_find_shown (self, "whole_scalp");

  measure_names (self, &least, &wanted);
  self->brief = width > 0 && (width - 2 * (least + 4 * EDGE) < width * LEAST_HEAD ||
                              height < 260);

  for (guint i = 0; i < self->children->len; i++)
    {
      ClinicScalpHolding *holding = clinic_scalp_map_find_shown (self, get_zone (self, i));
      ClinicScalpHolding *reactions =
        clinic_scalp_layers_find (self->layers, CLINIC_SCALP_REACTIONS, get_zone (self, i));

      clinic_scalp_zone_set (self->children->pdata[i], holding != NULL ? holding->points : 0,
                             (holding != NULL || whole != NULL) && self->heat
                             ? clinic_scalp_find_density (get_zone (self, i), holding != NULL ? holding->volume : 0,
                                                          whole != NULL ? whole->volume : 0)
                             : -1,
                             holding != NULL ? holding->words : NULL,
                             reactions != NULL ? reactions->words : NULL, self->brief);
    }

  clinic_scalp_map_update_whole (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *first = a;
  const Name *second = b;

  return (first->centre.y > second->centre.y) - (first->centre.y < second->centre.y);
}

/* Zones of the middle go to where there is more room. */
static void
choose_sides (ClinicScalpMap *self,
              GArray         *names)
{
  double middle = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  double near = clinic_scalp_map_get_frame (self).size * 0.04;
  int used[2] = { 0, 0 };

  for (int round = 0; round < 2; round++)
    {
      for (guint i = 0; i < names->len; i++)
        {
          Name *name = &g_array_index (names, Name, i);
          double aside = name->centre.x - middle;

          if ((fabs (aside) > near) != (round == 0))
            continue;

          name->left = round == 0 ? aside < 0 : used[TRUE] < used[FALSE];
          used[name->left] += name->height + APART;
        }
    }
}

/* One below the other, each as near to its zone as the others let it. */
static void
stack (GArray   *names,
       gboolean  left,
       int       height)
{
  double y = HEAD;
  double bottom = height - EDGE;

  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);

      if (name->left != left)
        continue;

      name->y = MAX (y, name->centre.y - name->height / 2.0);
      y = name->y + name->height + APART;
    }

  for (guint i = names->len; i > 0; i--)
    {
      Name *name = &g_array_index (names, Name, i - 1);

      if (name->left != left)
        continue;

      name->y = MIN (name->y, bottom - name->height);
      bottom = name->y - APART;
    }
}

/* Where the line to a zone ends: in it, on the side where the name is. */
static ClinicScalpPoint
find_anchor (ClinicScalpMap   *self,
             const char       *zone,
             ClinicScalpPoint  centre,
             gboolean          left)
{
  double aside = clinic_scalp_zone_room (self->view, self->male, zone) * 0.27;
  ClinicScalpPoint anchor = { centre.x + (left ? -aside : aside), centre.y };

  if (g_strcmp0 (clinic_scalp_zone_at (self->view, self->male, anchor.x, anchor.y), zone) != 0)
    anchor = centre;

  return clinic_scalp_map_from_view (self, anchor);
}

/* Not farther from the head than its line is long. */
static double
find_x (ClinicScalpMap *self,
        const Name     *name,
        int             width)
{
  ClinicScalpFrame frame = clinic_scalp_map_get_frame (self);
  graphene_rect_t bounds;
  double aside;

  clinic_scalp_view_bounds (self->view, &bounds.origin.x, &bounds.origin.y, &bounds.size.width,
                            &bounds.size.height);
  aside = (width - bounds.size.width * frame.size / CLINIC_SCALP_SIZE / self->zoom) / 2 -
          self->column - FAR;
  aside = MAX (EDGE, aside);

  return name->left ? aside + self->column - name->width : width - aside - self->column;
}

static GArray *
list_names (ClinicScalpMap *self,
            int             height)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  height -= (int) clinic_scalp_map_get_foot (self);

  for (guint i = 0; i < self->children->len; i++)
    {
      Name name = { self->children->pdata[i] };
      ClinicScalpPoint centre = { 0, 0 };

      clinic_scalp_zone_centre (self->view, self->male, get_zone (self, i), &centre);
      name.centre = clinic_scalp_map_from_view (self, centre);
      gtk_widget_measure (GTK_WIDGET (name.child), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &name.width,
                          NULL, NULL);

      if (self->column > 0)
        name.width = MIN (name.width, (int) self->column);

      gtk_widget_measure (GTK_WIDGET (name.child), GTK_ORIENTATION_VERTICAL, name.width, NULL,
                          &name.height, NULL, NULL);
      g_array_append_val (names, name);
    }

  g_array_sort (names, compare_names);

  if (self->column <= 0)
    return names;

  choose_sides (self, names);
  stack (names, TRUE, height);
  stack (names, FALSE, height);

  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      const char *zone = clinic_scalp_zone_get_zone (name->child);
      ClinicScalpPoint centre = { 0, 0 };

      clinic_scalp_zone_centre (self->view, self->male, zone, &centre);
      name->anchor = find_anchor (self, zone, centre, name->left);
    }

  return names;
}

void
clinic_scalp_map_place_names (ClinicScalpMap *self,
                              int             width,
                              int             height)
{
  g_autoptr(GArray) names = NULL;

  self->column = self->brief ? 0 : find_column (self, width, height);
  names = list_names (self, height);

  for (guint i = 0; i < names->len; i++)
    {
      Name *name = &g_array_index (names, Name, i);
      GtkAllocation place = { 0, 0, name->width, name->height };

      if (self->column <= 0)
        {
          place.x = (int) (name->centre.x - name->width / 2.0);
          place.y = (int) (name->centre.y - name->height / 2.0);
        }
      else
        {
          clinic_scalp_zone_set_left (name->child, name->left);
          place.x = (int) find_x (self, name, width);
          place.y = (int) name->y;
        }

      gtk_widget_size_allocate (GTK_WIDGET (name->child), &place, -1);
    }
}

static GskRenderNode *
draw_leader (const Name    *name,
             double         from,
             double         y,
             const GdkRGBA *ink)
{
  graphene_rect_t bounds;
  GskRenderNode *node;
  cairo_t *cr;

  graphene_rect_init (&bounds, MIN (from, name->anchor.x) - 3, MIN (y, name->anchor.y) - 3,
                      ABS (from - name->anchor.x) + 6, ABS (y - name->anchor.y) + 6);
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, from + (name->left ? LEVEL : -LEVEL), y);
  cairo_line_to (cr, name->anchor.x, name->anchor.y);
  clinic_scalp_set_colour (cr, ink, 0.5);
  cairo_stroke (cr);
  cairo_arc (cr, name->anchor.x, name->anchor.y, 1.7, 0, 2 * G_PI);
  clinic_scalp_set_colour (cr, ink, 0.7);
  cairo_fill (cr);
  cairo_destroy (cr);

  return node;
}

static void
renew_leader (ClinicScalpPart *part,
              const Name      *name,
              double           x,
              const GdkRGBA   *ink)
{
  double from = name->left ? x + name->width + 2 : x - 2;
  double y = floor (name->y + name->height / 2.0) + 0.5;
  g_autofree char *colour = gdk_rgba_to_string (ink);
  g_autofree char *key = g_strdup_printf ("%g %g %g %g %s", from, y, name->anchor.x, name->anchor.y, colour);

  if (g_strcmp0 (key, part->key) == 0)
    return;

  clinic_scalp_part_clear (part);
  part->key = g_steal_pointer (&key);
  part->node = draw_leader (name, from, y, ink);
}

/* A zone may be out of sight when the map is magnified, or lie under the names. */
static gboolean
is_led_to (const Name *name,
           double      x,
           int         width,
           int         height)
{
  return (name->left ? name->anchor.x > x + name->width + LEVEL : name->anchor.x < x - LEVEL) &&
         name->anchor.x > 0 && name->anchor.x < width && name->anchor.y > 0 && name->anchor.y < height;
}

void
clinic_scalp_map_renew_leaders (ClinicScalpMap *self,
                                const GdkRGBA  *ink)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr(GArray) names = self->column > 0 ? list_names (self, height) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->leaders); i++)
    {
      const Name *name = names != NULL && i < names->len ? &g_array_index (names, Name, i) : NULL;

      if (name != NULL && is_led_to (name, find_x (self, name, width), width, height))
        renew_leader (&self->leaders[i], name, find_x (self, name, width), ink);
      else
        clinic_scalp_part_clear (&self->leaders[i]);
    }
}

void
clinic_scalp_map_get_place (ClinicScalpMap *self,
                            const char     *zone,
                            GdkRectangle   *place)
{
  ClinicScalpPoint centre = { CLINIC_SCALP_SIZE / 2, CLINIC_SCALP_SIZE / 2 };

  g_return_if_fail (CLINIC_IS_SCALP_MAP (self));

  clinic_scalp_zone_centre (self->view, self->male, zone, &centre);
  centre = clinic_scalp_map_from_view (self, centre);
  place->x = (int) CLAMP (centre.x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  place->y = (int) CLAMP (centre.y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  place->width = 1;
  place->height = 1;
}
