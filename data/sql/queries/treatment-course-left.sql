-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many sessions of a course are still to come: $1 course, $2 a session that does not count.
SELECT CAST (COUNT (*) AS BIGINT)
  FROM session
 WHERE course_id = $1
   AND id <> $2
   AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
