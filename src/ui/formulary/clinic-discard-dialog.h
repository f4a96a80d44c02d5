/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_DISCARD_DIALOG (clinic_discard_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicDiscardDialog, clinic_discard_dialog, CLINIC, DISCARD_DIALOG, AdwWindow)

/* Throws away some of a lot or batch, for a reason. @left: what it begins with (µl); CLINIC_UNKNOWN: not
 * known. */
void clinic_discard_dialog_present (GtkWidget   *parent,
                                    ClinicDesk  *desk,
                                    gint64       lot,
                                    gint64       left);

G_END_DECLS
