/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-error.h"
#include "clinic-measurement-layout.h"
#include "clinic-measurement-visits.h"
#include "clinic-refused.h"
#include "clinic-text.h"
#include "clinic-words.h"

/* The roles that a header's words or an option give by these names. */
/* *INDENT-OFF* */
static const struct
{
  const char    *name;
  ClinicRole     role;
  ClinicCsvKind  kind;
  const char    *label;
} roles[] = {
  { "subject",    CLINIC_ROLE_SUBJECT,    CLINIC_CSV_TEXT,   N_("Patient, by file number") },
  { "date",       CLINIC_ROLE_DATE,       CLINIC_CSV_DATE,   N_("Taken on") },
  { "visit",      CLINIC_ROLE_VISIT,      CLINIC_CSV_WORD,   N_("Visit") },
  { "metric",     CLINIC_ROLE_METRIC,     CLINIC_CSV_WORD,   N_("Metric") },
  { "value",      CLINIC_ROLE_READING,    CLINIC_CSV_NUMBER, N_("Value") },
  { "zone",       CLINIC_ROLE_ZONE,       CLINIC_CSV_WORD,   N_("Zone") },
  { "method",     CLINIC_ROLE_METHOD,     CLINIC_CSV_TEXT,   N_("Method") },
  { "area",       CLINIC_ROLE_AREA,       CLINIC_CSV_NUMBER, N_("Area (cm²)") },
  { "unit",       CLINIC_ROLE_UNIT,       CLINIC_CSV_WORD,   N_("Unit") },
  { "note",       CLINIC_ROLE_NOTE,       CLINIC_CSV_TEXT,   N_("Note") },
  { "session",    CLINIC_ROLE_SESSION,    CLINIC_CSV_TEXT,   N_("Session") },
  { "course",     CLINIC_ROLE_COURSE,     CLINIC_CSV_TEXT,   N_("Course") },
  { "cocktail",   CLINIC_ROLE_COCKTAIL,   CLINIC_CSV_WORD,   N_("Planned cocktail of the course") },
  { "diagnosis",  CLINIC_ROLE_DIAGNOSIS,  CLINIC_CSV_WORD,   N_("Diagnosis of the course") },
  { "protocol",   CLINIC_ROLE_PROTOCOL,   CLINIC_CSV_WORD,   N_("Protocol of the course") },
  { "started_on", CLINIC_ROLE_STARTED_ON, CLINIC_CSV_DATE,   N_("Start of the course") },
  { "sex",        CLINIC_ROLE_SEX,        CLINIC_CSV_WORD,   N_("Sex of patients that are made") },
  { "birth_date", CLINIC_ROLE_BIRTH_DATE, CLINIC_CSV_DATE,   N_("Date of birth of patients that are made") },
};
/* *INDENT-ON* */

static void
clear_column (gpointer data)
{
  ClinicMeasurementColumn *column = data;

  g_clear_pointer (&column->visit_name, g_free);
}

void
clinic_measurement_layout_free (ClinicMeasurementLayout *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->visits, g_hash_table_unref);
  clinic_metric_words_free (self->metrics);
  g_free (self);
}

ClinicMeasurementColumn *
clinic_measurement_layout_column (ClinicMeasurementLayout *self,
                                  guint                    column)
{
  return &g_array_index (self->columns, ClinicMeasurementColumn, column);
}

int
clinic_measurement_layout_find (ClinicMeasurementLayout *self,
                                ClinicRole               role)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (clinic_measurement_layout_column (self, i)->role == role)
        return i;
    }

  return -1;
}

static gboolean
find_role (const char *name,
           ClinicRole *role)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      if (g_str_equal (roles[i].name, name))
        {
          *role = roles[i].role;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
refuse_target (ClinicMeasurementLayout  *self,
               const char               *column,
               const char               *target,
               GError                  **error)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *metrics = clinic_metric_words_list (self->metrics);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_string_append_printf (names, "%s, ", roles[i].name);

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Column “%s”: “%s” is not understood. Write METRIC@VISIT:NAME "
                 "(shed_daily@0:before), METRIC, or one of %s"
                 "difference, percent, imported, “-”. The metrics are: %s."), column, target, names->str, metrics);

  return FALSE;
}

