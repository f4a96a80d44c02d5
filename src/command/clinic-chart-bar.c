/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may go on where a rule stops a chart. */

#include "config.h"

#include "clinic-chart-bar.h"
#include "clinic-finding.h"
#include "clinic-rights.h"
#include "clinic-rule-book.h"
#include "clinic-staff.h"

/* A warning anybody may go on with. */
static void
bar_finding (ClinicFinding  *finding,
             ClinicRuleBook *book,
             const char     *roles)
{
  ClinicRule *rule = clinic_rule_book_find (book, finding->rule);
  g_autofree char *bar = NULL;

  if (g_strcmp0 (finding->severity, "stop") == 0 && rule != NULL && !clinic_rule_may_override (rule, roles))
    bar = clinic_rights_dup_bar (clinic_rule_get_override (rule));

  clinic_finding_set_bar (finding, bar);
}

gboolean
clinic_chart_bar (ClinicDb   *db,
                  gint64      actor,
                  GPtrArray  *findings,
                  GError    **error)
{
  g_autoptr(ClinicRecord) staff = NULL;
  g_autoptr(ClinicRuleBook) book = NULL;

  g_return_val_if_fail (db != NULL && findings != NULL, FALSE);

  if (!(staff = clinic_store_find (db, CLINIC_TYPE_STAFF, actor, error)) ||
      !(book = clinic_rule_book_open (db, error)))
    return FALSE;

  for (guint i = 0; i < findings->len; i++)
    bar_finding (findings->pdata[i], book, CLINIC_STAFF (staff)->roles);

  return TRUE;
}
