/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-record.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_IMPORT_RUN (clinic_import_run_get_type ())
G_DECLARE_FINAL_TYPE (ClinicImportRun, clinic_import_run, CLINIC, IMPORT_RUN, ClinicRecord)

/* A table that was taken in, all or nothing, and can be taken back.
 * Read the members; write them through properties, so that views hear of it. */
struct _ClinicImportRun
{
  ClinicRecord  parent_instance;

  char         *kind;
  char         *file_name;
  char         *digest;
  char         *options;
  gint64        rows;
  gint64        accepted;
  gint64        refused;
  gint64        operation_id;
  char         *run_at;
};

ClinicImportRun *clinic_import_run_new (void);

G_END_DECLS
