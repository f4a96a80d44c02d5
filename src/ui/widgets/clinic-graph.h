/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "clinic-sheet.h"

G_BEGIN_DECLS

/* A chart: what it shows, where that comes to stand, and how it is drawn; the same on the screen,
 * in a picture and on paper. Figures are never mirrored: time goes from left to right. */

/* NaN: there is none. */
typedef struct
{
  char   *label;      /* of the category, in full: a date as people write it */
  double  at;         /* days since 1970 when .dated, else the place from 0 */
  double  value;
  double  low;        /* of its interval */
  double  high;
} ClinicGraphPoint;

/* The first series of a graph is what it is about; others are drawn pale behind it. */
typedef struct
{
  char   *name;
  GArray *points;     /* ClinicGraphPoint, in the order of .at */
} ClinicGraphSeries;

/* From .low to .high at .at. */
typedef struct
{
  double at;
  double low;
  double high;
} ClinicGraphBand;

typedef struct
{
  double   value;
  char    *label;
  gboolean wanted;    /* to be reached: a goal */
} ClinicGraphLevel;

/* From .from up to .to of the field: a phase. Every other one is shaded. */
typedef struct
{
  double  from;
  double  to;
  char   *label;
} ClinicGraphShade;

/* Something beside the points, on the same axis below it: a bar, or a mark where .from is .to.
 * Those with one name share a row unless they overlap. */
typedef struct
{
  char    *name;
  char    *label;     /* of this bar; may be NULL */
  double   from;
  double   to;        /* INFINITY: it goes on */
  guint    row;       /* from 0; set by clinic_graph_add_track () */
} ClinicGraphTrack;

/* A flag at the top of the field. */
typedef struct
{
  double  at;
  char   *label;
} ClinicGraphFlag;

typedef struct
{
  ClinicPlotKind  kind;
  char           *title;
  char           *subtitle;       /* may be NULL */
  char           *unit;           /* may be NULL */
  guint           decimals;
  gboolean        percent;        /* values are shares: 0.5 is 50 % */
  gboolean        dated;
  GPtrArray      *series;         /* ClinicGraphSeries */
  GArray         *band;           /* ClinicGraphBand: what the method may err */
  char           *band_name;      /* may be NULL, as that of the marks */
  GArray         *marks;          /* double, where something took place */
  char           *mark_name;
  GArray         *levels;         /* ClinicGraphLevel: baseline, goal */
  GArray         *shades;         /* ClinicGraphShade */
  GArray         *tracks;         /* ClinicGraphTrack */
  GArray         *flags;          /* ClinicGraphFlag */
  char           *flag_name;      /* may be NULL */
  char          **steps;          /* names of the values 0, 1, 2…; NULL: values are figures */
} ClinicGraph;

/* Where the values come to stand. Lines rise over time; columns and intervals lie on their side,
 * a row each, so that long names can be read. */
typedef struct
{
  double   x;           /* the field inside the axes */
  double   y;
  double   width;
  double   height;
  double   at_low;
  double   at_high;
  double   low;         /* of the values */
  double   high;
  double   step;
  guint    decimals;    /* of the axis */
  gboolean sideways;
} ClinicGraphFrame;

typedef struct
{
  GdkRGBA       text;
  GdkRGBA       pale;         /* text of the axes */
  GdkRGBA       grid;
  GdkRGBA       accent;
  GdkRGBA       page;         /* below, for what must stand out of lines */
  gboolean      titled;       /* title and subtitle are drawn too */
  PangoContext *context;      /* NULL: made for the surface, with .font */
  const char   *font;
} ClinicGraphLook;

ClinicGraph       *clinic_graph_new         (ClinicPlotKind    kind,
                                             const char       *title);
ClinicGraph       *clinic_graph_copy        (ClinicGraph      *self);
void               clinic_graph_free        (ClinicGraph      *self);
ClinicGraphSeries *clinic_graph_add_series  (ClinicGraph      *self,
                                             const char       *name);
/* Copies @label; a point without a value is kept as a gap. */
void               clinic_graph_add_point   (ClinicGraphSeries *series,
                                             const char       *label,
                                             double            at,
                                             double            value);
void               clinic_graph_add_level   (ClinicGraph      *self,
                                             double            value,
                                             const char       *label);
/* What is to be reached: drawn stronger than other levels. */
void               clinic_graph_add_goal    (ClinicGraph      *self,
                                             double            value,
                                             const char       *label);
