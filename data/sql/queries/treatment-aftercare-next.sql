-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the patient's next treatment of another kind begins that is booked already: $1 patient, $2 the session that is asked
-- about (0: not stored), $3 its start, $4 its course (0: none).
SELECT s.starts
  FROM session s
 WHERE s.patient_id = $1
   AND s.id <> $2
   AND s.starts > $3
   AND s.status IN ('booked', 'confirmed', 'arrived')
   AND (s.course_id IS NULL OR s.course_id <> $4)
 ORDER BY s.starts
 LIMIT 1
