-- SPDX-License-Identifier: GPL-3.0-or-later
-- Visits of a course still to come or going on: $1 course.
SELECT *
  FROM session
 WHERE course_id = $1
   AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
 ORDER BY starts, id
