/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-scalp-atlas.h"

G_BEGIN_DECLS

/* The drawings leave a margin; what the words at their edges do not need is cut off. */
#define CLINIC_SCALP_ZOOM 1.04

#define CLINIC_TYPE_SCALP_MAP (clinic_scalp_map_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScalpMap, clinic_scalp_map, CLINIC, SCALP_MAP, GtkWidget)

/* What lies on the map. */
typedef enum
{
  CLINIC_SCALP_TODAY,           /* what is being injected */
  CLINIC_SCALP_BEFORE,          /* the last session, as a ghost */
  CLINIC_SCALP_COURSE,          /* the whole course, for the heat map */
  CLINIC_SCALP_N_LAYERS
} ClinicScalpLayer;

/* The scalp with its zones, points and layers. Each zone of the view is a focusable child, named
 * "Frontal, 24 points, 1.2 ml"; arrows walk them, Enter or Space activates. Properties: "view"
 * (int, ClinicScalpView), "male", "heat" (ml per cm² of the course instead of points), "editable",
 * "selected" (the zone chosen, or NULL). Keys: 1–9 activate the zones of the view in their order,
 * V the next view, H heat, + and − more or fewer points in the selected zone.
 *
 * Signals:
 *   "zone-activated" (const char *zone)   clicked or keyed: to be filled, or chosen
 *   "points-wanted" (const char *zone, int by)   + or −
 *   "places-changed" (const char *zone, const char *places)   points were dragged, added (Shift and
 *                    click) or taken away (Shift and click on one); "" when none is left */

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

G_END_DECLS
