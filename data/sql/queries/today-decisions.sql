-- SPDX-License-Identifier: GPL-3.0-or-later
-- Courses that something is to be decided about, at the third and fifth session and where a phase ends: treated from $2 on by
-- practitioner $1 (0: everybody's), the oldest first.
SELECT s.id, s.version, s.patient_id, s.id AS session_id, s.starts AS day, p.file_number, p.family_name, p.given_name, p.birth_date,
       r.name AS what, f.name AS who, CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS expected, 0 AS red_flag
  FROM course c
  JOIN session s ON s.course_id = c.id
  JOIN patient p ON p.id = c.patient_id
  JOIN staff f ON f.id = s.practitioner_id
  LEFT JOIN protocol r ON r.id = c.protocol_id
 WHERE c.status = 'active'
   AND s.status = 'done'
   AND f.id >= CAST($1 AS BIGINT)
   AND f.id <= CASE WHEN CAST($1 AS BIGINT) = 0 THEN 9223372036854775807 ELSE CAST($1 AS BIGINT) END
   AND s.starts >= $2
   AND (s.number IN (3, 5)
        OR (s.phase_id IS NOT NULL
            AND NOT EXISTS (SELECT 1
                              FROM session n
                             WHERE n.course_id = c.id
                               AND n.phase_id = s.phase_id
                               AND n.number > s.number
                               AND n.status NOT IN ('cancelled', 'no_show'))))
   AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.course_id = c.id AND d.number >= s.number)
   AND NOT EXISTS (SELECT 1
                     FROM session n
                    WHERE n.course_id = c.id
                      AND n.status = 'done'
                      AND n.number > s.number)
 ORDER BY s.starts, s.id
 LIMIT 500
