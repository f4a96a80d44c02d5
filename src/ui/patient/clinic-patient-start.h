/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

/* Reads what a dialog of a patient begins with: the one on file, or (@patient 0) a new one with the
 * next file number and with what was @typed where nobody was found (may be NULL). */
void           clinic_patient_start_async  (ClinicDesk           *desk,
                                            gint64                patient,
                                            const char           *typed,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* Caller unrefs. */
ClinicPatient *clinic_patient_start_finish (GAsyncResult         *result,
                                            GError              **error);

/* Registers or saves @patient, for ClinicFormSave. @suggested: the file number it began with (may
 * be NULL); left as it was, the number is made when it is needed, for another seat may have taken
 * it since. */
gboolean       clinic_patient_start_save   (ClinicAct            *act,
                                            ClinicRecord         *patient,
                                            gpointer              suggested,
                                            GError              **error);

G_END_DECLS
