/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-decision.h"

G_DEFINE_FINAL_TYPE (ClinicDecision, clinic_decision, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicDecision, patient_id, N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicDecision, course_id,  N_("Course"), .format = CLINIC_LINK, .links = "course", .required = TRUE),
  CLINIC_FIELD (ClinicDecision, session_id, N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicDecision, number,     N_("After session"), .required = TRUE, .min = 1, .max = 1000),
  CLINIC_FIELD (ClinicDecision, score,      N_("Response (−3 to +3)"), .required = TRUE, .min = -3, .max = 3),
  CLINIC_FIELD (ClinicDecision, photos,     N_("Photographs compared")),
  CLINIC_FIELD (ClinicDecision, choice,     N_("Decision"), .format = CLINIC_CHOICE, .choices = clinic_decisions, .required = TRUE),
  CLINIC_FIELD (ClinicDecision, reason,     N_("Why"), .required = TRUE, .max = 400),
  CLINIC_FIELD (ClinicDecision, phase_id,   N_("Phase from then on"), .format = CLINIC_LINK, .links = "phase"),
  CLINIC_FIELD (ClinicDecision, decided_on, N_("Decided on"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicDecision, staff_id,   N_("Decided by"), .format = CLINIC_LINK, .links = "staff"),
};
/* *INDENT-ON* */

static const char *
clinic_decision_check (ClinicRecord *record,
                       const char   *today)
{
  ClinicDecision *self = CLINIC_DECISION (record);

  if (strcmp (self->decided_on, today) > 0)
    return _("Decided on: This is in the future.");

  return NULL;
}

static void
clinic_decision_class_init (ClinicDecisionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_decision_check;

  clinic_record_class_set_fields (record_class, "decision", N_("Decision"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_decision_init (ClinicDecision *self)
{
}

ClinicDecision *
clinic_decision_new (void)
{
  return g_object_new (CLINIC_TYPE_DECISION, NULL);
}
