-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who had how much of a lot: patients, and batches (by their number below 0). $1 lot, $2 a session that does not count (0: all do).
SELECT s.patient_id AS taker, CAST (SUM (d.volume) AS BIGINT) AS volume
  FROM draw d
  JOIN session s ON s.id = d.session_id
 WHERE d.lot_id = $1
   AND d.session_id <> $2
 GROUP BY s.patient_id
UNION ALL
SELECT -p.batch_id, CAST (SUM (p.volume) AS BIGINT)
  FROM pour p
 WHERE p.lot_id = $1
 GROUP BY p.batch_id
