/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-today-state.h"

G_BEGIN_DECLS

/* What the views of a day have in common: ClinicTodayMine, ClinicTodayDesk, ClinicTodayFigures. */

/* A view that was just made gets the day's visits. */
void clinic_today_views_begin (GtkWidget        *view,
                               ClinicTodayState *state);
/* The day is known anew. NULL @view: nobody looked at it yet. */
void clinic_today_views_refresh (GtkWidget        *view,
                                 ClinicTodayState *state);

G_END_DECLS
