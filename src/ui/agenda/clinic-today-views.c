/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-today-desk.h"
#include "clinic-today-figures.h"
#include "clinic-today-mine.h"
#include "clinic-today-views.h"

void
clinic_today_views_begin (GtkWidget        *view,
                          ClinicTodayState *state)
{
  GListModel *visits = clinic_today_state_get_visits (state);

  if (CLINIC_IS_TODAY_MINE (view))
    clinic_today_mine_set_visits (CLINIC_TODAY_MINE (view), visits);
  else if (CLINIC_IS_TODAY_DESK (view))
    clinic_today_desk_set_visits (CLINIC_TODAY_DESK (view), visits);
  else
    clinic_today_figures_set_visits (CLINIC_TODAY_FIGURES (view), visits);

  clinic_today_views_refresh (view, state);
}

void
clinic_today_views_refresh (GtkWidget        *view,
                            ClinicTodayState *state)
{
  ClinicTodayFacts *facts = clinic_today_state_get_facts (state);

  if (view == NULL)
    return;

  if (CLINIC_IS_TODAY_MINE (view))
    clinic_today_mine_refresh (CLINIC_TODAY_MINE (view), clinic_today_state_get_actor (state),
                               facts);
  else if (CLINIC_IS_TODAY_DESK (view))
    clinic_today_desk_refresh (CLINIC_TODAY_DESK (view));
  else
    clinic_today_figures_refresh (CLINIC_TODAY_FIGURES (view), facts);
}
