/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Closures for rows of ClinicVisit, beside those of clinic-closures.h:
 *   format_course (number, planned) "4/8", "" for a visit of no course ·
 *   format_phone (phone) ·
 *   format_visit_status (status, signed_at) "Booked", "To be signed", "Signed" */
void clinic_visit_closures_bind (GtkWidgetClass *widget_class);

G_END_DECLS
