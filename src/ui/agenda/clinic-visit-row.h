/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-visit.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_VISIT_ROW (clinic_visit_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicVisitRow, clinic_visit_row, CLINIC, VISIT_ROW, GtkBox)

/* A visit at the front desk: time, name, telephone, how long the patient has been here, and the
 * button that moves it on. Stands inside a ClinicTodayPage. Properties: "visit", "next" (what the
 * button says), "waited". Actions: visit.advance, visit.become "s" (a status),
 * visit.open-patient. */

void clinic_visit_row_set_visit (ClinicVisitRow  *self,
                                 ClinicVisit     *visit);

G_END_DECLS
