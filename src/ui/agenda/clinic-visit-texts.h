/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-visit.h"

G_BEGIN_DECLS

/* What rows of visits say, translated; caller frees. */

/* In years, or months of a small child; the machine's date will do for it. */
char *clinic_visit_age   (ClinicVisit *visit);
/* "4/8"; "" for a visit of no course. */
char *clinic_visit_nth   (ClinicVisit *visit);
/* "Booked", "To be signed", "Signed". */
char *clinic_visit_state (ClinicVisit *visit);

G_END_DECLS
