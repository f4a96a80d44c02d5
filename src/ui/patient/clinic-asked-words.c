/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-asked-words.h"
#include "clinic-check-in-look.h"
#include "clinic-date.h"
#include "clinic-locale.h"

/* "asked today", "asked 3 days ago", "asked 2 months ago". */
static char *
dup_ago (gint64 days)
{
  if (days <= 0)
    return g_strdup (_("asked today"));

  if (days < 14)
    return g_strdup_printf (ngettext ("asked %d day ago", "asked %d days ago", (gulong) days), (int) days);

  if (days < 60)
    return g_strdup_printf (ngettext ("asked %d week ago", "asked %d weeks ago", (gulong) days / 7),
                            (int) days / 7);

  return g_strdup_printf (ngettext ("asked %d month ago", "asked %d months ago", (gulong) days / 30),
                          (int) days / 30);
}

char *
clinic_asked_words_dup_when (const char *asked_on,
                             const char *today)
{
  gint64 days = clinic_date_days_between (asked_on, today);
  g_autofree char *ago = dup_ago (days);
  g_autofree char *date = NULL;

  if (days <= 0)
    return g_steal_pointer (&ago);

  date = clinic_locale_date (asked_on);

  /* Translators: “asked 3 months ago (20 Aug 2026)”. */
  return g_strdup_printf (C_("asked", "%s (%s)"), ago, date);
}

char *
clinic_asked_words_dup_allergies (ClinicAllergyStatus  *status,
                                  guint                 n_listed,
                                  const char           *today,
                                  const char          **kind)
{
  g_autofree char *when = NULL;

  *kind = n_listed > 0 ? "note" : "warn";

  if (!clinic_allergies_stands (status, n_listed))
    return g_strdup (n_listed > 0 ? _("Allergies: listed, not asked again") : _("Allergies: not asked"));

  when = clinic_asked_words_dup_when (status->asked_on, today);

  if (g_str_equal (status->answer, "unsure"))
    {
      *kind = "warn";
      /* Translators: %s: “asked 3 days ago (18 Nov 2026)”. */
      return g_strdup_printf (_("Allergies: new or not sure, %s"), when);
    }

  if (n_listed > 0)
    return g_strdup_printf (_("Allergies: as listed, %s"), when);

  if (clinic_date_days_between (status->asked_on, today) <= CLINIC_ANSWER_FRESH)
    *kind = "note";

  return g_strdup_printf (_("Allergies: none known, %s"), when);
}

char *
clinic_asked_words_dup_unlisted (ClinicAllergyStatus *status)
{
  g_autofree char *date = NULL;

  if (!clinic_allergies_stands (status, 0))
    return g_strdup (_("Not asked yet"));

  date = clinic_locale_date (status->asked_on);

  /* Translators: %s is a date. */
  return g_strdup_printf (g_str_equal (status->answer, "unsure") ? _("New or not sure (asked %s)")
                                                                 : _("None known (asked %s)"), date);
}

GMenuModel *
clinic_asked_words_create_menu (const char *action,
                                guint       n_listed)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  GMenu *section = g_menu_new ();
  g_autofree char *first = g_strdup_printf ("%s::%s", action, n_listed > 0 ? "listed" : "none");
  g_autofree char *unsure = g_strdup_printf ("%s::unsure", action);

  g_menu_append (section, n_listed > 0 ? _("_As listed") : _("_None known"), first);
  g_menu_append (section, _("New or not _sure"), unsure);
  g_menu_append_section (menu, _("Asked today about allergies"), G_MENU_MODEL (section));
  g_object_unref (section);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
