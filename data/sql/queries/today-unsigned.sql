-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions from $1 up to but not including $2 that were treated and not signed, of practitioner $3 (0: everybody's), the oldest first.
SELECT s.id, s.version, s.patient_id, s.id AS session_id, s.starts AS day, p.file_number, p.family_name, p.given_name, p.birth_date,
       k.name AS what, f.name AS who, CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS expected, 0 AS red_flag
  FROM session s
  JOIN patient p ON p.id = s.patient_id
  JOIN staff f ON f.id = s.practitioner_id
  LEFT JOIN course c ON c.id = s.course_id
  LEFT JOIN cocktail k ON k.id = c.cocktail_id
 WHERE s.starts >= $1
   AND s.starts < $2
   AND s.status IN ('in_treatment', 'done')
   AND s.signed_at IS NULL
   AND f.id >= CAST($3 AS BIGINT)
   AND f.id <= CASE WHEN CAST($3 AS BIGINT) = 0 THEN 9223372036854775807 ELSE CAST($3 AS BIGINT) END
 ORDER BY s.starts, s.id
 LIMIT 500
