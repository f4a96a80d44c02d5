/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-import-run.h"

G_DEFINE_FINAL_TYPE (ClinicImportRun, clinic_import_run, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicImportRun, kind,         N_("Kind"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicImportRun, file_name,    N_("File"), .required = TRUE, .max = 400),
  CLINIC_FIELD (ClinicImportRun, digest,       N_("SHA-256"), .max = 64),
  CLINIC_FIELD (ClinicImportRun, options,      N_("Options"), .max = 4000),
  CLINIC_FIELD (ClinicImportRun, rows,         N_("Rows read"), .max = 1000000000),
  CLINIC_FIELD (ClinicImportRun, accepted,     N_("Rows taken"), .max = 1000000000),
  CLINIC_FIELD (ClinicImportRun, refused,      N_("Rows refused"), .max = 1000000000),
  CLINIC_FIELD (ClinicImportRun, operation_id, N_("Operation")),
  CLINIC_FIELD (ClinicImportRun, run_at,       N_("Run at"), .required = TRUE, .max = 40),
};
/* *INDENT-ON* */

static void
clinic_import_run_class_init (ClinicImportRunClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "import_run", N_("Import"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_import_run_init (ClinicImportRun *self)
{
}

ClinicImportRun *
clinic_import_run_new (void)
{
  return g_object_new (CLINIC_TYPE_IMPORT_RUN, NULL);
}
