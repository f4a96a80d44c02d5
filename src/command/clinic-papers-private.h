/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-clinic.h"
#include "clinic-papers.h"
#include "clinic-patient.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* What every paper of a patient has. */
typedef struct
{
  ClinicClinic  *clinic;
  ClinicPatient *patient;
} ClinicPaperPeople;

gboolean  clinic_paper_people_load  (ClinicDb           *db,
                                     gint64              patient,
                                     ClinicPaperPeople  *self,
                                     GError            **error);
void      clinic_paper_people_clear (ClinicPaperPeople  *self);
/* The clinic on top. */
void      clinic_paper_people_head  (ClinicPaperPeople  *self,
                                     ClinicPaper        *paper);
/* Name, birth and file number of the patient, in words of @language. */
void      clinic_paper_people_facts (ClinicPaperPeople  *self,
                                     ClinicPaper        *paper,
                                     const char         *language);
/* NULL with @error. Caller frees. */
char     *clinic_paper_dup_staff    (ClinicDb           *db,
                                     gint64              staff,
                                     GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClinicPaperPeople, clinic_paper_people_clear)

G_END_DECLS
