/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_KINDS_WINDOW (clinic_kinds_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicKindsWindow, clinic_kinds_window, CLINIC, KINDS_WINDOW, AdwWindow)

/* The kinds of reaction, what is expected of each, and when somebody is called about one. */
void clinic_kinds_window_present (GtkWidget  *parent,
                                  ClinicDesk *desk);

G_END_DECLS
