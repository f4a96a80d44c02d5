/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

/* What the page of the formulary does without looking at what is chosen in it: formulary.receive (a lot),
 * formulary.ingredient (a new one). */
void clinic_formulary_actions_install (GtkWidgetClass *widget_class);
/* All its actions as the person acting may give them. */
void clinic_formulary_actions_update  (GtkWidget      *page,
                                       ClinicDesk     *desk);

G_END_DECLS
