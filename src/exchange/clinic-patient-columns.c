/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-error.h"
#include "clinic-patient-columns.h"
#include "clinic-patient.h"
#include "clinic-refused.h"
#include "clinic-text.h"
#include "clinic-words.h"

static ClinicRecordClass *
get_class (void)
{
  /* Types of records are never unloaded. */
  return g_type_class_peek_static (CLINIC_TYPE_PATIENT) != NULL
      ? g_type_class_peek_static (CLINIC_TYPE_PATIENT)
                                                                : g_type_class_ref (CLINIC_TYPE_PATIENT);
}

static ClinicPatientColumn *
get_column (GArray *columns,
            guint   column)
{
  return &g_array_index (columns, ClinicPatientColumn, column);
}

/* A link cannot come out of a table, nor is "imported" for anything but what has no field. */
static gboolean
can_take (const ClinicField *field)
{
  return field->format != CLINIC_LINK && !g_str_equal (field->name, "imported");
}

static const ClinicField *
find_field (const char *name)
{
  g_autofree char *plain = g_strdelimit (g_strdup (name), "-", '_');
  const ClinicField *field = clinic_record_class_find_field (get_class (), plain);

  return field != NULL && can_take (field) ? field : NULL;
}

static gboolean
refuse_target (const char  *column,
               const char  *target,
               GError     **error)
{
  ClinicRecordClass *klass = get_class ();
  g_autoptr(GString) names = g_string_new ("full_name, given_family_name");

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (can_take (&klass->fields[i]))
        g_string_append_printf (names, ", %s", klass->fields[i].name);
    }

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("Column “%s”: “%s” is no field of a patient. There are: %s; “-” leaves the "
                 "column out, “imported” keeps it as text."),
               column, target, names->str);

  return FALSE;
}

static gboolean
take_option (ClinicPatientColumn  *column,
             const char           *name,
             const char           *target,
             GError              **error)
{
  if (g_str_equal (target, "-"))
    column->use = CLINIC_COLUMN_DROP;
  else if (g_str_equal (target, "imported"))
    column->use = CLINIC_COLUMN_KEEP;
  else if (g_str_equal (target, "full_name"))
    column->use = CLINIC_COLUMN_FULL_NAME;
  else if (g_str_equal (target, "given_family_name"))
    column->use = CLINIC_COLUMN_GIVEN_FAMILY;
  else
    {
      column->use = CLINIC_COLUMN_FIELD;
      column->field = find_field (target);
    }

  return column->use != CLINIC_COLUMN_FIELD || column->field != NULL ||
         refuse_target (name, target, error);
}

/* The column that @field comes from; -1: none. */
static int
find_source (GArray            *columns,
             const ClinicField *field)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (get_column (columns, i)->use == CLINIC_COLUMN_FIELD &&
          get_column (columns, i)->field == field)
        return i;
    }

  return -1;
}

static gboolean
take_options (ClinicCsvFile              *file,
              const ClinicImportOptions  *options,
              GArray                     *columns,
              GError                    **error)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const char *target = clinic_csv_file_option (file, options, i);
      const char *name = clinic_csv_file_column (file, i)->name;
      ClinicPatientColumn column = { CLINIC_COLUMN_KEEP };

      if (target == NULL)
        continue;

      if (!take_option (&column, name, target, error))
        return FALSE;

      if (column.field != NULL && find_source (columns, column.field) >= 0)
        {
          g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
                       _("Two columns cannot both become “%s”."), target);
          return FALSE;
        }

      *get_column (columns, i) = column;
    }

  return TRUE;
}

/* The field whose own name or label the header is, or that the list of words gives it. */
static const char *
guess_target (const char *header)
{
  ClinicRecordClass *klass = get_class ();
  g_autofree char *folded = clinic_text_fold (header);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const ClinicField *field = &klass->fields[i];
      g_autofree char *name = clinic_text_fold (field->name);
      g_autofree char *label = clinic_text_fold (field->label);
      g_autofree char *translated = clinic_text_fold (_(field->label));

      if (can_take (field) &&
          (g_str_equal (folded, name) || g_str_equal (folded, label) ||
           g_str_equal (folded, translated)))
        return field->name;
    }

  return clinic_words_find ("patient", header);
}

/* "No." says less than "File number". */
static gboolean
is_vague (const char *header)
{
  static const char *const vague[] = { "id", "no", "nr", "number", NULL };
  g_autofree char *folded = clinic_text_fold (header);

  return g_strv_contains (vague, folded);
}

static void
guess_column (ClinicCsvFile             *file,
              const ClinicImportOptions *options,
              GArray                    *columns,
              guint                      i)
{
  ClinicPatientColumn *column = get_column (columns, i);
  const char *target = guess_target (clinic_csv_file_column (file, i)->name);
  const ClinicField *field;
  int source;

  /* A file of refused rows, mended. */
  if (clinic_refused_is_own (file, i))
    column->use = CLINIC_COLUMN_DROP;

  if (target == NULL || column->use == CLINIC_COLUMN_DROP)
    return;

  if (g_str_equal (target, "full_name"))
    {
      column->use = CLINIC_COLUMN_FULL_NAME;
      return;
    }

  field = find_field (target);
  source = find_source (columns, field);

  /* A second column of the same meaning is kept as text. */
  if (source >= 0 &&
      (!is_vague (clinic_csv_file_column (file, source)->name) ||
       clinic_csv_file_option (file, options, source) != NULL))
    return;

  if (source >= 0)
    get_column (columns, source)->use = CLINIC_COLUMN_KEEP;

  column->use = CLINIC_COLUMN_FIELD;
  column->field = field;
}

