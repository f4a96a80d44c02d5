/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_CALLS (clinic_today_calls_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayCalls, clinic_today_calls, CLINIC, TODAY_CALLS, AdwWindow)

/* Who is to be called today, with telephone number, in a window of its own: called, again
 * tomorrow or cleared in one step each; a row opens the reaction. @practitioner: whose; 0:
 * everybody's. */
void clinic_today_calls_present (GtkWidget   *parent,
                                 ClinicDesk  *desk,
                                 gint64       practitioner);

G_END_DECLS
