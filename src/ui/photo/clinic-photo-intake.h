/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-photo-keep.h"

G_BEGIN_DECLS

/* A picture on its way in. Properties: "label" (what it is called until it is kept, the file's name; nowhere
 * written down), "texture" (small; NULL until it was read), "message" (why it is not taken; NULL). */
#define CLINIC_TYPE_PHOTO_CANDIDATE (clinic_photo_candidate_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoCandidate, clinic_photo_candidate, CLINIC, PHOTO_CANDIDATE, GObject)

/* What it shows: a draft, to be filled in. Lent. */
ClinicPhoto *clinic_photo_candidate_get_photo   (ClinicPhotoCandidate *self);
gboolean     clinic_photo_candidate_is_ready    (ClinicPhotoCandidate *self);

/* Pictures of one patient on their way in: read and decoded one after the other on a thread of
 * their own, so that each that is not taken says why and stops none of the others. A list model of
 * ClinicPhotoCandidate. Property "progress": share that was read, 1 when nothing waits. */
#define CLINIC_TYPE_PHOTO_INTAKE (clinic_photo_intake_get_type ())
G_DECLARE_FINAL_TYPE (ClinicPhotoIntake, clinic_photo_intake, CLINIC, PHOTO_INTAKE, GObject)

/* @session: 0: the one of the day, found when they are kept. */
ClinicPhotoIntake *clinic_photo_intake_new        (gint64              patient,
                                                   gint64              session);
gint64             clinic_photo_intake_get_patient (ClinicPhotoIntake *self);
/* GFile; lent. */
void               clinic_photo_intake_add_files  (ClinicPhotoIntake  *self,
                                                   GSList             *files);
/* What was pasted: the bytes of a picture file. */
void               clinic_photo_intake_add_bytes  (ClinicPhotoIntake  *self,
                                                   GBytes             *bytes);
void               clinic_photo_intake_remove     (ClinicPhotoIntake  *self,
                                                   guint               position);
GListModel        *clinic_photo_intake_get_list   (ClinicPhotoIntake  *self);
double             clinic_photo_intake_get_progress (ClinicPhotoIntake *self);
guint              clinic_photo_intake_count_ready (ClinicPhotoIntake  *self);
/* Those that are ready, to be given to clinic_photo_add () on another thread: copies. Caller
 * unrefs. */
GPtrArray         *clinic_photo_intake_dup_additions (ClinicPhotoIntake *self);
/* Reads nothing more. */
void               clinic_photo_intake_cancel     (ClinicPhotoIntake  *self);

/* The view that a file's name speaks of ("vertex-2.jpg"); NULL when it speaks of none. */
const char        *clinic_photo_intake_guess_view (const char         *name);

G_END_DECLS
