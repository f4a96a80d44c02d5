/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scalp-layers.h"
#include "clinic-scalp-zone.h"

G_BEGIN_DECLS

/* The map's own files share this: the widget, its pointer, its keys. */
struct _ClinicScalpMap
{
  GtkWidget parent_instance;

  ClinicScalpView    view;
  gboolean           male;
  gboolean           heat;
  gboolean           editable;
  char              *selected;
  char              *hovered;
  ClinicScalpLayers *layers;
  GPtrArray         *children;      /* ClinicScalpZone of the view */

  GdkTexture      *plate;           /* the head, painted last */
  char            *plate_key;       /* for what */
  GdkTexture      *marks;           /* its zones */
  char            *marks_key;
  double           size;
  guint            resized;

  char            *dragged;         /* zone of the point that is dragged; NULL: none */
  guint            dragged_point;
  gboolean         moved;
};

/* The drawing's square within the widget. */
double              clinic_scalp_map_get_size    (ClinicScalpMap   *self,
                                                  double           *x,
                                                  double           *y);
ClinicScalpPoint    clinic_scalp_map_to_view     (ClinicScalpMap   *self,
                                                  double            x,
                                                  double            y);
/* The child that names a zone, or NULL. */
GtkWidget          *clinic_scalp_map_find_child  (ClinicScalpMap   *self,
                                                  const char       *zone);
ClinicScalpHolding *clinic_scalp_map_find_today  (ClinicScalpMap   *self,
                                                  const char       *zone);
GArray             *clinic_scalp_map_get_places  (ClinicScalpMap     *self,
                                                  const char         *zone,
                                                  ClinicScalpHolding *holding);
/* A zone was clicked or keyed. */
void                clinic_scalp_map_activate    (ClinicScalpMap   *self,
                                                  ClinicScalpZone  *child);

void                clinic_scalp_map_snapshot    (GtkWidget        *widget,
                                                  GtkSnapshot      *snapshot);
void                clinic_scalp_map_add_pointer (ClinicScalpMap   *self);
void                clinic_scalp_map_add_keys    (GtkWidgetClass   *widget_class);
gboolean            clinic_scalp_map_focus       (GtkWidget        *widget,
                                                  GtkDirectionType  way);

G_END_DECLS
