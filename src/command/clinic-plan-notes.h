/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-plan.h"

G_BEGIN_DECLS

/* Says with each session of @plan which aftercare of another treatment it meets, and counts them. */
gboolean clinic_course_plan_note (ClinicDb          *db,
                                  ClinicCoursePlan  *plan,
                                  GError           **error);

G_END_DECLS
