/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PREFERENCES (clinic_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPreferences, clinic_preferences, CLINIC, PREFERENCES, AdwWindow)

/* What this computer, and what the clinic is set to. */
void clinic_preferences_present        (GtkWidget  *parent,
                                        ClinicDesk *desk);
/* Light or dark as it was chosen here. To be called when the program starts. */
void clinic_preferences_apply          (void);

G_END_DECLS
