-- SPDX-License-Identifier: GPL-3.0-or-later
-- All readings, course by course; a covering scan of an index. $1: of one metric, or NULL.
SELECT course_id, metric_id, zone, visit, taken_on, id, value
  FROM measurement
 WHERE course_id IS NOT NULL
   AND (CAST($1 AS BIGINT) IS NULL OR metric_id = CAST($1 AS BIGINT))
 ORDER BY course_id
