/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-reaction-suspect.h"

G_DEFINE_FINAL_TYPE (ClinicReactionSuspect, clinic_reaction_suspect, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicReactionSuspect, reaction_id, N_("Reaction"), .format = CLINIC_LINK, .links = "reaction", .required = TRUE),
  CLINIC_FIELD (ClinicReactionSuspect, session_id,  N_("Session"), .format = CLINIC_LINK, .links = "session", .required = TRUE),
  CLINIC_FIELD (ClinicReactionSuspect, zone,        N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicReactionSuspect, lot_id,      N_("Lot"), .format = CLINIC_LINK, .links = "lot"),
};
/* *INDENT-ON* */

static void
clinic_reaction_suspect_class_init (ClinicReactionSuspectClass *klass)
{
  clinic_record_class_set_fields (CLINIC_RECORD_CLASS (klass), "reaction_suspect",
                                  N_("What a reaction may come from"), fields, G_N_ELEMENTS (fields));
}

static void
clinic_reaction_suspect_init (ClinicReactionSuspect *self)
{
}

ClinicReactionSuspect *
clinic_reaction_suspect_new (void)
{
  return g_object_new (CLINIC_TYPE_REACTION_SUSPECT, NULL);
}
