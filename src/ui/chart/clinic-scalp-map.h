/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-scalp-atlas.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SCALP_MAP (clinic_scalp_map_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScalpMap, clinic_scalp_map, CLINIC, SCALP_MAP, GtkWidget)

/* What lies on the map. */
typedef enum
{
  CLINIC_SCALP_TODAY,           /* what is being injected */
  CLINIC_SCALP_BEFORE,          /* the last session, as a ghost */
  CLINIC_SCALP_COURSE,          /* points of all sessions before, small */
  CLINIC_SCALP_SUM,             /* the volume of the whole course, for the heat map */
  CLINIC_SCALP_REACTIONS,       /* how many of them, as signs in their zones */
  CLINIC_SCALP_N_LAYERS
} ClinicScalpLayer;

/* What a click or a stroke does. */
typedef enum
{
  CLINIC_SCALP_SELECT,          /* fills or opens a zone; drags a point */
  CLINIC_SCALP_BRUSH,           /* adds points */
  CLINIC_SCALP_ERASE,           /* takes them away */
  CLINIC_SCALP_N_MODES
} ClinicScalpMode;

/* As far as the map comes near. */
#define CLINIC_SCALP_MAX_ZOOM 6.0

/* Millimetres from one point of the brush to the next where nothing else is said (CLINIC.md §3: micropapules are
 * about 10 mm apart). */
#define CLINIC_SCALP_SPACING 10.0

/* The scalp with its zones, points and layers. Each zone of the view is a focusable child, named
 * "Frontal: 24 × 0.05 ml", and written beside the head with a line to it, or, where there is no
 * room for that, its number of points in it. Properties: "view" (int, ClinicScalpView), "male",
 * "heat" (ml per cm² of the course instead of points), "editable", "selected" (the zone chosen, or
 * NULL), "mode" (int, ClinicScalpMode), "zoom" (double, 1: all of it), "chosen" (uint, readable: how
 * many points are chosen together), "spacing" (double, mm: how far apart the brush puts them).
 *
 * Keys: arrows walk the zones, Enter or Space opens, 1–9 fill the zones of the view in their order,
 * + and − more or fewer points in the selected zone, Delete clears it, V the next view, H heat, S B X
 * the modes, Ctrl with + − 0 the zoom. While points are brushed or erased, arrows move a cross, Enter
 * or Space does it there, Shift with arrows moves the point under it, Escape ends it. Else Ctrl+A
 * chooses the points of the zone, then of the view; arrows move those that are chosen, Delete takes
 * them away, Escape lets them go. By pointer: drag moves a point, or all that are chosen when it is one
 * of them, else draws a rectangle that chooses points (Shift: beside those chosen) or, magnified and
 * without Shift, moves the map; Escape takes back what a drag is doing; Ctrl and wheel or two fingers
 * zoom; Shift and click adds a point or takes one away in any mode, as does a stylus's other end.
 *
 * Signals:
 *   "zone-activated" (const char *zone)   an empty one was clicked or keyed: to be filled
 *   "zone-opened" (const char *zone)   one that holds points was
 *   "zone-cleared" (const char *zone)   Delete
 *   "points-wanted" (const char *zone, int by)   + or −
 *   "places-changed" (GStrv)   points were moved, added or taken away, in one stroke: zone, places as
 *                    they are kept ("": none is left), zone, places, … */

GtkWidget       *clinic_scalp_map_new          (void);
ClinicScalpView  clinic_scalp_map_get_view     (ClinicScalpMap   *self);
void             clinic_scalp_map_set_view     (ClinicScalpMap   *self,
                                                ClinicScalpView   view);
/* What a zone holds in a layer: @points 0 takes it away. @places as kept with the injection; NULL:
 * spread evenly. @volume: all of it, in µl. @words: what is said of it ("24 × 0.05 ml, 2.5 mm");
 * may be NULL. */
void             clinic_scalp_map_set_zone     (ClinicScalpMap   *self,
                                                ClinicScalpLayer  layer,
                                                const char       *zone,
                                                guint             points,
                                                const char       *places,
                                                gint64            volume,
                                                const char       *words);
void             clinic_scalp_map_clear        (ClinicScalpMap   *self,
                                                ClinicScalpLayer  layer);
const char      *clinic_scalp_map_get_selected (ClinicScalpMap   *self);
void             clinic_scalp_map_set_selected (ClinicScalpMap   *self,
                                                const char       *zone);
/* As far as @factor, about a place of the map in pixels. */
void             clinic_scalp_map_zoom_by      (ClinicScalpMap   *self,
                                                double            factor,
                                                double            x,
                                                double            y);
void             clinic_scalp_map_zoom_out     (ClinicScalpMap   *self);
/* The zone at a place in pixels as it is drawn now, or NULL; and where a place of the view is. */
const char      *clinic_scalp_map_pick         (ClinicScalpMap   *self,
                                                double            x,
                                                double            y);
ClinicScalpPoint clinic_scalp_map_from_view    (ClinicScalpMap   *self,
                                                ClinicScalpPoint  at);
/* What the heat map's scale ends with, in ml per cm². */
double           clinic_scalp_map_get_hottest  (ClinicScalpMap   *self);
/* Where a zone is, to point at it. */
void             clinic_scalp_map_get_place    (ClinicScalpMap   *self,
                                                const char       *zone,
                                                GdkRectangle     *place);

G_END_DECLS
