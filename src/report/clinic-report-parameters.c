/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "clinic-date.h"
#include "clinic-error.h"
#include "clinic-report-private.h"

static gboolean
refuse (const ClinicParameter  *parameter,
        const char             *value,
        const char             *wanted,
        GError                **error)
{
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s (%s): “%s” cannot be taken. %s"),
               parameter->label, parameter->name, value, wanted);

  return FALSE;
}

/* The queries that find a record by what people call it ($1), or by its id ($2). */
static const char *
get_query (ClinicParameterType type)
{
  switch (type)
    {
    case CLINIC_PARAMETER_PATIENT:
      return "report-find-patient";

    case CLINIC_PARAMETER_METRIC:
      return "report-find-metric";

    case CLINIC_PARAMETER_COCKTAIL:
      return "report-find-cocktail";

    case CLINIC_PARAMETER_DIAGNOSIS:
      return "report-find-diagnosis";

    case CLINIC_PARAMETER_PROTOCOL:
      return "report-find-protocol";

    case CLINIC_PARAMETER_TEXT:
    case CLINIC_PARAMETER_DATE:
    case CLINIC_PARAMETER_NUMBER:
    case CLINIC_PARAMETER_FLAG:
    case CLINIC_PARAMETER_CHOICE:
    default:
      return NULL;
    }
}

static gboolean
find_record (ClinicReportRun        *run,
             const ClinicParameter  *parameter,
             const char             *value,
             GError                **error)
{
  g_autoptr(ClinicStatement) statement = clinic_db_query (run->db, get_query (parameter->type),
                                                          error);
  GError *failure = NULL;
  gint64 id = CLINIC_NULL;

  if (statement == NULL)
    return FALSE;

  if (!g_ascii_string_to_signed (value, 10, 1, G_MAXINT64, &id, NULL))
    id = CLINIC_NULL;

  clinic_statement_bind_text (statement, 1, value);
  clinic_statement_bind_int (statement, 2, id);

  if (clinic_statement_step (statement, &failure))
    {
      id = clinic_statement_get_int (statement, 0);
      g_hash_table_insert (run->ids, parameter->name, g_memdup2 (&id, sizeof id));
      g_hash_table_insert (run->values, parameter->name,
                           g_strdup (clinic_statement_get_text (statement, 1)));
      return TRUE;
    }

  if (failure == NULL)
    return refuse (parameter, value, _("There is none of this name."), error);

  g_propagate_error (error, failure);

  return FALSE;
}

static gboolean
check_number (const ClinicParameter  *parameter,
              const char             *value,
              GError                **error)
{
  char *end = NULL;
  double number = g_ascii_strtod (value, &end);
  g_autofree char *wanted = NULL;

  if (end != value && *end == '\0' && isfinite (number) && number >= parameter->low &&
      number <= parameter->high)
    return TRUE;

  if (!isfinite (parameter->low) || !isfinite (parameter->high))
    return refuse (parameter, value, _("A number is wanted, with a point as its decimal mark."),
                   error);

  wanted = g_strdup_printf (_("A number from %g to %g is wanted."), parameter->low,
                            parameter->high);

  return refuse (parameter, value, wanted, error);
}

static gboolean
check_choice (const ClinicParameter  *parameter,
              const char             *value,
              GError                **error)
{
  g_autofree char *all = NULL;
  g_autofree char *wanted = NULL;

  if (g_strv_contains ((const char * const *) parameter->choices, value))
    return TRUE;

  all = g_strjoinv (", ", parameter->choices);
  wanted = g_strdup_printf (_("One of these is wanted: %s."), all);

  return refuse (parameter, value, wanted, error);
}

