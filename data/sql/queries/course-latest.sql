-- SPDX-License-Identifier: GPL-3.0-or-later
-- The course that was started last.
SELECT course.*
  FROM course
 WHERE protocol_id IS NOT NULL
 ORDER BY id DESC
 LIMIT 1
