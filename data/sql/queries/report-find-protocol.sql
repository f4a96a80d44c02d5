-- SPDX-License-Identifier: GPL-3.0-or-later
-- By code or name ($1), or id ($2); a code goes before a name.
SELECT id, name
  FROM protocol
 WHERE code = $1
    OR name = $1
    OR id = CAST($2 AS BIGINT)
 ORDER BY CASE WHEN code = $1 THEN 0 ELSE 1 END, id