/* "shed_daily@0:control" → "shed_daily", 0, "control" */
static gboolean
split_target (const char *target,
              char      **what,
              gboolean   *timed,
              gint64     *visit,
              char      **name)
{
  const char *at = strchr (target, '@');
  const char *colon = at != NULL ? strchr (at, ':') : NULL;
  g_autofree char *number = NULL;

  *what = at != NULL ? g_strndup (target, at - target) : g_strdup (target);
  *timed = at != NULL;
  *name = colon != NULL && colon[1] != '\0' ? g_strdup (colon + 1) : NULL;

  if (at == NULL)
    return TRUE;

  number = colon != NULL ? g_strndup (at + 1, colon - at - 1) : g_strdup (at + 1);

  return g_ascii_string_to_signed (number, 10, 0, 100000, visit, NULL);
}

static gboolean
take_option (ClinicMeasurementLayout  *self,
             ClinicCsvFile            *file,
             guint                     i,
             const char               *target,
             GError                  **error)
{
  ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
  const char *name = clinic_csv_file_column (file, i)->name;
  g_autofree char *what = NULL;
  g_autofree char *visit_name = NULL;

  column->said = TRUE;

  if (g_str_equal (target, "-") || g_str_equal (target, "imported"))
    {
      column->role = *target == '-' ? CLINIC_ROLE_DROP : CLINIC_ROLE_KEEP;
      return TRUE;
    }

  if (!split_target (target, &what, &column->timed, &column->visit, &visit_name))
    return refuse_target (self, name, target, error);

  if (g_str_equal (what, "difference") || g_str_equal (what, "percent"))
    {
      column->role = CLINIC_ROLE_DERIVED;
      column->percent = *what == 'p';
      return TRUE;
    }

  column->visit_name = g_steal_pointer (&visit_name);
  column->numbered = column->timed;

  if (find_role (what, &column->role))
    {
      /* "visit@1": the visit of number 1 is the baseline. */
      if (column->role == CLINIC_ROLE_VISIT && column->timed)
        self->first_visit = column->visit;

      if (column->role == CLINIC_ROLE_DATE && column->timed)
        column->role = CLINIC_ROLE_VISIT_DATE;

      column->timed = column->timed &&
                      (column->role == CLINIC_ROLE_VISIT_DATE || column->role == CLINIC_ROLE_READING);
      return TRUE;
    }

  column->role = CLINIC_ROLE_READING;
  column->metric = clinic_metric_words_find (self->metrics, what);

  /* The header may still say when. */
  if (!column->timed)
    {
      column->words = clinic_visit_look (name, &column->visit_name);
      column->timed = column->words.kind != CLINIC_VISIT_NONE;
    }

  return column->metric != NULL || refuse_target (self, name, target, error);
}

static gboolean
check_unit (ClinicCsvFile       *file,
            guint                i,
            ClinicMetricHeader  *header,
            GError             **error)
{
  if (header->unit == NULL || header->metric == NULL || header->derived != CLINIC_DERIVED_NO ||
      clinic_metric_same_unit (header->metric, header->unit))
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Column “%s”: its unit is “%s”, but %s is kept in “%s”. If the numbers are in "
                 "“%s” all the same, say which reading it is: COLUMN=%s@VISIT."),
               clinic_csv_file_column (file, i)->name, header->unit, header->metric->name,
               header->metric->unit != NULL
                   ? header->metric->unit : "", header->metric->unit != NULL
                       ? header->metric->unit : "",
               header->metric->code);

  return FALSE;
}

/* A column that a header explains as a reading, the date of one, or something computed from
 * some. */
