-- SPDX-License-Identifier: GPL-3.0-or-later
-- Medicines of a patient as they are read, those that are taken first: $1 patient, $2 today. What one counts as stands before
-- its dose.
SELECT m.id, m.version, 'medicine' AS kind, m.name, CAST(NULL AS TEXT) AS severity, c.bearing,
       CASE WHEN mk.id IS NULL THEN m.dose
            WHEN m.dose IS NULL THEN COALESCE (c.name, mk.name)
            ELSE COALESCE (c.name, mk.name) || ' · ' || m.dose END AS detail,
       CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS grade, CAST(NULL AS BIGINT) AS expected_days, m.since,
       m.stopped AS ended, CASE WHEN m.stopped <= CAST($2 AS TEXT) THEN 1 ELSE 0 END AS past, m.note
  FROM medicine m
  LEFT JOIN medicine_kind mk ON mk.id = m.medicine_kind_id
  LEFT JOIN condition_kind c ON c.id = mk.condition_kind_id
 WHERE m.patient_id = $1
 ORDER BY CASE WHEN m.stopped IS NULL THEN 0 ELSE 1 END,
          CASE c.bearing WHEN 'stop' THEN 0 WHEN 'warn' THEN 1 ELSE 2 END, m.id
