/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-patient.h"
#include "clinic-store.h"

G_BEGIN_DECLS

/* The lists of a patient's file, in the order of its properties. */
typedef enum
{
  CLINIC_FILE_ALLERGIES,
  CLINIC_FILE_CONDITIONS,
  CLINIC_FILE_MEDICINES,
  CLINIC_FILE_DIAGNOSES,
  CLINIC_FILE_REACTIONS,
  CLINIC_FILE_COURSES,
  CLINIC_FILE_VISITS,
  CLINIC_FILE_READINGS,
  CLINIC_FILE_N_LISTS
} ClinicFileList;

/* What was read for a patient's file, on its way to the main thread. Private to the file. */
typedef struct
{
  ClinicRecord *patient;
  ClinicRecord *allergies;      /* what was answered about them; NULL: nobody asked */
  GPtrArray    *lists[CLINIC_FILE_N_LISTS];
} ClinicFileFound;

/* The record type of a list. */
GType            clinic_file_list_type  (ClinicFileList    list);
/* On a worker's thread, in one snapshot; NULL with @error. */
ClinicFileFound *clinic_file_found_read (ClinicDb         *db,
                                         gint64            patient,
                                         const char       *today,
                                         GError          **error);
void             clinic_file_found_free (ClinicFileFound  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicFileFound, clinic_file_found_free)

G_END_DECLS
