/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-csv-file.h"
#include "clinic-csv-separator.h"
#include "clinic-error.h"
#include "clinic-text.h"
#include "clinic-words.h"

static void
free_column (gpointer data)
{
  ClinicCsvColumn *column = data;

  g_free (column->name);
  g_free (column->how);
  g_clear_pointer (&column->words, g_ptr_array_unref);
  clinic_csv_evidence_clear (&column->evidence);
  g_free (column);
}

void
clinic_csv_file_free (ClinicCsvFile *self)
{
  if (self == NULL)
    return;

  clinic_encoding_clear (&self->encoding);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_free (self->separator_how);
  g_free (self->path);
  g_free (self);
}

/* Excel's own first line, "sep=;". */
static gboolean
read_announcement (ClinicCsvFile  *self,
                   char           *separator,
                   GError        **error)
{
  g_autoptr(GInputStream) stream = clinic_encoding_open (self->path, &self->encoding, error);
  char start[7] = "";
  gsize length;

  *separator = 0;

  if (stream == NULL)
    return FALSE;

  g_input_stream_read_all (stream, start, 6, &length, NULL, NULL);

  if (length == 6 && g_ascii_strncasecmp (start, "sep=", 4) == 0 && (start[5] == '\r' || start[5] == '\n') &&
      strchr (",;|\t", start[4]) != NULL)
    *separator = start[4];

  return TRUE;
}

static gboolean
find_separator (ClinicCsvFile              *self,
                const ClinicImportOptions  *options,
                GError                    **error)
{
  char announced;

  if (!read_announcement (self, &announced, error))
    return FALSE;

  /* The line with the announcement is no row. */
  self->header_line = announced != 0 ? 1 : 0;

  if (options->separator != 0 || announced != 0)
    {
      self->separator = options->separator != 0 ? options->separator : announced;
      self->separator_how = g_strdup (_("Separator: as said."));
      return TRUE;
    }

  self->separator = clinic_csv_separator_find (self->path, &self->encoding, &self->separator_how, error);

  return self->separator != 0;
}

static void
add_column (ClinicCsvFile *self,
            const char    *text)
{
  ClinicCsvColumn *column = g_new0 (ClinicCsvColumn, 1);
  g_autofree char *clean = clinic_text_clean (text);
  guint again = 1;

  if (clean == NULL)
    clean = g_strdup_printf (_("Column %u"), self->columns->len + 1);

  column->name = g_strdup (clean);

  /* Two columns of one name could not be told apart. */
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_str_equal (clinic_csv_file_column (self, i)->name, column->name))
        {
          g_free (column->name);
          column->name = g_strdup_printf ("%s (%u)", clean, ++again);
          i = G_MAXUINT;
        }
    }

  g_ptr_array_add (self->columns, column);
}

/* The reader stands behind the header. */
static ClinicCsv *
start_reading (ClinicCsvFile  *self,
               GError        **error)
{
  g_autoptr(GInputStream) stream = clinic_encoding_open (self->path, &self->encoding, error);
  g_autoptr(ClinicCsv) csv = NULL;
  GError *failure = NULL;
  guint64 announced = self->header_line == 1 && self->columns->len == 0 ? 1 : 0;

  if (stream == NULL)
    return NULL;

  csv = clinic_csv_new (stream, self->separator);

  while (clinic_csv_next (csv, &failure))
    {
      if (clinic_csv_is_blank (csv) || clinic_csv_get_line (csv) <= announced)
        continue;

      if (self->columns->len == 0 || clinic_csv_get_line (csv) == self->header_line)
        return g_steal_pointer (&csv);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("“%s” is empty: there is no header."), self->path);

  return NULL;
}

