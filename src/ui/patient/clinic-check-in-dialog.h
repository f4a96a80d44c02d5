/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_CHECK_IN_DIALOG (clinic_check_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCheckInDialog, clinic_check_in_dialog, CLINIC, CHECK_IN_DIALOG, AdwWindow)

/* The five questions of a visit, asked at the desk or in the chart. "Nothing new" answers what is
 * still open with no and saves. */
void clinic_check_in_present (GtkWidget  *parent,
                              ClinicDesk *desk,
                              gint64      session);

G_END_DECLS
