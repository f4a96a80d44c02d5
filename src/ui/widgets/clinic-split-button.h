/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives the arrow of @button its "dropdown-tooltip" as a name too: libadwaita 1.2 leaves it without
 * one. */
void clinic_split_button_name (AdwSplitButton *button);

G_END_DECLS
