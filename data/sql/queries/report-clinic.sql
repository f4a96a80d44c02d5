-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, zone
  FROM clinic
 ORDER BY id
 LIMIT 1
