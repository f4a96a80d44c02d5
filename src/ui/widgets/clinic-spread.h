/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pixels beside each text of a row. */
#define CLINIC_SPREAD_PADDING 6

/* A column of a list, and where it stands. */
typedef struct
{
  char     *name;       /* as settings know it; copied */
  char     *title;      /* translated; copied */
  gboolean  sorts;      /* a click on its head */
  gboolean  shown;
  gboolean  bold;
  gboolean  warns;      /* in the colour of warnings */
  gboolean  ltr;        /* reads from left to right in any language */
  gboolean  figure;     /* stands at the end of its column */
  gboolean  whole;      /* a number or a date, of which a part is of no use */
  int       chars;      /* letters it wishes for; 0: as wide as natural and least say */
  int       least;      /* pixels */
  int       natural;
  int       chosen;     /* by dragging; 0: none was */
  int       x;          /* from the start of a row, as fitted last */
  int       width;
  gboolean  dropped;    /* there was no room for it, as fitted last */
} ClinicSpreadPlace;

#define CLINIC_TYPE_SPREAD (clinic_spread_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSpread, clinic_spread, CLINIC, SPREAD, GObject)

/* Which columns a list has, where each lies, and by which it is sorted: what the heads and all
 * rows share. Signals: "changed" (what is shown or where), "moved" (another part of it is seen),
 * "sorted" (somebody chose another order). */
ClinicSpread            *clinic_spread_new          (void);
/* Before any row is made. */
void                     clinic_spread_add          (ClinicSpread            *self,
                                                     const ClinicSpreadPlace *place);
guint                    clinic_spread_get_n        (ClinicSpread            *self);
const ClinicSpreadPlace *clinic_spread_get_place    (ClinicSpread            *self,
                                                     guint                    i);
void                     clinic_spread_show         (ClinicSpread            *self,
                                                     guint                    i,
                                                     gboolean                 shown);
/* The column that gets what is left of the width; at first it is the first. */
void                     clinic_spread_fill         (ClinicSpread            *self,
                                                     guint                    i);

/* Where there is no room the last columns are left out, rather than scrolled to; never the first, and
 * none while somebody chose how wide one is. */
void                     clinic_spread_set_dropping (ClinicSpread            *self,
                                                     gboolean                 dropping);

/* How what stands in a column is written; owned by the caller. */
PangoAttrList           *clinic_spread_place_dup_attributes (const ClinicSpreadPlace *place);

/* Takes the widths of letters from one of the heads, and of figures from what has the font of the @rows; to be said
 * again when a font changes. */
void                     clinic_spread_measure      (ClinicSpread            *self,
                                                     GtkWidget               *rows,
                                                     GtkWidget               *head);
/* Pixels that a row has at least. */
int                      clinic_spread_get_least    (ClinicSpread            *self);
/* Lays the columns over a row as wide as this. */
void                     clinic_spread_fit          (ClinicSpread            *self,
                                                     int                      width);
/* Which part of a row can be seen, as it is scrolled sideways, from the row's start: texts elsewhere
 * are not drawn. Emits "moved". */
void                     clinic_spread_look_at      (ClinicSpread            *self,
                                                     int                      from,
                                                     int                      to);
gboolean                 clinic_spread_is_seen      (ClinicSpread            *self,
                                                     guint                    i);
/* Somebody drags the end of a column. */
void                     clinic_spread_choose_width (ClinicSpread            *self,
                                                     guint                    i,
                                                     int                      width);

/* By a column, or by none: -1. Emits "sorted". */
void                     clinic_spread_sort         (ClinicSpread            *self,
                                                     int                      i,
                                                     gboolean                 descending);
int                      clinic_spread_get_sorted   (ClinicSpread            *self,
                                                     gboolean                *descending);
/* Without it the heads sort nothing. */
void                     clinic_spread_set_sorting  (ClinicSpread            *self,
                                                     gboolean                 sorting);
gboolean                 clinic_spread_get_sorting  (ClinicSpread            *self);

G_END_DECLS
