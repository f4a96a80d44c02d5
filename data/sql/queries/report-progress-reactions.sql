-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions after sessions of courses, session by session.
SELECT s.course_id, s.id AS session_id
  FROM reaction r
  JOIN session s ON s.id = r.session_id
 WHERE s.course_id IS NOT NULL
   AND s.status = 'done'
 ORDER BY r.session_id
