/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* Asks for the reason why the patient withdraws @consent, writes it, and says over @widget what became of it. */
void clinic_consents_withdraw (GtkWidget  *widget,
                               ClinicDesk *desk,
                               gint64      consent);

G_END_DECLS
