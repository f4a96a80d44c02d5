/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-act.h"
#include "clinic-patient.h"

G_BEGIN_DECLS

/* The rule code of the objection that somebody may be known already; clinic_act_accept () takes
 * it. */
#define CLINIC_RULE_DUPLICATE "likely-duplicate"

/* A new patient. Without a file number the next one is made ("P00042"; numbers may leave gaps).
 * When somebody much like them is on file (CLINIC_ERROR_FINDINGS, rule "likely-duplicate") the
 * finding names the file numbers; accepted with a reason the patient is registered all the same.
 * The id; 0 with @error. */
gint64   clinic_patient_register     (ClinicAct      *act,
                                      ClinicPatient  *patient,
                                      GError        **error);
/* Changed details; names or birth date that now are somebody else's are objected to as above. */
gboolean clinic_patient_edit         (ClinicAct      *act,
                                      ClinicPatient  *patient,
                                      GError        **error);
/* Out of the daily lists, with everything kept. Refused while sessions are still booked. */
gboolean clinic_patient_archive      (ClinicAct      *act,
                                      gint64          patient,
                                      GError        **error);
gboolean clinic_patient_restore      (ClinicAct      *act,
                                      gint64          patient,
                                      GError        **error);

/* Those on file who are much like @patient (who may be unsaved): the same names in either order
 * with the same birth date or with one unknown, the same telephone, nearly the same names with
 * the same birth date. At most 5 (ClinicPatient), the likeliest first; caller unrefs. @reasons
 * (may be NULL): a translated word on each, "same telephone". */
GPtrArray *clinic_patient_duplicates (ClinicDb       *db,
                                      ClinicPatient  *patient,
                                      GPtrArray     **reasons,
                                      GError        **error);
/* The file number the next patient would get; caller frees. */
char      *clinic_patient_next_number (ClinicDb      *db,
                                       GError       **error);

G_END_DECLS
