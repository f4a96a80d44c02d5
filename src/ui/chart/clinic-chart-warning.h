/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_CHART_WARNING (clinic_chart_warning_get_type ())
G_DECLARE_FINAL_TYPE (ClinicChartWarning, clinic_chart_warning, CLINIC, CHART_WARNING, GObject)

/* Something to know of a patient before a needle is taken up. Properties: "kind" ("stop", "warn",
 * "note"), "text" ("Allergy: fish, severe"), "detail" (the rest; "" when there is none),
 * "icon-name", "tip" (@advice, what to do about it; without one the detail). */
ClinicChartWarning *clinic_chart_warning_new      (const char         *kind,
                                                   const char         *text,
                                                   const char         *detail,
                                                   const char         *advice);
const char         *clinic_chart_warning_get_kind (ClinicChartWarning *self);
const char         *clinic_chart_warning_get_text (ClinicChartWarning *self);
/* The gravest first. For g_ptr_array_sort (). */
int                 clinic_chart_warning_compare  (gconstpointer       a,
                                                   gconstpointer       b);

G_END_DECLS
