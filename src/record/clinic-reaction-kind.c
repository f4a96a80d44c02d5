/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-reaction-kind.h"

G_DEFINE_FINAL_TYPE (ClinicReactionKind, clinic_reaction_kind, CLINIC_TYPE_RECORD)

/* *INDENT-OFF* */
static const ClinicField fields[] = {
  CLINIC_FIELD (ClinicReactionKind, code,          N_("Code"), .required = TRUE, .max = 60),
  CLINIC_FIELD (ClinicReactionKind, name,          N_("Name"), .required = TRUE, .max = 160),
  CLINIC_FIELD (ClinicReactionKind, ctcae_term,    N_("CTCAE term"), .max = 120),
  CLINIC_FIELD (ClinicReactionKind, ctcae_version, N_("CTCAE version"), .max = 16),
  CLINIC_FIELD (ClinicReactionKind, meddra,        N_("MedDRA code"), .max = 16),
  CLINIC_FIELD (ClinicReactionKind, expected_days, N_("Usually gone within (days)"), .max = 3650),
  CLINIC_FIELD (ClinicReactionKind, red_flag,      N_("Red flag")),
  CLINIC_FIELD (ClinicReactionKind, advice,        N_("What to do"), .max = 400),
  CLINIC_FIELD (ClinicReactionKind, call_grade,    N_("Called from grade"), .min = 1, .max = 5),
  CLINIC_FIELD (ClinicReactionKind, call_days,     N_("Called after (days)"), .min = 0, .max = 365),
  CLINIC_FIELD (ClinicReactionKind, specify,       N_("Needs words")),
  CLINIC_FIELD (ClinicReactionKind, grade_1,       N_("Grade 1"), .max = 400),
  CLINIC_FIELD (ClinicReactionKind, grade_2,       N_("Grade 2"), .max = 400),
  CLINIC_FIELD (ClinicReactionKind, grade_3,       N_("Grade 3"), .max = 400),
  CLINIC_FIELD (ClinicReactionKind, grade_4,       N_("Grade 4"), .max = 400),
  CLINIC_FIELD (ClinicReactionKind, grade_5,       N_("Grade 5"), .max = 400),
  CLINIC_FIELD (ClinicReactionKind, source,        N_("Source"), .max = 400),
};
/* *INDENT-ON* */

static void
clinic_reaction_kind_class_init (ClinicReactionKindClass *klass)
{
  ClinicRecordClass *record_class = CLINIC_RECORD_CLASS (klass);

  clinic_record_class_set_fields (record_class, "reaction_kind", N_("Kind of reaction"), fields,
                                  G_N_ELEMENTS (fields));
}

static void
clinic_reaction_kind_init (ClinicReactionKind *self)
{
}

ClinicReactionKind *
clinic_reaction_kind_new (void)
{
  return g_object_new (CLINIC_TYPE_REACTION_KIND, NULL);
}

const char *
clinic_reaction_kind_get_grade (ClinicReactionKind *self,
                                gint64              grade)
{
  const char *grades[] = { self->grade_1, self->grade_2, self->grade_3, self->grade_4,
                           self->grade_5 };

  return grade >= 1 && grade <= (gint64) G_N_ELEMENTS (grades) ? grades[grade - 1] : NULL;
}

gboolean
clinic_reaction_is_overdue (gboolean    red_flag,
                            gint64      expected_days,
                            const char *onset,
                            const char *today)
{
  return red_flag || (expected_days != CLINIC_UNKNOWN &&
                      clinic_date_days_between (onset, today) > expected_days);
}
