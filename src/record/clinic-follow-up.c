/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-follow-up.h"

G_DEFINE_FINAL_TYPE (ClinicFollowUp, clinic_follow_up, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicFollowUp, patient_id,  N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicFollowUp, reaction_id, N_("Reaction"), .format = CLINIC_LINK, .links = "reaction"),
  CLINIC_FIELD (ClinicFollowUp, due_on,      N_("Due"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicFollowUp, staff_id,    N_("Who calls"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicFollowUp, reason,      N_("What for"), .max = 400),
  CLINIC_FIELD (ClinicFollowUp, done_at,     N_("Done"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicFollowUp, done_by,     N_("Done by"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicFollowUp, outcome,     N_("Outcome"), .format = CLINIC_CHOICE, .choices = clinic_call_outcomes),
  CLINIC_FIELD (ClinicFollowUp, note,        N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static const char *
clinic_follow_up_check (ClinicRecord *record,
                        const char   *today)
{
  ClinicFollowUp *self = CLINIC_FOLLOW_UP (record);

  if ((self->done_at != NULL) != (self->outcome != NULL))
    return _("Outcome: Say what came of the call, and only then.");

  return NULL;
}

static void
clinic_follow_up_class_init (ClinicFollowUpClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_follow_up_check;

  clinic_record_class_set_fields (record_class, "follow_up", N_("Follow-up call"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_follow_up_init (ClinicFollowUp *self)
{
}

ClinicFollowUp *
clinic_follow_up_new (void)
{
  return g_object_new (CLINIC_TYPE_FOLLOW_UP, NULL);
}
