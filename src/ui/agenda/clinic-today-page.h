/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_PAGE (clinic_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayPage, clinic_today_page, CLINIC, TODAY_PAGE, ClinicPage)

/* What the day holds for the person acting: their own visits and what waits for them
 * (practitioner), who is expected, here and in treatment (receptionist), the day's figures
 * (manager, owner). Follows the actor and the date of its desk. */

GtkWidget *clinic_today_page_new (ClinicDesk *desk);

G_END_DECLS
