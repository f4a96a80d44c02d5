/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient-line.h"
#include "clinic-patient-sift.h"

G_BEGIN_DECLS

#define CLINIC_SORT_NOT -1

/* One column of the list of patients. */
typedef struct
{
  const char  *name;        /* "birth", in settings and actions */
  const char  *title;       /* N_() */
  gboolean     shown;       /* unless somebody chose otherwise */
  int          sort;        /* ClinicPatientSort, or CLINIC_SORT_NOT */
  int          chars;       /* width */
  gboolean     ltr;         /* reads from left to right in any language */
  gboolean     warns;       /* in the colour of warnings */
  gboolean     whole;       /* a part of it is of no use */
  /* What it says of a patient; caller frees. */
  char      *(*get_text)    (ClinicPatientLine *line,
                             const char        *today);
} ClinicPatientColumn;

/* All of them; the first is always shown. */
const ClinicPatientColumn *clinic_patient_column_list (guint                     *n_columns);
/* As chosen on this desktop, else as they come. */
gboolean                   clinic_patient_column_shown (const ClinicPatientColumn *self);
/* Remembers what is chosen: names, NULL-terminated. */
void                       clinic_patient_column_keep (const char *const         *names);
/* By which the list was sorted last on this desktop: one of the list's, -1: none. */
int                        clinic_patient_column_sorted (gboolean                *descending);
void                       clinic_patient_column_keep_sorted (int                 sorted,
                                                              gboolean            descending);

G_END_DECLS
