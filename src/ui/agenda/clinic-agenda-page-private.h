/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-agenda-days.h"
#include "clinic-agenda-page.h"
#include "clinic-agenda-view.h"

G_BEGIN_DECLS

/* Between the page and what can be done with the visits on it. */

/* NULL once the page is being taken down. */
ClinicAgendaView *clinic_agenda_page_get_view        (ClinicAgendaPage *self);
ClinicAgendaDays *clinic_agenda_page_get_days          (ClinicAgendaPage *self);
/* clinic-agenda-page-visits.c: agenda.book, move, length, become, open and patient. */
void              clinic_agenda_page_add_visit_actions (GtkWidgetClass *widget_class);

G_END_DECLS
