/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_SCALP_SCALE (clinic_scalp_scale_get_type ())
G_DECLARE_FINAL_TYPE (ClinicScalpScale, clinic_scalp_scale, CLINIC, SCALP_SCALE, GtkWidget)

/* What the colours of the heat map mean: from none to so many ml per cm², with numbers below. */
void clinic_scalp_scale_set_hottest (ClinicScalpScale  *self,
                                     double             hottest);

G_END_DECLS
