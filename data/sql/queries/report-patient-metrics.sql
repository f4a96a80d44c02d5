-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was measured of a patient, with the error of the method: of two readings alike, √2 times that of one. $1 patient.
SELECT t.name, t.code, REPLACE(REPLACE(t.unit, '{', ''), '}', '') AS unit, t.direction, t.error_absolute, t.error_percent,
       CAST(ROUND(t.error_absolute * 1.4142135623730951) AS BIGINT) AS least_absolute,
       CAST(ROUND(t.error_percent * 1.4142135623730951) AS BIGINT) AS least_percent, t.low, t.high, t.source
  FROM metric t
 WHERE EXISTS (SELECT 1 FROM measurement m WHERE m.metric_id = t.id AND m.patient_id = $1)
 ORDER BY t.name, t.id
