/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-derived-check.h"
#include "clinic-error.h"
#include "clinic-measurement-import.h"
#include "clinic-text.h"
#include "clinic-words.h"

struct _ClinicMeasurementImport
{
  ClinicCsvFile             *file;
  const ClinicImportOptions *options;
  char                      *today;
  ClinicMeasurementLayout   *layout;
  ClinicCsv                 *row;
  ClinicDerivedCheck        *derived;
  const char                *zone;            /* of all readings without another one */
  guint64                    n_blank;         /* cells without a value */
  guint64                    n_words;         /* those of them that say so in words */
  guint64                    n_rounded;
  gboolean                   in_totals;       /* a row that is a figure of the whole table was
                                               * met */
  guint64                    n_maybe;         /* taken for patients, but may be such figures */
  char                      *first_maybe;
  guint64                    maybe_line;
};

/* What the row says of all its readings. */
typedef struct
{
  ClinicMetric *metric;
  const char   *zone;
  char         *method;
  char         *note;
  char         *taken_on;
  gint64        visit;
  char         *visit_name;
  gint64        area;
} Common;

static void
clear_common (Common *common)
{
  g_free (common->method);
  g_free (common->note);
  g_free (common->taken_on);
  g_free (common->visit_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Common, clear_common)

void
clinic_measurement_row_clear (ClinicMeasurementRow *row)
{
  g_clear_pointer (&row->readings, g_ptr_array_unref);
  g_clear_pointer (&row->metrics, g_ptr_array_unref);
  g_clear_pointer (&row->subject, g_free);
  g_clear_pointer (&row->session, g_free);
  g_clear_pointer (&row->course, g_free);
  g_clear_pointer (&row->cocktail, g_free);
  g_clear_pointer (&row->diagnosis, g_free);
  g_clear_pointer (&row->protocol, g_free);
  g_clear_pointer (&row->started_on, g_free);
  g_clear_pointer (&row->sex, g_free);
  g_clear_pointer (&row->birth_date, g_free);
  g_clear_pointer (&row->imported, g_free);
}

void
clinic_measurement_import_free (ClinicMeasurementImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->row, clinic_csv_free);
  g_clear_pointer (&self->derived, clinic_derived_check_free);
  clinic_measurement_layout_free (self->layout);
  clinic_csv_file_free (self->file);
  g_free (self->first_maybe);
  g_free (self->today);
  g_free (self);
}

/* A zone as kept, as labelled, or in another language. */
static const char *
find_zone (const char *text)
{
  g_autofree char *folded = clinic_text_fold (text);

  for (const ClinicChoice *choice = clinic_zones; choice->value != NULL; choice++)
    {
      g_autofree char *value = clinic_text_fold (choice->value);
      g_autofree char *label = clinic_text_fold (_(choice->label));

      if (g_str_equal (folded, value) || g_str_equal (folded, label))
        return choice->value;
    }

  return clinic_words_find ("zone", text);
}

static gboolean
check_zone_option (ClinicMeasurementImport  *self,
                   GError                  **error)
{
  if (self->options->zone == NULL)
    return TRUE;

  self->zone = find_zone (self->options->zone);

  if (self->zone == NULL)
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("There is no zone “%s”."),
                 self->options->zone);

  return self->zone != NULL;
}

