/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-window.h"

G_BEGIN_DECLS

/* Private to the window: its actions that open something. */
void clinic_window_class_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
