/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-act.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FINDINGS_BOX (clinic_findings_box_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFindingsBox, clinic_findings_box, CLINIC, FINDINGS_BOX, GtkWidget)

/* What the rules object to, the gravest first: a row each with its sign, its words and, for stop
 * and warn, an entry for the reason to go on all the same, or who may when no reason of this
 * person's helps; notes are only shown, and many of them folded behind a row that says how many. What has to be answered is
 * never folded. Hidden while there is nothing. Property "answered" (every stop and warn has a reason, and may; notifies). */

GtkWidget  *clinic_findings_box_new          (void);
/* GPtrArray of ClinicFinding; NULL or empty: nothing. Reasons typed for rules that still object
 * are kept. */
void        clinic_findings_box_set_findings (ClinicFindingsBox  *self,
                                              GPtrArray          *findings);
gboolean    clinic_findings_box_get_answered (ClinicFindingsBox  *self);
/* Whether there is something that this person may not go on with. */
gboolean    clinic_findings_box_get_barred   (ClinicFindingsBox  *self);
/* Rule code → reason, of those answered; for clinic_findings_accept (). Caller unrefs. */
GHashTable *clinic_findings_box_dup_reasons  (ClinicFindingsBox  *self);
/* Puts the keyboard into the first entry without a reason, or onto what may not be passed; FALSE when
 * there is neither. */
gboolean    clinic_findings_box_start        (ClinicFindingsBox  *self);

/* Puts the keyboard into the first entry, or onto what may not be passed; else onto the first row, to be read; FALSE when
 * there is none. */
gboolean    clinic_findings_box_read         (ClinicFindingsBox  *self);

/* In a command's function: gives @act the reasons (rule code → reason; may be NULL). */
void        clinic_findings_accept           (ClinicAct          *act,
                                              GHashTable         *reasons);

G_END_DECLS
