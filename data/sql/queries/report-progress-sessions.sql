-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT course_id
  FROM session
 WHERE status = 'done'
   AND course_id IS NOT NULL
