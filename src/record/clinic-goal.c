/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-goal.h"

G_DEFINE_FINAL_TYPE (ClinicGoal, clinic_goal, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicGoal, patient_id, N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicGoal, course_id,  N_("Course"), .format = CLINIC_LINK, .links = "course", .required = TRUE),
  CLINIC_FIELD (ClinicGoal, metric_id,  N_("Metric"), .format = CLINIC_LINK, .links = "metric", .required = TRUE),
  CLINIC_FIELD (ClinicGoal, zone,       N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicGoal, value,      N_("Goal"), .format = CLINIC_DECIMAL, .required = TRUE, .min = -1000000000000, .max = 1000000000000),
};
/* *INDENT-ON* */

static void
clinic_goal_class_init (ClinicGoalClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";

  clinic_record_class_set_fields (record_class, "goal", N_("Goal"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_goal_init (ClinicGoal *self)
{
}

ClinicGoal *
clinic_goal_new (void)
{
  return g_object_new (CLINIC_TYPE_GOAL, NULL);
}
