-- SPDX-License-Identifier: GPL-3.0-or-later
-- Readings that belong to no course, patient by patient. $1: of one metric, or NULL.
SELECT patient_id, metric_id, zone, visit, taken_on, id, value
  FROM measurement
 WHERE course_id IS NULL
   AND (CAST($1 AS BIGINT) IS NULL OR metric_id = CAST($1 AS BIGINT))
 ORDER BY patient_id
