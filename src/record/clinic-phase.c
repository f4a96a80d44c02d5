/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-phase.h"

G_DEFINE_FINAL_TYPE (ClinicPhase, clinic_phase, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicPhase, protocol_id,    N_("Protocol"), .format = CLINIC_LINK, .links = "protocol", .required = TRUE),
  CLINIC_FIELD (ClinicPhase, number,         N_("Number"), .required = TRUE, .min = 1, .max = 100),
  CLINIC_FIELD (ClinicPhase, name,           N_("Name"), .max = 80),
  CLINIC_FIELD (ClinicPhase, sessions,       N_("Sessions"), .required = TRUE, .min = 1, .max = 200),
  CLINIC_FIELD (ClinicPhase, min_days,       N_("Least days between sessions"), .required = TRUE, .max = 400),
  CLINIC_FIELD (ClinicPhase, target_days,    N_("Days between sessions"), .required = TRUE, .max = 400),
  CLINIC_FIELD (ClinicPhase, max_days,       N_("Most days between sessions"), .required = TRUE, .max = 800),
  CLINIC_FIELD (ClinicPhase, technique,      N_("Technique"), .format = CLINIC_CHOICE, .choices = clinic_techniques),
  CLINIC_FIELD (ClinicPhase, depth,          N_("Depth (mm)"), .format = CLINIC_DECIMAL, .min = 100, .max = 13000),
  CLINIC_FIELD (ClinicPhase, volume_per_point, N_("Volume a point (ml)"), .format = CLINIC_DECIMAL, .min = 1, .max = 10000),
  CLINIC_FIELD (ClinicPhase, spacing,        N_("Spacing (mm)"), .format = CLINIC_DECIMAL, .min = 2000, .max = 50000),
  CLINIC_FIELD (ClinicPhase, length_minutes, N_("Length of a session (minutes)"), .required = TRUE, .min = 5, .max = 480),
};
/* *INDENT-ON* */

static const char *
clinic_phase_check (ClinicRecord *record,
                    const char   *today)
{
  ClinicPhase *self = CLINIC_PHASE (record);

  if (self->min_days > self->target_days)
    return _("Days between sessions: This is less than the least.");

  if (self->target_days > self->max_days)
    return _("Days between sessions: This is more than the most.");

  return NULL;
}

static void
clinic_phase_class_init (ClinicPhaseClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_phase_check;

  clinic_record_class_set_fields (record_class, "phase", N_("Phase"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_phase_init (ClinicPhase *self)
{
}

ClinicPhase *
clinic_phase_new (void)
{
  return g_object_new (CLINIC_TYPE_PHASE, NULL);
}
