/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scalp-atlas.h"

G_BEGIN_DECLS

/* Where the points of one zone lie, each in the view in which it was placed: what a drawing of
 * another view shows of them is worked out. Knows neither widgets nor records. */

typedef struct
{
  ClinicScalpView  view;
  ClinicScalpPoint at;
} ClinicScalpPlace;

/* A place as another view shows it, and the number of the place among its own. */
typedef struct
{
  ClinicScalpPoint at;
  guint            nth;
} ClinicScalpSpot;

typedef enum
{
  CLINIC_SCALP_SIDE_LEFT,       /* the patient's */
  CLINIC_SCALP_SIDE_MIDDLE,
  CLINIC_SCALP_SIDE_RIGHT
} ClinicScalpSide;

/* As kept with an injection: "top:412,233 420,250;left:300,210", whole units. "" for none. Caller
 * frees. */
char            *clinic_scalp_places_format (GArray             *places);
/* The way back: GArray of ClinicScalpPlace; NULL for what is none. Caller unrefs. */
GArray          *clinic_scalp_places_parse  (const char         *text);
/* @n places, even in the view that shows most of @zone; the same ones each time. Caller unrefs. */
GArray          *clinic_scalp_places_spread (gboolean            male,
                                             const char         *zone,
                                             guint               n);
/* What @view shows of places in @zone: GArray of ClinicScalpSpot. Caller unrefs. */
GArray          *clinic_scalp_places_see    (GArray             *places,
                                             const char         *zone,
                                             gboolean            male,
                                             ClinicScalpView     view);
/* One place as another view shows it: what lies so far to the front and to the side in the zone
 * there lies as far in it here. FALSE when it is out of sight there. */
gboolean         clinic_scalp_carry         (const char         *zone,
                                             gboolean            male,
                                             ClinicScalpPlace    place,
                                             ClinicScalpView     view,
                                             ClinicScalpPoint   *at);

ClinicScalpView  clinic_scalp_mirror_view   (ClinicScalpView     view);
/* Of whole units, its own mirror image is what it was. */
ClinicScalpPlace clinic_scalp_mirror_place  (ClinicScalpPlace    place);
/* Which half of the head it lies on. */
ClinicScalpSide  clinic_scalp_get_side      (ClinicScalpPlace    place);
/* A midline zone with both halves alike: places of the half @from and of the middle stay, those of
 * the other half give way to mirror images. Caller unrefs. */
GArray          *clinic_scalp_places_match  (GArray             *places,
                                             ClinicScalpSide     from);
/* All of them mirrored. Caller unrefs. */
GArray          *clinic_scalp_places_mirror (GArray             *places);

G_END_DECLS
