/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-visit-alert.h"
#include "clinic-visit-face.h"

G_BEGIN_DECLS

#define CLINIC_VISIT_MOST_SIGNS 6

/* What there is to mind of a visit. */
typedef struct
{
  const char *icon;
  const char *colour;
  gint64      number;           /* how many of it; 0: it is, or is not */
} ClinicVisitSign;

/* Those that stand in a look, the gravest first; how many. A card has room for what concerns the
 * front desk only. @alert: may be NULL. */
guint clinic_visit_signs_list (ClinicVisit            *visit,
                               const ClinicVisitAlert *alert,
                               ClinicVisitLook         look,
                               ClinicVisitSign         signs[CLINIC_VISIT_MOST_SIGNS]);
/* "no consent is signed, 2 allergies", translated; NULL when there is nothing to mind. Caller
 * frees. */
char *clinic_visit_signs_say  (ClinicVisit            *visit,
                               const ClinicVisitAlert *alert);

G_END_DECLS
