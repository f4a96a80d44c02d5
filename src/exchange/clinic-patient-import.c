/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-error.h"
#include "clinic-patient-columns.h"
#include "clinic-patient-import.h"
#include "clinic-text.h"
#include "clinic-words.h"

/* Fields of so many characters may hold lines (as the record's own check has it). */
#define LINES_LENGTH 400

/* Years; no patient on a list was born before, but many a year was typed wrongly. */
#define OLDEST 150

/* What was met in the rows that were read. */
typedef struct
{
  guint64 digits;           /* names with digits glued to them */
  guint64 trimmed;          /* cells with white space around their text */
  guint64 breaks;           /* cells with line breaks where a field has one line */
  guint64 blanks;           /* cells that say in words that there is nothing */
  guint64 unsplit;          /* whole names without a comma */
  guint64 damaged_phones;
  guint64 postcodes;        /* of digits only */
  gsize   shortest;
  gsize   longest;
  guint64 noughts;          /* postcodes of nothing but noughts */
  guint64 dead;
} Met;

struct _ClinicPatientImport
{
  ClinicCsvFile             *file;
  const ClinicImportOptions *options;
  char                      *today;
  GArray                    *columns;
  ClinicCsv                 *row;
  guint64                    highest;
  gboolean                   spanish;         /* "M" is a woman */
  gboolean                   unclear_sex;     /* "M" may be either */
  Met                        met;
  char                      *digits_example;
  char                      *postcode_example;
};

void
clinic_patient_import_free (ClinicPatientImport *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->row, clinic_csv_free);
  g_clear_pointer (&self->columns, g_array_unref);
  clinic_csv_file_free (self->file);
  g_free (self->digits_example);
  g_free (self->postcode_example);
  g_free (self->today);
  g_free (self);
}

static const ClinicPatientColumn *
get_column (ClinicPatientImport *self,
            guint                column)
{
  return &g_array_index (self->columns, ClinicPatientColumn, column);
}

static gboolean
is_field (const ClinicPatientColumn *column,
          const char                *name)
{
  return column->use == CLINIC_COLUMN_FIELD && g_str_equal (column->field->name, name);
}

guint64
clinic_patient_import_read_number (const char *file_number)
{
  guint64 number;

  if (file_number == NULL || file_number[0] != 'P' || strlen (file_number) > 16 ||
      !g_ascii_string_to_unsigned (file_number + 1, 10, 1, G_MAXINT64, &number, NULL))
    return 0;

  return number;
}

/* Numbers to be made must not meet numbers that come later in the file. */
static gboolean
find_highest (ClinicPatientImport  *self,
              GError              **error)
{
  int source = -1;
  GError *failure = NULL;
  g_autoptr(ClinicCsv) row = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (is_field (get_column (self, i), "file_number"))
        source = i;
    }

  if (source < 0 || clinic_csv_file_column (self->file, source)->n_filled == self->file->n_rows)
    return TRUE;

  row = clinic_csv_file_read (self->file, error);

  while (row != NULL && clinic_csv_next (row, &failure))
    {
      if (clinic_csv_n_fields (row) > (guint) source)
        {
          g_autofree char *value = clinic_text_clean (clinic_csv_get_field (row, source));

          self->highest = MAX (self->highest, clinic_patient_import_read_number (value));
        }
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return row != NULL && failure == NULL;
}

/* Spanish lists have H (hombre) or V (varón), and M for mujer. Where there are F and H, nobody knows. */
static void
find_language_of_sex (ClinicPatientImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ClinicCsvColumn *column = clinic_csv_file_column (self->file, i);
      gboolean man = FALSE;
      gboolean f = FALSE;

      if (!is_field (get_column (self, i), "sex"))
        continue;

      for (guint k = 0; k < column->words->len; k++)
        {
          g_autofree char *folded = clinic_text_fold (column->words->pdata[k]);

          man |= clinic_words_find ("sex", folded) != NULL &&
                 g_str_equal (clinic_words_find ("sex", folded), "spanish_man");
          f |= g_str_equal (folded, "f");
        }

      self->spanish = man && !f;
      self->unclear_sex = man && f;
    }
}