ClinicMeasurementImport *
clinic_measurement_import_new (const char                 *path,
                               const ClinicImportOptions  *options,
                               GPtrArray                  *metrics,
                               const char                 *today,
                               GPtrArray                  *seen,
                               GError                    **error)
{
  g_autoptr(ClinicMeasurementImport) self = g_new0 (ClinicMeasurementImport, 1);
  gboolean studied;

  g_return_val_if_fail (path != NULL && options != NULL && metrics != NULL && today != NULL &&
                        seen != NULL, NULL);

  self->options = options;
  self->today = g_strdup (today);
  self->file = clinic_csv_file_open (path, options, error);

  if (self->file == NULL || !check_zone_option (self, error))
    return NULL;

  self->layout = clinic_measurement_layout_new (self->file, options, metrics, error);

  if (self->layout == NULL)
    {
      clinic_csv_file_describe (self->file, seen);
      return NULL;
    }

  studied = clinic_csv_file_study (self->file, options, today, error);
  clinic_csv_file_describe (self->file, seen);
  clinic_measurement_layout_describe (self->layout, self->file, seen);

  if (!studied || !clinic_measurement_layout_settle (self->layout, self->file, error) ||
      !clinic_measurement_import_rewind (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

ClinicCsvFile *
clinic_measurement_import_get_file (ClinicMeasurementImport *self)
{
  return self->file;
}

ClinicCsv *
clinic_measurement_import_get_row (ClinicMeasurementImport *self)
{
  return self->row;
}

gboolean
clinic_measurement_import_rewind (ClinicMeasurementImport  *self,
                                  GError                  **error)
{
  g_clear_pointer (&self->row, clinic_csv_free);
  g_clear_pointer (&self->derived, clinic_derived_check_free);
  g_clear_pointer (&self->first_maybe, g_free);
  self->n_blank = self->n_words = self->n_rounded = self->n_maybe = 0;
  self->in_totals = FALSE;
  self->derived = clinic_derived_check_new ();
  self->row = clinic_csv_file_read (self->file, error);

  return self->row != NULL;
}

/* The cell without the white space around it; NULL: nothing is there. */
static char *
dup_cell (ClinicMeasurementImport *self,
          guint                    i)
{
  return clinic_text_clean (clinic_csv_get_field (self->row, i));
}

static char *
read_date (ClinicMeasurementImport  *self,
           guint                     i,
           const char               *cell,
           char                    **date)
{
  const ClinicCsvColumn *source = clinic_csv_file_column (self->file, i);

  if (clinic_words_is_blank (cell))
    return NULL;

  *date = clinic_csv_read_date (cell, source->order, self->today);

  if (*date == NULL && clinic_csv_is_day_number (cell))
    return g_strdup_printf (_("%s: “%s” may be a day as spreadsheets count them. Write it there "
                              "as a date, and save the table again."),
                            source->name, cell);

  if (*date == NULL)
    return g_strdup_printf (_("%s: “%s” is no date (%s)."), source->name, cell,
                            clinic_csv_order_label (source->order));

  if (strcmp (*date, self->today) > 0)
    return g_strdup_printf (_("%s: “%s” lies in the future."), source->name, cell);

  return NULL;
}

static char *
read_visit (ClinicMeasurementImport *self,
            const char              *name,
            const char              *cell,
            Common                  *common)
{
  const gint64 *number = self->layout->visits != NULL ? g_hash_table_lookup (self->layout->visits,
                                                                             cell) : NULL;
  gint64 given;

  if (number != NULL)
    common->visit = *number;
  else if (self->layout->visits == NULL &&
           g_ascii_string_to_signed (cell, 10, 0, 100000, &given, NULL))
    common->visit = given - self->layout->first_visit;

  if (common->visit != CLINIC_UNKNOWN && common->visit < 0)
    return g_strdup_printf (_("%s: “%s” is before the baseline."), name, cell);

  /* A bare number says what "visit" says. */
  if (self->layout->visits != NULL)
    common->visit_name = g_strdup (cell);
  else if (g_strcmp0 (clinic_words_find ("visit", name), "number") != 0)
    common->visit_name = g_strdup_printf ("%s %s", name, cell);

  return NULL;
}

static char *
read_number (ClinicMeasurementImport *self,
             const ClinicCsvColumn   *source,
             const char              *cell,
             gint64                  *value)
{
  if (clinic_csv_read_number (cell, source->mark, FALSE, value))
    return NULL;

  if (!clinic_csv_is_too_fine (cell, source->mark))
    return g_strdup_printf (_("%s: “%s” is no number (decimal mark: %s)."), source->name, cell,
                            source->mark == ',' ? _("comma") : _("point"));

  if (!self->options->round)
    return g_strdup_printf (_("%s: “%s” has more than three decimals; only three are kept. Ask "
                              "for rounding, if that is right."),
                            source->name, cell);

  if (!clinic_csv_read_number (cell, source->mark, TRUE, value))
    return g_strdup_printf (_("%s: “%s” is too big."), source->name, cell);

  self->n_rounded++;

  return NULL;
}

static char *
read_sex (const char *cell)
{
  const char *sex = clinic_words_find ("sex", cell);

  return sex != NULL && strlen (sex) == 1 ? g_strdup (sex) : NULL;
}

static void
keep (ClinicMeasurementRow  *row,
      const ClinicCsvColumn *source,
      const char            *cell)
{
  g_autofree char *before = row->imported;
  g_auto(GStrv) lines = g_strsplit (cell, "\n", -1);
  g_autofree char *value = g_strjoinv ("\n  ", lines);

  row->imported = before != NULL ? g_strdup_printf ("%s\n%s: %s", before, source->name, value)
                                 : g_strdup_printf ("%s: %s", source->name, value);
}

static char *
read_metric (ClinicMeasurementImport *self,
             const char              *cell,
             Common                  *common)
{
  common->metric = clinic_metric_words_find (self->layout->metrics, cell);

  return common->metric != NULL ? NULL : g_strdup_printf (_("There is no metric “%s”."), cell);
}

static char *
read_zone (const char *name,
           const char *cell,
           Common     *common)
{
  common->zone = find_zone (cell);

  return common->zone != NULL ? NULL : g_strdup_printf (_("%s: “%s” is no zone."), name, cell);
}

/* Cells that are about the row as a whole. */
static char *
read_common (ClinicMeasurementImport *self,
             guint                    i,
             const char              *cell,
             Common                  *common,
             ClinicMeasurementRow    *row)
{
  const ClinicCsvColumn *source = clinic_csv_file_column (self->file, i);

  switch (clinic_measurement_layout_column (self->layout, i)->role)
    {
    case CLINIC_ROLE_SUBJECT: row->subject = g_strdup (cell); break;
    case CLINIC_ROLE_DATE: return read_date (self, i, cell, &common->taken_on);
    case CLINIC_ROLE_VISIT: return read_visit (self, source->name, cell, common);
    case CLINIC_ROLE_METRIC: return read_metric (self, cell, common);
    case CLINIC_ROLE_ZONE: return read_zone (source->name, cell, common);
    case CLINIC_ROLE_METHOD: common->method = g_strdup (cell); break;
    case CLINIC_ROLE_AREA: return clinic_words_is_blank (cell) ? NULL : read_number (self, source, cell, &common->area);
    case CLINIC_ROLE_NOTE: common->note = g_strdup (cell); break;
    case CLINIC_ROLE_SESSION: row->session = g_strdup (cell); break;
    case CLINIC_ROLE_COURSE: row->course = g_strdup (cell); break;
    case CLINIC_ROLE_COCKTAIL: row->cocktail = g_strdup (cell); break;
    case CLINIC_ROLE_DIAGNOSIS: row->diagnosis = g_strdup (cell); break;
    case CLINIC_ROLE_PROTOCOL: row->protocol = g_strdup (cell); break;
    case CLINIC_ROLE_STARTED_ON: return read_date (self, i, cell, &row->started_on);
    case CLINIC_ROLE_BIRTH_DATE: return read_date (self, i, cell, &row->birth_date);
    case CLINIC_ROLE_SEX:
      row->sex = read_sex (cell);

      if (row->sex == NULL)
        keep (row, source, cell);
      break;

    case CLINIC_ROLE_KEEP:
    case CLINIC_ROLE_DERIVED: keep (row, source, cell); break;
    case CLINIC_ROLE_DROP:
    case CLINIC_ROLE_UNIT:
    case CLINIC_ROLE_READING:
    case CLINIC_ROLE_VISIT_DATE:
    default: break;
    }

  return NULL;
}

static char *
check_unit (ClinicMeasurementImport *self,
            ClinicMetric            *metric)
{
  int unit = clinic_measurement_layout_find (self->layout, CLINIC_ROLE_UNIT);
  g_autofree char *cell = unit >= 0 ? dup_cell (self, unit) : NULL;

  if (cell == NULL || clinic_metric_same_unit (metric, cell))
    return NULL;

  return g_strdup_printf (_("The unit is “%s”, but %s is kept in “%s”."), cell, metric->name,
                          metric->unit != NULL ? metric->unit : "");
}

/* The date of the visit that another column gives. */
static char *
find_visit_date (ClinicMeasurementImport  *self,
                 ClinicMeasurementColumn  *column,
                 char                    **date)
{
  for (guint i = 0; column->timed && i < self->layout->columns->len; i++)
    {
      const ClinicMeasurementColumn *other = clinic_measurement_layout_column (self->layout, i);
      g_autofree char *cell = NULL;

      if (other->role != CLINIC_ROLE_VISIT_DATE || other->visit != column->visit)
        continue;

      cell = dup_cell (self, i);

      return cell != NULL ? read_date (self, i, cell, date) : NULL;
    }

  return NULL;
}

static void
add_reading (ClinicMeasurementImport *self,
             ClinicMeasurementColumn *column,
             Common                  *common,
             ClinicMetric            *metric,
             gint64                   value,
             const char              *date,
             ClinicMeasurementRow    *row)
{
  ClinicMeasurement *reading = clinic_measurement_new ();
  const char *zone =
    column->zone != NULL ? column->zone : common->zone != NULL ? common->zone : self->zone;

  g_object_set (reading,
                "metric-id", clinic_record_get_id (CLINIC_RECORD (metric)),
                "zone", zone,
                "method", common->method != NULL ? common->method : self->options->method,
                "value", value,
                "area", common->area,
                "taken-on", date != NULL ? date : common->taken_on,
                "visit", column->timed ? column->visit : common->visit,
                "visit-name", column->timed ? column->visit_name : common->visit_name,
                "note", common->note,
                NULL);

  g_ptr_array_add (row->readings, reading);
  g_ptr_array_add (row->metrics, metric);
}

/* "178.3 ± 7.8", "178.3 (7.8)": @rest is what stands behind the first number. */
static gboolean
is_spread (const char *rest)
{
  gsize length = strlen (rest);

  return g_str_has_prefix (rest, "\302\261") || g_str_has_prefix (rest, "+/-") ||
         g_str_has_prefix (rest, "/-") ||
         (length > 2 && rest[0] == '(' && rest[length - 1] == ')' &&
          strpbrk (rest, "0123456789") != NULL);
}

/* A reading may have its unit behind it: "45 %". What is neither number nor unit is left for
 * read_number () to refuse. */
static char *
take_unit_off (const char    *name,
               const char    *cell,
               ClinicMetric  *metric,
               char         **number)
{
  const char *rest;

  *number = clinic_csv_split_number (cell, &rest);

  if (*rest == '\0' || clinic_metric_same_unit (metric, rest))
    return NULL;

  if (is_spread (rest))
    return g_strdup_printf (_("%s: “%s” is a mean with its spread, not one reading."), name, cell);

  if (**number != '\0' && (g_unichar_isalpha (g_utf8_get_char (rest)) || *rest == '%') &&
      strpbrk (rest, " *0123456789") == NULL)
    return g_strdup_printf (_("%s: “%s”: its unit is “%s”, but %s is kept in “%s”."), name, cell,
                            rest, metric->name,
                            metric->unit != NULL ? metric->unit : "");

  g_free (*number);
  *number = g_strdup (cell);

  return NULL;
}

/* A cell that holds a reading, or nothing: then it was not measured, which is no nought. */
static char *
read_reading (ClinicMeasurementImport *self,
              guint                    i,
              const char              *cell,
              Common                  *common,
              ClinicMeasurementRow    *row)
{
  ClinicMeasurementColumn *column = clinic_measurement_layout_column (self->layout, i);
  ClinicMetric *metric = column->metric != NULL ? column->metric
                         : common->metric != NULL ? common->metric : self->layout->metric;
  g_autofree char *date = NULL;
  g_autofree char *number = NULL;
  char *reason;
  gint64 value;

  if (clinic_words_is_blank (cell))
    {
      self->n_blank++;
      self->n_words += cell != NULL;
      return NULL;
    }

  if (metric == NULL)
    return g_strdup (_("There is no word on what was measured."));

  reason = take_unit_off (clinic_csv_file_column (self->file, i)->name, cell, metric, &number);

  if (reason == NULL)
    reason = read_number (self, clinic_csv_file_column (self->file, i), number, &value);

  if (reason == NULL)
    reason = check_unit (self, metric);

  if (reason == NULL)
    reason = find_visit_date (self, column, &date);

  if (reason == NULL && !column->timed && common->visit == CLINIC_UNKNOWN &&
      common->taken_on == NULL)
    reason = g_strdup (_("There is no word on when it was measured."));

  if (reason == NULL)
    add_reading (self, column, common, metric, value, date, row);

  return reason;
}

static void
compare_derived (ClinicMeasurementImport *self,
                 ClinicMeasurementRow    *row)
{
  char mark = '.';

  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      if (clinic_measurement_layout_column (self->layout, i)->role == CLINIC_ROLE_READING)
        mark = clinic_csv_file_column (self->file, i)->mark;
    }

  for (guint i = 0; i < self->layout->columns->len; i++)
    {
      ClinicMeasurementColumn *column = clinic_measurement_layout_column (self->layout, i);
      g_autofree char *cell = column->role == CLINIC_ROLE_DERIVED ? dup_cell (self, i) : NULL;

      if (cell != NULL)
        clinic_derived_check_add (self->derived, row, column,
                                  clinic_csv_file_column (self->file, i)->name, cell, mark,
                                  clinic_csv_get_line (self->row));
    }
}

/* Below a printed table stand its sums and means, where one would look for a patient. */
static char *
check_total (ClinicMeasurementImport *self,
             const char              *subject)
{
  ClinicTotal total = clinic_words_total (subject);

  if (total == CLINIC_TOTAL_SURE || (total == CLINIC_TOTAL_MAYBE && self->in_totals))
    {
      self->in_totals = TRUE;
      return g_strdup_printf (_("“%s” is no patient but a figure of the whole table."), subject);
    }

  if (total == CLINIC_TOTAL_MAYBE && self->n_maybe++ == 0)
    {
      self->first_maybe = g_strdup (subject);
      self->maybe_line = clinic_csv_get_line (self->row);
    }

  return NULL;
}

static char *
take_row (ClinicMeasurementImport *self,
          ClinicMeasurementRow    *row)
{
  g_auto(Common) common = { .visit = CLINIC_UNKNOWN, .area = CLINIC_UNKNOWN };
  char *reason = clinic_csv_file_dup_fault (self->file, self->row);

  for (guint i = 0; reason == NULL && i < self->layout->columns->len; i++)
    {
      g_autofree char *cell = dup_cell (self, i);

      if (cell != NULL)
        reason = read_common (self, i, cell, &common, row);
    }

  if (reason == NULL && row->subject == NULL)
    reason = g_strdup (_("There is no word on whose measurements these are."));

  if (reason == NULL)
    reason = check_total (self, row->subject);

  for (guint i = 0; reason == NULL && i < self->layout->columns->len; i++)
    {
      g_autofree char *cell = dup_cell (self, i);

      if (clinic_measurement_layout_column (self->layout, i)->role == CLINIC_ROLE_READING)
        reason = read_reading (self, i, cell, &common, row);
    }

  if (reason == NULL && row->readings->len == 0)
    reason = g_strdup (_("There is no value in this row."));

  if (reason == NULL)
    compare_derived (self, row);

  return reason;
}

gboolean
clinic_measurement_import_next (ClinicMeasurementImport  *self,
                                ClinicMeasurementRow     *row,
                                char                    **reason,
                                GError                  **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL && row != NULL && reason != NULL, FALSE);

  *row = (ClinicMeasurementRow) {
    .readings = g_ptr_array_new_with_free_func (g_object_unref),
    .metrics = g_ptr_array_new (),
  };
  *reason = NULL;

  while (clinic_csv_next (self->row, &failure))
    {
      if (clinic_csv_is_blank (self->row))
        continue;

      *reason = take_row (self, row);

      return TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return FALSE;
}

void
clinic_measurement_import_note (ClinicMeasurementImport *self,
                                GPtrArray               *notes)
{
  clinic_derived_check_note (self->derived, notes);

  if (self->n_blank > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (_("Cells without a value, which are “not measured”, never "
                                        "0: %" PRIu64
                                        " (%" PRIu64 " of them in words, like “n/a”)."), self->n_blank, self->n_words));

  if (self->n_maybe > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (_("Rows whose subject may be a figure of the whole table, "
                                        "taken for patients: %" PRIu64
                                        " (“%s” on line %" PRIu64 ")."), self->n_maybe, self->first_maybe,
                                      self->maybe_line));

  if (self->n_rounded > 0)
    g_ptr_array_add (notes, g_strdup_printf (_("Values rounded to three decimals, as asked: %" PRIu64 "."), self->n_rounded));
}
