-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the reactions of patient $1 may come from: a row a session and lot.
SELECT u.reaction_id, s.starts, l.number AS lot
  FROM reaction r
  JOIN reaction_suspect u ON u.reaction_id = r.id
  JOIN session s ON s.id = u.session_id
  LEFT JOIN lot l ON l.id = u.lot_id
 WHERE r.patient_id = $1
 ORDER BY u.reaction_id, s.starts, u.id
