-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody took back, the last first: $1 staff.
SELECT id
  FROM operation
 WHERE actor = $1
   AND undoes IS NOT NULL
 ORDER BY id DESC
 LIMIT 200
