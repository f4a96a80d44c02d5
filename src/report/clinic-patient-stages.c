/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-report-source.h"
#include "clinic-scale.h"

enum { SCALE, STAGE, PLACE, SEEN, CHANGE, DEFINITION, EDITION, SOURCE, NOTE, N_FIELDS };

const char * const clinic_report_patient_stages_fields[] = {
  "scale", "stage", "place", "seen", "change", "definition", "edition", "source", "note", NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (clinic_report_patient_stages_fields) == N_FIELDS + 1);

typedef struct
{
  ClinicSheet *sheet;
  guint       *map;
  GHashTable  *first;         /* scale → its first place, from 1 */
} Stages;

/* By how many stages it is more than the first of its scale; that one has no change. */
static ClinicCell
make_change (Stages            *stages,
             const ClinicScale *scale,
             int                rank)
{
  int first;

  if (rank < 0)
    return clinic_cell_text (NULL);

  first = GPOINTER_TO_INT (g_hash_table_lookup (stages->first, scale));

  if (first > 0)
    return clinic_cell_integer (rank + 1 - first);

  g_hash_table_insert (stages->first, (gpointer) scale, GINT_TO_POINTER (rank + 1));

  return clinic_cell_text (NULL);
}

/* What somebody wrote for a scale or stage that is none of these stands as it was written. */
static gboolean
take_stage (ClinicStatement  *statement,
            gpointer          data,
            GError          **error)
{
  Stages *stages = data;
  const char *written = clinic_row_text (statement, "scale");
  const char *stage = clinic_row_text (statement, "stage");
  const ClinicScale *scale = clinic_scale_guess (written);
  gboolean known = scale != NULL && clinic_scale_allows (scale->name, stage);
  g_autofree char *definition = known ? clinic_scale_define (scale, stage) : NULL;
  int rank = known ? clinic_scale_rank (scale, stage) : -1;
  ClinicCell cells[N_FIELDS] = {
    [SCALE] = clinic_cell_text (scale != NULL ? _(scale->label) : written),
    [STAGE] = clinic_cell_text (stage),
    [PLACE] = clinic_cell_integer (rank >= 0 ? rank + 1 : CLINIC_NULL),
    [SEEN] = clinic_cell_date (clinic_row_text (statement, "seen")),
    [CHANGE] = make_change (stages, scale, rank),
    [DEFINITION] = clinic_cell_text (definition),
    [EDITION] = clinic_cell_integer (clinic_row_number (statement, "edition")),
    [SOURCE] = clinic_cell_text (known ? scale->source : NULL),
    [NOTE] = clinic_cell_text (clinic_row_text (statement, "note")),
  };

  clinic_report_append (stages->sheet, stages->map, cells);

  return TRUE;
}

gboolean
clinic_report_fill_patient_stages (ClinicReportRun  *run,
                                   ClinicSheet      *sheet,
                                   GError          **error)
{
  static const char * const arguments[] = { "patient", NULL };
  g_autofree guint *map = clinic_report_map_columns (sheet, clinic_report_patient_stages_fields);
  g_autoptr(GHashTable) first = g_hash_table_new (NULL, NULL);
  Stages stages = { sheet, map, first };

  return clinic_report_each (run, "report-patient-stages", arguments, take_stage, &stages, error);
}
