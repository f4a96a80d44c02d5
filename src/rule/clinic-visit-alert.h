/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "clinic-store.h"

G_BEGIN_DECLS

/* What the front desk ought to know of a visit before the patient sits down. */
typedef struct
{
  gboolean  unsigned_consent;   /* none to this treatment is signed, though the clinic asks for one */
  gboolean  withdrawn_consent;
  gboolean  coloured;           /* the hair, as answered on arriving */
  char     *until;              /* wall time: the aftercare of another treatment asks for none; NULL */
} ClinicVisitAlert;

/* Of all visits still to come on a day: session (gint64) → ClinicVisitAlert, of those only that have
 * one. The rules are those of a chart (clinic_consent_look_load (), clinic_aftercare_find_clash ()),
 * asked of all visits at once. Caller unrefs; NULL with @error. */
GHashTable       *clinic_visit_alerts_load  (ClinicDb                *db,
                                             const char              *date,
                                             GError                 **error);
ClinicVisitAlert *clinic_visit_alert_copy   (const ClinicVisitAlert  *self);
void              clinic_visit_alert_free   (ClinicVisitAlert        *self);
gboolean          clinic_visit_alert_equal  (const ClinicVisitAlert  *one,
                                             const ClinicVisitAlert  *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClinicVisitAlert, clinic_visit_alert_free)

G_END_DECLS
