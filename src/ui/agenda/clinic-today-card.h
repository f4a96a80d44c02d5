/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_CARD (clinic_today_card_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayCard, clinic_today_card, CLINIC, TODAY_CARD, GtkButton)

/* A figure with its words, as a button that leads to its rows. Properties: "figure" (int64;
 * CLINIC_UNKNOWN while it is not known), "caption". */

void clinic_today_card_set_figure (ClinicTodayCard  *self,
                                   gint64            figure);

G_END_DECLS
