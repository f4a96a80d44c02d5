-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many sessions of the course $1 are still to come.
SELECT count(*)
  FROM session
 WHERE course_id = CAST($1 AS BIGINT)
   AND status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