static gboolean
read_header (ClinicCsvFile  *self,
             GError        **error)
{
  g_autoptr(ClinicCsv) csv = start_reading (self, error);

  if (csv == NULL)
    return FALSE;

  if (clinic_csv_get_fault (csv) != NULL)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, _("Line %" PRIu64 ", the header: %s"),
                   clinic_csv_get_line (csv), clinic_csv_get_fault (csv));
      return FALSE;
    }

  self->header_line = clinic_csv_get_line (csv);

  for (guint i = 0; i < clinic_csv_n_fields (csv); i++)
    add_column (self, clinic_csv_get_field (csv, i));

  return TRUE;
}

ClinicCsvFile *
clinic_csv_file_open (const char                 *path,
                      const ClinicImportOptions  *options,
                      GError                    **error)
{
  g_autoptr(ClinicCsvFile) self = g_new0 (ClinicCsvFile, 1);

  g_return_val_if_fail (path != NULL && options != NULL, NULL);

  self->path = g_strdup (path);
  self->columns = g_ptr_array_new_with_free_func (free_column);

  if (!clinic_encoding_detect (path, options->encoding, &self->encoding, error) ||
      !find_separator (self, options, error) ||
      !read_header (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

ClinicCsv *
clinic_csv_file_read (ClinicCsvFile  *self,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL && self->columns->len > 0, NULL);

  return start_reading (self, error);
}

ClinicCsvColumn *
clinic_csv_file_column (ClinicCsvFile *self,
                        guint          column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return self->columns->pdata[column];
}

/* More cells than columns are nothing when they are empty. */
char *
clinic_csv_file_dup_fault (ClinicCsvFile *self,
                           ClinicCsv     *row)
{
  guint n_fields = clinic_csv_n_fields (row);

  if (clinic_csv_get_fault (row) != NULL)
    return g_strdup (clinic_csv_get_fault (row));

  for (guint i = self->columns->len; i < n_fields; i++)
    {
      if (!clinic_text_is_empty (clinic_csv_get_field (row, i)))
        return g_strdup_printf (_("The row has %u columns, the header %u."), n_fields, self->columns->len);
    }

  if (n_fields < self->columns->len)
    return g_strdup_printf (_("The row has only %u columns, the header %u."), n_fields, self->columns->len);

  return NULL;
}

static void
add_word (ClinicCsvColumn *column,
          const char      *value)
{
  if (column->more_words || g_ptr_array_find_with_equal_func (column->words, value, g_str_equal, NULL))
    return;

  if (column->words->len == CLINIC_CSV_WORDS)
    column->more_words = TRUE;
  else
    g_ptr_array_add (column->words, g_strdup (value));
}

static void
study_cell (ClinicCsvColumn *column,
            const char      *text,
            guint64          line,
            const char      *today)
{
  g_autofree char *value = NULL;

  if (clinic_words_is_blank (text))
    return;

  column->n_filled++;

  if (column->kind == CLINIC_CSV_TEXT)
    return;

  value = clinic_text_clean (text);

  if (value == NULL)
    return;

  if (column->kind == CLINIC_CSV_DATE)
    clinic_csv_evidence_add_date (&column->evidence, value, line, today);
  else if (column->kind == CLINIC_CSV_NUMBER)
    clinic_csv_evidence_add_number (&column->evidence, value, line);
  else
    add_word (column, value);
}

static gboolean
check_end (ClinicCsvFile              *self,
           ClinicCsv                  *row,
           const ClinicImportOptions  *options,
           GError                    **error)
{
  if (!clinic_csv_is_open (row) || clinic_csv_n_fields (row) >= self->columns->len || options->allow_cut)
    return TRUE;

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Line %" PRIu64 ": the file ends within this row, after %u of %u columns: it was cut off. "
                 "Please fetch it again."),
               clinic_csv_get_line (row), clinic_csv_n_fields (row), self->columns->len);

  return FALSE;
}

