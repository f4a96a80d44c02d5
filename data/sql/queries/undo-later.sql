-- SPDX-License-Identifier: GPL-3.0-or-later
-- What touched a record after a row of its history, the last first, each operation once: $1 table, $2 id, $3 seq, $4 an
-- operation left out.
SELECT operation
  FROM audit
 WHERE entity = $1
   AND entity_id = $2
   AND seq > $3
   AND operation <> $4
   AND action IN ('insert', 'update', 'remove')
 GROUP BY operation
 ORDER BY MAX (seq) DESC
