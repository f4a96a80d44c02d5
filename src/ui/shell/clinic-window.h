/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"
#include "clinic-page.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_WINDOW (clinic_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicWindow, clinic_window, CLINIC, WINDOW, AdwApplicationWindow)

/* The window of an open clinic: places at the side, one page beside them. It only places pages
 * and forwards actions. Its actions, to be given from anywhere inside it with
 * gtk_widget_activate_action ():
 *   win.go "s"                 a place: today, agenda, patients, cocktails, reports
 *   win.go-nth "i"             the place that comes so far down the side, from 1
 *   win.back                   the page before
 *   win.search                 the search over everything
 *   win.open-patient "x"       patient id; win.open-patient-window "x" in a window of its own
 *   win.open-chart "x"         session id; win.open-unkept the first that could not be kept
 *   win.show-day "s"           the agenda on this date
 *   win.register "s"           a new patient; the text typed so far, or ""
 *   win.edit-patient "x"
 *   win.book "(xs)"            one visit: patient id (0: to be asked), wall time or date ("": now)
 *   win.plan-course "x"        a whole course: patient id (0: to be asked)
 *   win.log-reaction "(xx)"    patient id, session id (0: none)
 *   win.check-in "x"           session id: what is asked on arriving
 *   win.measure "(xx)"         patient id, session id (0: none)
 *   win.add-photos "(xx)"      patient id, session id (0: that of the day)
 *   win.undo, win.redo         the last act of the person acting; win.undo-operation "x" that one
 *   win.report "(sx)"          a report by name, for this patient id (0: none)
 *   win.preferences, win.about */

/* Reads what the first window is made from, while the clinic is being opened. */
void          clinic_window_prepare         (void);
ClinicWindow *clinic_window_new             (GtkApplication *application,
                                             ClinicDesk     *desk);
/* A window with nothing but this patient; whoever goes to a place from there goes in the window with
 * the places. */
ClinicWindow *clinic_window_new_for_patient (GtkApplication *application,
                                             ClinicDesk     *desk,
                                             gint64          patient);
ClinicDesk   *clinic_window_get_desk        (ClinicWindow   *self);
/* Whose own window it is, while it shows their file or chart; 0: the window with the places. */
gint64        clinic_window_get_patient     (ClinicWindow   *self);
/* The page in view. Lent. */
ClinicPage   *clinic_window_get_page        (ClinicWindow   *self);

G_END_DECLS
