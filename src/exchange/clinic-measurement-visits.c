/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "clinic-error.h"
#include "clinic-measurement-visits.h"

/* A visit that was met, once. */
typedef struct
{
  ClinicVisit  words;
  char        *name;
} Found;

static int
compare_found (gconstpointer one,
               gconstpointer other)
{
  return clinic_visit_compare (&((const Found *) one)->words, &((const Found *) other)->words);
}

/* Puts visits in order, each once; @columns by header or as they were met. FALSE when there is
 * no single baseline. */
static gboolean
sort_found (GArray   *found,
            gboolean *mixed)
{
  g_autoptr(GArray) visits = g_array_new (FALSE, FALSE, sizeof (ClinicVisit));
  guint n_baselines = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);

      n_baselines += one->words.kind == CLINIC_VISIT_BASELINE;
      g_array_append_val (visits, one->words);
    }

  *mixed = clinic_visit_mixed ((const ClinicVisit *) (void *) visits->data, visits->len);

  if (!*mixed)
    g_array_sort (found, compare_found);

  return n_baselines == 1 &&
         (!*mixed || g_array_index (found, Found, 0).words.kind == CLINIC_VISIT_BASELINE);
}

static int
find_found (GArray            *found,
            const ClinicVisit *words)
{
  for (guint i = 0; i < found->len; i++)
    {
      if (clinic_visit_equal (&g_array_index (found, Found, i).words, words))
        return i;
    }

  return -1;
}

static gboolean
ask_baseline (ClinicCsvFile            *file,
              ClinicMeasurementLayout  *self,
              GError                  **error)
{
  g_autoptr(GString) names = g_string_new (NULL);
  const char *example = NULL;
  const char *metric = self->metric != NULL ? self->metric->code : "METRIC";

  for (guint i = 0; i < self->columns->len; i++)
    {
      const ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);

      if (!column->timed || column->numbered)
        continue;

      example = example != NULL ? example : clinic_csv_file_column (file, i)->name;
      metric = column->metric != NULL ? column->metric->code : metric;
      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "",
                              clinic_csv_file_column (file, i)->name);
    }

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Which of the columns %s is the baseline, and in which order do the others "
                 "follow? Say it of each, like “%s=%s@0:before” "
                 "(0 is the baseline)."), names->str, example != NULL ? example : "COLUMN", metric);

  return FALSE;
}

/* Gives each column that names its visit the number of it. Those said by options stand. */
gboolean
clinic_measurement_visits_number (ClinicMeasurementLayout  *self,
                                  ClinicCsvFile            *file,
                                  GError                  **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, TRUE, sizeof (Found));
  gboolean all_said = TRUE;
  gboolean mixed;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);
      Found one = { column->words };

      if (!column->timed || column->numbered || column->role == CLINIC_ROLE_DERIVED)
        continue;

      all_said = FALSE;

      if (find_found (found, &column->words) < 0)
        g_array_append_val (found, one);
    }

  if (all_said)
    return TRUE;

  if (!sort_found (found, &mixed))
    return ask_baseline (file, self, error);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicMeasurementColumn *column = clinic_measurement_layout_column (self, i);

      if (column->timed && !column->numbered)
        column->visit = MAX (find_found (found, &column->words), 0);
    }

  return TRUE;
}

static gboolean
is_number (const char *text)
{
  gint64 number;

  return g_ascii_string_to_signed (text, 10, 0, 100000, &number, NULL);
}

/* Numbers that begin with 0 are what they are; others may or may not begin with the baseline. */
static gboolean
settle_numbers (ClinicMeasurementLayout  *self,
                const ClinicCsvColumn    *column,
                gboolean                  said,
                GError                  **error)
{
  gint64 lowest = G_MAXINT64;

  for (guint i = 0; i < column->words->len; i++)
    lowest = MIN (lowest, g_ascii_strtoll (column->words->pdata[i], NULL, 10));

  if (lowest == 0 || said)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Column “%s”: the visits begin with %" PRId64 ". If that is the baseline, say “%s=visit@%" PRId64 "”; "
                 "if the baseline is missing, say “%s=visit@0”."),
               column->name, lowest, column->name, lowest, column->name);

  return FALSE;
}

static gboolean
settle_words (ClinicMeasurementLayout  *self,
              const ClinicCsvColumn    *column,
              GError                  **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, TRUE, sizeof (Found));
  gboolean dated = clinic_measurement_layout_find (self, CLINIC_ROLE_DATE) >= 0;
  gboolean mixed;

  for (guint i = 0; i < column->words->len; i++)
    {
      Found one = { clinic_visit_read (column->words->pdata[i]) };

      if (one.words.kind == CLINIC_VISIT_NONE && !dated)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Column “%s”: the visit “%s” is not understood. Write numbers there (0 "
                         "is the baseline) or words such as "
                         "“baseline” and “week 12”."), column->name, (char *) column->words->pdata[i]);
          return FALSE;
        }

      if (one.words.kind != CLINIC_VISIT_NONE && find_found (found, &one.words) < 0)
        g_array_append_val (found, one);
    }

  self->visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!sort_found (found, &mixed))
    {
      /* The dates give the order. */
      if (dated)
        return TRUE;

      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Column “%s”: it does not tell which visit is the baseline and in which "
                     "order the others follow. "
                     "Write numbers there (0 is the baseline)."), column->name);
      return FALSE;
    }

  for (guint i = 0; i < column->words->len; i++)
    {
      ClinicVisit words = clinic_visit_read (column->words->pdata[i]);
      gint64 number = find_found (found, &words);

      if (words.kind != CLINIC_VISIT_NONE)
        g_hash_table_insert (self->visits, g_strdup (column->words->pdata[i]),
                             g_memdup2 (&number, sizeof number));
    }

  return TRUE;
}

gboolean
clinic_measurement_layout_settle (ClinicMeasurementLayout  *self,
                                  ClinicCsvFile            *file,
                                  GError                  **error)
{
  int visit = clinic_measurement_layout_find (self, CLINIC_ROLE_VISIT);
  const ClinicCsvColumn *column;
  gboolean numbers = TRUE;

  if (visit < 0)
    return TRUE;

  column = clinic_csv_file_column (file, visit);

  if (column->more_words)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("Column “%s”: there are more than %d different visits."), column->name, CLINIC_CSV_WORDS);
      return FALSE;
    }

  for (guint i = 0; i < column->words->len; i++)
    numbers = numbers && is_number (column->words->pdata[i]);

  return numbers ? settle_numbers (self, column,
                                   clinic_measurement_layout_column (self, visit)->said, error)
                 : settle_words (self, column, error);
}
