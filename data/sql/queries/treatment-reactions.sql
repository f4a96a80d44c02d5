-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions of patient $1 in zone $2 that began from $3 to before $4, the latest first, a row a lot each may come from. The
-- whole scalp is in every zone.
SELECT r.id, r.onset, r.grade, COALESCE(r.specified, k.name) AS what, l.product || ' ' || l.number AS lot
  FROM reaction r
  JOIN reaction_kind k ON k.id = r.reaction_kind_id
  LEFT JOIN reaction_suspect u ON u.reaction_id = r.id
  LEFT JOIN lot l ON l.id = u.lot_id
 WHERE r.patient_id = $1
   AND r.onset >= $3
   AND r.onset < $4
   AND (CAST($2 AS TEXT) = 'whole_scalp' OR r.zone = CAST($2 AS TEXT) OR r.zone = 'whole_scalp')
 ORDER BY r.onset DESC, r.id DESC, u.id
