/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-display.h"
#include "clinic-patient-page.h"

G_BEGIN_DECLS

/* What tests of the patient's page share. */

/* The id that a query yields. */
gint64     patient_test_find       (ClinicDesk     *desk,
                                    const char     *sql);
/* A patient with an active course, treated before, with no allergy on record and never asked about one. */
gint64     patient_test_treated    (ClinicDesk     *desk);
/* The page of a patient in a window, loaded. */
GtkWidget *patient_test_show       (ClinicDesk     *desk,
                                    gint64          patient);
void       patient_test_section    (GtkWidget      *page,
                                    ClinicDesk     *desk,
                                    const char     *name);
/* Gives a command and waits until the windows have heard of it. */
void       patient_test_run        (ClinicDesk     *desk,
                                    ClinicDeskFunc  func,
                                    gpointer        data);
/* The patient is severely allergic to the group with this code; the allergy's id. */
gint64     patient_test_allergy    (ClinicDesk     *desk,
                                    gint64          patient,
                                    const char     *group);
void       patient_test_assert_text (GtkWidget     *page,
                                     const char    *text);
void       patient_test_assert_no_text (GtkWidget  *page,
                                        const char *text);
/* The dialog on top is answered with these words. */
void       patient_test_give_reason (ClinicDesk    *desk,
                                     const char    *reason);

G_END_DECLS
