/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/* How two photos lie beside or over each other. No widget in it: sizes and points come in, places
 * and words go out. */
#define CLINIC_TYPE_PHOTO_PAIR (clinic_photo_pair_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoPair, clinic_photo_pair, CLINIC, PHOTO_PAIR, GObject)

typedef enum
{
  CLINIC_PHOTO_ONE,
  CLINIC_PHOTO_SIDE,        /* beside each other */
  CLINIC_PHOTO_SLIDER,      /* over each other, parted by a line */
  CLINIC_PHOTO_OVERLAY,     /* over each other, the second as strong as wanted */
} ClinicPhotoMode;

/* 0: the first, left; 1: the second, right. */
#define CLINIC_PHOTO_SIDES 2

typedef struct
{
  double x;
  double y;
} ClinicPhotoPoint;

/* Signal "changed": what is to be drawn is another. */

ClinicPhotoPair *clinic_photo_pair_new          (void);

ClinicPhotoMode  clinic_photo_pair_get_mode     (ClinicPhotoPair  *self);
void             clinic_photo_pair_set_mode     (ClinicPhotoPair  *self,
                                                 ClinicPhotoMode   mode);
/* How many pixels a photo has; another photo forgets the alignment. 0: there is none. */
void             clinic_photo_pair_set_size     (ClinicPhotoPair  *self,
                                                 guint             side,
                                                 int               width,
                                                 int               height);
void             clinic_photo_pair_get_size     (ClinicPhotoPair  *self,
                                                 guint             side,
                                                 int              *width,
                                                 int              *height);
/* Where the line is, or how strong the second photo: 0 to 1. */
double           clinic_photo_pair_get_position (ClinicPhotoPair  *self);
void             clinic_photo_pair_set_position (ClinicPhotoPair  *self,
                                                 double            position);

/* 1: each photo is whole. Both zoom and move together. */
double           clinic_photo_pair_get_zoom     (ClinicPhotoPair  *self);
/* Zooms by @factor, to what lies at (@x, @y), shares of the pane. */
void             clinic_photo_pair_zoom_at      (ClinicPhotoPair  *self,
                                                 double            factor,
                                                 double            x,
                                                 double            y);
/* By shares of the pane; not further than there is something to see. */
void             clinic_photo_pair_move         (ClinicPhotoPair  *self,
                                                 double            dx,
                                                 double            dy);
void             clinic_photo_pair_reset_view   (ClinicPhotoPair  *self);

/* Where the pixels of a photo go in a pane of this size; FALSE when there is no photo. */
gboolean         clinic_photo_pair_place        (ClinicPhotoPair  *self,
                                                 guint             side,
                                                 double            width,
                                                 double            height,
                                                 cairo_matrix_t   *place);

/* Aligning: two points are shown in each photo, by turns: first left, first right, second left,
 * second right. Then the second photo is turned, moved and made larger or smaller (a similarity:
 * nothing is stretched) so that its points lie on those of the first. */
void             clinic_photo_pair_begin_align  (ClinicPhotoPair  *self);
void             clinic_photo_pair_stop_align   (ClinicPhotoPair  *self);
/* In which photo the next point is wanted, or -1 when none is. */
int              clinic_photo_pair_wanted_side  (ClinicPhotoPair  *self);
/* In pixels of that photo. FALSE when it is too near to the first for a direction. */
gboolean         clinic_photo_pair_put_point    (ClinicPhotoPair  *self,
                                                 double            x,
                                                 double            y);
/* Takes the last point back. */
void             clinic_photo_pair_take_point   (ClinicPhotoPair  *self);
gboolean         clinic_photo_pair_get_aligned  (ClinicPhotoPair  *self);
/* The points put so far, in pixels of their photos; how many. */
guint            clinic_photo_pair_get_points   (ClinicPhotoPair         *self,
                                                 guint                    side,
                                                 const ClinicPhotoPoint **points);
/* What to do now, while points are wanted; else NULL. Translated. */
const char      *clinic_photo_pair_get_hint     (ClinicPhotoPair  *self);

G_END_DECLS
