/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

/* Says below the title of a window whose photos these are, as soon as it was read: name and file number. */
void clinic_photo_name_patient (AdwWindowTitle *title,
                                ClinicDesk     *desk,
                                gint64          patient);

G_END_DECLS
