/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

/* Ways for photos of a patient to come in; each ends in the dialog that says what they show.
 * @session: 0: the one of the day. */

/* Asks for files first. */
void clinic_photo_add_choose (GtkWidget   *parent,
                              ClinicDesk  *desk,
                              gint64       patient,
                              gint64       session);
/* What was dropped: a GdkFileList. */
void clinic_photo_add_files  (GtkWidget   *parent,
                              ClinicDesk  *desk,
                              gint64       patient,
                              gint64       session,
                              GdkFileList *files);
/* What is in the clipboard: files, or a picture; a toast says so when it is neither. */
void clinic_photo_add_paste  (GtkWidget   *parent,
                              ClinicDesk  *desk,
                              gint64       patient,
                              gint64       session);

G_END_DECLS
