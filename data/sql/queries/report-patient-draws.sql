-- SPDX-License-Identifier: GPL-3.0-or-later
-- From which lots it came; volume in µl.
SELECT s.id AS session_id, s.starts, s.number, l.product, l.number AS lot, l.expires_on, d.volume,
       t.name AS cocktail, v.number AS cocktail_version
  FROM session s
  JOIN draw d ON d.session_id = s.id
  JOIN lot l ON l.id = d.lot_id
  LEFT JOIN cocktail_version v ON v.id = d.cocktail_version_id
  LEFT JOIN cocktail t ON t.id = v.cocktail_id
 WHERE s.patient_id = $1
 ORDER BY s.starts, s.id, d.id
