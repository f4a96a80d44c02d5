/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-date.h"
#include "clinic-locale.h"
#include "clinic-visit-signs.h"

static void
add_counted (ClinicVisitSign  signs[],
             guint           *n,
             const char      *icon,
             const char      *colour,
             gint64           number)
{
  if (number != CLINIC_UNKNOWN && number > 0)
    signs[(*n)++] = (ClinicVisitSign) { icon, colour, number }
  ;
}

guint
clinic_visit_signs_list (ClinicVisit            *visit,
                         const ClinicVisitAlert *alert,
                         ClinicVisitLook         look,
                         ClinicVisitSign         signs[CLINIC_VISIT_MOST_SIGNS])
{
  guint n = 0;

  if (alert != NULL && (alert->unsigned_consent || alert->withdrawn_consent))
    signs[n++] = (ClinicVisitSign) { "document-edit-symbolic", "error_color", 0 }
  ;

  if (alert != NULL && alert->until != NULL)
    signs[n++] = (ClinicVisitSign) { "x-office-calendar-symbolic", "warning_color", 0 }
  ;

  if (alert != NULL && alert->coloured)
    signs[n++] = (ClinicVisitSign) { "anagen-brush-symbolic", "warning_color", 0 }
  ;

  if (look == CLINIC_VISIT_LOOK_CARD)
    return n;

  add_counted (signs, &n, "dialog-warning-symbolic", "error_color", visit->allergies);
  add_counted (signs, &n, "emblem-important-symbolic", "warning_color", visit->conditions);
  add_counted (signs, &n, "alarm-symbolic", "warning_color", visit->open_reactions);

  return n;
}

/* Takes @text. */
static void
add_words (GString *words,
           char    *text)
{
  g_string_append_printf (words, words->len > 0 ? ", %s" : "%s", text);
  g_free (text);
}

static void
add_alert (GString                *words,
           const ClinicVisitAlert *alert)
{
  if (alert->unsigned_consent)
    add_words (words, g_strdup (_("no consent is signed")));

  if (alert->withdrawn_consent)
    add_words (words, g_strdup (_("the consent was withdrawn")));

  if (alert->until != NULL)
    {
      g_autofree char *date = clinic_wall_dup_date (alert->until);
      g_autofree char *day = clinic_locale_date (date);

      /* Translators: %s is a date. The aftercare of an earlier treatment. */
      add_words (words, g_strdup_printf (_("aftercare until %s: no other treatment"), day));
    }

  if (alert->coloured)
    add_words (words, g_strdup (_("hair coloured since the last visit")));
}

static gboolean
is_some (gint64 number)
{
  return number != CLINIC_UNKNOWN && number > 0;
}

char *
clinic_visit_signs_say (ClinicVisit            *visit,
                        const ClinicVisitAlert *alert)
{
  g_autoptr(GString) words = g_string_new (NULL);
  int allergies = (int) visit->allergies;
  int conditions = (int) visit->conditions;
  int reactions = (int) visit->open_reactions;

  if (alert != NULL)
    add_alert (words, alert);

  if (is_some (visit->allergies))
    add_words (words, g_strdup_printf (ngettext ("%d allergy", "%d allergies", (gulong) allergies),
                                       allergies));

  if (is_some (visit->conditions))
    add_words (words, g_strdup_printf (ngettext ("%d condition to mind", "%d conditions to mind",
                                                 (gulong) conditions), conditions));

  if (is_some (visit->open_reactions))
    add_words (words, g_strdup_printf (ngettext ("%d open reaction", "%d open reactions",
                                                 (gulong) reactions), reactions));

  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