static gboolean
guess_reading (ClinicMeasurementLayout *self,
               ClinicMeasurementColumn *column,
               ClinicMetricHeader      *header)
{
  if (header->derived != CLINIC_DERIVED_NO)
    {
      column->role = CLINIC_ROLE_DERIVED;
      column->percent = header->derived == CLINIC_DERIVED_PERCENT;
    }
  else if (header->dated && header->visit.kind != CLINIC_VISIT_NONE)
    {
      column->role = CLINIC_ROLE_VISIT_DATE;
    }
  else if (header->metric != NULL ||
           (header->visit.kind != CLINIC_VISIT_NONE && self->metric != NULL))
    {
      column->role = CLINIC_ROLE_READING;
    }
  else
    {
      return FALSE;
    }

  column->metric = header->metric;
  column->zone = header->zone;
  column->words = header->visit;
  column->timed = header->visit.kind != CLINIC_VISIT_NONE;
  column->visit_name = g_steal_pointer (&header->visit_name);

  return TRUE;
}

/* "No." says less than "Patient". */
static gboolean
is_vague (const char *header)
{
  static const char *const vague[] = { "id", "no", "nr", "code", "case", "name", NULL };
  g_autofree char *folded = clinic_text_fold (header);

  return g_strv_contains (vague, folded);
}

static void
guess_role (ClinicMeasurementLayout *self,
            ClinicCsvFile           *file,
            guint                    i)
{
  ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
  const char *name = clinic_csv_file_column (file, i)->name;
  ClinicRole role;
  int other;

  if (!find_role (clinic_words_find ("measurement", name), &role))
    return;

  other = role != CLINIC_ROLE_READING ? clinic_measurement_layout_find (self, role) : -1;

  /* Two of one role: the one that says more, else the first. */
  if (other >= 0 &&
      (clinic_measurement_layout_column (self, other)->said || role != CLINIC_ROLE_SUBJECT ||
       !is_vague (clinic_csv_file_column (file, other)->name)))
    return;

  if (other >= 0)
    clinic_measurement_layout_column (self, other)->role = CLINIC_ROLE_KEEP;

  column->role = role;
}

static gboolean
guess_column (ClinicMeasurementLayout  *self,
              ClinicCsvFile            *file,
              guint                     i,
              GError                  **error)
{
  ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
  const char *name = clinic_csv_file_column (file, i)->name;
  g_auto(ClinicMetricHeader) header = { NULL };
  gboolean understood;

  if (clinic_refused_is_own (file, i))
    {
      column->role = CLINIC_ROLE_DROP;
      return TRUE;
    }

  understood = clinic_metric_words_parse (self->metrics, name, &header);

  if (understood && header.metric != NULL)
    return check_unit (file, i, &header, error) && guess_reading (self, column, &header);

  guess_role (self, file, i);

  if (column->role == CLINIC_ROLE_KEEP && understood)
    guess_reading (self, column, &header);

  return TRUE;
}

/* Columns that are visits by their headers, but of what? A single one of them, "treatment", is
 * rather who got what. */
static gboolean
check_metric (ClinicMeasurementLayout  *self,
              ClinicCsvFile            *file,
              GError                  **error)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *metrics = NULL;
  ClinicMeasurementColumn *single = NULL;
  guint n_visits = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
      ClinicVisit visit = clinic_visit_read (clinic_csv_file_column (file, i)->name);

      if (column->said || column->role != CLINIC_ROLE_KEEP || visit.kind == CLINIC_VISIT_NONE)
        continue;

      single = visit.kind == CLINIC_VISIT_AFTER ? column : NULL;
      g_string_append_printf (names, "%s“%s”", n_visits++ > 0 ? ", " : "",
                              clinic_csv_file_column (file, i)->name);
    }

  if (n_visits == 1 && single != NULL &&
      clinic_measurement_layout_find (self, CLINIC_ROLE_COCKTAIL) < 0)
    single->role = CLINIC_ROLE_COCKTAIL;

  if (clinic_measurement_layout_find (self, CLINIC_ROLE_READING) >= 0)
    return TRUE;

  metrics = clinic_metric_words_list (self->metrics);

  if (n_visits > 1)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("The columns %s seem to be visits, but what was measured? Say the metric. "
                   "There are: %s."), names->str, metrics);
  else
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                 _("No column looks like a measurement. Say which it is: COLUMN=METRIC@VISIT:NAME "
                   "(0 is the baseline). "
                   "The metrics are: %s."), metrics);

  return FALSE;
}

