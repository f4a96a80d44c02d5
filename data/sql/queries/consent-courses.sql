-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a patient is treated for now: courses under way, and whether visits stand apart from any: $1 patient, $2 the
-- clinic's date.
SELECT c.id AS course_id, p.name AS protocol, c.started_on
  FROM course c
  LEFT JOIN protocol p ON p.id = c.protocol_id
 WHERE c.patient_id = $1
   AND c.status = 'active'
UNION ALL
SELECT NULL, NULL, NULL
 WHERE EXISTS (SELECT 1
                 FROM session s
                WHERE s.patient_id = $1
                  AND s.course_id IS NULL
                  AND s.starts >= $2
                  AND s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment'))
