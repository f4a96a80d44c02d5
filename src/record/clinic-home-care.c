/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-home-care.h"

G_DEFINE_FINAL_TYPE (ClinicHomeCare, clinic_home_care, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicHomeCare, patient_id, N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicHomeCare, course_id,  N_("Course"), .format = CLINIC_LINK, .links = "course"),
  CLINIC_FIELD (ClinicHomeCare, what,       N_("What"), .required = TRUE, .max = 200),
  CLINIC_FIELD (ClinicHomeCare, directions, N_("How and how often"), .max = 400),
  CLINIC_FIELD (ClinicHomeCare, since,      N_("Since"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicHomeCare, until,      N_("Until"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static const char *
clinic_home_care_check (ClinicRecord *record,
                        const char   *today)
{
  ClinicHomeCare *self = CLINIC_HOME_CARE (record);

  if (self->since != NULL && self->until != NULL && strcmp (self->until, self->since) < 0)
    return _("Until: This is before it began.");

  return NULL;
}

static void
clinic_home_care_class_init (ClinicHomeCareClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_home_care_check;

  clinic_record_class_set_fields (record_class, "home_care", N_("Home care"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_home_care_init (ClinicHomeCare *self)
{
}

ClinicHomeCare *
clinic_home_care_new (void)
{
  return g_object_new (CLINIC_TYPE_HOME_CARE, NULL);
}