static gboolean
check_value (ClinicReportRun        *run,
             const ClinicParameter  *parameter,
             const char             *value,
             GError                **error)
{
  static const char * const flags[] = { "yes", "no", "1", "0", "true", "false", NULL };

  switch (parameter->type)
    {
    case CLINIC_PARAMETER_TEXT:
      return g_utf8_validate (value, -1, NULL) ||
             refuse (parameter, value, _("It is no valid text."), error);

    case CLINIC_PARAMETER_DATE:
      return clinic_date_is_valid (value) ||
             refuse (parameter, value, _("A date as 2026-11-21 is wanted."), error);

    case CLINIC_PARAMETER_NUMBER:
      return check_number (parameter, value, error);

    case CLINIC_PARAMETER_FLAG:
      return g_strv_contains (flags, value) ||
             refuse (parameter, value, _("“yes” or “no” is wanted."), error);

    case CLINIC_PARAMETER_CHOICE:
      return check_choice (parameter, value, error);

    case CLINIC_PARAMETER_PATIENT:
    case CLINIC_PARAMETER_METRIC:
    case CLINIC_PARAMETER_COCKTAIL:
    case CLINIC_PARAMETER_DIAGNOSIS:
    case CLINIC_PARAMETER_PROTOCOL:
    default:
      return find_record (run, parameter, value, error);
    }
}

static gboolean
take_value (ClinicReportRun        *run,
            const ClinicParameter  *parameter,
            const char             *value,
            GError                **error)
{
  if (value == NULL || value[0] == '\0')
    value = parameter->fallback;

  if (value != NULL && value[0] != '\0')
    {
      g_hash_table_insert (run->values, parameter->name, g_strdup (value));
      return check_value (run, parameter, value, error);
    }

  if (!parameter->required)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("%s (%s) must be given."),
               parameter->label, parameter->name);

  return FALSE;
}

/* A misspelled filter would be a wrong report. */
static gboolean
check_names (ClinicReportRun  *run,
             GHashTable       *values,
             GError          **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, values);

  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      GPtrArray *parameters = run->report->parameters;
      guint i = 0;

      while (i < parameters->len &&
             strcmp (((ClinicParameter *) parameters->pdata[i])->name, name) != 0)
        i++;

      if (i < parameters->len)
        continue;

      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("The report “%s” has no parameter “%s”."),
                   run->report->name, (char *) name);

      return FALSE;
    }

  return TRUE;
}

gboolean
clinic_report_take_values (ClinicReportRun  *run,
                           GHashTable       *values,
                           GError          **error)
{
  const char *from, *to;

  if (values != NULL && !check_names (run, values, error))
    return FALSE;

  for (guint i = 0; i < run->report->parameters->len; i++)
    {
      const ClinicParameter *parameter = g_ptr_array_index (run->report->parameters, i);
      const char *value = values != NULL ? g_hash_table_lookup (values, parameter->name) : NULL;

      if (!take_value (run, parameter, value, error))
        return FALSE;
    }

  from = clinic_report_run_get (run, "from");
  to = clinic_report_run_get (run, "to");

  if (from == NULL || to == NULL || strcmp (from, to) <= 0)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("The first day (%s) is after the last day (%s)."), from, to);

  return FALSE;
}

char *
clinic_report_describe (ClinicReportRun        *run,
                        const ClinicParameter  *parameter)
{
  const char *value = clinic_report_run_get (run, parameter->name);

  if (value == NULL)
    return g_strdup (_("not limited"));

  if (parameter->type == CLINIC_PARAMETER_FLAG)
    return g_strdup (clinic_report_run_get_flag (run, parameter->name) ? _("yes") : _("no"));

  for (guint i = 0; parameter->type == CLINIC_PARAMETER_CHOICE && parameter->choices[i] != NULL; i++)
    {
      if (strcmp (parameter->choices[i], value) == 0)
        return g_strdup (parameter->labels[i]);
    }

  return g_strdup (value);
}

const char *
clinic_report_run_get (ClinicReportRun *self,
                       const char      *parameter)
{
  return g_hash_table_lookup (self->values, parameter);
}

double
clinic_report_run_get_number (ClinicReportRun *self,
                              const char      *parameter)
{
  const char *value = clinic_report_run_get (self, parameter);

  return value != NULL ? g_ascii_strtod (value, NULL) : NAN;
}

gboolean
clinic_report_run_get_flag (ClinicReportRun *self,
                            const char      *parameter)
{
  static const char * const yes[] = { "yes", "1", "true", NULL };
  const char *value = clinic_report_run_get (self, parameter);

  return value != NULL && g_strv_contains (yes, value);
}

gint64
clinic_report_run_get_id (ClinicReportRun *self,
                          const char      *parameter)
{
  gint64 *id = g_hash_table_lookup (self->ids, parameter);

  return id != NULL ? *id : CLINIC_NULL;
}
