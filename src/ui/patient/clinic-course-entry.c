/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-course-entry.h"

G_DEFINE_FINAL_TYPE (ClinicCourseEntry, clinic_course_entry, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCourseEntry, patient_id,   N_("Patient"), .format = CLINIC_LINK, .links = "patient"),
  CLINIC_FIELD (ClinicCourseEntry, protocol,     N_("Protocol")),
  CLINIC_FIELD (ClinicCourseEntry, cocktail,     N_("Planned cocktail")),
  CLINIC_FIELD (ClinicCourseEntry, practitioner, N_("Practitioner")),
  CLINIC_FIELD (ClinicCourseEntry, diagnosis,    N_("Diagnosis")),
  CLINIC_FIELD (ClinicCourseEntry, goal,         N_("Goal")),
  CLINIC_FIELD (ClinicCourseEntry, started_on,   N_("Started on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCourseEntry, status,       N_("Status"), .format = CLINIC_CHOICE, .choices = clinic_course_statuses),
  CLINIC_FIELD (ClinicCourseEntry, ended_on,     N_("Ended on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCourseEntry, stop_reason,  N_("Why stopped")),
  CLINIC_FIELD (ClinicCourseEntry, next,         N_("Next visit"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicCourseEntry, planned,      N_("Sessions planned")),
  CLINIC_FIELD (ClinicCourseEntry, done,         N_("Sessions done")),
  CLINIC_FIELD (ClinicCourseEntry, booked,       N_("Sessions booked")),
  CLINIC_FIELD (ClinicCourseEntry, missed,       N_("Sessions missed")),
  CLINIC_FIELD (ClinicCourseEntry, remaining,    N_("Sessions left")),
};
/* *INDENT-ON* */

static void
clinic_course_entry_class_init (ClinicCourseEntryClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "course_entry", N_("Course"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_course_entry_init (ClinicCourseEntry *self)
{
}
