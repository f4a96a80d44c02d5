/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-window.h"

G_BEGIN_DECLS

/* The windows of an open clinic among each other: one with the places, and one for each patient
 * that was opened in a window of its own. */

/* The window of its own that shows this patient; 0: the one with the places. NULL: there is none.
 * Lent. */
ClinicWindow *clinic_window_find            (ClinicDesk   *desk,
                                             gint64        patient);
/* Brings the patient's own window forward, made first where there is none. */
void          clinic_window_present_patient (ClinicWindow *from,
                                             gint64        patient);
/* The same for the window with the places. Lent. */
ClinicWindow *clinic_window_present_places  (ClinicWindow *from);

G_END_DECLS
