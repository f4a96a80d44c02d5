/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-course.h"
#include "clinic-decimal.h"
#include "clinic-derived.h"
#include "clinic-measure.h"
#include "clinic-metric.h"
#include "clinic-pull-version.h"
#include "clinic-session.h"

gboolean
clinic_metric_check_value (ClinicMetric  *metric,
                           const char    *what,
                           gint64         number,
                           GError       **error)
{
  gboolean low = metric->low != CLINIC_UNKNOWN && number < metric->low;
  gboolean high = metric->high != CLINIC_UNKNOWN && number > metric->high;
  g_autofree char *value = NULL;
  g_autofree char *bound = NULL;

  if (!low && !high)
    return TRUE;

  value = clinic_decimal_format (number, '.');
  bound = clinic_decimal_format (low ? metric->low : metric->high, '.');
  /* Translators: Value: Hair density cannot be -1; the lowest there is is 0. */
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               low ? _("%s: %s cannot be %s; the lowest there is is %s.")
                   : _("%s: %s cannot be %s; the highest there is is %s."),
               what, metric->name, value, bound);

  return FALSE;
}

gboolean
clinic_measurement_check (ClinicMeasurement  *measurement,
                          ClinicRecord       *record,
                          GError            **error)
{
  return clinic_metric_check_value (CLINIC_METRIC (record), _("Value"), measurement->value, error);
}

static gboolean
refuse_patient (const char  *what,
                GError     **error)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s: This is another patient's."),
               what);

  return FALSE;
}

static gboolean
check_links (ClinicAct          *act,
             ClinicMeasurement  *measurement,
             GError            **error)
{
  g_autoptr(ClinicRecord) course = NULL;
  g_autoptr(ClinicRecord) session = NULL;

  if (measurement->session_id != CLINIC_UNKNOWN)
    {
      session = clinic_store_find (act->db, CLINIC_TYPE_SESSION, measurement->session_id, error);

      if (session == NULL)
        return FALSE;

      if (CLINIC_SESSION (session)->patient_id != measurement->patient_id)
        return refuse_patient (_("Session"), error);

      /* What is measured at a session of a course belongs to that course. */
      if (measurement->course_id == CLINIC_UNKNOWN)
        g_object_set (measurement, "course-id", CLINIC_SESSION (session)->course_id, NULL);
    }

  if (measurement->course_id == CLINIC_UNKNOWN)
    return TRUE;

  course = clinic_store_find (act->db, CLINIC_TYPE_COURSE, measurement->course_id, error);

  if (course == NULL)
    return FALSE;

  return CLINIC_COURSE (course)->patient_id == measurement->patient_id ||
         refuse_patient (_("Course"), error);
}

typedef struct
{
  ClinicMeasurement *measurement;
  ClinicRecord      *saved;
} Add;

static gboolean
add_measurement (ClinicAct     *act,
                 ClinicChange  *change,
                 gpointer       data,
                 GError       **error)
{
  Add *add = data;
  ClinicMeasurement *measurement;
  g_autoptr(ClinicRecord) metric = NULL;
  g_autoptr(ClinicRecord) own = NULL;

  g_clear_object (&add->saved);
  add->saved = clinic_record_copy (CLINIC_RECORD (add->measurement));
  measurement = CLINIC_MEASUREMENT (add->saved);

  if (measurement->taken_on == NULL && measurement->visit == CLINIC_UNKNOWN)
    g_object_set (measurement, "taken-on", change->today, NULL);

  metric = clinic_store_find (act->db, CLINIC_TYPE_METRIC, measurement->metric_id, NULL);

  if (measurement->pull_version_id != CLINIC_UNKNOWN &&
      !(own = clinic_store_find (act->db, CLINIC_TYPE_PULL_VERSION, measurement->pull_version_id, error)))
    return FALSE;

  /* What is worked out is never taken from what was typed. */
  if (metric != NULL &&
      !clinic_derived_apply (measurement, CLINIC_METRIC (metric)->code, (ClinicPullVersion *) own, error))
    return FALSE;

  if (!clinic_record_validate (add->saved, change->today, error))
    return FALSE;

  return metric != NULL &&
         clinic_measurement_check (measurement, metric, error) &&
         check_links (act, measurement, error) &&
         clinic_store_save (change, add->saved, error);
}

gint64
clinic_measurement_add (ClinicAct          *act,
                        ClinicMeasurement  *measurement,
                        GError            **error)
{
  Add add = { .measurement = measurement };
  g_autoptr(ClinicRecord) saved = NULL;
  gboolean done;

  g_return_val_if_fail (CLINIC_IS_MEASUREMENT (measurement), 0);

  done = clinic_act_run (act, "measurement.add", add_measurement, &add, error);
  saved = add.saved;

  return done ? clinic_act_take_saved (act, CLINIC_RECORD (measurement), saved) : 0;
}
