-- SPDX-License-Identifier: GPL-3.0-or-later
-- What went in, zone by zone; volume in µl, depth in µm.
SELECT s.id AS session_id, s.starts, s.number, i.zone, t.name AS cocktail, v.number AS cocktail_version,
       COALESCE(i.technique, s.technique) AS technique, i.points, i.volume_per_point,
       i.points * i.volume_per_point AS volume, i.depth
  FROM session s
  JOIN injection i ON i.session_id = s.id
  LEFT JOIN cocktail_version v ON v.id = i.cocktail_version_id
  LEFT JOIN cocktail t ON t.id = v.cocktail_id
 WHERE s.patient_id = $1
 ORDER BY s.starts, s.id, i.id
