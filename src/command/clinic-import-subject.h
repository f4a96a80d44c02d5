/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-import-job.h"
#include "clinic-import-known.h"
#include "clinic-measurement-import.h"

G_BEGIN_DECLS

/* Whom, and which course, the rows of a table of measurements belong to; makes patients, courses
 * and cocktails when that was asked for. Private to this room. */
typedef struct
{
  ClinicImportJob   *job;
  ClinicAct         *act;
  ClinicChange      *change;
  ClinicImportKnown *known;
  GHashTable        *courses;       /* gint64 patient → GPtrArray of ClinicCourse */
  GHashTable        *cocktails;     /* folded name → gint64 *id */
  GHashTable        *protocols;     /* folded code or name → gint64 *id */
  GHashTable        *diagnoses;
  GHashTable        *keys;          /* readings that are there: patient, metric, zone, visit,
                                     * day, session */
  GHashTable        *read;          /* gint64 patients whose readings are in @keys */
  guint64            n_loose;       /* readings of patients with several courses */
} ClinicImportSubjects;

gboolean clinic_import_subjects_load  (ClinicImportSubjects  *self,
                                       GError               **error);
void     clinic_import_subjects_clear (ClinicImportSubjects  *self);
/* Gives the readings of @row their patient, course and session, all still unsaved, and says in
 * *patient and *course what has to be made first (NULL: nothing). *reason: why the row cannot be
 * taken. FALSE with @error only when the clinic cannot be read. */
gboolean clinic_import_subjects_place (ClinicImportSubjects   *self,
                                       ClinicMeasurementRow   *row,
                                       ClinicRecord          **patient,
                                       ClinicRecord          **course,
                                       char                  **reason,
                                       GError                **error);
/* Saves what had to be made, with diagnosis and cocktail, and puts the readings to it. */
gboolean clinic_import_subjects_make  (ClinicImportSubjects   *self,
                                       ClinicMeasurementRow   *row,
                                       ClinicRecord           *patient,
                                       ClinicRecord           *course,
                                       GError                **error);
/* Whether the same reading is there already; else it counts as there from now on. */
gboolean clinic_import_subjects_repeat (ClinicImportSubjects  *self,
                                        ClinicMeasurement     *reading,
                                        gboolean              *there,
                                        GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicImportSubjects, clinic_import_subjects_clear)

G_END_DECLS
