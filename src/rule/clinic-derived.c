/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-decimal.h"
#include "clinic-derived.h"
#include "clinic-error.h"
#include "clinic-pull.h"

#define MOST_ITEMS 12

/* Rounded half away from zero. */
static gint64
divide (gint64 number,
        gint64 by)
{
  gint64 half = by / 2;

  return number >= 0 ? (number + half) / by : (number - half) / by;
}

gint64
clinic_salt_score (gint64 top,
                   gint64 back,
                   gint64 left,
                   gint64 right)
{
  return divide (40 * top + 24 * back + 18 * left + 18 * right, 100);
}

const char *
clinic_salt_band (gint64 score)
{
  static const struct { gint64 below; const char *band; } bands[] = {
    { 1, "S0" }, { 25000, "S1" }, { 50000, "S2" }, { 75000, "S3" }, { 100000, "S4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      if (score < bands[i].below)
        return bands[i].band;
    }

  return "S5";
}

const char *
clinic_salt_severity (gint64 score)
{
  if (score == 0)
    return _("nothing lost");

  if (score <= 20000)
    return _("mild");

  if (score < 50000)
    return _("moderate");

  return score < 95000 ? _("severe") : _("very severe");
}

gboolean
clinic_salt_regrowth (gint64  initial,
                      gint64  final,
                      double *percent)
{
  if (initial == 0)
    return FALSE;

  *percent = (double) (initial - final) * 100 / initial;

  return TRUE;
}

gint64
clinic_count_density (gint64 counted,
                      gint64 area)
{
  g_return_val_if_fail (area > 0, 0);

  return divide (counted * 1000 * 1000, area);
}

gboolean
clinic_dlqi_total (const int *answers,
                   gint64    *total)
{
  guint n_missing = 0;

  *total = 0;

  for (guint i = 0; i < 10; i++)
    {
      n_missing += answers[i] < 0;
      *total += MAX (answers[i], 0);
    }

  return n_missing < 2;
}

const char *
clinic_dlqi_effect (gint64 total)
{
  if (total <= 1)
    return _("no effect on life");

  if (total <= 5)
    return _("small effect on life");

  if (total <= 10)
    return _("moderate effect on life");

  return total <= 20 ? _("very large effect on life") : _("extremely large effect on life");
}

const char *
clinic_photo_words (gint64 score)
{
  static const char *const words[] = {
    N_("very deteriorated"), N_("deteriorated"), N_("slightly deteriorated"), N_("no change"),
    N_("slightly improved"), N_("improved"), N_("very improved"),
  };

  g_return_val_if_fail (score >= -3 && score <= 3, "");

  return _(words[score + 3]);
}

/* The numbers of .items in thousandths, -1 for "-"; how many, or -1 with @error. */
static int
parse_items (const char  *text,
             gint64       low,
             gint64       high,
             gint64      *numbers,
             GError     **error)
{
  g_auto(GStrv) words = g_strsplit (text, " ", MOST_ITEMS + 1);
  guint n = g_strv_length (words);

  for (guint i = 0; i < MIN (n, MOST_ITEMS); i++)
    {
      numbers[i] = -1;

      if (strcmp (words[i], "-") != 0 &&
          (!clinic_decimal_parse (words[i], '.', &numbers[i]) || numbers[i] < low * 1000 ||
           numbers[i] > high * 1000))
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Made of: “%s” is not a number from %d to %d."), words[i], (int) low,
                       (int) high);
          return -1;
        }
    }

  if (n <= MOST_ITEMS)
    return n;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("Made of: Too many numbers."));

  return -1;
}

