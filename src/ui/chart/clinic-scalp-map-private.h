/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scalp-paint.h"
#include "clinic-scalp-zone.h"

G_BEGIN_DECLS

/* Where the drawing is in the widget: its square of 1000 × 1000 begins at x, y and is so many pixels
 * wide. */
typedef struct
{
  double x;
  double y;
  double size;
} ClinicScalpFrame;

/* A piece of the picture, kept while it shows the same: what differs alone is drawn anew. */
typedef struct
{
  char          *key;           /* all that it depends on */
  GskRenderNode *node;          /* NULL: nothing */
} ClinicScalpPart;

typedef enum
{
  CLINIC_SCALP_HEAD,
  CLINIC_SCALP_ZONES,           /* as today's points tint them */
  CLINIC_SCALP_HEAT,            /* as the course does */
  CLINIC_SCALP_HOVERED,
  CLINIC_SCALP_SELECTED,
  CLINIC_SCALP_N_PARTS
} ClinicScalpPartId;

/* More zones than any view has. */
#define CLINIC_SCALP_MOST_LEADERS 12

/* One of today's points among those that are chosen together. */
typedef struct
{
  const char *zone;             /* interned */
  guint       nth;
} ClinicScalpChosen;

/* The map's own files share this: the widget, its names, its pointer, its keys. */
struct _ClinicScalpMap
{
  GtkWidget parent_instance;

  ClinicScalpView    view;
  ClinicScalpMode    mode;
  gboolean           male;
  gboolean           heat;
  gboolean           editable;
  char              *selected;
  char              *hovered;
  ClinicScalpLayers *layers;
  GPtrArray         *children;      /* ClinicScalpZone of the view */

  ClinicScalpPart    parts[CLINIC_SCALP_N_PARTS];
  ClinicScalpPart    leaders[CLINIC_SCALP_MOST_LEADERS];        /* the lines to the names */
  ClinicScalpView    plate_view;    /* whose head is painted */
  gboolean           plate_male;
  guint              plate_source;  /* until it is */
  ClinicScalpFrame   picture_frame; /* where all these were painted */
  double             column;        /* how wide the names at each side are */
  gboolean           brief;         /* no room for them */
  int                width;         /* that was laid out for */
  int                height;
  guint              resized;

  double             zoom;
  ClinicScalpPoint   centre;        /* of the view, in the middle of the widget; while magnified */
  guint              zooming;       /* until it stands still pictures are only stretched */
  double             zoom_before;   /* where the fingers began */
  double             panned_x;
  double             panned_y;

  ClinicScalpPoint   cross;         /* of the keyboard, while points are brushed or erased */
  gboolean           crossed;       /* it is shown */
  ClinicScalpPoint   pointer;       /* in the view */
  gboolean           pointed;

  GtkWidget         *whole;         /* the sign of reactions of the whole scalp */

  GArray            *chosen;        /* ClinicScalpChosen: today's points that are chosen together */
  GArray            *carried;       /* ClinicScalpPoint: where they were taken up; NULL: they are not dragged */
  ClinicScalpPoint   carried_by;    /* how far they came */
  guint              obstacle;      /* which of them was the last that could not go on */
  gboolean           banding;       /* a rectangle is drawn around some */
  gboolean           band_adds;     /* to those that are chosen */
  ClinicScalpPoint   band_from;     /* in the view */
  ClinicScalpPoint   band_to;

  char              *dragged;       /* zone of the point that is dragged; NULL: none */
  guint              dragged_point;
  double             spacing;       /* of the brush, mm */
  gboolean           stroking;
  gboolean           erasing;       /* the stroke takes away */
  ClinicScalpPoint   stroked;       /* where the stroke was */
  gboolean           moved;
  gboolean           dragging;      /* the pointer is held down on the map */
};

/* frame */
ClinicScalpFrame    clinic_scalp_map_get_frame   (ClinicScalpMap   *self);
ClinicScalpPoint    clinic_scalp_map_to_view     (ClinicScalpMap   *self,
                                                  double            x,
                                                  double            y);
/* What of the view is in the middle. */
ClinicScalpPoint    clinic_scalp_map_get_middle  (ClinicScalpMap   *self);
void                clinic_scalp_map_pan         (ClinicScalpMap   *self,
                                                  double            by_x,
                                                  double            by_y);
/* Shows a place of the view when the map is magnified. */
void                clinic_scalp_map_bring       (ClinicScalpMap   *self,
                                                  ClinicScalpPoint  at);
void                clinic_scalp_map_add_zoom    (ClinicScalpMap   *self);
void                clinic_scalp_map_add_zoom_keys (GtkWidgetClass *widget_class);

/* names */
void                clinic_scalp_map_update_names (ClinicScalpMap  *self);
void                clinic_scalp_map_place_names (ClinicScalpMap   *self,
                                                  int               width,
                                                  int               height);
/* The lines from the names to their zones. */
void                clinic_scalp_map_renew_leaders (ClinicScalpMap *self,
                                                    const GdkRGBA  *ink);

/* The child that names a zone, or NULL. */
GtkWidget          *clinic_scalp_map_find_child  (ClinicScalpMap   *self,
                                                  const char       *zone);
