/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-session.h"

G_BEGIN_DECLS

/* What whoever books ought to know of a treatment before it is booked: allergies to the planned
 * cocktail, conditions, contraindications, withdrawn substances, an interval that is too short, a
 * consent that is missing or withdrawn, the aftercare of another treatment.
 * The rules are those of the chart, but here they only note: what they stop, they stop when it
 * is charted, and by those who can judge it. Adds ClinicFinding records to @found. @cocktail:
 * the planned one, CLINIC_UNKNOWN for none (a course's own is taken when the session belongs to
 * one). */
gboolean clinic_alert_add (ClinicDb       *db,
                           ClinicSession  *session,
                           gint64          cocktail,
                           GPtrArray      *found,
                           GError        **error);

G_END_DECLS
