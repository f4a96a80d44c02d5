/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-cli.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_written;
  guint n_left_out;         /* the patient has not agreed */
} ClinicPhotosExport;

/* The photos of all patients who agreed to it into "photos" in @folder, named by the photo's id;
 * a line of the manifest for each. */
gboolean clinic_cli_export_photos (ClinicCli           *cli,
                                   const char          *folder,
                                   GString             *manifest,
                                   ClinicPhotosExport  *done,
                                   GError             **error);

G_END_DECLS
