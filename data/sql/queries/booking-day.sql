-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is booked and takes up somebody's time: $1 from, $2 before (wall times, of the visits' starts), $3 a session or all of a course
-- left out.
SELECT session.id, session.patient_id, session.practitioner_id, session.room_id, session.starts, session.ends,
       patient.file_number
  FROM session
  JOIN patient ON patient.id = session.patient_id
 WHERE session.starts >= $1
   AND session.starts < $2
   AND session.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
   AND session.overbooked = 0
   AND session.id <> $3
   AND (session.course_id IS NULL OR session.course_id <> $3)
 ORDER BY session.starts, session.id
