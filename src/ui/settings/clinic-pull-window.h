/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PULL_WINDOW (clinic_pull_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPullWindow, clinic_pull_window, CLINIC, PULL_WINDOW, AdwWindow)

/* The rules of the hair pull test that are shipped, and what the clinic makes of each. */
void clinic_pull_window_present (GtkWidget  *parent,
                                 ClinicDesk *desk);

G_END_DECLS
