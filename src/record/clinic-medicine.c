/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-medicine.h"

G_DEFINE_FINAL_TYPE (ClinicMedicine, clinic_medicine, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicMedicine, patient_id,       N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicMedicine, name,             N_("Medicine"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicMedicine, medicine_kind_id, N_("Substance or class"), .format = CLINIC_LINK, .links = "medicine_kind"),
  CLINIC_FIELD (ClinicMedicine, dose,             N_("Dose"), .max = 160),
  CLINIC_FIELD (ClinicMedicine, since,            N_("Since"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicMedicine, stopped,          N_("Stopped on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicMedicine, source,           N_("Known from"), .format = CLINIC_CHOICE, .choices = clinic_medicine_sources),
  CLINIC_FIELD (ClinicMedicine, noted_on,         N_("Noted on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicMedicine, note,             N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static const char *
clinic_medicine_check (ClinicRecord *record,
                       const char   *today)
{
  ClinicMedicine *self = CLINIC_MEDICINE (record);

  if (self->since != NULL && strcmp (self->since, today) > 0)
    return _("Since: This is in the future.");

  if (self->since != NULL && self->stopped != NULL && strcmp (self->stopped, self->since) < 0)
    return _("Stopped on: This is before it was begun.");

  return NULL;
}

static void
clinic_medicine_class_init (ClinicMedicineClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_medicine_check;

  clinic_record_class_set_fields (record_class, "medicine", N_("Medicine"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_medicine_init (ClinicMedicine *self)
{
}

ClinicMedicine *
clinic_medicine_new (void)
{
  return g_object_new (CLINIC_TYPE_MEDICINE, NULL);
}
