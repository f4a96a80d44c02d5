/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_LATER (clinic_later_get_type ())
G_DECLARE_FINAL_TYPE (ClinicLater, clinic_later, CLINIC, LATER, AdwBin)

/* A place whose widget is made when it is first looked at: the views of a page that nobody opens
 * cost nothing. Property "type": what is made, without further properties; or a handler of the
 * signal "make" returns it. Property "soon": not in the turn of the main loop that shows the place, but
 * in one of its own right after. Signal "made" (the widget, not yet shown) for whoever has something to
 * give it. */

/* Makes it now, unless it is there. */
GtkWidget *clinic_later_make     (ClinicLater *self);
/* NULL while it was not made. */
GtkWidget *clinic_later_get_made (ClinicLater *self);

G_END_DECLS
