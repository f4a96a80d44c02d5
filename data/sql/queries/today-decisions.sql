-- SPDX-License-Identifier: GPL-3.0-or-later
-- Courses that something is to be decided about: treated from $2 on by practitioner $1 (0: everybody's), the oldest first.
SELECT s.id, s.version, s.patient_id, s.id AS session_id, s.starts AS day, p.file_number, p.family_name, p.given_name, p.birth_date,
       r.name AS what, f.name AS who, CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS expected, 0 AS red_flag
  FROM decision_due s
  JOIN patient p ON p.id = s.patient_id
  JOIN staff f ON f.id = s.practitioner_id
  LEFT JOIN protocol r ON r.id = s.protocol_id
 WHERE f.id >= CAST($1 AS BIGINT)
   AND f.id <= CASE WHEN CAST($1 AS BIGINT) = 0 THEN 9223372036854775807 ELSE CAST($1 AS BIGINT) END
   AND s.starts >= $2
 ORDER BY s.starts, s.id
 LIMIT 500
