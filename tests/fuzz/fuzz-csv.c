/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "clinic-csv-file.h"
#include "fuzz.h"

#define TODAY "2026-11-21"

static char *path;

static void
remove_file (void)
{
  g_unlink (path);
}

/* What is read from a cell in any way must be within what the types can hold. */
static void
read_cell (const char *cell)
{
  ClinicCsvEvidence dates;
  ClinicCsvEvidence numbers;
  guint reading;

  clinic_csv_evidence_init (&dates, 3);
  clinic_csv_evidence_init (&numbers, 2);
  clinic_csv_evidence_add_date (&dates, cell, 1, TODAY);
  clinic_csv_evidence_add_number (&numbers, cell, 1);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *date = clinic_csv_read_date (cell, (ClinicDateOrder) i, TODAY);

      g_assert_true (date == NULL || clinic_date_is_valid (date));
      g_assert_cmpint (date != NULL && dates.n_fit == 0, ==, FALSE);
    }

  clinic_csv_evidence_judge (&dates, &reading);
  clinic_csv_evidence_judge (&numbers, &reading);
  clinic_csv_evidence_clear (&dates);
  clinic_csv_evidence_clear (&numbers);
}

/* A record written out again reads as the same record. */
static void
read_back (ClinicCsv *csv,
           char       separator)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(ClinicCsv) again = NULL;

  for (guint i = 0; i < clinic_csv_n_fields (csv); i++)
    {
      if (i > 0)
        g_string_append_c (line, separator);

      clinic_csv_append (line, clinic_csv_get_field (csv, i));
    }

  stream = g_memory_input_stream_new_from_data (line->str, line->len, NULL);
  again = clinic_csv_new (stream, separator);
  g_assert_true (clinic_csv_next (again, NULL));
  g_assert_cmpuint (clinic_csv_n_fields (again), ==, clinic_csv_n_fields (csv));

  for (guint i = 0; i < clinic_csv_n_fields (csv); i++)
    g_assert_cmpstr (clinic_csv_get_field (again, i), ==, clinic_csv_get_field (csv, i));
}

static void
read_stream (const uint8_t *data,
             size_t         size,
             char           separator)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (data, size, NULL);
  g_autoptr(ClinicCsv) csv = clinic_csv_new (stream, separator);
  g_autoptr(GError) error = NULL;
  guint64 line = 0;

  clinic_csv_set_bounds (csv, 4096, 64);

  while (clinic_csv_next (csv, &error))
    {
      g_assert_cmpuint (clinic_csv_get_line (csv), >, line);
      g_assert_cmpuint (clinic_csv_last_line (csv), >=, clinic_csv_get_line (csv));
      line = clinic_csv_last_line (csv);
      read_back (csv, separator);

      for (guint i = 0; i < clinic_csv_n_fields (csv); i++)
        read_cell (clinic_csv_get_field (csv, i));
    }
}

/* The whole way, through a file. */
static void
read_file (const uint8_t *data,
           size_t         size)
{
  const ClinicImportOptions options = { NULL };
  g_autoptr(ClinicCsvFile) file = NULL;

  if (path == NULL)
    {
      g_close (g_file_open_tmp ("anagen-fuzz-XXXXXX", &path, NULL), NULL);
      atexit (remove_file);
    }

  g_file_set_contents_full (path, (const char *) data, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  file = clinic_csv_file_open (path, &options, NULL);

  if (file == NULL)
    return;

  for (guint i = 0; i < file->columns->len; i++)
    clinic_csv_file_column (file, i)->kind = 1 + i % 3;

  clinic_csv_file_study (file, &options, TODAY, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  read_stream (data, size, ',');
  read_stream (data, size, ';');
  read_file (data, size);

  return 0;
}
