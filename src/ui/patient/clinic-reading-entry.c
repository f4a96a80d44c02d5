/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-reading-entry.h"

G_DEFINE_FINAL_TYPE (ClinicReadingEntry, clinic_reading_entry, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicReadingEntry, metric,     N_("Metric")),
  CLINIC_FIELD (ClinicReadingEntry, unit,       N_("Unit")),
  CLINIC_FIELD (ClinicReadingEntry, decimals,   N_("Decimals shown")),
  CLINIC_FIELD (ClinicReadingEntry, zone,       N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicReadingEntry, value,      N_("Value"), .format = CLINIC_DECIMAL),
  CLINIC_FIELD (ClinicReadingEntry, taken_on,   N_("Taken on"), .format = CLINIC_DATE),
  CLINIC_FIELD (ClinicReadingEntry, visit_name, N_("Visit")),
};
/* *INDENT-ON* */

static void
clinic_reading_entry_class_init (ClinicReadingEntryClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "reading", N_("Reading"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_reading_entry_init (ClinicReadingEntry *self)
{
}
