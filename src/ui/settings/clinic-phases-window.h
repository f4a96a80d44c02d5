/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PHASES_WINDOW (clinic_phases_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhasesWindow, clinic_phases_window, CLINIC, PHASES_WINDOW, AdwWindow)

/* The phases of all protocols, each of which can be changed. */
void clinic_phases_window_present (GtkWidget  *parent,
                                   ClinicDesk *desk);

G_END_DECLS
