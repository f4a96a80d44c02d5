/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what this program is, in a window above that of @parent. */
void clinic_about_present (GtkWidget *parent);

G_END_DECLS
