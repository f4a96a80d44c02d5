/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-scale.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A head seen from above, its face at the top, with the hair that a stage of a scale leaves. Drawn
 * by this program; never mirrored. A sign for the stage, no likeness: its definition says what
 * counts. */
#define CLINIC_TYPE_STAGE_PICTURE (clinic_stage_picture_get_type ())
G_DECLARE_FINAL_TYPE (ClinicStagePicture, clinic_stage_picture, CLINIC, STAGE_PICTURE, GtkWidget)

GtkWidget *clinic_stage_picture_new (const ClinicScale  *scale,
                                     const char         *stage);
/* @stage: of BASP a basic, a specific or a final type; NULL: all hair is there. */
void       clinic_stage_picture_set (ClinicStagePicture *self,
                                     const ClinicScale  *scale,
                                     const char         *stage);

/* clinic-stage-draw.c */
/* Into a field of this size at 0, 0. @line: colour of the outline; @dark: on a dark ground. */
void       clinic_stage_draw        (cairo_t            *cr,
                                     double              width,
                                     double              height,
                                     const ClinicScale  *scale,
                                     const char         *stage,
                                     const GdkRGBA      *line,
                                     gboolean            dark);

G_END_DECLS
