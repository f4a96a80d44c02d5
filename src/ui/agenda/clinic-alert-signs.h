/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-visit.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_ALERT_SIGNS (clinic_alert_signs_get_type ())
G_DECLARE_FINAL_TYPE (ClinicAlertSigns, clinic_alert_signs, CLINIC, ALERT_SIGNS, GtkBox)

/* What to mind about the patient of a visit: allergies, conditions and open reactions, a sign and
 * a number each, in words as tooltip. Shows nothing where there is nothing. Property "visit". */

void clinic_alert_signs_set_visit (ClinicAlertSigns  *self,
                                   ClinicVisit       *visit);

G_END_DECLS
