-- SPDX-License-Identifier: GPL-3.0-or-later
-- What patient $1 was given in zone $2 ('': any) from $3 to before $4, a row a lot of it, the latest first. The whole scalp
-- is in every zone. A draw that names no cocktail is for all of its session.
SELECT i.id, i.version, i.session_id, s.number, s.starts, i.zone, c.name AS cocktail, v.number AS cocktail_number,
       i.points * i.volume_per_point AS volume, d.lot_id, l.product || ' ' || l.number AS lots, CAST(d.lot_id AS TEXT) AS lot_ids,
       0 AS linked
  FROM session s
  JOIN injection i ON i.session_id = s.id
  LEFT JOIN cocktail_version v ON v.id = i.cocktail_version_id
  LEFT JOIN cocktail c ON c.id = v.cocktail_id
  LEFT JOIN draw d ON d.session_id = s.id
        AND (d.cocktail_version_id IS NULL OR i.cocktail_version_id IS NULL OR d.cocktail_version_id = i.cocktail_version_id)
  LEFT JOIN lot l ON l.id = d.lot_id
 WHERE s.patient_id = $1
   AND s.starts >= $3
   AND s.starts < $4
   AND s.status IN ('done', 'in_treatment')
   AND (CAST($2 AS TEXT) = '' OR CAST($2 AS TEXT) = 'whole_scalp' OR i.zone = CAST($2 AS TEXT) OR i.zone = 'whole_scalp')
 ORDER BY s.starts DESC, i.id, d.id