ClinicPatientImport *
clinic_patient_import_new (const char                 *path,
                           const ClinicImportOptions  *options,
                           const char                 *today,
                           GPtrArray                  *seen,
                           GError                    **error)
{
  g_autoptr(ClinicPatientImport) self = g_new0 (ClinicPatientImport, 1);
  gboolean studied;

  g_return_val_if_fail (path != NULL && options != NULL && today != NULL && seen != NULL, NULL);

  self->options = options;
  self->today = g_strdup (today);
  self->file = clinic_csv_file_open (path, options, error);

  if (self->file == NULL)
    return NULL;

  self->columns = clinic_patient_columns_find (self->file, options, error);

  if (self->columns == NULL)
    {
      clinic_csv_file_describe (self->file, seen);
      return NULL;
    }

  studied = clinic_csv_file_study (self->file, options, today, error);
  clinic_csv_file_describe (self->file, seen);
  clinic_patient_columns_describe (self->file, self->columns, seen);
  find_language_of_sex (self);

  if (!studied || !find_highest (self, error) || !clinic_patient_import_rewind (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

ClinicCsvFile *
clinic_patient_import_get_file (ClinicPatientImport *self)
{
  return self->file;
}

guint64
clinic_patient_import_get_highest (ClinicPatientImport *self)
{
  return self->highest;
}

ClinicCsv *
clinic_patient_import_get_row (ClinicPatientImport *self)
{
  return self->row;
}

gboolean
clinic_patient_import_rewind (ClinicPatientImport  *self,
                              GError              **error)
{
  g_clear_pointer (&self->row, clinic_csv_free);
  self->met = (Met) { 0 };
  self->row = clinic_csv_file_read (self->file, error);

  return self->row != NULL;
}

/* A line "COLUMN: value"; further lines of the value are set in. */
static void
keep (ClinicPatient         *patient,
      const ClinicCsvColumn *source,
      const char            *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *value = g_strjoinv ("\n  ", lines);
  g_autofree char *all = patient->imported != NULL ? g_strdup_printf ("%s\n%s: %s", patient->imported, source->name, value)
                                                   : g_strdup_printf ("%s: %s", source->name, value);

  g_object_set (patient, "imported", all, NULL);
}

/* Digits right behind a letter, at the end of a word. */
static const GRegex *
get_glued_digits (void)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<=\\p{L})\\d+(?!\\w)", G_REGEX_OPTIMIZE, 0, NULL));

  return regex;
}

static gboolean
is_name (const ClinicField *field)
{
  return g_str_equal (field->name, "family_name") || g_str_equal (field->name, "given_name") ||
         g_str_equal (field->name, "birth_name");
}

static gboolean
has_digit (const char *text)
{
  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;

  return *text != '\0';
}

/* A name as it stands, or without its digits when that is wished; what it was is kept then. */
static char *
take_name (ClinicPatientImport   *self,
           ClinicPatient         *patient,
           const ClinicCsvColumn *source,
           char                  *name)
{
  g_autofree char *given = name;

  if (!has_digit (given) || !g_regex_match (get_glued_digits (), given, 0, NULL))
    return g_steal_pointer (&given);

  self->met.digits++;

  if (self->digits_example == NULL)
    self->digits_example = g_strdup (given);

  if (!self->options->strip_name_digits)
    return g_steal_pointer (&given);

  keep (patient, source, given);

  return g_regex_replace_literal (get_glued_digits (), given, -1, 0, "", 0, NULL);
}

static void
look_at_postcode (ClinicPatientImport *self,
                  const char          *value)
{
  gsize length = strspn (value, "0123456789");

  if (value[length] != '\0')
    return;

  self->met.shortest = self->met.postcodes == 0 ? length : MIN (self->met.shortest, length);
  self->met.longest = MAX (self->met.longest, length);
  self->met.noughts += strspn (value, "0") == length;
  self->met.postcodes++;

  if (length == self->met.shortest)
    {
      g_free (self->postcode_example);
      self->postcode_example = g_strdup (value);
    }
}

/* "6.64123E+11": a telephone number that a spreadsheet has taken for a number. */
static gboolean
is_damaged_phone (const char *value)
{
  return g_regex_match_simple ("^\\d[.,]\\d+E\\+\\d+$", value, G_REGEX_CASELESS, 0);
}

static char *
join_lines (ClinicPatientImport *self,
            const ClinicField   *field,
            char                *value)
{
  g_autofree char *given = value;
  g_auto(GStrv) lines = NULL;

  if (strchr (given, '\n') == NULL || field->max >= LINES_LENGTH)
    return g_steal_pointer (&given);

  self->met.breaks++;
  lines = g_strsplit (given, "\n", -1);

  return g_strjoinv (", ", lines);
}

static char *
take_text (ClinicPatientImport   *self,
           ClinicPatient         *patient,
           const ClinicField     *field,
           const ClinicCsvColumn *source,
           const char            *value)
{
  g_autofree char *text = join_lines (self, field, g_strdup (value));
  g_autoptr(GError) error = NULL;

  if (is_name (field))
    text = take_name (self, patient, source, g_steal_pointer (&text));
  else if (g_str_equal (field->name, "postcode"))
    look_at_postcode (self, text);
  else if (g_str_equal (field->name, "phone") || g_str_equal (field->name, "mobile"))
    self->met.damaged_phones += is_damaged_phone (text);

  return clinic_record_take_value (CLINIC_RECORD (patient), field, text, &error) ? NULL : g_strdup (error->message);
}

static char *
take_date (ClinicPatientImport   *self,
           ClinicPatient         *patient,
           const ClinicField     *field,
           const ClinicCsvColumn *source,
           const char            *value)
{
  g_autofree char *date = clinic_csv_read_date (value, source->order, self->today);

  if (date == NULL && clinic_csv_is_day_number (value))
    return g_strdup_printf (_("%s: “%s” may be a day as spreadsheets count them. Write it there as a date, and save the table again."),
                            _(field->label), value);

  if (date == NULL)
    return g_strdup_printf (_("%s: “%s” is no date (%s)."), _(field->label), value, clinic_csv_order_label (source->order));

  if (g_str_equal (field->name, "birth_date") && atoi (self->today) - atoi (date) > OLDEST)
    return g_strdup_printf (_("%s: “%s” lies more than %d years back."), _(field->label), value, OLDEST);

  /* A table brought along tells of the past, but for its mistakes. */
  if (strcmp (date, self->today) > 0)
    return g_strdup_printf (_("%s: “%s” lies in the future."), _(field->label), value);

  clinic_record_set_text (CLINIC_RECORD (patient), field, date);

  return NULL;
}

static const char *
find_sex (ClinicPatientImport *self,
          const char          *value)
{
  const char *word = clinic_words_find ("sex", value);
  g_autofree char *folded = clinic_text_fold (value);

  if (g_str_equal (folded, "m") && self->unclear_sex)
    return NULL;

  if (g_str_equal (folded, "m") && self->spanish)
    return "F";

  return word != NULL && g_str_equal (word, "spanish_man") ? "M" : word;
}

static char *
take_sex (ClinicPatientImport   *self,
          ClinicPatient         *patient,
          const ClinicCsvColumn *source,
          const char            *value)
{
  const char *sex = find_sex (self, value);

  if (sex == NULL)
    return g_strdup_printf (_("Sex: “%s” is not understood. Write F, M or X."), value);

  if (g_str_equal (sex, "unknown"))
    keep (patient, source, value);
  else
    g_object_set (patient, "sex", sex, NULL);

  return NULL;
}

/* The value itself or its label, in the program's language. */
static char *
take_choice (ClinicPatient     *patient,
             const ClinicField *field,
             const char        *value)
{
  g_autofree char *folded = clinic_text_fold (value);

  for (const ClinicChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      g_autofree char *name = clinic_text_fold (choice->value);
      g_autofree char *label = clinic_text_fold (_(choice->label));

      if (g_str_equal (folded, name) || g_str_equal (folded, label))
        {
          clinic_record_set_text (CLINIC_RECORD (patient), field, choice->value);
          return NULL;
        }
    }

  return g_strdup_printf (_("%s: “%s” is none of the words that can be chosen here."), _(field->label), value);
}

static char *
take_field (ClinicPatientImport   *self,
            ClinicPatient         *patient,
            const ClinicField     *field,
            const ClinicCsvColumn *source,
            const char            *value)
{
  if ((field->format == CLINIC_DATE || field->format == CLINIC_CHOICE) && clinic_words_is_blank (value))
    {
      self->met.blanks++;
      keep (patient, source, value);
      return NULL;
    }

  if (field->format == CLINIC_DATE)
    return take_date (self, patient, field, source, value);

  if (g_str_equal (field->name, "sex"))
    return take_sex (self, patient, source, value);

  if (field->format == CLINIC_CHOICE)
    return take_choice (patient, field, value);

  return take_text (self, patient, field, source, value);
}

/* "Moreau, Jeanne". Where there is not just one comma, the name stays whole: nobody knows where to cut. */
static void
take_full_name (ClinicPatientImport   *self,
                ClinicPatient         *patient,
                const ClinicCsvColumn *source,
                const char            *value,
                gboolean               given_first)
{
  const char *cut = given_first ? strrchr (value, ' ') : strchr (value, ',');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (cut == NULL || (!given_first && strchr (cut + 1, ',') != NULL))
    {
      self->met.unsplit++;
      before = take_name (self, patient, source, g_strdup (value));
      g_object_set (patient, "family-name", before, NULL);
      return;
    }

  before = take_name (self, patient, source, g_strstrip (g_strndup (value, cut - value)));
  after = take_name (self, patient, source, g_strstrip (g_strdup (cut + 1)));
  g_object_set (patient, "family-name", given_first ? after : before, "given-name", given_first ? before : after, NULL);
}

/* White space around a text goes, and is counted, as nothing is changed in silence. */
static char *
clean (ClinicPatientImport *self,
       const char          *cell)
{
  char *value = clinic_text_clean (cell);

  if (value != NULL && strlen (value) != strlen (cell) && strchr (cell, '\r') == NULL)
    self->met.trimmed++;

  return value;
}

/* Why the cell cannot be taken; NULL: it was. */
static char *
take_cell (ClinicPatientImport *self,
           ClinicPatient       *patient,
           guint                i)
{
  const ClinicPatientColumn *column = get_column (self, i);
  const ClinicCsvColumn *source = clinic_csv_file_column (self->file, i);
  g_autofree char *value = NULL;

  if (column->use == CLINIC_COLUMN_DROP)
    return NULL;

  value = clean (self, clinic_csv_get_field (self->row, i));

  if (value == NULL)
    return NULL;

  if (column->use == CLINIC_COLUMN_FIELD)
    return take_field (self, patient, column->field, source, value);

  if (column->use == CLINIC_COLUMN_KEEP)
    keep (patient, source, value);
  else
    take_full_name (self, patient, source, value, column->use == CLINIC_COLUMN_GIVEN_FAMILY);

  return NULL;
}

static char *
check_life (ClinicPatient *patient)
{
  if (patient->birth_date != NULL && patient->died_on != NULL && strcmp (patient->died_on, patient->birth_date) < 0)
    return g_strdup_printf (_("Died on %s, before the birth on %s."), patient->died_on, patient->birth_date);

  return NULL;
}

/* "Total: 543" below a list. */
static char *
check_total (ClinicPatient *patient)
{
  const char *name = patient->given_name == NULL && patient->birth_date == NULL ? patient->family_name : NULL;
  const char *total = clinic_words_total (patient->file_number) == CLINIC_TOTAL_SURE ? patient->file_number
                      : clinic_words_total (name) == CLINIC_TOTAL_SURE ? name : NULL;

  return total != NULL ? g_strdup_printf (_("“%s” is no patient but a figure of the whole table."), total) : NULL;
}

static char *
take_row (ClinicPatientImport *self,
          ClinicPatient       *patient)
{
  char *reason = clinic_csv_file_dup_fault (self->file, self->row);

  for (guint i = 0; reason == NULL && i < self->columns->len; i++)
    reason = take_cell (self, patient, i);

  if (reason == NULL)
    reason = check_total (patient);

  return reason != NULL ? reason : check_life (patient);
}

gboolean
clinic_patient_import_next (ClinicPatientImport  *self,
                            ClinicPatient       **patient,
                            char                **reason,
                            GError              **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (self != NULL && patient != NULL && reason != NULL, FALSE);

  *patient = NULL;
  *reason = NULL;

  while (clinic_csv_next (self->row, &failure))
    {
      g_autoptr(ClinicPatient) taken = NULL;

      if (clinic_csv_is_blank (self->row))
        continue;

      taken = clinic_patient_new ();
      *reason = take_row (self, taken);

      if (*reason == NULL)
        {
          self->met.dead += taken->died_on != NULL;
          *patient = g_steal_pointer (&taken);
        }

      return TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return FALSE;
}

static void
note_count (GPtrArray  *notes,
            guint64     n,
            const char *sentence)
{
  if (n > 0)
    g_ptr_array_add (notes, g_strdup_printf ("%s: %" G_GUINT64_FORMAT ".", sentence, n));
}

static void
note_names (ClinicPatientImport *self,
            GPtrArray           *notes)
{
  if (self->met.digits == 0)
    return;

  g_ptr_array_add (notes, g_strdup_printf (_("Names with digits glued to them: %" PRIu64 " (“%s”). %s"),
                                           self->met.digits, self->digits_example,
                                           self->options->strip_name_digits
                                           ? _("The digits were taken off as asked; the names as they were are kept as text.")
                                           : _("They are kept as they are; there is an option that takes the digits off.")));
}

static void
note_postcodes (ClinicPatientImport *self,
                GPtrArray           *notes)
{
  const Met *met = &self->met;

  if (met->postcodes == 0 || (met->shortest == met->longest && met->noughts == 0))
    return;

  g_ptr_array_add (notes, g_strdup_printf (_("Postcodes have %u to %u digits (“%s”) and are kept as they are: a spreadsheet "
                                             "program may have taken noughts off their beginning."),
                                           (guint) met->shortest, (guint) met->longest, self->postcode_example));
}

static void
note_short_years (ClinicPatientImport *self,
                  GPtrArray           *notes)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ClinicCsvColumn *column = clinic_csv_file_column (self->file, i);

      if (column->kind == CLINIC_CSV_DATE && column->evidence.n_short > 0)
        g_ptr_array_add (notes, g_strdup_printf (_("Column “%s”: %" PRIu64 " years have two digits; each was taken for the "
                                                   "latest that is not in the future."),
                                                 column->name, column->evidence.n_short));
    }
}

void
clinic_patient_import_note (ClinicPatientImport *self,
                            GPtrArray           *notes)
{
  const Met *met = &self->met;

  note_names (self, notes);
  note_postcodes (self, notes);
  note_short_years (self, notes);
  note_count (notes, met->dead, _("Patients marked as having died"));
  note_count (notes, met->trimmed, _("Cells with white space or unseen signs around or in their text, which were taken off"));
  note_count (notes, met->breaks, _("Cells with line breaks where there is one line only, which were joined by commas"));
  note_count (notes, met->blanks, _("Cells that say in words that there is nothing (“n/a”); the words are kept as text"));
  note_count (notes, met->unsplit, _("Whole names that were not parted and are kept as family name (when all are written "
                                     "“Given Family”, say COLUMN=given_family_name)"));
  note_count (notes, met->damaged_phones, _("Telephone numbers that a spreadsheet program seems to have taken for numbers, "
                                            "kept as they are"));

  if (self->spanish)
    g_ptr_array_add (notes, g_strdup (_("“M” was taken for a woman (mujer), as the column has H or V for men.")));
}
