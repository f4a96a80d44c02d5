/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_VERSION_WINDOW (clinic_version_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicVersionWindow, clinic_version_window, CLINIC, VERSION_WINDOW, AdwWindow)

/* Two versions of a cocktail side by side: what was added, removed, changed. @lines:
 * ClinicCompositionLine of all versions. @names, @ids (gint64): the versions, the newest first. */
void clinic_version_window_present (GtkWidget   *parent,
                                    const char  *cocktail,
                                    GListModel  *lines,
                                    GListModel  *names,
                                    GArray      *ids);

G_END_DECLS
