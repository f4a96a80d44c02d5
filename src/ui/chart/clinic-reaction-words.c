/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-reaction-words.h"

char *
clinic_reaction_words_usual (ClinicReactionKind *kind)
{
  if (kind->red_flag)
    return g_strdup (_("Never expected: look at it today"));

  if (kind->expected_days == CLINIC_UNKNOWN)
    return g_strdup (_("No usual course"));

  return g_strdup_printf (ngettext ("Usually gone within %d day", "Usually gone within %d days",
                                    (gulong) kind->expected_days), (int) kind->expected_days);
}

char *
clinic_reaction_words_course (ClinicReaction     *reaction,
                              ClinicReactionKind *kind,
                              const char         *today)
{
  g_autofree char *usual = clinic_reaction_words_usual (kind);
  const char *end = reaction->cleared != NULL ? reaction->cleared : today;
  int days = (int) clinic_date_days_between (reaction->onset, end);
  g_autofree char *lasted = NULL;

  if (days == 0)
    lasted = g_strdup (reaction->cleared != NULL ? _("cleared the same day") : _("open since today"));
  else if (reaction->cleared != NULL)
    lasted = g_strdup_printf (ngettext ("cleared after %d day", "cleared after %d days", (gulong) days), days);
  else
    lasted = g_strdup_printf (ngettext ("open for %d day", "open for %d days", (gulong) days), days);

  if (reaction->cleared == NULL && !kind->red_flag &&
      clinic_reaction_is_overdue (FALSE, kind->expected_days, reaction->onset, today))
    /* Translators: "Usually gone within 7 days; open for 9 days: overdue" */
    return g_strdup_printf (_("%s; %s: overdue"), usual, lasted);

  /* Translators: "Usually gone within 7 days; open for 2 days" */
  return g_strdup_printf (_("%s; %s"), usual, lasted);
}

char *
clinic_reaction_words_term (ClinicReaction     *reaction,
                            ClinicReactionKind *kind)
{
  const char *version = reaction->ctcae_version != NULL ? reaction->ctcae_version : kind->ctcae_version;

  if (kind->ctcae_term == NULL || version == NULL)
    return g_strdup (_("No term of CTCAE"));

  /* Translators: version, term and code: "CTCAE 5.0: Bruising (10006504)" */
  return g_strdup_printf (_("CTCAE %s: %s (%s)"), version, kind->ctcae_term,
                          kind->meddra != NULL ? kind->meddra : "–");
}

char *
clinic_reaction_words_assessed (ClinicReaction *reaction,
                                ClinicStaff    *staff)
{
  g_autofree char *when = NULL;

  if (reaction->assessed_on == NULL)
    return g_strdup (reaction->causality != NULL ? _("Assessed; by whom was not kept")
                                                 : _("Nobody has assessed it yet"));

  when = clinic_locale_wall (reaction->assessed_on);

  if (staff == NULL)
    return g_strdup_printf (_("Assessed on %s"), when);

  /* Translators: who, and when. */
  return g_strdup_printf (_("Assessed by %s, %s"), staff->name, when);
}
