-- SPDX-License-Identifier: GPL-3.0-or-later
-- Visits of the demonstration from $1 to before $2 that took place, the latest first, with a zone and a lot of each.
SELECT s.id, s.patient_id, s.practitioner_id, s.ends, MIN(i.zone) AS zone, MIN(d.lot_id) AS lot_id
  FROM session s
  JOIN injection i ON i.session_id = s.id
  LEFT JOIN draw d ON d.session_id = s.id
 WHERE s.starts >= $1
   AND s.starts < $2
   AND s.status = 'done'
   AND s.patient_id NOT IN (SELECT r.patient_id FROM reaction r WHERE r.cleared IS NULL)
 GROUP BY s.id, s.patient_id, s.practitioner_id, s.ends, s.starts
 ORDER BY s.starts DESC, s.id
 LIMIT 1
