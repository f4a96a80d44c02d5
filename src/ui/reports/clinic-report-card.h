/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-report.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_REPORT_CARD (clinic_report_card_get_type ())
G_DECLARE_FINAL_TYPE (ClinicReportCard, clinic_report_card, CLINIC, REPORT_CARD, GtkButton)

/* One report in the gallery: what it is called and what it is for. Activates "reports.open" with
 * its name. */
GtkWidget *clinic_report_card_new      (ClinicReport      *report);
/* When it was made last; @date NULL: never here. */
void       clinic_report_card_set_made (ClinicReportCard  *self,
                                        const char        *date,
                                        const char        *today);

G_END_DECLS
