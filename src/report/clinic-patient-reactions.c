/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-causality.h"
#include "clinic-date.h"
#include "clinic-report-private.h"

/* *INDENT-OFF* */
enum {
  KIND, GRADE, ZONE, SESSION, SESSION_NUMBER, ONSET, CLEARED, DAYS_AFTER, DAYS_TO_CLEAR, DAYS_OPEN, EXPECTED_DAYS, OVERDUE,
  RED_FLAG, CAUSALITY, NARANJO, NARANJO_CATEGORY, SERIOUS, OUTCOME, ASSESSED_ON, ASSESSED_BY, SESSIONS, LOTS, TERM, VERSION,
  ACTION, NOTE, N_FIELDS
};

const char * const clinic_report_patient_reactions_fields[] = {
  "kind", "grade", "zone", "session", "session_number", "onset", "cleared", "days_after", "days_to_clear", "days_open",
  "expected_days", "overdue", "red_flag", "causality", "naranjo", "naranjo_category", "serious", "outcome", "assessed_on",
  "assessed_by", "sessions", "lots", "ctcae_term", "ctcae_version", "action", "note", NULL
};
/* *INDENT-ON* */

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_reactions_fields) == N_FIELDS + 1);

/* What a reaction may come from. */
typedef struct
{
  GString *sessions;
  GString *lots;
} Suspects;

static void
suspects_free (gpointer data)
{
  Suspects *suspects = data;

  g_string_free (suspects->sessions, TRUE);
  g_string_free (suspects->lots, TRUE);
  g_free (suspects);
}

static void
add_once (GString    *list,
          const char *what)
{
  g_auto(GStrv) there = g_strsplit (list->str, ", ", -1);

  if (what != NULL && !g_strv_contains ((const char *const *) there, what))
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", what);
}

static gboolean
take_suspect (ClinicStatement  *statement,
              gpointer          data,
              GError          **error)
{
  GHashTable *table = data;
  gint64 reaction = clinic_row_number (statement, "reaction_id");
  g_autofree char *day = clinic_wall_dup_date (clinic_row_text (statement, "starts"));
  Suspects *suspects = g_hash_table_lookup (table, &reaction);

  if (suspects == NULL)
    {
      suspects = g_new0 (Suspects, 1);
      suspects->sessions = g_string_new (NULL);
      suspects->lots = g_string_new (NULL);
      g_hash_table_insert (table, g_memdup2 (&reaction, sizeof reaction), suspects);
    }

  add_once (suspects->sessions, day);
  add_once (suspects->lots, clinic_row_text (statement, "lot"));

  return TRUE;
}

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
fill_judgement (ClinicCell      *cells,
                ClinicStatement *statement,
                Suspects        *suspects)
{
  int score = 0;
  gboolean asked = clinic_naranjo_sum (clinic_row_text (statement, "naranjo"), &score);

  cells[CAUSALITY] = clinic_cell_text (clinic_choice_label (clinic_causalities,
                                                            clinic_row_text (statement,
                                                                             "causality")));
  cells[NARANJO] = clinic_cell_integer (asked ? score : CLINIC_NULL);
  cells[NARANJO_CATEGORY] = clinic_cell_text (asked ? clinic_choice_label (clinic_naranjo_categories,
                                                                           clinic_naranjo_categorize (score)) : NULL);
  cells[SERIOUS] = clinic_cell_flag (clinic_row_number (statement, "reasons") > 0);
  cells[OUTCOME] = clinic_cell_text (clinic_choice_label (clinic_reaction_outcomes,
                                                          clinic_row_text (statement, "outcome")));
  cells[ASSESSED_ON] = clinic_cell_wall (clinic_row_text (statement, "assessed_on"));
  cells[ASSESSED_BY] = clinic_cell_text (clinic_row_text (statement, "assessed_by"));
  cells[SESSIONS] = clinic_cell_text (suspects != NULL ? suspects->sessions->str : NULL);
  cells[LOTS] = clinic_cell_text (suspects != NULL ? suspects->lots->str : NULL);
  cells[TERM] = clinic_cell_text (clinic_row_text (statement, "ctcae_term"));
  cells[VERSION] = clinic_cell_text (clinic_row_text (statement, "ctcae_version"));
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
  cells[ACTION] = clinic_cell_text (clinic_row_text (statement, "action"));
  cells[NOTE] = clinic_cell_text (clinic_row_text (statement, "note"));
}

typedef struct
{
  ClinicSheet *sheet;
  const guint *map;
  const char  *today;
  GHashTable  *suspects;        /* reaction (gint64) → Suspects */
} Target;

static gboolean
take_reaction (ClinicStatement  *statement,
               gpointer          data,
               GError          **error)
{
  Target *target = data;
  ClinicCell cells[N_FIELDS] = { 0 };

  gint64 id = clinic_row_number (statement, "id");

  fill_cells (cells, statement, target->today);
  fill_judgement (cells, statement, g_hash_table_lookup (target->suspects, &id));
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
  g_autoptr(GHashTable) suspects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, suspects_free);
  Target target = { sheet, map, run->today, suspects };

  return clinic_report_each (run, "report-reaction-suspects", arguments, take_suspect, suspects, error) &&
         clinic_report_each (run, "report-patient-reactions", arguments, take_reaction, &target,
                             error);
}
