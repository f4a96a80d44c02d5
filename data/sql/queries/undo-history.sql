-- SPDX-License-Identifier: GPL-3.0-or-later
-- The history of one record, the oldest first: $1 table, $2 id.
SELECT audit.seq, audit.at, staff.name AS staff, audit.command, audit.action, audit.reason, audit.before, audit.after,
       audit.operation
  FROM audit
  LEFT JOIN staff ON staff.id = audit.actor
 WHERE audit.entity = $1
   AND audit.entity_id = $2
 ORDER BY audit.seq
