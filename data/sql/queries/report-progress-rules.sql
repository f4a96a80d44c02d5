-- SPDX-License-Identifier: GPL-3.0-or-later
-- By which rule readings of the pull test were judged.
SELECT m.id, m.rule, m.rule_version
  FROM measurement m
 WHERE m.rule IS NOT NULL
