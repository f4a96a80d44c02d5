/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-visit.h"

G_BEGIN_DECLS

/* The status that a visit usually goes to from @status, or NULL: booked and confirmed → arrived →
 * in_treatment → done. */
const char *clinic_visit_step_next (const char   *status);
/* What it is called where everybody reads it, translated: "In treatment". */
const char *clinic_visit_step_name (const char   *status);
/* What the button says that goes there: "Start". */
const char *clinic_visit_step_verb (const char   *status);
/* Moves a visit to @status; says so with a toast that takes it back, or what went wrong. "no_show"
 * and "cancelled" too; the latter asks for the reason first. @widget: in the window it is said
 * in. */
void        clinic_visit_step      (GtkWidget    *widget,
                                    ClinicDesk   *desk,
                                    ClinicVisit  *visit,
                                    const char   *status);

G_END_DECLS
