/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-db.h"

G_BEGIN_DECLS

typedef enum
{
  CLINIC_SORT_NAME,
  CLINIC_SORT_NUMBER,
  CLINIC_SORT_BIRTH,
  CLINIC_SORT_LAST_VISIT,
  CLINIC_SORT_NEXT_VISIT,
} ClinicPatientSort;

typedef enum
{
  CLINIC_COMING_ANY,
  CLINIC_COMING_BOOKED,
  CLINIC_COMING_NONE,
} ClinicPatientComing;

/* Which patients a list shows, and in what order. */
typedef struct
{
  ClinicPatientSort    sort;
  gboolean             descending;
  gboolean             archived;     /* only those, else none of them */
  char                 sex;          /* 'F', 'M'; 0: any */
  ClinicPatientComing  coming;
  gboolean             course;       /* with one running */
  gboolean             allergies;    /* with some known */
  char                 today[11];
} ClinicPatientSift;

/* As the argument of a list model; caller frees. */
char      *clinic_patient_sift_write (const ClinicPatientSift  *self);
/* Whether it leaves nobody out but those archived. */
gboolean   clinic_patient_sift_open  (const ClinicPatientSift  *self);

/* For ClinicPageModel: ids in order, and lines. */
GArray    *clinic_patient_sift_keys  (ClinicDb                 *db,
                                      const char               *argument,
                                      guint                     limit,
                                      GError                  **error);
GPtrArray *clinic_patient_sift_lines (ClinicDb                 *db,
                                      const char               *argument,
                                      const gint64             *ids,
                                      guint                     n_ids,
                                      GError                  **error);

/* For ClinicQueryModel: the lines of those whom the search finds, best first. @argument: the date,
 * then what is typed ("2026-11-21ayse"). */
GPtrArray *clinic_patient_sift_search (ClinicDb                *db,
                                       const char              *argument,
                                       GError                 **error);

G_END_DECLS
