/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window of keyboard shortcuts, made when it is asked for. */
void clinic_shortcuts_present (GtkWindow *window);

G_END_DECLS
