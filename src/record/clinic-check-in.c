/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-check-in.h"

G_DEFINE_FINAL_TYPE (ClinicCheckIn, clinic_check_in, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicCheckIn, patient_id,   N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicCheckIn, session_id,   N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicCheckIn, asked_on,     N_("Asked on"), .format = CLINIC_DATE, .required = TRUE),
  CLINIC_FIELD (ClinicCheckIn, staff_id,     N_("Asked by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicCheckIn, new_medicine, N_("A new medicine"), .format = CLINIC_CHOICE, .choices = clinic_answers),
  CLINIC_FIELD (ClinicCheckIn, pregnancy,    N_("Pregnant"), .format = CLINIC_CHOICE, .choices = clinic_answers),
  CLINIC_FIELD (ClinicCheckIn, hair_colour,  N_("Hair coloured since the last visit"), .format = CLINIC_CHOICE, .choices = clinic_answers),
  CLINIC_FIELD (ClinicCheckIn, inflammation, N_("Inflammation of the scalp"), .format = CLINIC_CHOICE, .choices = clinic_answers),
  CLINIC_FIELD (ClinicCheckIn, allergies,    N_("Allergies"), .format = CLINIC_CHOICE, .choices = clinic_allergy_answers),
  CLINIC_FIELD (ClinicCheckIn, note,         N_("Note"), .max = 400),
};
/* *INDENT-ON* */

static const char *
clinic_check_in_check (ClinicRecord *record,
                       const char   *today)
{
  return strcmp (CLINIC_CHECK_IN (record)->asked_on, today) > 0
         ? _("Asked on: This is in the future.") : NULL;
}

static void
clinic_check_in_class_init (ClinicCheckInClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_check_in_check;

  clinic_record_class_set_fields (record_class, "check_in", N_("Check-in"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_check_in_init (ClinicCheckIn *self)
{
}

ClinicCheckIn *
clinic_check_in_new (void)
{
  return g_object_new (CLINIC_TYPE_CHECK_IN, NULL);
}
