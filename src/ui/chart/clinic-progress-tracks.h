/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What goes on beside the sessions of a patient, as a list: added, changed and ended here. */
#define CLINIC_TYPE_PROGRESS_TRACKS (clinic_progress_tracks_get_type ())
G_DECLARE_FINAL_TYPE (ClinicProgressTracks, clinic_progress_tracks, CLINIC, PROGRESS_TRACKS, AdwBin)

/* @tracks: GPtrArray of ClinicTrack, the first to begin first; NULL: nothing is known yet. */
void clinic_progress_tracks_show (ClinicProgressTracks *self,
                                  ClinicDesk           *desk,
                                  gint64                patient,
                                  GPtrArray            *tracks);

G_END_DECLS
