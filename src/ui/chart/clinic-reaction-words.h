/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-reaction-case.h"

G_BEGIN_DECLS

/* What is said of a reaction; caller frees. */

/* "Usually gone within 7 days; open for 9", "Never expected: look at it today"… */
char *clinic_reaction_words_course   (ClinicReaction      *reaction,
                                      ClinicReactionKind  *kind,
                                      const char          *today);
/* How such a reaction usually goes: "Usually gone within 7 days". */
char *clinic_reaction_words_usual    (ClinicReactionKind  *kind);
/* "CTCAE 5.0: Bruising (10006504)" */
char *clinic_reaction_words_term     (ClinicReaction      *reaction,
                                      ClinicReactionKind  *kind);
/* "Assessed by Dr Weber, 21 Nov 2026, 10:30"; @staff may be NULL. */
char *clinic_reaction_words_assessed (ClinicReaction      *reaction,
                                      ClinicStaff         *staff);

G_END_DECLS
