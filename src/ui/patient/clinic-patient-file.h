/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-course-entry.h"
#include "clinic-desk.h"
#include "clinic-patient.h"
#include "clinic-visit.h"

G_BEGIN_DECLS

/* All that the page shows of one patient, read at once and in one view of the records, so that no
 * part of it is older than another or somebody else's. It is made for one patient and never
 * becomes another's. Properties, for the windows to bind to: "patient" (NULL until loaded),
 * "loaded" (once and for all, when everything was read), "loading", "message" (why the last
 * load failed, or NULL), "today" (the clinic's date), the lists "allergies", "conditions", "medicines", "diagnoses", "reactions"
 * (ClinicHistoryEntry), "courses" (ClinicCourseEntry), "visits" (ClinicVisit, the latest first)
 * and "readings" (ClinicReadingEntry), and out of them "allergy-words", "condition-words", "medicine-words" and
 * "reaction-words" (what stands, in a line; NULL until loaded, "" when nothing does), "allergies-asked" ("Allergies: none
 * known, asked today"; NULL until loaded), "allergies-unlisted" ("None known (asked 3 March 2026)", in place of an empty list), "course"
 * (the active one begun last), "visit-today" (the first still to be done, else the last of
 * today), "next-visit" (still to come), "last-visit" (done), each NULL when there is none. */
#define CLINIC_TYPE_PATIENT_FILE (clinic_patient_file_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPatientFile, clinic_patient_file, CLINIC, PATIENT_FILE, GObject)

/* Empty until clinic_patient_file_load () has come back. */
ClinicPatientFile *clinic_patient_file_new             (ClinicDesk         *desk,
                                                        gint64              patient);
/* Loads, or loads again: only what is different changes. */
void               clinic_patient_file_load            (ClinicPatientFile  *self);

gint64             clinic_patient_file_get_id          (ClinicPatientFile  *self);
gboolean           clinic_patient_file_get_loaded      (ClinicPatientFile  *self);
/* Lent, as all below. */
ClinicPatient     *clinic_patient_file_get_patient     (ClinicPatientFile  *self);
ClinicVisit       *clinic_patient_file_get_visit_today (ClinicPatientFile  *self);
/* One of the lists, by the name of its property. */
GListModel        *clinic_patient_file_get_list        (ClinicPatientFile  *self,
                                                        const char         *name);

G_END_DECLS
