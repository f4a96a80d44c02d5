/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "clinic-principal-least.h"
#include "clinic-rule-book.h"

gint64
clinic_principal_least (ClinicDb  *db,
                        GError   **error)
{
  g_autoptr(ClinicRuleBook) book = clinic_rule_book_open (db, error);
  ClinicRule *rule;
  gint64 least;

  if (book == NULL)
    return -1;

  rule = clinic_rule_book_find (book, "principal-agents");

  if (rule == NULL || g_str_equal (clinic_rule_get_severity (rule), "off"))
    return 0;

  least = clinic_rule_get_bound (rule, "least");

  /* In thousandths; half an agent is none. */
  return least != CLINIC_UNKNOWN ? (least + 999) / 1000 : 0;
}
