-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the clinic changed about the rules: "rule.CODE.severity", "rule.CODE.bound.NAME" ('/' follows '.').
SELECT key, value
  FROM setting
 WHERE key >= 'rule.'
   AND key < 'rule/'
   AND value IS NOT NULL
 ORDER BY key