static gboolean
study_rows (ClinicCsvFile              *self,
            const ClinicImportOptions  *options,
            const char                 *today,
            guint64                    *n_ragged,
            GError                    **error)
{
  g_autoptr(ClinicCsv) row = clinic_csv_file_read (self, error);
  GError *failure = NULL;

  if (row == NULL)
    return FALSE;

  while (clinic_csv_next (row, &failure))
    {
      g_autofree char *fault = NULL;

      if (clinic_csv_is_blank (row))
        {
          self->n_blank++;
          continue;
        }

      self->n_rows++;

      if (!check_end (self, row, options, error))
        return FALSE;

      fault = clinic_csv_file_dup_fault (self, row);

      if (fault != NULL)
        {
          *n_ragged += 1;
          continue;
        }

      for (guint i = 0; i < self->columns->len; i++)
        study_cell (clinic_csv_file_column (self, i), clinic_csv_get_field (row, i), clinic_csv_get_line (row), today);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, failure);

  return FALSE;
}

const char *
clinic_csv_order_label (ClinicDateOrder order)
{
  switch (order)
    {
    case CLINIC_DATE_YMD: return _("year-month-day");
    case CLINIC_DATE_DMY: return _("day/month/year");
    case CLINIC_DATE_MDY: return _("month/day/year");
    default: return NULL;
    }
}

static const char *
get_mark_label (char mark)
{
  return mark == ',' ? _("comma") : _("point");
}

/* "only month/day/year fits: line 17 has “5/25/1989”" — the value that the next likely reading stumbles over. */
static char *
explain_order (const ClinicCsvColumn *column)
{
  static const ClinicDateOrder likely[] = { CLINIC_DATE_DMY, CLINIC_DATE_MDY, CLINIC_DATE_YMD };

  for (guint i = 0; i < G_N_ELEMENTS (likely) && column->evidence.open == 1u << column->order; i++)
    {
      ClinicDateOrder other = likely[i];

      if (other != column->order && column->evidence.value[other] != NULL)
        return g_strdup_printf (_("dates as %s: line %" PRIu64 " has “%s”"), clinic_csv_order_label (column->order),
                                column->evidence.line[other], column->evidence.value[other]);
    }

  return g_strdup_printf (_("dates as %s; another order would say the same"), clinic_csv_order_label (column->order));
}

static void
ask_order (const ClinicCsvColumn *column,
           ClinicCsvVerdict       verdict,
           GString               *questions)
{
  const ClinicCsvEvidence *evidence = &column->evidence;
  ClinicDateOrder other = CLINIC_DATE_MDY;

  /* One value may speak against two orders; another one has to speak against the third. */
  if (evidence->line[CLINIC_DATE_DMY] == evidence->line[CLINIC_DATE_MDY])
    other = CLINIC_DATE_YMD;

  g_string_append (questions, questions->len > 0 ? "\n" : "");

  if (verdict == CLINIC_CSV_EITHER)
    g_string_append_printf (questions,
                            _("Column “%s”: every date can be read in more than one order. Say which it is: "
                              "day/month/year, month/day/year or year-month-day."), column->name);
  else
    g_string_append_printf (questions,
                            _("Column “%s”: no order fits all dates: line %" PRIu64 " has “%s”, "
                              "line %" PRIu64 " has “%s”. Say which order it is; rows that do not fit will be refused."),
                            column->name, evidence->line[CLINIC_DATE_DMY], evidence->value[CLINIC_DATE_DMY],
                            evidence->line[other], evidence->value[other]);
}

static void
settle_order (ClinicCsvColumn           *column,
              const ClinicImportOptions *options,
              GString                   *questions)
{
  ClinicCsvVerdict verdict;
  guint reading;

  if (options->has_date_order)
    {
      column->order = options->date_order;
      column->how = g_strdup_printf (_("dates as %s, as said"), clinic_csv_order_label (column->order));
      return;
    }

  verdict = clinic_csv_evidence_judge (&column->evidence, &reading);

  if (verdict != CLINIC_CSV_SETTLED)
    {
      ask_order (column, verdict, questions);
      return;
    }

  column->order = reading;

  if (column->evidence.n_fit > 0)
    column->how = explain_order (column);
}

