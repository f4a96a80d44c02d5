/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENT_WINDOW (clinic_consent_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsentWindow, clinic_consent_window, CLINIC, CONSENT_WINDOW, AdwWindow)

/* The form in the patient's language, to be read to its end, and then signed: drawn, or by typing the
 * name. @purpose: "treatment" or "photo"; @course: CLINIC_UNKNOWN for none. */
void clinic_consent_window_present (GtkWidget  *parent,
                                    ClinicDesk *desk,
                                    gint64      patient,
                                    gint64      course,
                                    const char *purpose);

G_END_DECLS
