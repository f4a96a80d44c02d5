/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Makes these closures known to a template (and to row templates used in it), to be called from
 * class_init. All give "" for what is unknown:
 *   format_date (date) "31 May 1984" · format_day (date) "Mon 23 Nov" · format_time (wall) "09:30"
 *   format_wall (wall) "23 Nov 2026, 09:30" · format_age (birth_date) "42 years"
 *   format_decimal (int64 thousandths) · format_number (int64) · format_name (family, given)
 *   "Yıldız, Ayşe" · format_full_name (given, family) "Ayşe Yıldız" · format_status (status)
 *   format_choice_zone, _technique, _severity, _sex, _course_status, _causality, _class, _role (value)
 *   is_set (text) · is_known (int64) · is_above_zero (int64) · not (boolean) · either (boolean,
 *   boolean) · both (boolean, boolean) · page_of (loading, n_items) "loading"/"empty"/"list"
 * Types in .ui: <closure type="gchararray" function="format_date">, tests "gboolean". */
void clinic_closures_bind (GtkWidgetClass *widget_class);

G_END_DECLS
