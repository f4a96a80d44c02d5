/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "clinic-derived.h"
#include "clinic-direction.h"
#include "clinic-locale.h"
#include "clinic-measure-answer.h"
#include "clinic-pull.h"

/* "SALT score: 40.8 % (S2, moderate)". What stands in braces is no unit. */
static char *
say_value (ClinicMetric      *metric,
           ClinicMeasurement *reading)
{
  g_autofree char *number = clinic_locale_decimal (reading->value);
  const char *unit = metric->unit != NULL && *metric->unit != '{' ? metric->unit : "";
  g_autofree char *words = clinic_derived_say (reading, metric->code);
  g_autofree char *value = NULL;

  if (reading->value == CLINIC_UNKNOWN)
    return g_strdup ("");

  value = *unit != '\0' ? g_strdup_printf (C_("number and unit", "%s %s"), number, unit) : g_strdup (number);

  if (words == NULL)
    return g_strdup_printf (C_("metric, value", "%s: %s"), metric->name, value);

  return g_strdup_printf (C_("metric, value, in words", "%s: %s (%s)"), metric->name, value, words);
}

/* What was said of a field, without its name: it stands where it is typed. */
static char *
dup_reason (const GError *error)
{
  const char *colon = strstr (error->message, ": ");

  return g_strdup (colon != NULL ? colon + 2 : error->message);
}

static GPtrArray *
get_own (AdwComboRow *rules)
{
  return g_object_get_data (G_OBJECT (rules), "clinic-own-rules");
}

static ClinicPullVersion *
find_own (AdwComboRow *rules,
          gint64       id)
{
  GPtrArray *own = get_own (rules);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      if (clinic_record_get_id (own->pdata[i]) == id)
        return own->pdata[i];
    }

  return NULL;
}

char *
clinic_measure_answer_say (ClinicMeasurement       *draft,
                           ClinicMetric            *metric,
                           const ClinicMeasureKind *kind,
                           AdwComboRow             *rules)
{
  g_autoptr(ClinicRecord) trial = clinic_record_copy (CLINIC_RECORD (draft));
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  gboolean worked_out = kind->n_items > 0 || clinic_measure_kind_asks (kind, "counted");
  gboolean fits;

  if (worked_out)
    g_object_set (trial, "value", CLINIC_UNKNOWN, NULL);

  fits = clinic_derived_apply (CLINIC_MEASUREMENT (trial), metric->code, find_own (rules, draft->pull_version_id), &error);

  if (worked_out)
    g_object_set (draft, "value", fits ? CLINIC_MEASUREMENT (trial)->value : CLINIC_UNKNOWN, NULL);

  words = fits ? say_value (metric, CLINIC_MEASUREMENT (trial)) : dup_reason (error);

  return clinic_direction_sentence (words);
}

ClinicMeasurement *
clinic_measure_answer_begin (gint64                   patient,
                             gint64                   session,
                             const char              *today,
                             const ClinicMeasureKind *kind)
{
  ClinicMeasurement *draft = clinic_measurement_new ();

  g_object_set (draft, "patient-id", patient, "session-id",
                session != 0 ? session : CLINIC_UNKNOWN, "taken-on", today, "zone", kind->zone,
                NULL);

  /* The convention of most; the other one is 30 µm. */
  if (clinic_measure_kind_asks (kind, "cutoff"))
    g_object_set (draft, "cutoff", (gint64) 40000, NULL);

  return draft;
}

GListModel *
clinic_measure_answer_pick (GPtrArray               *metrics,
                            const ClinicMeasureKind *kind)
{
  GListStore *picked = g_list_store_new (CLINIC_TYPE_METRIC);

  for (guint i = 0; i < metrics->len; i++)
    {
      ClinicMetric *metric = metrics->pdata[i];

      if (g_strv_contains (kind->codes, metric->code))
        g_list_store_append (picked, metric);
    }

  return G_LIST_MODEL (picked);
}

ClinicMetric *
clinic_measure_answer_find (GListModel        *metrics,
                            ClinicMeasurement *draft)
{
  for (guint i = 0; metrics != NULL && i < g_list_model_get_n_items (metrics); i++)
    {
      g_autoptr(ClinicRecord) metric = g_list_model_get_item (metrics, i);

      /* The list keeps it. */
      if (clinic_record_get_id (metric) == draft->metric_id)
        return CLINIC_METRIC (metric);
    }

  return NULL;
}

static void
add_rule (GtkStringList *labels,
          const char    *label,
          const char    *source)
{
  g_autofree char *words = g_strdup_printf (C_("rule, who says so", "%s (%s)"), label, source);

  gtk_string_list_take (labels, clinic_direction_figures (words));
}

