/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course.h"
#include "clinic-locale.h"
#include "clinic-measure-start.h"
#include "clinic-measure.h"
#include "clinic-pull-save.h"
#include "clinic-reading.h"

typedef struct
{
  gint64 patient;
  gint64 session;
} Request;

static int
compare_metrics (gconstpointer one,
                 gconstpointer other)
{
  const ClinicMetric *first = *(ClinicMetric *const *) one;
  const ClinicMetric *second = *(ClinicMetric *const *) other;

  return g_utf8_collate (first->name, second->name);
}

/* A reading at a session belongs to that session's course: the command sees to it. */
static gboolean
find_course (ClinicDb           *db,
             const Request      *request,
             ClinicMeasureStart *start,
             GError            **error)
{
  g_autoptr(GPtrArray) courses = NULL;

  start->course = CLINIC_UNKNOWN;

  if (request->session != 0)
    return TRUE;

  courses = clinic_store_list_by (db, CLINIC_TYPE_COURSE, "patient_id", request->patient, error);

  for (guint i = 0; courses != NULL && i < courses->len; i++)
    {
      if (g_strcmp0 (CLINIC_COURSE (courses->pdata[i])->status, "active") == 0)
        start->course = clinic_record_get_id (courses->pdata[i]);
    }

  return courses != NULL;
}

static gboolean
read_latest (ClinicDb            *db,
             const Request       *request,
             ClinicMeasureStart  *start,
             GError             **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (db, "measure-last", error);

  if (statement == NULL)
    return FALSE;

  clinic_statement_bind_int (statement, 1, request->patient);
  start->latest = clinic_store_list (statement, CLINIC_TYPE_MEASUREMENT, error);

  return start->latest != NULL;
}

static gboolean
read_own (ClinicDb            *db,
          ClinicMeasureStart  *start,
          GError             **error)
{
  start->own = clinic_pull_list_versions (db, error);

  for (guint i = start->own != NULL ? start->own->len : 0; i > 0; i--)
    {
      if (CLINIC_PULL_VERSION (start->own->pdata[i - 1])->retired)
        g_ptr_array_remove_index (start->own, i - 1);
    }

  return start->own != NULL;
}

static gpointer
read_start (ClinicDb  *db,
            gpointer   data,
            GError   **error)
{
  g_autoptr(ClinicMeasureStart) start = g_new0 (ClinicMeasureStart, 1);

  start->metrics = clinic_store_list_by (db, CLINIC_TYPE_METRIC, NULL, 0, error);

  if (start->metrics == NULL || !find_course (db, data, start, error) || !read_latest (db, data, start, error) ||
      !read_own (db, start, error))
    return NULL;

  g_ptr_array_sort (start->metrics, compare_metrics);

  return g_steal_pointer (&start);
}

void
clinic_measure_start_free (ClinicMeasureStart *self)
{
  g_clear_pointer (&self->metrics, g_ptr_array_unref);
  g_clear_pointer (&self->latest, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_free (self);
}

void
clinic_measure_start_async (ClinicDesk          *desk,
                            gint64               patient,
                            gint64               session,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Request *request = g_new0 (Request, 1);

  g_return_if_fail (CLINIC_IS_DESK (desk));

  request->patient = patient;
  request->session = session;
  clinic_worker_run_async (clinic_desk_get_reader (desk), read_start, request, g_free,
                           (GDestroyNotify) clinic_measure_start_free, NULL, callback, user_data);
}

ClinicMeasureStart *
clinic_measure_start_finish (GAsyncResult  *result,
                             GError       **error)
{
  return clinic_worker_run_finish (NULL, result, error);
}

ClinicMeasurement *
clinic_measure_start_another (ClinicMeasurement *before)
{
  ClinicMeasurement *draft = clinic_measurement_new ();

  g_object_set (draft, "patient-id", before->patient_id, "session-id", before->session_id,
                "course-id", before->course_id, "metric-id", before->metric_id,
                "zone", before->zone, "method", before->method, "area", before->area,
                "taken-on", before->taken_on, NULL);

  return draft;
}

gint64
clinic_measure_start_find (ClinicMeasureStart *self,
                           const char         *code)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      ClinicMetric *metric = self->metrics->pdata[i];

      if (g_strcmp0 (metric->code, code) == 0)
        return clinic_record_get_id (CLINIC_RECORD (metric));
    }

  return CLINIC_UNKNOWN;
}

char *
clinic_measure_start_dup_title (ClinicMetric *metric)
{
  g_autofree char *unit = clinic_reading_dup_unit (metric->unit);
  g_autofree char *low = clinic_locale_decimal (metric->low);
  g_autofree char *high = clinic_locale_decimal (metric->high);

  if (*low == '\0' || *high == '\0')
    return g_strdup_printf (_("Value (%s)"), unit != NULL ? unit : "");

  if (unit == NULL)
    return g_strdup_printf (_("Value (%s to %s)"), low, high);

  return g_strdup_printf (_("Value (%s, %s to %s)"), unit, low, high);
}

gboolean
clinic_measure_start_save (ClinicAct     *act,
                           ClinicRecord  *reading,
                           gpointer       with,
                           GError       **error)
{
  return clinic_measurement_add (act, CLINIC_MEASUREMENT (reading), error) != 0;
}
