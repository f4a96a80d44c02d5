-- SPDX-License-Identifier: GPL-3.0-or-later
-- The courses that run, those started last first.
SELECT c.id, c.version, c.patient_id, CAST(NULL AS BIGINT) AS session_id, c.started_on AS day, p.file_number, p.family_name, p.given_name,
       p.birth_date, o.name AS what, f.name AS who, CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS expected, 0 AS red_flag
  FROM course c
  JOIN patient p ON p.id = c.patient_id
  LEFT JOIN protocol o ON o.id = c.protocol_id
  LEFT JOIN staff f ON f.id = c.practitioner_id
 WHERE c.status = 'active'
 ORDER BY c.id DESC
 LIMIT 500
