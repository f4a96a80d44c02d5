/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-measure-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define CLINIC_TYPE_MEASURE_FORM (clinic_measure_form_get_type ())
G_DECLARE_FINAL_TYPE (ClinicMeasureForm, clinic_measure_form, CLINIC, MEASURE_FORM, AdwWindow)

/* Takes down a reading that is worked out of others; what comes out is said while it is typed.
 * @session: the one it is taken at; 0: none. */
void clinic_measure_form_present (GtkWidget               *parent,
                                  ClinicDesk              *desk,
                                  gint64                   patient,
                                  gint64                   session,
                                  const ClinicMeasureKind *kind);

G_END_DECLS
