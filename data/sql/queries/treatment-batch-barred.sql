-- SPDX-License-Identifier: GPL-3.0-or-later
-- A lot in quarantine that batch $1 was prepared from.
SELECT l.number
  FROM pour p
  JOIN lot l ON l.id = p.lot_id
 WHERE p.batch_id = $1
   AND l.quarantined = 1
 ORDER BY l.id
 LIMIT 1
