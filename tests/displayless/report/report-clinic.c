/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "report-clinic.h"

void
put (ClinicDb   *db,
     const char *format,
     ...)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *sql = NULL;
  va_list arguments;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clinic_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

void
put_basics (ClinicDb *db)
{
  put (db,
       "INSERT INTO clinic (id, version, name, zone) VALUES (1, 1, 'Test clinic', 'UTC');"
       "INSERT INTO staff (id, version, name, roles) VALUES (1, 1, 'Dr Weber', 'practitioner');"
       "INSERT INTO metric (id, version, code, name, unit, direction, decimals)"
       " VALUES (1, 1, 'shed', 'Shed hairs', 'hairs', 'lower', 0);"
       "INSERT INTO metric (id, version, code, name, unit, direction, error_percent, decimals)"
       " VALUES (2, 1, 'density', 'Density', '/cm2', 'higher', 10000, 1);"
       "INSERT INTO metric (id, version, code, name, direction, decimals)"
       " VALUES (3, 1, 'vellus', 'Vellus hairs', 'none', 0);"
       "INSERT INTO diagnosis_kind (id, version, code, name) VALUES (1, 1, 'aga', 'Androgenetic "
       "alopecia');"
       "INSERT INTO protocol (id, version, code, name) VALUES (1, 1, 'weekly', 'Weekly');"
       "INSERT INTO cocktail (id, version, name) VALUES (1, 1, 'Alpha'), (2, 1, 'Beta');"
       "INSERT INTO cocktail_version (id, version, cocktail_id, number, made_on)"
       " VALUES (11, 1, 1, 1, '2026-01-01'), (21, 1, 2, 1, '2026-01-01');"
       "INSERT INTO reaction_kind (id, version, code, name, expected_days, red_flag)"
       " VALUES (1, 1, 'bruising', 'Bruising', 7, 0), (2, 1, 'nodule', 'Late nodule', NULL, 1)");
}

void
put_patient (ClinicDb *db,
             gint64    id)
{
  put (db,
       "INSERT INTO patient (id, version, file_number, family_name, given_name, birth_date, sex)"
       " VALUES (%" G_GINT64_FORMAT ", 1, 'P%" G_GINT64_FORMAT "', 'Şahin', 'Elif', '1980-05-31', "
       "'F')", id, id);
}

static char *
quote (const char *text)
{
  return text != NULL ? g_strdup_printf ("'%s'", text) : g_strdup ("NULL");
}

static char *
number_or_null (gint64   number,
                gboolean known)
{
  return known ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("NULL");
}

void
put_reading (ClinicDb   *db,
             gint64      id,
             gint64      patient,
             gint64      course,
             gint64      metric,
             const char *zone,
             const char *day,
             int         visit,
             double      value)
{
  g_autofree char *course_text = number_or_null (course, course != 0);
  g_autofree char *visit_text = number_or_null (visit, visit >= 0);
  g_autofree char *zone_text = quote (zone);
  g_autofree char *day_text = quote (day);

  put (db,
       "INSERT INTO measurement (id, version, patient_id, course_id, metric_id, zone, taken_on, "
       "visit, value)"
       " VALUES (%" G_GINT64_FORMAT ", 1, %" G_GINT64_FORMAT ", %s, %" G_GINT64_FORMAT ", %s, %s, "
       "%s, %"
       G_GINT64_FORMAT ")", id, patient, course_text, metric, zone_text, day_text, visit_text,
       (gint64) llround (value * 1000));
}

GPtrArray *
run_report (ClinicDb            *db,
            const char          *name,
            const char * const  *values,
            GError             **error)
{
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(ClinicReport) report = clinic_report_load (name, error);

  if (report == NULL)
    return NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      const char *mark = strchr (values[i], '=');

      g_hash_table_insert (given, g_strndup (values[i], mark - values[i]), g_strdup (mark + 1));
    }

  return clinic_report_run (report, db, given, NULL, NULL, NULL, error);
}

char *
print_sheet (GPtrArray  *sheets,
             const char *name)
{
  ClinicSheet *sheet = clinic_report_find_sheet (sheets, name);
  GString *text = g_string_new (NULL);
  const ClinicCell *cells;

  g_assert_nonnull (sheet);

  while ((cells = clinic_sheet_next (sheet, NULL)) != NULL)
    {
      for (guint i = 0; i < clinic_sheet_get_n_columns (sheet); i++)
        {
          const ClinicColumn *column = clinic_sheet_get_column (sheet, i);
          g_autofree char *value = clinic_cell_dup_text (&cells[i], column, TRUE);

          if (value[0] != '\0')
            g_string_append_printf (text, "\t%s=%s", column->name, value);
        }

      g_string_append (text, "\t\n");
    }

  return g_string_free (text, FALSE);
}

char *
get_value (const char *rows,
           guint       row,
           const char *column)
{
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autofree char *key = g_strdup_printf ("\t%s=", column);
  const char *at;

  g_assert_cmpuint (row, <, g_strv_length (lines));
  at = strstr (lines[row - 1], key);

  if (at == NULL)
    return g_strdup ("");

  at += strlen (key);

  return g_strndup (at, strcspn (at, "\t"));
}

double
get_number (const char *rows,
            guint       row,
            const char *column)
{
  g_autofree char *value = get_value (rows, row, column);
  char *end;
  double number = g_ascii_strtod (value, &end);

  if (end == value || *end != '\0')
    g_error ("%s in row %u is “%s” in: %s", column, row, value, rows);

  return number;
}
