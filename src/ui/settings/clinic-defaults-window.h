/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DEFAULTS_WINDOW (clinic_defaults_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDefaultsWindow, clinic_defaults_window, CLINIC, DEFAULTS_WINDOW, AdwWindow)

/* The clinical defaults: what was shipped of each, and what the clinic says instead. */
void clinic_defaults_window_present (GtkWidget  *parent,
                                     ClinicDesk *desk);

G_END_DECLS
