-- SPDX-License-Identifier: GPL-3.0-or-later
-- When the patient's last treatment of another kind ended: $1 patient, $2 the session that is asked about (0: not
-- stored), $3 its start, $4 its course (0: none). Sessions of one course belong together.
SELECT s.ends
  FROM session s
 WHERE s.patient_id = $1
   AND s.id <> $2
   AND s.starts < $3
   AND s.status IN ('in_treatment', 'done')
   AND (s.course_id IS NULL OR s.course_id <> $4)
 ORDER BY s.starts DESC
 LIMIT 1
