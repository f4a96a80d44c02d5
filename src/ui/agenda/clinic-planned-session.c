/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-planned-session.h"

G_DEFINE_FINAL_TYPE (ClinicPlannedSession, clinic_planned_session, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPlannedSession, number,       N_("Number")),
  CLINIC_FIELD (ClinicPlannedSession, starts,       N_("Starts"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicPlannedSession, ends,         N_("Ends"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicPlannedSession, phase,        N_("Phase")),
  CLINIC_FIELD (ClinicPlannedSession, days,         N_("Days since the one before")),
  CLINIC_FIELD (ClinicPlannedSession, min_days,     N_("Fewest days")),
  CLINIC_FIELD (ClinicPlannedSession, max_days,     N_("Most days")),
  CLINIC_FIELD (ClinicPlannedSession, room,         N_("Room")),
  CLINIC_FIELD (ClinicPlannedSession, words,        N_("In the way")),
  CLINIC_FIELD (ClinicPlannedSession, note,         N_("Good to know")),
  CLINIC_FIELD (ClinicPlannedSession, alternatives, N_("Free instead")),
};
/* *INDENT-ON* */

static void
clinic_planned_session_class_init (ClinicPlannedSessionClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "planned_session",
                                  N_("Planned session"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_planned_session_init (ClinicPlannedSession *self)
{
}
