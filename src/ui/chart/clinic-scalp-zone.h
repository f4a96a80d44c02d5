/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The name of a zone beside the map, with the number of its points; what the keyboard and the screen
 * reader find of it. Signal "activated": Enter or Space. Private to the map. */

#define CLINIC_TYPE_SCALP_ZONE (clinic_scalp_zone_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScalpZone, clinic_scalp_zone, CLINIC, SCALP_ZONE, GtkWidget)

GtkWidget  *clinic_scalp_zone_new          (const char       *zone);
const char *clinic_scalp_zone_get_zone     (ClinicScalpZone  *self);
/* @density: ml per cm², shown instead of points; negative: points. @words: what is said of it;
 * @more: what besides; both may be NULL. @brief: without its name. */
void        clinic_scalp_zone_set          (ClinicScalpZone  *self,
                                            guint             points,
                                            double            density,
                                            const char       *words,
                                            const char       *more,
                                            gboolean          brief);
/* Whether it stands left of the head: its words then end there. */
void        clinic_scalp_zone_set_left     (ClinicScalpZone  *self,
                                            gboolean          left);
/* Pixels that its name takes broken into words, and in one line, whether it is shown or not. */
void        clinic_scalp_zone_measure_name (ClinicScalpZone  *self,
                                            int              *least,
                                            int              *wanted);

G_END_DECLS
