/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AFTERCARE_WINDOW (clinic_aftercare_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAftercareWindow, clinic_aftercare_window, CLINIC, AFTERCARE_WINDOW,
                      AdwWindow)

/* What patients keep to after a session and before the next one, in the order it is printed; each
 * opens to be changed. */
void clinic_aftercare_window_present (GtkWidget  *parent,
                                      ClinicDesk *desk);

G_END_DECLS