/* What is shown of a zone: today's, or the course's as heat. */
ClinicScalpHolding *clinic_scalp_map_find_shown  (ClinicScalpMap   *self,
                                                  const char       *zone);
/* A zone was clicked or keyed; with @digit it is only filled, never opened. */
void                clinic_scalp_map_activate    (ClinicScalpMap   *self,
                                                  const char       *zone,
                                                  gboolean          digit);
void                clinic_scalp_map_set_mode    (ClinicScalpMap   *self,
                                                  ClinicScalpMode   mode);
void                clinic_scalp_map_set_zoom    (ClinicScalpMap   *self,
                                                  double            zoom);

/* strokes */
/* From point to point of the brush, in the view's units. */
double              clinic_scalp_map_get_spacing (ClinicScalpMap   *self);
/* How near to a point is on it, in the view's units. */
double              clinic_scalp_map_get_reach   (ClinicScalpMap   *self,
                                                  double            pixels);
/* Adds a point, or takes away those within reach. */
gboolean            clinic_scalp_map_dab         (ClinicScalpMap   *self,
                                                  ClinicScalpPoint  at,
                                                  gboolean          erase,
                                                  double            reach);
void                clinic_scalp_map_stroke_to   (ClinicScalpMap   *self,
                                                  ClinicScalpPoint  at,
                                                  double            reach);
/* Moves a point within its zone. */
gboolean            clinic_scalp_map_move_point  (ClinicScalpMap   *self,
                                                  const char       *zone,
                                                  guint             nth,
                                                  ClinicScalpPoint  to);
/* Tells what a stroke changed. */
void                clinic_scalp_map_end_stroke  (ClinicScalpMap   *self);

/* chosen points */
GArray             *clinic_scalp_map_new_chosen  (void);
gboolean            clinic_scalp_map_is_chosen   (ClinicScalpMap   *self,
                                                  const char       *zone,
                                                  guint             nth);
void                clinic_scalp_map_choose_none (ClinicScalpMap   *self);
/* Those of the view in a rectangle; @adds: beside those that are chosen. */
void                clinic_scalp_map_choose_in   (ClinicScalpMap   *self,
                                                  ClinicScalpPoint  from,
                                                  ClinicScalpPoint  to,
                                                  gboolean          adds);
/* All of the selected zone; if they are already, all of the view. */
void                clinic_scalp_map_choose_all  (ClinicScalpMap   *self);
/* Those of a zone, which holds others now. */
void                clinic_scalp_map_forget_chosen (ClinicScalpMap *self,
                                                    const char     *zone);
/* FALSE when none is chosen. They are moved in one stroke, all of them or, where one would leave its
 * zone, none. */
gboolean            clinic_scalp_map_move_chosen (ClinicScalpMap   *self,
                                                  double            by_x,
                                                  double            by_y);
gboolean            clinic_scalp_map_take_chosen (ClinicScalpMap   *self);
/* Where a place of the view lies when a chosen point is taken there; FALSE when that is out of its zone. */
gboolean            clinic_scalp_map_find_goal   (ClinicScalpMap   *self,
                                                  const ClinicScalpChosen *chosen,
                                                  ClinicScalpPoint  to,
                                                  ClinicScalpPlace *goal);
gboolean            clinic_scalp_map_find_spot   (ClinicScalpMap   *self,
                                                  const ClinicScalpChosen *chosen,
                                                  ClinicScalpPoint *at);

/* dragged together */
/* The chosen ones are taken up; from then on they follow the pointer as far as all of them can. */
void                clinic_scalp_map_take_up     (ClinicScalpMap   *self);
void                clinic_scalp_map_carry_to    (ClinicScalpMap   *self,
                                                  ClinicScalpPoint  at);
/* Whatever the pointer is doing is taken back; FALSE: nothing. */
gboolean            clinic_scalp_map_give_up     (ClinicScalpMap   *self);

/* the whole scalp */
void                clinic_scalp_map_add_whole   (ClinicScalpMap   *self);
void                clinic_scalp_map_update_whole (ClinicScalpMap  *self);
/* Pixels that its sign takes below the head. */
double              clinic_scalp_map_get_foot    (ClinicScalpMap   *self);
void                clinic_scalp_map_place_whole (ClinicScalpMap   *self,
                                                  int               width,
                                                  int               height);

void                clinic_scalp_map_snapshot    (GtkWidget        *widget,
                                                  GtkSnapshot      *snapshot);
/* picture */
ClinicScalpLook     clinic_scalp_map_make_look   (ClinicScalpMap   *self,
                                                  GArray           *marks);
/* All but points; FALSE while the head is not painted yet. */
gboolean            clinic_scalp_map_append_picture (ClinicScalpMap *self,
                                                     GtkSnapshot   *snapshot,
                                                     const ClinicScalpLook *look,
                                                     GArray        *marks);
void                clinic_scalp_map_drop_pictures (ClinicScalpMap *self);
void                clinic_scalp_part_clear      (ClinicScalpPart  *part);
void                clinic_scalp_map_add_pointer (ClinicScalpMap   *self);
void                clinic_scalp_map_add_keys    (GtkWidgetClass   *widget_class);
gboolean            clinic_scalp_map_focus       (GtkWidget        *widget,
                                                  GtkDirectionType  way);

G_END_DECLS
