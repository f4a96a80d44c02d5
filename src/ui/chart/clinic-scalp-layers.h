/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scalp-map.h"
#include "clinic-scalp-places.h"

G_BEGIN_DECLS

/* What a zone holds in a layer; private to the map. */
typedef struct
{
  guint    points;
  guint    kept_points;         /* as they were set, before any were changed here */
  char    *kept;                /* the places as kept with the injection; NULL: evenly */
  gint64   volume;              /* µl */
  char    *words;
  GArray  *places;              /* ClinicScalpPlace; NULL: not worked out yet */
  gboolean changed;             /* the places are ahead of what is kept */
  GArray  *spots[CLINIC_SCALP_N_VIEWS];         /* ClinicScalpSpot; NULL: not worked out yet */
} ClinicScalpHolding;

/* All layers: zone → what it holds. */
typedef struct _ClinicScalpLayers ClinicScalpLayers;

ClinicScalpLayers  *clinic_scalp_layers_new        (void);
void                clinic_scalp_layers_free       (ClinicScalpLayers  *self);
/* @points 0 takes it away. FALSE when it was so before. */
gboolean            clinic_scalp_layers_set        (ClinicScalpLayers  *self,
                                                    ClinicScalpLayer    layer,
                                                    const char         *zone,
                                                    guint               points,
                                                    const char         *places,
                                                    gint64              volume,
                                                    const char         *words);
void                clinic_scalp_layers_clear      (ClinicScalpLayers  *self,
                                                    ClinicScalpLayer    layer);
/* NULL when there is nothing; @zone may be NULL. Lent. */
ClinicScalpHolding *clinic_scalp_layers_find       (ClinicScalpLayers  *self,
                                                    ClinicScalpLayer    layer,
                                                    const char         *zone);
/* Points lie elsewhere under another hairline: they are worked out anew. */
void                clinic_scalp_layers_forget     (ClinicScalpLayers  *self);
/* Another place for today's points of a zone, which need not hold any yet; how many there are then.
 * They are ahead of what is kept until the zone is set again. */
guint               clinic_scalp_layers_add_place  (ClinicScalpLayers  *self,
                                                    const char         *zone,
                                                    gboolean            male,
                                                    ClinicScalpPlace    place);
void                clinic_scalp_layers_take_place (ClinicScalpLayers  *self,
                                                    const char         *zone,
                                                    gboolean            male,
                                                    guint               nth);
void                clinic_scalp_layers_move_place (ClinicScalpLayers  *self,
                                                    const char         *zone,
                                                    gboolean            male,
                                                    guint               nth,
                                                    ClinicScalpPlace    place);
/* What is ahead goes back to what is kept. */
void                clinic_scalp_layers_take_back  (ClinicScalpLayers  *self);
/* The zones whose places are ahead, and their places as they are to be kept ("" when none is left):
 * zone, places, zone, places, NULL. Caller frees. */
char              **clinic_scalp_layers_dup_changed (ClinicScalpLayers *self);
/* The zone of today's point nearest to @at within @reach; NULL: none. @nth: which of its places.
 * Lent. */
const char         *clinic_scalp_layers_find_point (ClinicScalpLayers  *self,
                                                    ClinicScalpView     view,
                                                    gboolean            male,
                                                    ClinicScalpPoint    at,
                                                    double              reach,
                                                    guint              *nth);
/* GArray of ClinicScalpMark, that lends from @self: today's, the last session's and the course's as
 * far as they are set, or with @heat only the course's. Caller unrefs. */
GArray             *clinic_scalp_layers_list_marks (ClinicScalpLayers  *self,
                                                    ClinicScalpView     view,
                                                    gboolean            male,
                                                    gboolean            heat);
/* ClinicScalpPlace of all points. Lent. */
GArray             *clinic_scalp_holding_get_places (ClinicScalpHolding *self,
                                                     const char         *zone,
                                                     gboolean            male);
/* ClinicScalpSpot of those that a view shows. Lent. */
GArray             *clinic_scalp_holding_get_spots (ClinicScalpHolding *self,
                                                    const char         *zone,
                                                    ClinicScalpView     view,
                                                    gboolean            male);

G_END_DECLS
