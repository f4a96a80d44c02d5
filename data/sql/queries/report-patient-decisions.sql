-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was decided about a patient's courses, in its order: $1 patient.
SELECT (SELECT COUNT(*) FROM course o
         WHERE o.patient_id = c.patient_id
           AND (COALESCE(o.started_on, '') < COALESCE(c.started_on, '')
                OR (COALESCE(o.started_on, '') = COALESCE(c.started_on, '') AND o.id <= c.id))) AS course,
       d.number, d.decided_on, d.score, d.photos, d.choice, d.reason, p.number AS phase, f.name AS staff
  FROM decision d
  JOIN course c ON c.id = d.course_id
  LEFT JOIN phase p ON p.id = d.phase_id
  LEFT JOIN staff f ON f.id = d.staff_id
 WHERE d.patient_id = $1
 ORDER BY d.decided_on, d.id