/* One metric and zone cannot be read twice at one visit; and every reading needs a time. */
static gboolean
check_readings (ClinicMeasurementLayout  *self,
                ClinicCsvFile            *file,
                GError                  **error)
{
  gboolean timed_rows = clinic_measurement_layout_find (self, CLINIC_ROLE_DATE) >= 0 ||
                        clinic_measurement_layout_find (self, CLINIC_ROLE_VISIT) >= 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
      const char *name = clinic_csv_file_column (file, i)->name;

      if (column->role != CLINIC_ROLE_READING)
        continue;

      if (!column->timed && !timed_rows)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Column “%s”: when were these measured? Neither a date nor a visit is "
                         "there. Say the visit: “%s=%s@0” (0 is the baseline)."),
                       name, name, column->metric != NULL ? column->metric->code : "METRIC");
          return FALSE;
        }

      if (column->metric == NULL && self->metric == NULL &&
          clinic_measurement_layout_find (self, CLINIC_ROLE_METRIC) < 0)
        {
          g_autofree char *metrics = clinic_metric_words_list (self->metrics);

          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Column “%s”: what was measured? Say the metric. There are: %s."), name, metrics);
          return FALSE;
        }

      for (guint k = 0; k < i; k++)
        {
          const ClinicMeasurementColumn *other = clinic_measurement_layout_column (self, k);

          if (other->role == CLINIC_ROLE_READING && other->metric == column->metric &&
              other->timed == column->timed &&
              other->visit == column->visit && g_strcmp0 (other->zone, column->zone) == 0)
            {
              g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                           _("The columns “%s” and “%s” seem to be the same reading. Say what "
                             "they are: COLUMN=METRIC@VISIT:NAME."),
                           clinic_csv_file_column (file, k)->name, name);
              return FALSE;
            }
        }
    }

  return TRUE;
}

static void
set_kinds (ClinicMeasurementLayout *self,
           ClinicCsvFile           *file)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicRole role = clinic_measurement_layout_column (self, i)->role;
      ClinicCsvKind kind = role == CLINIC_ROLE_VISIT_DATE ? CLINIC_CSV_DATE : CLINIC_CSV_TEXT;

      for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
        {
          if (roles[k].role == role)
            kind = roles[k].kind;
        }

      clinic_csv_file_column (file, i)->kind = kind;
    }
}

static gboolean
find_metric (ClinicMeasurementLayout    *self,
             const ClinicImportOptions  *options,
             GError                    **error)
{
  g_autofree char *metrics = NULL;

  if (options->metric == NULL)
    return TRUE;

  self->metric = clinic_metric_words_find (self->metrics, options->metric);

  if (self->metric != NULL)
    return TRUE;

  metrics = clinic_metric_words_list (self->metrics);
  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("There is no metric “%s”. There are: %s."), options->metric, metrics);

  return FALSE;
}

static gboolean
check_subject (ClinicMeasurementLayout  *self,
               GError                  **error)
{
  if (clinic_measurement_layout_find (self, CLINIC_ROLE_SUBJECT) >= 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("No column tells whose measurements these are. Say which it is: "
                         "COLUMN=subject (the patient's file number). "
                         "Means of groups cannot be taken in: a row is to be one patient's."));

  return FALSE;
}

