/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"
#include "clinic-visit-alert.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_TODAY_PAGE (clinic_today_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTodayPage, clinic_today_page, CLINIC, TODAY_PAGE, ClinicPage)

/* What the day holds for the person acting: their own visits and what waits for them
 * (practitioner), who is expected, here and in treatment (receptionist, manager, owner), the
 * day's figures (manager, owner). Who has several roles changes between them. Follows the actor
 * and the date of its desk. Signal "waited": a minute is over, or it is known anew since when
 * patients are here. */

GtkWidget *clinic_today_page_new      (ClinicDesk       *desk);
/* Minutes that the patient of a session has been here for; -1 when it is not known. */
gint64     clinic_today_page_get_wait (ClinicTodayPage  *self,
                                       gint64            session);
/* What there is to know of a session before it; NULL: nothing, or nothing yet. Lent until "waited"
 * is emitted next. */
const ClinicVisitAlert *clinic_today_page_get_alert (ClinicTodayPage  *self,
                                       gint64            session);

G_END_DECLS
