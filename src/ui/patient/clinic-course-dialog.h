/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-entry-dialog.h"

G_BEGIN_DECLS

/* Changes the goal of a course and what belongs to it. */
#define CLINIC_TYPE_COURSE_DIALOG (clinic_course_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ClinicCourseDialog, clinic_course_dialog, CLINIC, COURSE_DIALOG, ClinicEntryDialog)

G_END_DECLS
