/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-visit.h"

G_BEGIN_DECLS

/* A visit in words; all caller frees. */

/* "09:30–10:00" */
char *clinic_agenda_visit_dup_time   (ClinicVisit *visit);
/* "4/8"; "" for a visit of no course. */
char *clinic_agenda_visit_dup_number (ClinicVisit *visit);
/* "09:30–10:00 Ayşe Yıldız, course 4 of 8, booked" */
char *clinic_agenda_visit_dup_label  (ClinicVisit *visit);
/* "2 allergies, 1 open reaction"; NULL when there is nothing to mind. */
char *clinic_agenda_visit_dup_alerts (ClinicVisit *visit);
/* All of it, a line each. */
char *clinic_agenda_visit_dup_detail (ClinicVisit *visit);
/* The name of an icon for its state; NULL: none. */
const char *clinic_agenda_visit_get_sign (ClinicVisit *visit);

G_END_DECLS
