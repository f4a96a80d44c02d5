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

/* Takes @text. */
static void
add_sign (GString *words,
          gint64   number,
          char    *text)
{
  if (number != CLINIC_UNKNOWN && number > 0)
    g_string_append_printf (words, words->len > 0 ? ", %s" : "%s", text);

  g_free (text);
}

char *
clinic_visit_signs (ClinicVisit *visit)
{
  g_autoptr(GString) words = g_string_new (NULL);
  int allergies = (int) visit->allergies;
  int conditions = (int) visit->conditions;
  int reactions = (int) visit->open_reactions;

  add_sign (words, visit->allergies,
            g_strdup_printf (ngettext ("%d allergy", "%d allergies", (gulong) allergies),
                             allergies));
  add_sign (words, visit->conditions,
            g_strdup_printf (ngettext ("%d condition to mind", "%d conditions to mind",
                                       (gulong) conditions), conditions));
  add_sign (words, visit->open_reactions,
            g_strdup_printf (ngettext ("%d open reaction", "%d open reactions",
                                       (gulong) reactions), reactions));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
