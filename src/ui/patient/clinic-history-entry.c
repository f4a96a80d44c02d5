/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-history-entry.h"

G_DEFINE_FINAL_TYPE (ClinicHistoryEntry, clinic_history_entry, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicHistoryEntry, kind,          N_("Kind")),
  CLINIC_FIELD (ClinicHistoryEntry, name,          N_("Name")),
  CLINIC_FIELD (ClinicHistoryEntry, severity,      N_("Severity"), .format = CLINIC_CHOICE, .choices = clinic_severities),
  CLINIC_FIELD (ClinicHistoryEntry, bearing,       N_("Bearing"), .format = CLINIC_CHOICE, .choices = clinic_bearings),
  CLINIC_FIELD (ClinicHistoryEntry, detail,        N_("Detail")),
  CLINIC_FIELD (ClinicHistoryEntry, zone,          N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicHistoryEntry, grade,         N_("Grade")),
  CLINIC_FIELD (ClinicHistoryEntry, expected_days, N_("Expected days")),
  CLINIC_FIELD (ClinicHistoryEntry, since,         N_("Since")),
  CLINIC_FIELD (ClinicHistoryEntry, ended,         N_("Ended")),
  CLINIC_FIELD (ClinicHistoryEntry, past,          N_("Past")),
  CLINIC_FIELD (ClinicHistoryEntry, note,          N_("Note")),
};
/* *INDENT-ON* */

static void
clinic_history_entry_class_init (ClinicHistoryEntryClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "history", N_("Medical history"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_history_entry_init (ClinicHistoryEntry *self)
{
}
