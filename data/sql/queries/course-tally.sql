-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions of a course by what became of them: $1 course.
SELECT COALESCE ((SELECT SUM (phase.sessions)
                    FROM course
                    JOIN phase ON phase.protocol_id = course.protocol_id
                   WHERE course.id = $1), 0) AS planned,
       COALESCE (SUM (CASE WHEN status = 'done' THEN 1 ELSE 0 END), 0) AS done,
       COALESCE (SUM (CASE WHEN status IN ('booked', 'confirmed', 'arrived', 'in_treatment') THEN 1 ELSE 0 END), 0) AS booked,
       COALESCE (SUM (CASE WHEN status = 'no_show' THEN 1 ELSE 0 END), 0) AS missed,
       COALESCE (SUM (CASE WHEN status = 'cancelled' THEN 1 ELSE 0 END), 0) AS cancelled
  FROM session
 WHERE course_id = $1
