/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* The scalp as drawn: five views of a head, each a square of 1000 × 1000, and the zones that tile
 * the scalp in it. Zones are those of clinic_zones ("frontal"…). Geometry only; nothing here
 * needs a display. Left and right are the patient's. */

#define CLINIC_SCALP_SIZE 1000.0

typedef enum
{
  CLINIC_SCALP_TOP,             /* seen from above, the forehead up */
  CLINIC_SCALP_FRONT,
  CLINIC_SCALP_BACK,
  CLINIC_SCALP_LEFT,            /* the patient's left side */
  CLINIC_SCALP_RIGHT,           /* the left one mirrored */
  CLINIC_SCALP_N_VIEWS
} ClinicScalpView;

typedef struct
{
  double x;
  double y;
} ClinicScalpPoint;

/* "Top"; translated. */
const char        *clinic_scalp_view_label   (ClinicScalpView         view);
/* "top"; kept in places. */
const char        *clinic_scalp_view_name    (ClinicScalpView         view);

/* What part of its square a view takes up. */
void               clinic_scalp_view_bounds  (ClinicScalpView         view,
                                              float                  *x,
                                              float                  *y,
                                              float                  *width,
                                              float                  *height);

/* Zones seen in a view, front to back; static, ends with NULL. */
const char *const *clinic_scalp_zones        (ClinicScalpView         view);
/* The zone at a place; NULL outside the scalp. @male: the hairline of a man. Each place of the
 * scalp is of exactly one zone. */
const char        *clinic_scalp_zone_at      (ClinicScalpView         view,
                                              gboolean                male,
                                              double                  x,
                                              double                  y);
/* Whether there is scalp, to within a few units; quick. */
gboolean           clinic_scalp_covers       (ClinicScalpView         view,
                                              gboolean                male,
                                              double                  x,
                                              double                  y);
/* Where the name of a zone is best written; FALSE when the view does not show it. */
gboolean           clinic_scalp_zone_centre  (ClinicScalpView         view,
                                              gboolean                male,
                                              const char             *zone,
                                              ClinicScalpPoint       *centre);
/* How wide the zone is there, in the view's units; 0 when the view does not show it. */
double             clinic_scalp_zone_room    (ClinicScalpView         view,
                                              gboolean                male,
                                              const char             *zone);
/* The view that shows most of a zone. */
ClinicScalpView    clinic_scalp_best_view    (const char             *zone);
/* The zone that mirrors @zone left to right; itself when it lies in the middle. */
const char        *clinic_scalp_mirror       (const char             *zone);
/* Area of a zone in cm². An adult's hair-bearing scalp is taken as 600 cm² (about 5 % of 1.7 m² of
 * skin, less the face), shared by the parts of the drawing from above: an unverified default,
 * good for comparing, not for dosing. */
double             clinic_scalp_area         (const char             *zone);

/* @n places, spread evenly in a zone; the same ones each time. "whole_scalp" is the whole scalp.
 * GArray of ClinicScalpPoint; empty when the view does not show the zone. Caller unrefs. */
GArray            *clinic_scalp_fill         (ClinicScalpView         view,
                                              gboolean                male,
                                              const char             *zone,
                                              guint                   n);

/* The outlines that make the zones, in order: of those that hold a place the first is its zone, the
 * last holds all. To be painted from the last to the first. */
guint              clinic_scalp_n_outlines   (ClinicScalpView         view);
const char        *clinic_scalp_outline      (ClinicScalpView         view,
                                              guint                   nth);

/* Adds the outline of the head, of the scalp, of a zone to the path of @cr, in the view's own
 * units. Ears and neck lie behind the head; features are lines, fine ones are thinner; tone is
 * filled, dark more so. */
void               clinic_scalp_path_head    (cairo_t                *cr,
                                              ClinicScalpView         view);
void               clinic_scalp_path_features (cairo_t               *cr,
                                              ClinicScalpView         view);
void               clinic_scalp_path_ears    (cairo_t                *cr,
                                              ClinicScalpView         view);
void               clinic_scalp_path_fine    (cairo_t                *cr,
                                              ClinicScalpView         view);
void               clinic_scalp_path_tone    (cairo_t                *cr,
                                              ClinicScalpView         view);
void               clinic_scalp_path_dark    (cairo_t                *cr,
                                              ClinicScalpView         view);
void               clinic_scalp_path_scalp   (cairo_t                *cr,
                                              ClinicScalpView         view,
                                              gboolean                male);
void               clinic_scalp_path_zone    (cairo_t                *cr,
                                              ClinicScalpView         view,
                                              const char             *zone);

G_END_DECLS
