/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-agenda-page.h"
#include "clinic-agenda-view.h"

G_BEGIN_DECLS

/* Between the page and what can be done with the visits on it. */

/* NULL once the page is being taken down. */
ClinicAgendaView *clinic_agenda_page_get_view        (ClinicAgendaPage *self);
const char       *clinic_agenda_page_get_date        (ClinicAgendaPage *self);
gint64            clinic_agenda_page_get_practitioner (ClinicAgendaPage *self);
/* clinic-agenda-page-visits.c: agenda.book, move, become, open and patient. */
void              clinic_agenda_page_add_visit_actions (GtkWidgetClass *widget_class);

G_END_DECLS
