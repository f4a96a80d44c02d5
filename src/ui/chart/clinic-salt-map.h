/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The four quadrants of SALT on heads of the atlas: top, back, left and right, each as bare as
 * is said, with its share and its weight. Signal "picked" (guint quadrant): one was clicked. */
#define CLINIC_TYPE_SALT_MAP (clinic_salt_map_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSaltMap, clinic_salt_map, CLINIC, SALT_MAP, GtkWidget)

/* @percents: of each quadrant; below 0: not known. */
void clinic_salt_map_set (ClinicSaltMap *self,
                          const double   percents[4]);

G_END_DECLS
