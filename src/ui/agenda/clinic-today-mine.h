/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-today-facts.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_MINE (clinic_today_mine_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayMine, clinic_today_mine, CLINIC, TODAY_MINE, AdwBin)

/* A practitioner's own visits of the day in time order; above them what waits. A visit opens its
 * chart. */

/* @visits: GListModel of ClinicVisit, everybody's. */
void clinic_today_mine_set_visits (ClinicTodayMine   *self,
                                   GListModel        *visits);
/* Whose visits are shown, and what else waits for them (NULL: not known yet); also when visits
 * have changed in place. */
void clinic_today_mine_refresh (ClinicTodayMine   *self,
                                gint64             practitioner,
                                ClinicTodayFacts  *facts);

G_END_DECLS
