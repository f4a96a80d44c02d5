/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Registers what the windows carry inside (templates, style, icons) and makes their types known.
 * To be called once, after adw_init () or from the application's startup; the program and the
 * tests of windows both do. */
void clinic_ui_init (void);

G_END_DECLS
