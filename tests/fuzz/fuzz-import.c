/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include <glib/gstdio.h>

#include "clinic-measurement-import.h"
#include "clinic-patient-import.h"
#include "fuzz.h"

#define TODAY "2026-11-21"

static char *path;

static void
remove_file (void)
{
  g_unlink (path);
}

static void
read_patients (const ClinicImportOptions *options)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(ClinicPatientImport) import = clinic_patient_import_new (path, options, TODAY, seen,
                                                                     NULL);
  gboolean more = import != NULL;

  while (more)
    {
      g_autoptr(ClinicPatient) patient = NULL;
      g_autofree char *reason = NULL;

      more = clinic_patient_import_next (import, &patient, &reason, NULL);
      g_assert_cmpint (more, ==, (patient != NULL) != (reason != NULL));
      g_assert_true (patient == NULL || patient->birth_date == NULL ||
                     clinic_date_is_valid (patient->birth_date));
    }

  if (import != NULL)
    clinic_patient_import_note (import, seen);
}

static ClinicMetric *
make_metric (const char *code,
             const char *name)
{
  ClinicMetric *metric = clinic_metric_new ();

  g_object_set (metric, "code", code, "name", name, "unit", "/cm²", "direction", "lower", NULL);
  clinic_record_set_id (CLINIC_RECORD (metric), *code);

  return metric;
}

static void
read_measurements (const ClinicImportOptions *options)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) metrics = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ClinicMeasurementImport) import = NULL;
  gboolean more;

  g_ptr_array_add (metrics, make_metric ("shed", "hair loss"));
  g_ptr_array_add (metrics, make_metric ("density", "hair density"));
  import = clinic_measurement_import_new (path, options, metrics, TODAY, seen, NULL);
  more = import != NULL;

  while (more)
    {
      g_auto(ClinicMeasurementRow) row = { NULL };
      g_autofree char *reason = NULL;

      more = clinic_measurement_import_next (import, &row, &reason, NULL);
      g_assert_true (!more || reason != NULL || (row.subject != NULL && row.readings->len > 0));
    }

  if (import != NULL)
    clinic_measurement_import_note (import, seen);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const ClinicImportOptions plain = { NULL };
  const ClinicImportOptions told = {
    .has_date_order = TRUE,
    .date_order = CLINIC_DATE_DMY,
    .decimal_mark = ',',
    .strip_name_digits = TRUE,
    .allow_cut = TRUE,
    .round = TRUE,
    .metric = "shed",
  };

  if (path == NULL)
    {
      g_close (g_file_open_tmp ("anagen-fuzz-XXXXXX", &path, NULL), NULL);
      atexit (remove_file);
    }

  g_file_set_contents_full (path, (const char *) data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  read_patients (&plain);
  read_patients (&told);
  read_measurements (&plain);
  read_measurements (&told);

  return 0;
}
