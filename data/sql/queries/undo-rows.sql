-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an operation changed, the last first: $1 operation.
SELECT seq, action, entity, entity_id, before
  FROM audit
 WHERE operation = $1
   AND action IN ('insert', 'update', 'remove')
 ORDER BY seq DESC
