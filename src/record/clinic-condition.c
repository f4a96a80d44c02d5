/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-condition.h"

G_DEFINE_FINAL_TYPE (ClinicCondition, clinic_condition, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCondition, patient_id,        N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicCondition, condition_kind_id, N_("Condition"), .format = CLINIC_LINK, .links = "condition_kind", .required = TRUE),
  CLINIC_FIELD (ClinicCondition, since,             N_("Since"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCondition, until,             N_("Until"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicCondition, note,              N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static const char *
clinic_condition_check (ClinicRecord *record,
                        const char   *today)
{
  ClinicCondition *self = CLINIC_CONDITION (record);

  if (self->since != NULL && strcmp (self->since, today) > 0)
    return _("Since: This is in the future.");

  if (self->since != NULL && self->until != NULL && strcmp (self->until, self->since) < 0)
    return _("Until: This is before the condition began.");

  return NULL;
}

static void
clinic_condition_class_init (ClinicConditionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_condition_check;

  clinic_record_class_set_fields (record_class, "condition", N_("Condition"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_condition_init (ClinicCondition *self)
{
}

ClinicCondition *
clinic_condition_new (void)
{
  return g_object_new (CLINIC_TYPE_CONDITION, NULL);
}
