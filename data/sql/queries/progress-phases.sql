-- SPDX-License-Identifier: GPL-3.0-or-later
-- Phases of a patient's courses as their sessions have them, in the order of time: $1 patient.
SELECT s.course_id, p.number, p.name, min(s.starts) AS since, max(s.starts) AS until
  FROM session s
  JOIN phase p ON p.id = s.phase_id
 WHERE s.patient_id = $1
   AND s.course_id IS NOT NULL
   AND s.status NOT IN ('cancelled', 'no_show')
 GROUP BY s.course_id, s.phase_id, p.number, p.name
 ORDER BY min(s.starts)