void
clinic_measure_answer_offer (AdwComboRow *rules,
                             GPtrArray   *own)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  GPtrArray *shipped = clinic_pull_rules ();

  for (guint i = 0; i < shipped->len; i++)
    add_rule (labels, _(((ClinicPullRule *) shipped->pdata[i])->label), ((ClinicPullRule *) shipped->pdata[i])->source);

  for (guint i = 0; own != NULL && i < own->len; i++)
    add_rule (labels, CLINIC_PULL_VERSION (own->pdata[i])->label, CLINIC_PULL_VERSION (own->pdata[i])->source);

  g_object_set_data_full (G_OBJECT (rules), "clinic-own-rules", own != NULL ? g_ptr_array_ref (own) : NULL,
                          (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (rules, G_LIST_MODEL (labels));
}

static void
take_rule (ClinicMeasurement *draft,
           guint              place,
           GPtrArray         *own)
{
  GPtrArray *shipped = clinic_pull_rules ();

  if (place < shipped->len)
    g_object_set (draft, "rule", ((ClinicPullRule *) shipped->pdata[place])->id, "pull-version-id", CLINIC_UNKNOWN, NULL);
  else if (own != NULL && place - shipped->len < own->len)
    g_object_set (draft, "rule", CLINIC_PULL_VERSION (own->pdata[place - shipped->len])->code,
                  "pull-version-id", clinic_record_get_id (own->pdata[place - shipped->len]), NULL);
}

void
clinic_measure_answer_take (ClinicMeasurement       *draft,
                            const ClinicMeasureKind *kind,
                            ClinicScoreRow          *score,
                            AdwComboRow             *rules)
{
  int points = clinic_score_row_get_score (score);

  if (clinic_measure_kind_asks (kind, "score"))
    g_object_set (draft, "value", points != CLINIC_SCORE_NONE ? (gint64) points * 1000 : CLINIC_UNKNOWN, NULL);

  if (clinic_measure_kind_asks (kind, "rule"))
    take_rule (draft, adw_combo_row_get_selected (rules), get_own (rules));
}

/* Of the latest that was taken by such a form. */
static ClinicMeasurement *
find_before (ClinicMeasureStart      *start,
             const ClinicMeasureKind *kind)
{
  for (guint i = 0; i < start->latest->len; i++)
    {
      ClinicMeasurement *before = start->latest->pdata[i];

      for (guint code = 0; kind->codes[code] != NULL; code++)
        {
          if (clinic_measure_start_find (start, kind->codes[code]) == before->metric_id)
            return before;
        }
    }

  return NULL;
}

/* The rule it was judged by, or, of the clinic's own, the newest of that name. */
static guint
find_rule (ClinicMeasurement *before,
           GPtrArray         *own)
{
  GPtrArray *shipped = clinic_pull_rules ();

  for (guint i = 0; i < shipped->len + own->len; i++)
    {
      g_autoptr(ClinicPullRule) made = i >= shipped->len ? clinic_pull_rule_of_version (own->pdata[i - shipped->len]) : NULL;
      const ClinicPullRule *rule = made != NULL ? made : shipped->pdata[i];

      if (g_strcmp0 (rule->id, before->rule) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

void
clinic_measure_answer_follow (ClinicMeasurement       *draft,
                              ClinicMeasureStart      *start,
                              const ClinicMeasureKind *kind,
                              AdwComboRow             *rules)
{
  ClinicMeasurement *before = find_before (start, kind);
  guint place = before != NULL ? find_rule (before, start->own) : GTK_INVALID_LIST_POSITION;

  clinic_measure_answer_offer (rules, start->own);
  g_object_set (draft, "course-id", start->course, "metric-id",
                before != NULL ? before->metric_id : clinic_measure_start_find (start, kind->codes[0]), NULL);

  if (before != NULL && before->zone != NULL && clinic_measure_kind_asks (kind, "zone"))
    g_object_set (draft, "zone", before->zone, NULL);

  if (before != NULL && clinic_measure_kind_asks (kind, "method"))
    g_object_set (draft, "method", before->method, NULL);

  if (before != NULL && clinic_measure_kind_asks (kind, "area"))
    g_object_set (draft, "area", before->area, NULL);

  if (before != NULL && before->cutoff != CLINIC_UNKNOWN && clinic_measure_kind_asks (kind, "cutoff"))
    g_object_set (draft, "cutoff", before->cutoff, NULL);

  if (place != GTK_INVALID_LIST_POSITION)
    adw_combo_row_set_selected (rules, place);
}
