-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conditions of a patient as they are read, those that stand first: $1 patient, $2 today.
SELECT c.id, c.version, 'condition' AS kind, k.name, CAST(NULL AS TEXT) AS severity, k.bearing, CAST(NULL AS TEXT) AS detail,
       CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS grade, CAST(NULL AS BIGINT) AS expected_days, c.since,
       c.until AS ended, CASE WHEN c.until <= CAST($2 AS TEXT) THEN 1 ELSE 0 END AS past, c.note
  FROM condition c
  JOIN condition_kind k ON k.id = c.condition_kind_id
 WHERE c.patient_id = $1
 ORDER BY CASE WHEN c.until IS NULL THEN 0 ELSE 1 END,
          CASE k.bearing WHEN 'stop' THEN 0 WHEN 'warn' THEN 1 ELSE 2 END, c.id
