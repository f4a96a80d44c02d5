/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient.h"

G_BEGIN_DECLS

/* What a course of a patient can be asked for, and what it most likely will be. */
typedef struct
{
  ClinicPatient *patient;
  GPtrArray     *protocols;       /* ClinicProtocol, none archived, by name */
  GPtrArray     *cocktails;       /* ClinicCocktail, the same */
  GPtrArray     *rooms;           /* ClinicRoom, the same */
  GPtrArray     *diagnoses;       /* ClinicDiagnosis of the patient, the latest first */
  GPtrArray     *diagnosis_names; /* char *, one each */
  gint64         protocol;        /* used last; 0: none */
  gint64         cocktail;        /* of the patient's last course; 0: none */
  gint64         practitioner;    /* the same */
} ClinicCourseOptions;

/* The patient must not be archived. */
ClinicCourseOptions *clinic_course_options_load (ClinicDb             *db,
                                                 gint64                patient,
                                                 GError              **error);
void                 clinic_course_options_free (ClinicCourseOptions  *self);

/* The first time from @date on (a date, or a wall time that is then taken as it is) at which the
 * clinic is open and the practitioner there, by their hours as they are kept; @date at nine when
 * there is none within two weeks. Caller frees. */
char                *clinic_course_first_time   (const char           *date,
                                                 const char           *clinic_hours,
                                                 const char           *staff_hours);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicCourseOptions, clinic_course_options_free)

G_END_DECLS