/* The mark nothing speaks against; when nothing speaks against either, all values are whole or mean the same. */
static void
settle_mark (ClinicCsvColumn           *column,
             const ClinicImportOptions *options,
             GString                   *questions)
{
  const ClinicCsvEvidence *evidence = &column->evidence;
  ClinicCsvVerdict verdict;
  guint reading;

  if (options->decimal_mark != 0)
    {
      column->mark = options->decimal_mark;
      column->how = g_strdup_printf (_("decimal mark: %s, as said"), get_mark_label (column->mark));
      return;
    }

  verdict = clinic_csv_evidence_judge (evidence, &reading);
  column->mark = reading == 0 ? '.' : ',';

  if (verdict == CLINIC_CSV_SETTLED)
    {
      if (evidence->value[1 - reading] != NULL)
        column->how = g_strdup_printf (_("decimal mark: %s: line %" PRIu64 " has “%s”"), get_mark_label (column->mark),
                                       evidence->line[1 - reading], evidence->value[1 - reading]);
      return;
    }

  g_string_append (questions, questions->len > 0 ? "\n" : "");

  if (verdict == CLINIC_CSV_EITHER)
    g_string_append_printf (questions,
                            _("Column “%s”: a point or comma may set off decimals or thousands (as in “1.234”). "
                              "Say which is the decimal mark: point or comma."), column->name);
  else
    g_string_append_printf (questions,
                            _("Column “%s”: line %" PRIu64 " has “%s”, line %" PRIu64 " has “%s”: no decimal mark fits both. "
                              "Say which it is, point or comma; rows that do not fit will be refused."),
                            column->name, evidence->line[0], evidence->value[0], evidence->line[1], evidence->value[1]);
}

/* What a column cannot tell, another one of the file may: one program wrote both. */
static gboolean
borrow_order (ClinicCsvFile   *self,
              ClinicCsvColumn *column)
{
  const ClinicCsvColumn *sister = NULL;
  guint reading;

  if (clinic_csv_evidence_judge (&column->evidence, &reading) != CLINIC_CSV_EITHER)
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const ClinicCsvColumn *other = clinic_csv_file_column (self, i);

      if (other->kind != CLINIC_CSV_DATE || other->evidence.n_fit == 0 ||
          clinic_csv_evidence_judge (&other->evidence, &reading) != CLINIC_CSV_SETTLED ||
          other->evidence.open != 1u << reading)
        continue;

      /* Two that prove different orders prove nothing for a third. */
      if (sister != NULL && sister->evidence.open != other->evidence.open)
        return FALSE;

      sister = other;
    }

  if (sister == NULL || (column->evidence.open & sister->evidence.open) == 0)
    return FALSE;

  clinic_csv_evidence_judge (&sister->evidence, &reading);
  column->order = reading;
  column->how = g_strdup_printf (_("dates as %s, like column “%s”"), clinic_csv_order_label (column->order), sister->name);

  return TRUE;
}

static gboolean
settle (ClinicCsvFile              *self,
        const ClinicImportOptions  *options,
        GError                    **error)
{
  g_autoptr(GString) questions = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicCsvColumn *column = clinic_csv_file_column (self, i);

      if (column->kind == CLINIC_CSV_DATE && (options->has_date_order || !borrow_order (self, column)))
        settle_order (column, options, questions);
      else if (column->kind == CLINIC_CSV_NUMBER)
        settle_mark (column, options, questions);
    }

  if (questions->len == 0)
    return TRUE;

  g_set_error_literal (error, CLINIC_ERROR, CLINIC_ERROR_INVALID, questions->str);

  return FALSE;
}

