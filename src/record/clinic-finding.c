/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-finding.h"

G_DEFINE_FINAL_TYPE (ClinicFinding, clinic_finding, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicFinding, patient_id,   N_("Patient"), .format = CLINIC_LINK, .links = "patient"),
  CLINIC_FIELD (ClinicFinding, session_id,   N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicFinding, staff_id,     N_("Accepted by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicFinding, rule,         N_("Rule"), .required = TRUE, .max = 80),
  CLINIC_FIELD (ClinicFinding, rule_version, N_("Version of the rule"), .required = TRUE, .min = 1, .max = 1000000),
  CLINIC_FIELD (ClinicFinding, severity,     N_("Severity"), .format = CLINIC_CHOICE, .choices = clinic_bearings, .required = TRUE),
  CLINIC_FIELD (ClinicFinding, message,      N_("Message"), .required = TRUE, .max = 2000),
  CLINIC_FIELD (ClinicFinding, reason,       N_("Reason"), .max = 2000),
  CLINIC_FIELD (ClinicFinding, written_at,   N_("Written at"), .required = TRUE, .max = 40),
};
/* *INDENT-ON* */

static void
clinic_finding_finalize (GObject *object)
{
  g_free (CLINIC_FINDING (object)->bar);

  G_OBJECT_CLASS (clinic_finding_parent_class)->finalize (object);
}

static void
clinic_finding_class_init (ClinicFindingClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clinic_finding_finalize;

  record_class->subject = "patient_id";
  record_class->fixed = TRUE;

  clinic_record_class_set_fields (record_class, "finding", N_("Finding"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_finding_init (ClinicFinding *self)
{
}

ClinicFinding *
clinic_finding_new (void)
{
  return g_object_new (CLINIC_TYPE_FINDING, NULL);
}

void
clinic_finding_set_bar (ClinicFinding *self,
                        const char    *bar)
{
  g_return_if_fail (CLINIC_IS_FINDING (self));

  g_free (self->bar);
  self->bar = g_strdup (bar);
}
