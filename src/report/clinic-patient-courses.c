/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-patient-courses.h"

static gboolean
take_course (ClinicStatement  *statement,
             gpointer          courses,
             GError          **error)
{
  gint64 id = clinic_row_number (statement, "id");

  g_hash_table_insert (courses, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (g_hash_table_size (courses) + 1));

  return TRUE;
}

GHashTable *
clinic_patient_courses_read (ClinicReportRun  *run,
                             GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_autoptr(GHashTable) courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (!clinic_report_each (run, "report-patient-courses", arguments, take_course, courses, error))
    return NULL;

  return g_steal_pointer (&courses);
}

gint64
clinic_patient_courses_get_number (GHashTable *courses,
                                   gint64      course)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (courses, &course));
}
