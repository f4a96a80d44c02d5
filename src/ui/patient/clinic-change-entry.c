/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-change-entry.h"

G_DEFINE_FINAL_TYPE (ClinicChangeEntry, clinic_change_entry, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicChangeEntry, at,             N_("At")),
  CLINIC_FIELD (ClinicChangeEntry, staff,          N_("Who")),
  CLINIC_FIELD (ClinicChangeEntry, command,        N_("What")),
  CLINIC_FIELD (ClinicChangeEntry, undoes,         N_("Takes back")),
  CLINIC_FIELD (ClinicChangeEntry, undone_command, N_("What was taken back")),
  CLINIC_FIELD (ClinicChangeEntry, undone_by,      N_("Taken back by")),
  CLINIC_FIELD (ClinicChangeEntry, reason,         N_("Reason")),
  CLINIC_FIELD (ClinicChangeEntry, title,          N_("Title")),
  CLINIC_FIELD (ClinicChangeEntry, moment,         N_("When")),
  CLINIC_FIELD (ClinicChangeEntry, words,          N_("Changes")),
};
/* *INDENT-ON* */

static void
clinic_change_entry_class_init (ClinicChangeEntryClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "change", N_("Change"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_change_entry_init (ClinicChangeEntry *self)
{
}