static gboolean
refuse (const char  *message,
        GError     **error)
{
  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
has_gap (const gint64 *numbers,
         int           n)
{
  for (int i = 0; i < n; i++)
    {
      if (numbers[i] < 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
apply_salt (ClinicMeasurement  *self,
            GError            **error)
{
  gint64 numbers[MOST_ITEMS];
  int n = parse_items (self->items, 0, 100, numbers, error);

  if (n < 0)
    return FALSE;

  if (n != 4 || has_gap (numbers, n))
    return refuse (_("Made of: SALT needs all four quadrants."), error);

  g_object_set (self, "value",
                clinic_salt_score (numbers[0], numbers[1], numbers[2], numbers[3]), NULL);

  return TRUE;
}

static gboolean
apply_dlqi (ClinicMeasurement  *self,
            GError            **error)
{
  gint64 numbers[MOST_ITEMS];
  int answers[10];
  gint64 total;
  int n = parse_items (self->items, 0, 3, numbers, error);

  if (n < 0)
    return FALSE;

  for (int i = 0; i < 10; i++)
    answers[i] = i < n && numbers[i] >= 0 ? (int) (numbers[i] / 1000) : -1;

  if (n != 10 || !clinic_dlqi_total (answers, &total))
    return refuse (_("Made of: With two and more answers missing the DLQI is not scored."), error);

  g_object_set (self, "value", total * 1000, NULL);

  return TRUE;
}

static gboolean
apply_comb (ClinicMeasurement  *self,
            GError            **error)
{
  gint64 numbers[MOST_ITEMS];
  gint64 total = 0;
  int n = parse_items (self->items, 0, 5000, numbers, error);

  if (n < 0)
    return FALSE;

  if (n > 3 || has_gap (numbers, n))
    return refuse (_("Made of: One, two or three combings are counted."), error);

  for (int i = 0; i < n; i++)
    total += numbers[i];

  g_object_set (self, "value", divide (total, n), NULL);

  return TRUE;
}

static gboolean
apply_pull (ClinicMeasurement  *self,
            ClinicPullVersion  *own,
            GError            **error)
{
  g_autoptr(ClinicPullRule) made = own != NULL ? clinic_pull_rule_of_version (own) : NULL;
  const ClinicPullRule *rule = made != NULL ? made : clinic_pull_rule_find (self->rule);
  gint64 numbers[MOST_ITEMS];
  gint64 total = 0;
  int n = parse_items (self->items, 0, 1000, numbers, error);

  if (n < 0)
    return FALSE;

  if (has_gap (numbers, n))
    return refuse (_("Made of: Say how many hairs came out at each place."), error);

  if (rule == NULL)
    return refuse (_("Rule: Choose the rule that the test is judged by."), error);

  for (int i = 0; i < n; i++)
    {
      numbers[i] /= 1000;
      total += numbers[i];

      if (self->grasped != CLINIC_UNKNOWN && numbers[i] > self->grasped)
        return refuse (_("Hairs grasped: More came out than were grasped."), error);
    }

  g_object_set (self, "value", total * 1000, "result",
                clinic_pull_rule_judge (rule, self->grasped, numbers, n), "rule", rule->id, "rule-version", rule->version,
                "pull-version-id", own != NULL ? clinic_record_get_id (CLINIC_RECORD (own)) : CLINIC_UNKNOWN, NULL);

  return TRUE;
}

gboolean
clinic_derived_apply (ClinicMeasurement  *self,
                      const char         *code,
                      ClinicPullVersion  *own,
                      GError            **error)
{
  g_return_val_if_fail (CLINIC_IS_MEASUREMENT (self) && code != NULL, FALSE);

  if (g_str_has_prefix (code, "density_") && self->counted != CLINIC_UNKNOWN)
    {
      if (self->area == CLINIC_UNKNOWN)
        return refuse (_("Area (cm²): Say in which area the hairs were counted."), error);

      g_object_set (self, "value", clinic_count_density (self->counted, self->area), NULL);
      return TRUE;
    }

  if (self->items == NULL)
    return TRUE;

  if (strcmp (code, "salt") == 0)
    return apply_salt (self, error);

  if (strcmp (code, "dlqi") == 0)
    return apply_dlqi (self, error);

  if (strcmp (code, "comb_60s") == 0)
    return apply_comb (self, error);

  return strcmp (code, "pull_test") != 0 || apply_pull (self, own, error);
}

char *
clinic_photo_score_words (gint64 score)
{
  const char *words = clinic_photo_words (score);

  return score == 0 ? g_strdup_printf (C_("score, in words", "0, %s"), words)
                    : g_strdup_printf (C_("score, in words", "%+d, %s"), (int) score, words);
}

char *
clinic_derived_say (ClinicMeasurement *self,
                    const char        *code)
{
  gint64 value = self->value;

  if (value == CLINIC_UNKNOWN)
    return NULL;

  if (strcmp (code, "salt") == 0 && value >= 0)
    return g_strdup_printf (C_("band of SALT, in words", "%s, %s"), clinic_salt_band (value),
                            clinic_salt_severity (value));

  if (strcmp (code, "dlqi") == 0)
    return g_strdup (clinic_dlqi_effect (value / 1000));

  if (strcmp (code, "global_photo") == 0 && ABS (value) <= 3000)
    return g_strdup (clinic_photo_words (value / 1000));

  if (strcmp (code, "pull_test") == 0)
    return self->result != NULL
           ? g_strdup (clinic_choice_label (clinic_test_results, self->result))
           : g_strdup (_("the rule cannot tell"));

  return NULL;
}
