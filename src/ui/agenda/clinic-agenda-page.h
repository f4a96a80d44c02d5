/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_AGENDA_PAGE (clinic_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAgendaPage, clinic_agenda_page, CLINIC, AGENDA_PAGE, ClinicPage)

/* The agenda: a day with a column for each practitioner, or a week with a column for each day. */

/* Shows the day or the week that @date is in; a wall time is scrolled to. */
void clinic_agenda_page_show_day (ClinicAgendaPage *self,
                                  const char       *date);

G_END_DECLS
