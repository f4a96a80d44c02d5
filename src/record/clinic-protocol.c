/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-protocol.h"

G_DEFINE_FINAL_TYPE (ClinicProtocol, clinic_protocol, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicProtocol, code,                N_("Code"), .required = TRUE, .max = 60),
  CLINIC_FIELD (ClinicProtocol, name,                N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicProtocol, indication,          N_("Indication"), .max = 400),
  CLINIC_FIELD (ClinicProtocol, evaluate_after_days, N_("Evaluate after (days from the start)"), .max = 3650),
  CLINIC_FIELD (ClinicProtocol, source,              N_("Source"), .max = 400),
  CLINIC_FIELD (ClinicProtocol, note,                N_("Note")),
  CLINIC_FIELD (ClinicProtocol, archived_on,         N_("Archived on"), .format = CLINIC_DATE),
};
/* *INDENT-ON* */

static void
clinic_protocol_class_init (ClinicProtocolClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "protocol", N_("Protocol"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_protocol_init (ClinicProtocol *self)
{
}

ClinicProtocol *
clinic_protocol_new (void)
{
  return g_object_new (CLINIC_TYPE_PROTOCOL, NULL);
}
