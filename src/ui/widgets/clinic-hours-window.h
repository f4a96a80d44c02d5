/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_HOURS_WINDOW (clinic_hours_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicHoursWindow, clinic_hours_window, CLINIC, HOURS_WINDOW, AdwWindow)

/* The hours of a week, a row for each day. Signal "taken", with the text as it is kept (NULL: at
 * any time), when somebody is done. */

/* Over @parent's window. @text: see clinic-hours.h; what cannot be read stays as it is until
 * somebody is done with other hours. Lent. */
ClinicHoursWindow *clinic_hours_window_present (GtkWidget  *parent,
                                                const char *title,
                                                const char *text);

G_END_DECLS
