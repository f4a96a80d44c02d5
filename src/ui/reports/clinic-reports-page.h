/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORTS_PAGE (clinic_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportsPage, clinic_reports_page, CLINIC, REPORTS_PAGE, ClinicPage)

/* The place of reports: a card for each, and the one that was chosen with its preview. */

/* The report of this name ("patient-progress"); @patient: for it, 0 for none. */
void clinic_reports_page_show_report (ClinicReportsPage *self,
                                      const char        *name,
                                      gint64             patient);

G_END_DECLS
