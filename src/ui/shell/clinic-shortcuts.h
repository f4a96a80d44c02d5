/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives @window the window of keyboard shortcuts (win.show-help-overlay, Ctrl+?). */
void clinic_shortcuts_attach (GtkApplicationWindow *window);

G_END_DECLS
