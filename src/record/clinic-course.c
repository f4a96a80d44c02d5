/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-course.h"

G_DEFINE_FINAL_TYPE (ClinicCourse, clinic_course, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCourse, patient_id,      N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicCourse, diagnosis_id,    N_("Diagnosis"), .format = CLINIC_LINK, .links = "diagnosis"),
  CLINIC_FIELD (ClinicCourse, protocol_id,     N_("Protocol"), .format = CLINIC_LINK, .links = "protocol"),
  CLINIC_FIELD (ClinicCourse, practitioner_id, N_("Practitioner"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicCourse, cocktail_id,     N_("Planned cocktail"), .format = CLINIC_LINK, .links = "cocktail"),
  CLINIC_FIELD (ClinicCourse, goal,            N_("Goal"), .max = 400),
  CLINIC_FIELD (ClinicCourse, started_on,      N_("Started on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCourse, status,          N_("Status"), .format = CLINIC_CHOICE, .choices = clinic_course_statuses, .required = TRUE),
  CLINIC_FIELD (ClinicCourse, ended_on,        N_("Ended on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCourse, stop_reason,     N_("Why stopped"), .max = 400),
};
/* *INDENT-ON* */

static const char *
clinic_course_check (ClinicRecord *record,
                     const char   *today)
{
  ClinicCourse *self = CLINIC_COURSE (record);

  if (self->started_on != NULL && self->ended_on != NULL &&
      strcmp (self->ended_on, self->started_on) < 0)
    return _("Ended on: This is before the course started.");

  return NULL;
}

static void
clinic_course_class_init (ClinicCourseClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_course_check;

  clinic_record_class_set_fields (record_class, "course", N_("Course"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_course_init (ClinicCourse *self)
{
}

ClinicCourse *
clinic_course_new (void)
{
  return g_object_new (CLINIC_TYPE_COURSE, NULL);
}
