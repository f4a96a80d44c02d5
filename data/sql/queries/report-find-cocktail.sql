-- SPDX-License-Identifier: GPL-3.0-or-later
-- By name ($1) or id ($2).
SELECT id, name
  FROM cocktail
 WHERE name = $1
    OR id = CAST($2 AS BIGINT)
