/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-clock.h"
#include "clinic-locale.h"
#include "clinic-visit-step.h"
#include "clinic-visit-texts.h"

char *
clinic_visit_age (ClinicVisit *visit)
{
  g_autofree char *today = clinic_clock_today (NULL);

  return clinic_locale_age (visit->birth_date, today);
}

char *
clinic_visit_nth (ClinicVisit *visit)
{
  g_autofree char *nth = clinic_locale_number (visit->number);
  g_autofree char *all = clinic_locale_number (visit->planned);

  if (visit->number == CLINIC_UNKNOWN)
    return g_strdup ("");

  if (visit->planned == CLINIC_UNKNOWN || visit->planned == 0)
    return g_steal_pointer (&nth);

  /* Translators: session 4 of 8 */
  return g_strdup_printf (C_("session of course", "%s/%s"), nth, all);
}

char *
clinic_visit_state (ClinicVisit *visit)
{
  if (visit->signed_at != NULL && *visit->signed_at != '\0')
    return g_strdup (_("Signed"));

  if (g_strcmp0 (visit->status, "done") == 0)
    return g_strdup (_("To be signed"));

  return g_strdup (clinic_visit_step_name (visit->status));
}