static void
prepare (ClinicCsvFile *self)
{
  self->n_rows = 0;
  self->n_blank = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ClinicCsvColumn *column = clinic_csv_file_column (self, i);

      column->n_filled = 0;
      column->more_words = FALSE;
      g_clear_pointer (&column->how, g_free);
      g_clear_pointer (&column->words, g_ptr_array_unref);
      column->words = g_ptr_array_new_with_free_func (g_free);
      clinic_csv_evidence_clear (&column->evidence);
      clinic_csv_evidence_init (&column->evidence, column->kind == CLINIC_CSV_NUMBER ? 2 : 3);
    }
}

gboolean
clinic_csv_file_study (ClinicCsvFile              *self,
                       const ClinicImportOptions  *options,
                       const char                 *today,
                       GError                    **error)
{
  guint64 n_ragged = 0;

  g_return_val_if_fail (self != NULL && options != NULL && today != NULL, FALSE);

  prepare (self);

  if (!study_rows (self, options, today, &n_ragged, error))
    return FALSE;

  /* Single rows are refused one by one; a whole file of them was not understood. */
  if (n_ragged > 3 && n_ragged > self->n_rows / 2)
    {
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("%" PRIu64 " of %" PRIu64 " rows have not as many columns as the header (%u). "
                     "Say which separator the file has."), n_ragged, self->n_rows, self->columns->len);
      return FALSE;
    }

  return settle (self, options, error);
}

int
clinic_csv_file_find (ClinicCsvFile *self,
                      const char    *name)
{
  g_autofree char *folded = clinic_text_fold (name);
  guint64 number;

  if (name[0] == '#' && g_ascii_string_to_unsigned (name + 1, 10, 1, self->columns->len, &number, NULL))
    return (int) number - 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_str_equal (clinic_csv_file_column (self, i)->name, name))
        return i;
    }

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *other = clinic_text_fold (clinic_csv_file_column (self, i)->name);

      if (*folded != '\0' && g_str_equal (other, folded))
        return i;
    }

  return -1;
}

/* The column that an option is about: a name may hold "=" itself, so the last one counts. */
static int
find_option (ClinicCsvFile *self,
             const char    *option)
{
  const char *equals = strrchr (option, '=');
  g_autofree char *name = equals != NULL ? g_strndup (option, equals - option) : NULL;

  return name != NULL ? clinic_csv_file_find (self, name) : -1;
}

const char *
clinic_csv_file_option (ClinicCsvFile              *self,
                        const ClinicImportOptions  *options,
                        guint                       column)
{
  for (guint i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    {
      if (find_option (self, options->columns[i]) == (int) column)
        return strrchr (options->columns[i], '=') + 1;
    }

  return NULL;
}

static char *
join_names (ClinicCsvFile *self)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len && names->len < 600; i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", clinic_csv_file_column (self, i)->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

gboolean
clinic_csv_file_check_options (ClinicCsvFile              *self,
                               const ClinicImportOptions  *options,
                               GError                    **error)
{
  for (guint i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    {
      g_autofree char *names = NULL;

      if (find_option (self, options->columns[i]) >= 0)
        continue;

      names = join_names (self);
      g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                   _("“%s” names no column of the file. Write COLUMN=field. The columns are: %s."), options->columns[i], names);
      return FALSE;
    }

  return TRUE;
}

void
clinic_csv_file_describe (ClinicCsvFile *self,
                          GPtrArray     *seen)
{
  g_ptr_array_add (seen, g_strdup_printf (_("Encoding: %s, %s."), self->encoding.name, self->encoding.how));
  g_ptr_array_add (seen, g_strdup (self->separator_how));

  /* Not counted yet. */
  if (self->n_rows == 0)
    return;

  g_ptr_array_add (seen, g_strdup_printf (_("%" PRIu64 " rows below the header on line %" PRIu64 "."),
                                          self->n_rows, self->header_line));

  if (self->n_blank > 0)
    g_ptr_array_add (seen, g_strdup_printf (_("%" PRIu64 " empty lines are passed over."), self->n_blank));
}
