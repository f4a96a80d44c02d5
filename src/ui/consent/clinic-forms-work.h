/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

G_BEGIN_DECLS

/* What the window of the forms has done on workers' threads. */

/* ClinicWorkFunc: all versions of all forms, GPtrArray of ClinicConsentTemplate. */
gpointer clinic_forms_read (ClinicDb   *db,
                            gpointer    data,
                            GError    **error);
/* ClinicDeskFunc: saves a ClinicConsentTemplate. */
gpointer clinic_forms_save (ClinicAct  *act,
                            gpointer    form,
                            GError    **error);
/* ClinicDeskFunc: takes over what comes with the program. */
gpointer clinic_forms_take (ClinicAct  *act,
                            gpointer    data,
                            GError    **error);

G_END_DECLS