ClinicMeasurementLayout *
clinic_measurement_layout_new (ClinicCsvFile              *file,
                               const ClinicImportOptions  *options,
                               GPtrArray                  *metrics,
                               GError                    **error)
{
  g_autoptr(ClinicMeasurementLayout) self = g_new0 (ClinicMeasurementLayout, 1);

  g_return_val_if_fail (file != NULL && options != NULL && metrics != NULL, NULL);

  self->metrics = clinic_metric_words_new (metrics);
  self->columns = g_array_new (FALSE, TRUE, sizeof (ClinicMeasurementColumn));
  g_array_set_clear_func (self->columns, clear_column);
  g_array_set_size (self->columns, file->columns->len);

  if (!clinic_csv_file_check_options (file, options, error) || !find_metric (self, options, error))
    return NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *target = clinic_csv_file_option (file, options, i);

      if (target != NULL && !take_option (self, file, i, target, error))
        return NULL;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (!clinic_measurement_layout_column (self, i)->said && !guess_column (self, file, i, error))
        return NULL;
    }

  set_kinds (self, file);

  if (!check_subject (self, error) || !check_metric (self, file, error) ||
      !clinic_measurement_visits_number (self, file, error) || !check_readings (self, file, error))
    return NULL;

  set_kinds (self, file);

  return g_steal_pointer (&self);
}

static char *
describe_column (ClinicMeasurementLayout       *self,
                 const ClinicMeasurementColumn *column)
{
  ClinicMetric *metric = column->metric == NULL &&
                         column->role == CLINIC_ROLE_READING ? self->metric : column->metric;
  g_autoptr(GString) text = g_string_new (NULL);

  if (column->role == CLINIC_ROLE_DERIVED)
    return g_strdup (column->percent ? _("percent of change that somebody computed: compared, "
                                         "kept as text")
                                     : _("difference that somebody computed: compared, kept as "
                                         "text"));

  if (column->role == CLINIC_ROLE_VISIT_DATE)
    g_string_append (text, _("Taken on"));
  else if (metric != NULL)
    g_string_append_printf (text, "%s (%s)", metric->name, metric->code);

  for (guint i = 0; text->len == 0 && i < G_N_ELEMENTS (roles); i++)
    {
      if (roles[i].role == column->role)
        g_string_append (text, _(roles[i].label));
    }

  if (column->zone != NULL)
    g_string_append_printf (text, ", %s", clinic_choice_label (clinic_zones, column->zone));

  if (column->timed && column->visit_name != NULL)
    g_string_append_printf (text, _(", visit %" PRId64 " “%s”"), column->visit,
                            column->visit_name);
  else if (column->timed)
    g_string_append_printf (text, _(", visit %" PRId64), column->visit);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
clinic_measurement_layout_describe (ClinicMeasurementLayout *self,
                                    ClinicCsvFile           *file,
                                    GPtrArray               *seen)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  g_autoptr(GString) dropped = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
      const ClinicCsvColumn *source = clinic_csv_file_column (file, i);
      GString *list = column->role == CLINIC_ROLE_KEEP ? kept : dropped;
      g_autofree char *text = NULL;

      if (column->role == CLINIC_ROLE_KEEP || column->role == CLINIC_ROLE_DROP)
        {
          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", source->name);
          continue;
        }

      text = describe_column (self, column);
      g_ptr_array_add (seen,
                       source->how != NULL ? g_strdup_printf ("%s → %s (%s)", source->name, text,
                                                              source->how)
                                                 : g_strdup_printf ("%s → %s", source->name, text));
    }

  if (kept->len > 0)
    g_ptr_array_add (seen,
                     g_strdup_printf (_("No measurements; kept as text with patients that are "
                                        "made, else not taken: %s."), kept->str));

  if (dropped->len > 0)
    g_ptr_array_add (seen, g_strdup_printf (_("Left out: %s."), dropped->str));
}
