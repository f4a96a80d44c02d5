/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-desk.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_COURSE_WINDOW (clinic_course_window_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseWindow, clinic_course_window, CLINIC, COURSE_WINDOW, AdwWindow)

/* Plans and books a whole course: what is asked for at the side, every session proposed beside
 * it, clashes with the times that are free instead; one button books all of it or nothing.
 * @patient: 0 asks for one. @first: wall time or date of the first session; NULL or "": the next
 * working day at opening time. */
void clinic_course_window_present (GtkWidget   *parent,
                                   ClinicDesk  *desk,
                                   gint64       patient,
                                   const char  *first);

G_END_DECLS
