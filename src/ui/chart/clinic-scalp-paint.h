/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "clinic-scalp-layers.h"

G_BEGIN_DECLS

/* What is painted on one zone; private to the map. */
typedef struct
{
  const char       *zone;
  ClinicScalpLayer  layer;
  guint             points;
  GArray           *spots;      /* ClinicScalpSpot of the view painted; NULL: none is seen */
  gint64            volume;     /* µl */
} ClinicScalpMark;

typedef struct
{
  ClinicScalpView view;
  gboolean        male;
  gboolean        heat;
  const char     *selected;     /* zone, or NULL */
  const char     *hovered;
  GdkRGBA         ink;          /* of the theme */
  GdkRGBA         accent;
  GdkRGBA         page;
  GdkRGBA         warning;
  gboolean        strong;       /* high contrast */
  double          hottest;      /* ml per cm² */
} ClinicScalpLook;

/* The head itself, as a plate of an atlas shows it, in a square of @size: of @look what is chosen
 * or pointed at plays no part. Slow: to be kept. */
void clinic_scalp_paint_head   (cairo_t                *cr,
                                double                  size,
                                const ClinicScalpLook  *look);
/* Its zones, tinted by what they hold: on a surface of their own, for what lies below gives way. */
void clinic_scalp_paint_marks  (cairo_t                *cr,
                                double                  size,
                                const ClinicScalpLook  *look,
                                GArray                 *marks);
/* What is added to the zone that is chosen, and to that which is pointed at. */
void clinic_scalp_paint_selected (cairo_t               *cr,
                                  double                 size,
                                  const ClinicScalpLook *look);
void clinic_scalp_paint_hovered (cairo_t                *cr,
                                 double                  size,
                                 const ClinicScalpLook  *look);
/* The colour of the heat map for a share of the hottest, 0 to 1. */
void clinic_scalp_heat_colour  (double                  share,
                                GdkRGBA                *colour);
/* ml per cm² of a zone: of what was injected in it (@volume µl) and of what was injected all over (@whole µl),
 * which is of each zone as well. The heat map's colours, scale, figures and words all say this. */
double clinic_scalp_find_density (const char             *zone,
                                  gint64                  volume,
                                  gint64                  whole);
/* What the heat map's scale ends with: a round number that holds the densest of all zones, in ml per
 * cm². */
double clinic_scalp_find_hottest (GArray               *marks);
/* A sign that there was a reaction, about 0, 0 of pixels. */
void clinic_scalp_paint_reaction (cairo_t              *cr,
                                  const ClinicScalpLook *look);
/* Radius of a point, in pixels, when the map is so many pixels wide. */
double clinic_scalp_point_radius (double                size);

/* For the painters: from the view's units to a square of @size; the caller restores @cr. */
void   clinic_scalp_begin      (cairo_t       *cr,
                                double         size);
void   clinic_scalp_set_colour (cairo_t       *cr,
                                const GdkRGBA *colour,
                                double         alpha);
/* Lines as wide on paper as on a small screen. */
double clinic_scalp_width      (double         size,
                                double         pixels);

G_END_DECLS
