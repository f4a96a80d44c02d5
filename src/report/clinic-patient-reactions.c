/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-report-private.h"

/* *INDENT-OFF* */
enum {
  KIND, GRADE, ZONE, SESSION, SESSION_NUMBER, ONSET, CLEARED, DAYS_AFTER, DAYS_TO_CLEAR, DAYS_OPEN, EXPECTED_DAYS, OVERDUE,
  RED_FLAG, CAUSALITY, ACTION, NOTE, N_FIELDS
};

const char * const clinic_report_patient_reactions_fields[] = {
  "kind", "grade", "zone", "session", "session_number", "onset", "cleared", "days_after", "days_to_clear", "days_open",
  "expected_days", "overdue", "red_flag", "causality", "action", "note", NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_reactions_fields) == N_FIELDS + 1);

/* A red flag is never expected to go by itself, so it is looked at whatever its age. */
static gboolean
is_overdue (gint64   days,
            gint64   expected,
            gboolean red_flag,
            gboolean cleared)
{
  if (red_flag && !cleared)
    return TRUE;

  return expected != CLINIC_NULL && days > expected;
}

static void
fill_cells (ClinicCell      *cells,
            ClinicStatement *statement,
            const char      *today)
{
  const char *onset = clinic_row_text (statement, "onset");
  const char *cleared = clinic_row_text (statement, "cleared");
  const char *session = clinic_row_text (statement, "session");
  gint64 expected = clinic_row_number (statement, "expected_days");
  gint64 days = clinic_date_days_between (onset, cleared != NULL ? cleared : today);
  gboolean red_flag = clinic_row_number (statement, "red_flag") == 1;

  cells[KIND] = clinic_cell_text (clinic_row_text (statement, "kind"));
  cells[GRADE] = clinic_cell_integer (clinic_row_number (statement, "grade"));
  cells[ZONE] = clinic_cell_text (clinic_choice_label (clinic_zones,
                                                       clinic_row_text (statement, "zone")));
  cells[SESSION] = clinic_cell_wall (session);
  cells[SESSION_NUMBER] = clinic_cell_integer (clinic_row_number (statement, "number"));
  cells[ONSET] = clinic_cell_wall (onset);
  cells[CLEARED] = clinic_cell_wall (cleared);
  cells[DAYS_AFTER] = clinic_cell_integer (session != NULL ? clinic_date_days_between (session, onset) : CLINIC_NULL);
  cells[DAYS_TO_CLEAR] = clinic_cell_integer (cleared != NULL ? days : CLINIC_NULL);
  cells[DAYS_OPEN] = clinic_cell_integer (cleared == NULL ? days : CLINIC_NULL);
  cells[EXPECTED_DAYS] = clinic_cell_integer (expected);
  cells[OVERDUE] = clinic_cell_flag (is_overdue (days, expected, red_flag, cleared != NULL));
  cells[RED_FLAG] = clinic_cell_flag (red_flag);
  cells[CAUSALITY] = clinic_cell_text (clinic_choice_label (clinic_causalities,
                                                            clinic_row_text (statement,
                                                                             "causality")));
  cells[ACTION] = clinic_cell_text (clinic_row_text (statement, "action"));
  cells[NOTE] = clinic_cell_text (clinic_row_text (statement, "note"));
}

typedef struct
{
  ClinicSheet *sheet;
  const guint *map;
  const char  *today;
} Target;

static gboolean
take_reaction (ClinicStatement  *statement,
               gpointer          data,
               GError          **error)
{
  Target *target = data;
  ClinicCell cells[N_FIELDS] = { 0 };

  fill_cells (cells, statement, target->today);
  clinic_report_append (target->sheet, target->map, cells);

  return TRUE;
}

gboolean
clinic_report_fill_patient_reactions (ClinicReportRun  *run,
                                      ClinicSheet      *sheet,
                                      GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_patient_reactions_fields);
  Target target = { sheet, map, run->today };

  return clinic_report_each (run, "report-patient-reactions", arguments, take_reaction, &target,
                             error);
}
