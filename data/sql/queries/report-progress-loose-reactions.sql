-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions that no session of a course is named for.
SELECT COUNT(*) AS n
  FROM reaction r
  LEFT JOIN session s ON s.id = r.session_id
 WHERE s.course_id IS NULL
    OR s.status <> 'done'
