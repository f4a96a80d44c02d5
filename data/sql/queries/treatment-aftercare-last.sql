-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the patient's last treatment of another kind ends: $1 patient, $2 the session that is asked about (0: not
-- stored), $3 its start, $4 its course (0: none), $5 the day from which on what is booked may still take place. Sessions of
-- one course belong together.
SELECT s.ends
  FROM session s
 WHERE s.patient_id = $1
   AND s.id <> $2
   AND s.starts < $3
   AND (s.status IN ('in_treatment', 'done')
        OR (s.status IN ('booked', 'confirmed', 'arrived') AND s.starts >= $5))
   AND (s.course_id IS NULL OR s.course_id <> $4)
 ORDER BY s.starts DESC
 LIMIT 1
