/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-today-facts.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_FIGURES (clinic_today_figures_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayFigures, clinic_today_figures, CLINIC, TODAY_FIGURES, AdwBin)

/* The figures of the day and the month, each of which opens its rows, and the visits of the day. */

/* @visits: GListModel of ClinicVisit. */
void clinic_today_figures_set_visits (ClinicTodayFigures  *self,
                                      GListModel          *visits);
/* Also when visits have changed in place. @facts: NULL while they are not known. */
void clinic_today_figures_refresh (ClinicTodayFigures  *self,
                                   ClinicTodayFacts    *facts);

G_END_DECLS
