/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"
#include "clinic-patient-sift.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_PATIENT_BROWSE (clinic_patient_browse_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientBrowse, clinic_patient_browse, CLINIC, PATIENT_BROWSE, GObject)

/* Which patients are listed: those a sift leaves, in its order, or, while something is typed, those
 * that are found by it. Another order takes the place of the old one with its first lines. Needs no
 * window; properties: "typed", "searching", "model" (GListModel of ClinicPatientLine), "loading",
 * "message" (why the last load failed), "n-listed", "words" ("60 patients") and "view": "list",
 * or why nobody is: "empty" (none is registered), "nobody" (found), "sifted" (all left out);
 * "may-register", and "offer" ("Register “ayşe”…"). */

ClinicPatientBrowse *clinic_patient_browse_new         (void);
/* Nothing is read before. */
void                 clinic_patient_browse_set_desk    (ClinicPatientBrowse      *self,
                                                        ClinicDesk               *desk);
/* Its date is the clinic's. What is listed so already is read again. */
void                 clinic_patient_browse_set_sift    (ClinicPatientBrowse      *self,
                                                        const ClinicPatientSift  *sift);
void                 clinic_patient_browse_set_typed   (ClinicPatientBrowse      *self,
                                                        const char               *typed);
/* What is found is looked for again; what is sifted is by clinic_patient_browse_set_sift (). */
void                 clinic_patient_browse_search      (ClinicPatientBrowse      *self);
gboolean             clinic_patient_browse_searching   (ClinicPatientBrowse      *self);
gboolean             clinic_patient_browse_get_loading (ClinicPatientBrowse      *self);
gboolean             clinic_patient_browse_may_register (ClinicPatientBrowse     *self);
guint                clinic_patient_browse_count       (ClinicPatientBrowse      *self);
/* Whether the model is of those who are found; it becomes so once it is known who is, and not with the first letter. */
gboolean             clinic_patient_browse_finding     (ClinicPatientBrowse      *self);
/* May be NULL. Lent. */
GListModel          *clinic_patient_browse_get_model   (ClinicPatientBrowse      *self);
/* Lent. */
const char          *clinic_patient_browse_get_view    (ClinicPatientBrowse      *self);

G_END_DECLS
