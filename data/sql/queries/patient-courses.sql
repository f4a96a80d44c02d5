-- SPDX-License-Identifier: GPL-3.0-or-later
-- Courses of a patient with the names of what belongs to them, active ones first: $1 patient. Sessions are counted elsewhere.
SELECT c.id, c.version, c.patient_id, p.name AS protocol, k.name AS cocktail, f.name AS practitioner, d.name AS diagnosis,
       c.goal, c.started_on, c.status, c.ended_on, c.stop_reason,
       (SELECT MIN (s.starts)
          FROM session s
         WHERE s.course_id = c.id
           AND s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')) AS next,
       CAST(0 AS BIGINT) AS planned, CAST(0 AS BIGINT) AS done, CAST(0 AS BIGINT) AS booked, CAST(0 AS BIGINT) AS missed,
       CAST(0 AS BIGINT) AS remaining
  FROM course c
  LEFT JOIN protocol p ON p.id = c.protocol_id
  LEFT JOIN cocktail k ON k.id = c.cocktail_id
  LEFT JOIN staff f ON f.id = c.practitioner_id
  LEFT JOIN diagnosis x ON x.id = c.diagnosis_id
  LEFT JOIN diagnosis_kind d ON d.id = x.diagnosis_kind_id
 WHERE c.patient_id = $1
 ORDER BY CASE c.status WHEN 'active' THEN 0 ELSE 1 END, COALESCE (c.started_on, '') DESC, c.id DESC
