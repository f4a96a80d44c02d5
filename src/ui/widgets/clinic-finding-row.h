/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "clinic-finding.h"

G_BEGIN_DECLS

#define CLINIC_TYPE_FINDING_ROW (clinic_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (ClinicFindingRow, clinic_finding_row, CLINIC, FINDING_ROW, GtkListBoxRow)

/* One objection of a rule and, unless it is only a note, the reason to go on; or, to somebody
 * whom no reason helps, who may. Signal "changed":
 * the reason. */
GtkWidget     *clinic_finding_row_new         (ClinicFinding    *finding);
ClinicFinding *clinic_finding_row_get_finding (ClinicFindingRow *self);
/* Whether a reason is asked for. */
gboolean       clinic_finding_row_get_asks    (ClinicFindingRow *self);
/* Whether nobody of the acting person's roles may go on. */
gboolean       clinic_finding_row_get_barred  (ClinicFindingRow *self);
const char    *clinic_finding_row_get_reason  (ClinicFindingRow *self);
void           clinic_finding_row_set_reason  (ClinicFindingRow *self,
                                               const char       *reason);
void           clinic_finding_row_start       (ClinicFindingRow *self);
/* Puts the keyboard onto the row itself. */
void           clinic_finding_row_read        (ClinicFindingRow *self);

G_END_DECLS
