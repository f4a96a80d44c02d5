/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-section.h"

G_BEGIN_DECLS

/* The sections of a patient's page: which there are and how one turns from one to the next. */

/* Adds all of them, each made when it is first looked at, tied to the page's patient. */
void clinic_patient_parts_add   (AdwViewStack         *stack,
                                 ClinicPatientSection *page);
/* Shows those that the person acting may see. */
void clinic_patient_parts_allow (AdwViewStack         *stack,
                                 ClinicDesk           *desk);
/* Shows one, by its name or counted from 1 among those that the person may see; one that is not for
 * them stays shut. TRUE when it was in view already. */
gboolean clinic_patient_parts_show     (AdwViewStack  *stack,
                                        const char    *name);
gboolean clinic_patient_parts_show_nth (AdwViewStack  *stack,
                                        guint          nth);
/* To the next (1) or the one before (-1). */
void clinic_patient_parts_turn  (AdwViewStack         *stack,
                                 int                   step);
/* Alt+1 and so on give "patient.nth-section", Control+Page Up and Page Down the actions
 * "patient.previous-section" and "patient.next-section" of @page. */
void clinic_patient_parts_bind  (GtkWidget            *page);

G_END_DECLS
