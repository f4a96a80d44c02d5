/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* GTK reads a style of its own before libadwaita replaces it with another, which is a quarter of
 * what an empty window costs. clinic_ui_begin () names an empty one instead, unless $GTK_THEME
 * names another; to be called first of all, while there are no threads. The second opens the
 * display with it and takes the name back, before adw_init (). */
void clinic_ui_begin (void);
void clinic_ui_open_display (void);
/* Registers what the windows carry inside (templates, style, icons) and makes their types known.
 * To be called once, after adw_init () or from the application's startup; the program and the
 * tests of windows both do. */
void clinic_ui_init (void);

G_END_DECLS
