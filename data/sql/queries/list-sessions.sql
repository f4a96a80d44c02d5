-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions in time order. $1 patient, $2 practitioner, $3 from this day, $4 to the day before this one: each may be NULL; $5 at most.
SELECT s.id, s.starts, s.ends, s.status, p.file_number, p.family_name, p.given_name, f.name AS practitioner,
       r.name AS room, pr.code AS protocol, s.number, s.signed_at, s.began, s.finished
  FROM session s
  JOIN patient p ON p.id = s.patient_id
  JOIN staff f ON f.id = s.practitioner_id
  LEFT JOIN room r ON r.id = s.room_id
  LEFT JOIN course c ON c.id = s.course_id
  LEFT JOIN protocol pr ON pr.id = c.protocol_id
 WHERE (CAST($1 AS BIGINT) IS NULL OR s.patient_id = CAST($1 AS BIGINT))
   AND (CAST($2 AS BIGINT) IS NULL OR s.practitioner_id = CAST($2 AS BIGINT))
   AND s.starts >= CAST($3 AS TEXT)
   AND s.starts < CAST($4 AS TEXT)
 ORDER BY s.starts, f.name, s.id
 LIMIT CAST($5 AS BIGINT)
