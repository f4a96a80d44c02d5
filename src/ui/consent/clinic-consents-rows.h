/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-consents-read.h"
#include "clinic-ui.h"

G_BEGIN_DECLS

/* Rows of the consents of a patient. Their buttons call "consent.sign", "consent.withdraw", "consent.save",
 * "consent.print" and "home.edit" of what they stand in. */
GtkWidget *clinic_consents_make_need   (ClinicConsentNeed   *need);
GtkWidget *clinic_consents_make_signed (ClinicConsentSigned *one);
GtkWidget *clinic_consents_make_home   (ClinicHomeCare      *care);

G_END_DECLS
