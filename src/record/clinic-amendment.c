/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-amendment.h"

G_DEFINE_FINAL_TYPE (ClinicAmendment, clinic_amendment, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicAmendment, session_id, N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicAmendment, staff_id,   N_("Written by"), .format = CLINIC_LINK, .links = "staff", .required = TRUE),
  CLINIC_FIELD (ClinicAmendment, written_at, N_("Written at"), .required = TRUE, .max = 40),
  CLINIC_FIELD (ClinicAmendment, reason,     N_("Reason"), .required = TRUE, .max = 400),
  CLINIC_FIELD (ClinicAmendment, text,       N_("Text"), .required = TRUE, .max = 20000),
};
/* *INDENT-ON* */

static void
clinic_amendment_class_init (ClinicAmendmentClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->fixed = TRUE;

  clinic_record_class_set_fields (record_class, "amendment", N_("Amendment"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_amendment_init (ClinicAmendment *self)
{
}

ClinicAmendment *
clinic_amendment_new (void)
{
  return g_object_new (CLINIC_TYPE_AMENDMENT, NULL);
}