void               clinic_graph_add_shade   (ClinicGraph      *self,
                                             double            from,
                                             double            to,
                                             const char       *label);
void               clinic_graph_add_track   (ClinicGraph      *self,
                                             const char       *name,
                                             const char       *label,
                                             double            from,
                                             double            to);
void               clinic_graph_add_flag    (ClinicGraph      *self,
                                             double            at,
                                             const char       *label);
/* Rows of tracks below the axis, and how high they are in all. */
guint              clinic_graph_n_rows      (ClinicGraph      *self);
int                clinic_graph_tracks_height (ClinicGraph    *self);
guint              clinic_graph_n_points    (ClinicGraph      *self);
/* Of the first series; NULL beyond. */
const ClinicGraphPoint *clinic_graph_get_point (ClinicGraph   *self,
                                             guint             point);
/* How high it should be to be read; for lines what is given as @wish. */
int                clinic_graph_get_height  (ClinicGraph      *self,
                                             int               wish);
/* "196.4 /cm²", "14 %"; "" for NaN. Caller frees. */
char              *clinic_graph_dup_value   (ClinicGraph      *self,
                                             double            value);
/* What a point says: "12 January 2026: 196.4 /cm²". Caller frees. */
char              *clinic_graph_dup_words   (ClinicGraph      *self,
                                             guint             point);

/* clinic-graph-axis.c */
/* A step of 1, 2 or 5 times a power of ten, so that at most @most ticks lie from @low to @high. */
double             clinic_graph_nice_step   (double            low,
                                             double            high,
                                             guint             most);
/* For how many dates there is room in @width pixels, where the widest takes @widest. */
guint              clinic_graph_most_dates  (double            width,
                                             double            widest);
/* The days on which a calendar axis is marked: GArray of double; beginnings of weeks, months or
 * years, at most @most of them. Caller unrefs. */
GArray            *clinic_graph_date_ticks  (double            from,
                                             double            to,
                                             guint             most);
/* Room for the axes as @context writes them. */
void               clinic_graph_lay_out     (ClinicGraph      *self,
                                             PangoContext     *context,
                                             double            width,
                                             double            height,
                                             gboolean          titled,
                                             ClinicGraphFrame *frame);
/* Where a value stands along its axis, and which value stands there; both the other way round
 * again. */
double             clinic_graph_place       (const ClinicGraphFrame *frame,
                                             double            value);
double             clinic_graph_read        (const ClinicGraphFrame *frame,
                                             double            place);
/* The same along the categories. */
double             clinic_graph_place_at    (const ClinicGraphFrame *frame,
                                             double            at);
/* The point of the first series nearest to a place; -1 when there is none. */
int                clinic_graph_find        (ClinicGraph      *self,
                                             const ClinicGraphFrame *frame,
                                             double            x,
                                             double            y);

/* clinic-graph-draw.c */
/* Draws all of it into a field of this size at 0, 0. */
void               clinic_graph_draw        (ClinicGraph      *self,
                                             cairo_t          *cr,
                                             const ClinicGraphLook *look,
                                             double            width,
                                             double            height);
/* clinic-graph-beside.c: what stands beside the points. @layout writes in lines of @line pixels. */
void               clinic_graph_draw_shades (ClinicGraph      *self,
                                             cairo_t          *cr,
                                             PangoLayout      *layout,
                                             const ClinicGraphLook *look,
                                             const ClinicGraphFrame *frame);
void               clinic_graph_draw_tracks (ClinicGraph      *self,
                                             cairo_t          *cr,
                                             PangoLayout      *layout,
                                             const ClinicGraphLook *look,
                                             const ClinicGraphFrame *frame,
                                             int               line);
void               clinic_graph_draw_flags  (ClinicGraph      *self,
                                             cairo_t          *cr,
                                             const ClinicGraphLook *look,
                                             const ClinicGraphFrame *frame);
/* A flag of this height, its tip at x, y. */
void               clinic_graph_draw_flag   (cairo_t          *cr,
                                             double            x,
                                             double            y);
/* Phase, tracks and flags at a point, "Phase: Weekly. Minoxidil."; "" when there is nothing.
 * Caller frees. */
char              *clinic_graph_dup_beside  (ClinicGraph      *self,
                                             double            at);

/* Black on white, for pictures and paper. */
void               clinic_graph_look_paper  (ClinicGraphLook  *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicGraph, clinic_graph_free)

G_END_DECLS
