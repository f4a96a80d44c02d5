-- SPDX-License-Identifier: GPL-3.0-or-later
-- What somebody did that is no taking back itself, the last first: $1 staff.
SELECT id
  FROM operation
 WHERE actor = $1
   AND undoes IS NULL
 ORDER BY id DESC
 LIMIT 200
