/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SCALP_ZONE (clinic_scalp_zone_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScalpZone, clinic_scalp_zone, CLINIC, SCALP_ZONE, GtkWidget)

/* The name of a zone on the map with what it holds: what the keyboard and the screen reader meet.
 * Signal "activated". Private to the map. */
GtkWidget  *clinic_scalp_zone_new      (const char       *zone);
const char *clinic_scalp_zone_get_zone (ClinicScalpZone  *self);
/* @words: said to the screen reader after the name; may be NULL. */
void        clinic_scalp_zone_set      (ClinicScalpZone  *self,
                                        guint             points,
                                        const char       *words,
                                        gboolean          brief);
/* Pixels that a name would take; @height may be NULL. */
void        clinic_scalp_zone_measure  (ClinicScalpZone  *self,
                                        const char       *name,
                                        int              *width,
                                        int              *height);

G_END_DECLS
