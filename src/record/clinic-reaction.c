/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-choices.h"
#include "clinic-date.h"
#include "clinic-reaction.h"

G_DEFINE_FINAL_TYPE (ClinicReaction, clinic_reaction, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicReaction, patient_id,       N_("Patient"), .format = CLINIC_LINK, .links = "patient", .required = TRUE),
  CLINIC_FIELD (ClinicReaction, session_id,       N_("Session"), .format = CLINIC_LINK, .links = "session"),
  CLINIC_FIELD (ClinicReaction, zone,             N_("Zone"), .format = CLINIC_CHOICE, .choices = clinic_zones),
  CLINIC_FIELD (ClinicReaction, reaction_kind_id, N_("Kind"), .format = CLINIC_LINK, .links = "reaction_kind", .required = TRUE),
  CLINIC_FIELD (ClinicReaction, grade,            N_("Grade"), .min = 1, .max = 5),
  CLINIC_FIELD (ClinicReaction, onset,            N_("Onset"), .format = CLINIC_WALL, .required = TRUE),
  CLINIC_FIELD (ClinicReaction, cleared,          N_("Cleared"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicReaction, action,           N_("Action taken"), .max = 2000),
  CLINIC_FIELD (ClinicReaction, causality,        N_("Causality"), .format = CLINIC_CHOICE, .choices = clinic_causalities),
  CLINIC_FIELD (ClinicReaction, note,             N_("Note"), .max = 4000),
};
/* *INDENT-ON* */

static const char *
clinic_reaction_check (ClinicRecord *record,
                       const char   *today)
{
  ClinicReaction *self = CLINIC_REACTION (record);
  g_autofree char *onset = clinic_wall_dup_date (self->onset);

  if (strcmp (onset, today) > 0)
    return _("Onset: This is in the future.");

  if (self->cleared != NULL && strcmp (self->cleared, self->onset) < 0)
    return _("Cleared: This is before the onset.");

  return NULL;
}

static void
clinic_reaction_class_init (ClinicReactionClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  record_class->subject = "patient_id";
  record_class->check = clinic_reaction_check;

  clinic_record_class_set_fields (record_class, "reaction", N_("Reaction"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_reaction_init (ClinicReaction *self)
{
}

ClinicReaction *
clinic_reaction_new (void)
{
  return g_object_new (CLINIC_TYPE_REACTION, NULL);
}
