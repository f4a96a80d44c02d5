/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-decimal.h"
#include "clinic-patient-courses.h"
#include "clinic-report-source.h"

enum { METRIC, ZONE, COURSE, WHEN, VISIT, READING, PART, NAME, VALUE, N_FIELDS };

const char * const clinic_report_patient_parts_fields[] = {
  "metric", "zone", "course", "when", "visit", "reading", "part", "name", "value", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_parts_fields) == N_FIELDS + 1);

typedef struct
{
  ClinicSheet *sheet;
  guint       *map;
  GHashTable  *courses;
  guint        n_readings;
} Parts;

static char *
say_part (const char *code,
          guint       part)
{
  static const char *const quadrants[] = { N_("Top (%)"), N_("Back (%)"), N_("Left side (%)"), N_("Right side (%)") };

  if (g_strcmp0 (code, "salt") == 0 && part <= G_N_ELEMENTS (quadrants))
    return g_strdup (_(quadrants[part - 1]));

  if (g_strcmp0 (code, "dlqi") == 0)
    return g_strdup_printf (_("Question %u"), part);

  if (g_strcmp0 (code, "pull_test") == 0)
    return g_strdup_printf (_("Hairs out at place %u"), part);

  return g_strdup_printf (_("Wash %u"), part);
}

static void
append_part (Parts            *parts,
             ClinicStatement  *statement,
             guint             part,
             const char       *word)
{
  gint64 course = clinic_row_number (statement, "course_id");
  g_autofree char *name = say_part (clinic_row_text (statement, "code"), part);
  gint64 value = CLINIC_NULL;
  ClinicCell cells[N_FIELDS] = { 0 };

  course = course != CLINIC_NULL ? clinic_patient_courses_get_number (parts->courses, course) : 0;
  cells[METRIC] = clinic_cell_text (clinic_row_text (statement, "name"));
  cells[ZONE] = clinic_cell_text (clinic_choice_label (clinic_zones, clinic_row_text (statement, "zone")));
  cells[COURSE] = clinic_cell_integer (course > 0 ? course : CLINIC_NULL);
  cells[WHEN] = clinic_cell_date (clinic_row_text (statement, "taken_on"));
  cells[VISIT] = clinic_cell_integer (clinic_row_number (statement, "visit"));
  cells[READING] = clinic_cell_integer (parts->n_readings);
  cells[PART] = clinic_cell_integer (part);
  cells[NAME] = clinic_cell_text (name);

  /* An answer that was not given is no figure. */
  if (clinic_decimal_parse (word, '.', &value))
    cells[VALUE] = clinic_cell_thousandths (value);

  clinic_report_append (parts->sheet, parts->map, cells);
}

static gboolean
take_reading (ClinicStatement  *statement,
              gpointer          data,
              GError          **error)
{
  Parts *parts = data;
  const char *items = clinic_row_text (statement, "items");
  g_auto(GStrv) words = NULL;

  if (items == NULL)
    return TRUE;

  parts->n_readings++;
  words = g_strsplit (items, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    append_part (parts, statement, i + 1, words[i]);

  return TRUE;
}

gboolean
clinic_report_fill_patient_parts (ClinicReportRun  *run,
                                  ClinicSheet      *sheet,
                                  GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_patient_parts_fields);
  g_autoptr(GHashTable) courses = clinic_patient_courses_read (run, error);
  Parts parts = { sheet, map, courses, 0 };

  return courses != NULL &&
         clinic_report_each (run, "report-patient-measurements", arguments, take_reading, &parts, error);
}
