/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The strokes of a drawn signature. As text: "X,Y,P,T X,Y,P,T …;X,Y,P,T …", strokes separated by
 * ';'. X and Y are thousandths of the width of the pad (Y grows downward), P the pressure in
 * thousandths (500 where the device tells none), T milliseconds since the first point. */
typedef struct
{
  gint x;
  gint y;
  gint pressure;
  gint time;
} ClinicStrokePoint;

/* GPtrArray of GArray of ClinicStrokePoint; NULL when @text is none. Caller unrefs. */
GPtrArray *clinic_strokes_parse  (const char *text);
/* The way back; NULL when there is no point at all. Caller frees. */
char      *clinic_strokes_format (GPtrArray  *strokes);
/* An empty list to add strokes to (clinic_strokes_begin ()). */
GPtrArray *clinic_strokes_new    (void);
/* One more stroke, lent. */
GArray    *clinic_strokes_begin  (GPtrArray  *strokes);
/* Whether it is long enough to be somebody's signature: a dot, or a slip of the hand, is none. */
gboolean   clinic_strokes_suffice (GPtrArray *strokes);
/* Thickness of the line at a point, in thousandths of the pad's width. */
double     clinic_strokes_width  (const ClinicStrokePoint *point);

G_END_DECLS
