/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CONSENT_STRIP (clinic_consent_strip_get_type ())
G_DECLARE_FINAL_TYPE (ClinicConsentStrip, clinic_consent_strip, CLINIC, CONSENT_STRIP, AdwBin)

/* A line of the chart about consent and aftercare: before the session is signed, what is missing of
 * the consent and the one button that mends it; afterwards until when the patient keeps to what, and
 * the slip. Hidden while there is nothing to say. Actions: "consent.sign", "consent.confirm",
 * "aftercare.save", "aftercare.print", "record.save". */

/* What it is about; reads again. */
void clinic_consent_strip_show (ClinicConsentStrip *self,
                                ClinicDesk         *desk,
                                gint64              session);

G_END_DECLS