/* "Name" beside a first name is the family name; beside a family name it is a repetition. */
static void
settle_names (GArray *columns)
{
  const ClinicField *family = find_field ("family_name");
  const ClinicField *given = find_field ("given_name");
  gboolean whole = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      ClinicPatientColumn *column = get_column (columns, i);

      if (column->use != CLINIC_COLUMN_FULL_NAME && column->use != CLINIC_COLUMN_GIVEN_FAMILY)
        continue;

      if (whole || find_source (columns, family) >= 0)
        {
          column->use = CLINIC_COLUMN_KEEP;
        }
      else if (find_source (columns, given) >= 0)
        {
          column->use = CLINIC_COLUMN_FIELD;
          column->field = family;
        }
      else
        {
          whole = TRUE;
        }
    }
}

static gboolean
check_name (ClinicCsvFile  *file,
            GArray         *columns,
            GError        **error)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const ClinicPatientColumn *column = get_column (columns, i);

      if (column->use == CLINIC_COLUMN_FULL_NAME || column->use == CLINIC_COLUMN_GIVEN_FAMILY ||
          (column->use == CLINIC_COLUMN_FIELD && g_str_equal (column->field->name, "family_name")))
        return TRUE;

      if (names->len < 600)
        g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                                clinic_csv_file_column (file, i)->name);
    }

  g_set_error (error, CLINIC_ERROR, CLINIC_ERROR_INVALID,
               _("No column looks like the family name. Say which it is: COLUMN=family_name. The "
                 "columns are: %s."), names->str);

  return FALSE;
}

static void
set_kinds (ClinicCsvFile *file,
           GArray        *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const ClinicPatientColumn *column = get_column (columns, i);
      ClinicCsvKind kind = CLINIC_CSV_TEXT;

      if (column->use == CLINIC_COLUMN_FIELD && column->field->format == CLINIC_DATE)
        kind = CLINIC_CSV_DATE;
      else if (column->use == CLINIC_COLUMN_FIELD && column->field->format == CLINIC_CHOICE)
        kind = CLINIC_CSV_WORD;

      clinic_csv_file_column (file, i)->kind = kind;
    }
}

GArray *
clinic_patient_columns_find (ClinicCsvFile              *file,
                             const ClinicImportOptions  *options,
                             GError                    **error)
{
  g_autoptr(GArray) columns = g_array_new (FALSE, TRUE, sizeof (ClinicPatientColumn));

  g_return_val_if_fail (file != NULL && options != NULL, NULL);

  g_array_set_size (columns, file->columns->len);

  if (!clinic_csv_file_check_options (file, options, error) ||
      !take_options (file, options, columns, error))
    return NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      if (clinic_csv_file_option (file, options, i) == NULL)
        guess_column (file, options, columns, i);
    }

  settle_names (columns);

  if (options->drop_rest)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          if (get_column (columns, i)->use == CLINIC_COLUMN_KEEP &&
              clinic_csv_file_option (file, options, i) == NULL)
            get_column (columns, i)->use = CLINIC_COLUMN_DROP;
        }
    }

  set_kinds (file, columns);

  return check_name (file, columns, error) ? g_steal_pointer (&columns) : NULL;
}

static const char *
get_use_label (const ClinicPatientColumn *column)
{
  switch (column->use)
    {
    case CLINIC_COLUMN_FIELD: return _(column->field->label);
    case CLINIC_COLUMN_FULL_NAME: return _("Family name and given name, parted by a comma");
    case CLINIC_COLUMN_GIVEN_FAMILY: return _("Given names, then family name");
    case CLINIC_COLUMN_KEEP:
    case CLINIC_COLUMN_DROP:
    default: return NULL;
    }
}

void
clinic_patient_columns_describe (ClinicCsvFile *file,
                                 GArray        *columns,
                                 GPtrArray     *seen)
{
  g_autoptr(GString) kept = g_string_new (NULL);
  g_autoptr(GString) dropped = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const ClinicPatientColumn *column = get_column (columns, i);
      const ClinicCsvColumn *source = clinic_csv_file_column (file, i);
      GString *list = column->use == CLINIC_COLUMN_KEEP ? kept : dropped;

      if (get_use_label (column) == NULL)
        {
          g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", source->name);
          continue;
        }

      g_ptr_array_add (seen, source->how != NULL
                       ? g_strdup_printf ("%s → %s (%s)", source->name, get_use_label (column),
                                          source->how)
                       : g_strdup_printf ("%s → %s", source->name, get_use_label (column)));
    }

  if (kept->len > 0)
    g_ptr_array_add (seen,
                     g_strdup_printf (_("No field for these columns; kept as text with each "
                                        "patient (“Brought along”): %s."), kept->str));

  if (dropped->len > 0)
    g_ptr_array_add (seen, g_strdup_printf (_("Left out: %s."), dropped->str));
}
