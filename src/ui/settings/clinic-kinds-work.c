/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "clinic-follow-up-save.h"
#include "clinic-kinds-work.h"
#include "clinic-store.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate ((*(ClinicReactionKind *const *) a)->name, (*(ClinicReactionKind *const *) b)->name);
}

GPtrArray *
clinic_kinds_list (ClinicDb    *db,
                   const char  *argument,
                   GError     **error)
{
  GPtrArray *kinds = clinic_store_list_by (db, CLINIC_TYPE_REACTION_KIND, NULL, 0, error);

  if (kinds != NULL)
    g_ptr_array_sort (kinds, compare_names);

  return kinds;
}

gpointer
clinic_kinds_read_usual (ClinicDb  *db,
                         gpointer   data,
                         GError   **error)
{
  g_autofree ClinicKindsUsual *usual = g_new0 (ClinicKindsUsual, 1);

  return clinic_follow_up_read_usual (db, &usual->grade, &usual->days, error) ? g_steal_pointer (&usual) : NULL;
}

gpointer
clinic_kinds_set_usual (ClinicAct  *act,
                        gpointer    data,
                        GError    **error)
{
  const ClinicKindsUsual *usual = data;

  return GINT_TO_POINTER (clinic_follow_up_set_usual (act, usual->grade, usual->days, error));
}

static char *
dup_expected (ClinicReactionKind *kind)
{
  gulong days = kind->expected_days != CLINIC_UNKNOWN ? (gulong) kind->expected_days : 0;

  if (kind->red_flag)
    return g_strdup (_("Red flag, never expected"));

  if (kind->expected_days == CLINIC_UNKNOWN)
    return g_strdup (_("Not said how long it lasts"));

  return g_strdup_printf (ngettext ("Usually gone within %lu day", "Usually gone within %lu days", days), days);
}

static char *
dup_after (gint64 days)
{
  if (days == 0)
    /* Translators: when somebody is called after a reaction. */
    return g_strdup (_("the same day"));

  return g_strdup_printf (ngettext ("after %d day", "after %d days", (gulong) days), (int) days);
}

char *
clinic_kinds_dup_words (ClinicReactionKind     *kind,
                        const ClinicKindsUsual *usual)
{
  gint64 grade = kind->call_grade != CLINIC_UNKNOWN ? kind->call_grade : usual->grade;
  g_autofree char *expected = dup_expected (kind);
  g_autofree char *after = dup_after (kind->call_days != CLINIC_UNKNOWN ? kind->call_days : usual->days);

  if (kind->red_flag)
    /* Translators: how long a kind of reaction lasts, and when somebody is called about it. */
    return g_strdup_printf (_("%s · called whatever its grade, %s"), expected, after);

  /* Translators: how long a kind of reaction lasts, from which grade on and when somebody is called about it. */
  return g_strdup_printf (_("%s · called from grade %d, %s"), expected, (int) grade, after);
}
