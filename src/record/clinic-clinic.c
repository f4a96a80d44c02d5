/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clinic.h"
#include "clinic-clock.h"

G_DEFINE_FINAL_TYPE (ClinicClinic, clinic_clinic, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicClinic, name,          N_("Name"), .required = TRUE, .max = 120),
  CLINIC_FIELD (ClinicClinic, zone,          N_("Time zone"), .required = TRUE, .max = 64),
  CLINIC_FIELD (ClinicClinic, language,      N_("Language"), .max = 16),
  CLINIC_FIELD (ClinicClinic, address,       N_("Address"), .max = 400),
  CLINIC_FIELD (ClinicClinic, phone,         N_("Telephone"), .ltr = TRUE, .max = 40),
  CLINIC_FIELD (ClinicClinic, email,         N_("E-mail"), .max = 120),
  CLINIC_FIELD (ClinicClinic, hours,         N_("Opening hours"), .max = 400),
  CLINIC_FIELD (ClinicClinic, slot_minutes,  N_("Agenda grid (minutes)"), .min = 5, .max = 60),
  CLINIC_FIELD (ClinicClinic, demonstration, N_("Demonstration")),
};
/* *INDENT-ON* */

static const char *
clinic_clinic_check (ClinicRecord *record,
                     const char   *today)
{
  ClinicClinic *self = CLINIC_CLINIC (record);
  g_autoptr(GTimeZone) zone = clinic_clock_dup_zone (self->zone);

  if (zone == NULL)
    return _("Time zone: This zone is not known. Write it like Europe/Vienna.");

  return NULL;
}

static void
clinic_clinic_class_init (ClinicClinicClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->check = clinic_clinic_check;

  clinic_record_class_set_fields (record_class, "clinic", N_("Clinic"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_clinic_init (ClinicClinic *self)
{
}

ClinicClinic *
clinic_clinic_new (void)
{
  return g_object_new (CLINIC_TYPE_CLINIC, NULL);
}
