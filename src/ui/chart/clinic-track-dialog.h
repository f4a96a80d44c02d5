/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Notes or changes what goes on beside the sessions. */
#define CLINIC_TYPE_TRACK_DIALOG (clinic_track_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicTrackDialog, clinic_track_dialog, CLINIC, TRACK_DIALOG, ClinicEntryDialog)

G_END_DECLS
