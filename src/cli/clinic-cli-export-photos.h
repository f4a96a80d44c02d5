/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-cli.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean  watched;          /* in: that they leave can be written down */
  GArray   *given;            /* out: gint64, those written; unref */
  guint     n_left_out;       /* out: the patient has not agreed */
  guint     n_unwatched;      /* out: left out as it cannot be written down */
} ClinicPhotosExport;

/* The photos of all patients who agreed to it into "photos" in @folder, named by the photo's id;
 * a line of the manifest for each. That they were given out is for the caller to write down before
 * anybody can have them. */
gboolean clinic_cli_export_photos (ClinicCli           *cli,
                                   const char          *folder,
                                   GString             *manifest,
                                   ClinicPhotosExport  *done,
                                   GError             **error);

G_END_DECLS
