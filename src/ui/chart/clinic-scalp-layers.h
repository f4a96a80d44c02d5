/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scalp-map.h"

G_BEGIN_DECLS

/* What a zone holds in a layer; private to the map. */
typedef struct
{
  guint           points;
  char           *places;           /* as kept with the injection; NULL: evenly */
  gint64          volume;           /* µl */
  char           *words;
  ClinicScalpView view;             /* of the array */
  GArray         *array;            /* ClinicScalpPoint in that view; NULL: not asked for yet */
  gboolean        dragged;          /* the array is ahead of the places */
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
/* Points that lie evenly lie elsewhere under another hairline: they are worked out anew. */
void                clinic_scalp_layers_forget     (ClinicScalpLayers  *self);
/* The zone of today's point nearest to @at within @reach; NULL: none. @point: which. Lent. */
const char         *clinic_scalp_layers_find_point (ClinicScalpLayers  *self,
                                                    ClinicScalpView     view,
                                                    gboolean            male,
                                                    ClinicScalpPoint    at,
                                                    double              reach,
                                                    guint              *point);
/* GArray of ClinicScalpMark, that lends from @self: today's and the last session's, or with @heat
 * the course's. Caller unrefs. */
GArray             *clinic_scalp_layers_list_marks (ClinicScalpLayers  *self,
                                                    ClinicScalpView     view,
                                                    gboolean            male,
                                                    gboolean            heat);
/* The points as they lie in a view; NULL when they were placed in another. Lent. */
GArray             *clinic_scalp_holding_get_places (ClinicScalpHolding *self,
                                                     const char         *zone,
                                                     ClinicScalpView     view,
                                                     gboolean            male);

G_END_DECLS
