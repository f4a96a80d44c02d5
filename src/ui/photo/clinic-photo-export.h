/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "clinic-desk.h"
#include "clinic-photo-pair.h"
#include "clinic-photo.h"

G_BEGIN_DECLS

/* Asks for a file and writes both photos to it, beside each other as @pair shows them, with view, day
 * and session under each, where the patient consented to that; says so at the bottom of the window,
 * or why not. @suffix: "png" or "pdf". */
void clinic_photo_export (GtkWidget       *parent,
                          ClinicDesk      *desk,
                          ClinicPhotoPair *pair,
                          ClinicPhoto     *left,
                          ClinicPhoto     *right,
                          const char      *suffix);

G_END_DECLS
