/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_SEARCH_WINDOW (clinic_search_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicSearchWindow, clinic_search_window, CLINIC, SEARCH_WINDOW, AdwWindow)

/* The one search: patients, their visits, days and places; what is chosen is gone to in the window
 * of @parent. */
void clinic_search_window_present (GtkWidget  *parent,
                                   ClinicDesk *desk);

G_END_DECLS
