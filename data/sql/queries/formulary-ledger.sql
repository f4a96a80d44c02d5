-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came into lot $1 and where it went, as it happened. Delivered lots came in at once.
SELECT l.id, 1 AS version, 'received' AS kind, COALESCE (l.received_on, '') AS happened, l.quantity AS volume,
       CAST (NULL AS TEXT) AS what, CAST (NULL AS TEXT) AS who, 0 AS step
  FROM lot l
 WHERE l.id = $1
   AND l.prepared_at IS NULL
UNION ALL
SELECT p.id, 1, 'poured', b.prepared_at, p.volume, l.product || ' · ' || l.number, w.name, 1
  FROM pour p
  JOIN lot b ON b.id = p.batch_id
  JOIN lot l ON l.id = p.lot_id
  LEFT JOIN staff w ON w.id = b.prepared_by
 WHERE p.batch_id = $1
UNION ALL
SELECT d.id, 1, 'injected', s.starts, d.volume, t.file_number || ' · ' || t.family_name || ', ' || t.given_name, w.name, 2
  FROM draw d
  JOIN session s ON s.id = d.session_id
  JOIN patient t ON t.id = s.patient_id
  JOIN staff w ON w.id = s.practitioner_id
 WHERE d.lot_id = $1
UNION ALL
SELECT p.id, 1, 'mixed', b.prepared_at, p.volume, b.product || ' · ' || b.number, w.name, 2
  FROM pour p
  JOIN lot b ON b.id = p.batch_id
  LEFT JOIN staff w ON w.id = b.prepared_by
 WHERE p.lot_id = $1
UNION ALL
SELECT x.id, 1, 'discarded', x.discarded_at, x.volume, x.reason, w.name, 3
  FROM discard x
  JOIN staff w ON w.id = x.staff_id
 WHERE x.lot_id = $1
 ORDER BY 4, 8, 1
