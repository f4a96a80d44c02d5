/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "clinic-causality.h"
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
  CLINIC_FIELD (ClinicReaction, specified,        N_("What it is"), .max = 200),
  CLINIC_FIELD (ClinicReaction, ctcae_version,    N_("CTCAE version"), .max = 16),
  CLINIC_FIELD (ClinicReaction, grade,            N_("Grade"), .min = 1, .max = 5),
  CLINIC_FIELD (ClinicReaction, onset,            N_("Onset"), .format = CLINIC_WALL, .required = TRUE),
  CLINIC_FIELD (ClinicReaction, cleared,          N_("Cleared"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicReaction, action,           N_("Action taken"), .max = 2000),
  CLINIC_FIELD (ClinicReaction, causality,        N_("Causality"), .format = CLINIC_CHOICE, .choices = clinic_causalities),
  CLINIC_FIELD (ClinicReaction, naranjo,          N_("Naranjo answers"), .max = CLINIC_NARANJO_QUESTIONS),
  CLINIC_FIELD (ClinicReaction, outcome,          N_("Outcome"), .format = CLINIC_CHOICE, .choices = clinic_reaction_outcomes),
  CLINIC_FIELD (ClinicReaction, death,            N_("Death")),
  CLINIC_FIELD (ClinicReaction, life_threatening, N_("Threatened life")),
  CLINIC_FIELD (ClinicReaction, hospital,         N_("In hospital, or longer there")),
  CLINIC_FIELD (ClinicReaction, disability,       N_("Lasting or significant disability")),
  CLINIC_FIELD (ClinicReaction, congenital,       N_("Harm to an unborn child")),
  CLINIC_FIELD (ClinicReaction, important,        N_("Medically important otherwise")),
  CLINIC_FIELD (ClinicReaction, assessed_on,      N_("Assessed"), .format = CLINIC_WALL),
  CLINIC_FIELD (ClinicReaction, assessed_by,      N_("Assessed by"), .format = CLINIC_LINK, .links = "staff"),
  CLINIC_FIELD (ClinicReaction, reported_by,      N_("Reported by"), .format = CLINIC_LINK, .links = "staff"),
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

  if (self->naranjo != NULL && clinic_naranjo_count (self->naranjo) < 0)
    return _("Naranjo answers: These are ten letters: y, n or u, and - where nobody has answered.");

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

gboolean
clinic_reaction_is_serious (ClinicReaction *self)
{
  return self->death || self->life_threatening || self->hospital || self->disability ||
         self->congenital || self->important;
}
