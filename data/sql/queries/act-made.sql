-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an operation made first in a table: $1 operation, $2 table.
SELECT entity_id
  FROM audit
 WHERE operation = $1
   AND entity = $2
   AND before IS NULL
 ORDER BY seq
