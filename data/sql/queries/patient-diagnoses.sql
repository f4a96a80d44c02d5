-- SPDX-License-Identifier: GPL-3.0-or-later
-- Diagnoses of a patient as they are read, the latest first: $1 patient.
SELECT d.id, d.version, 'diagnosis' AS kind, k.name, CAST(NULL AS TEXT) AS severity, CAST(NULL AS TEXT) AS bearing,
       CASE WHEN d.scale IS NULL THEN d.grade WHEN d.grade IS NULL THEN d.scale ELSE d.scale || ' ' || d.grade END AS detail,
       CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS grade, CAST(NULL AS BIGINT) AS expected_days, d.made_on AS since,
       CAST(NULL AS TEXT) AS ended, 0 AS past, d.note
  FROM diagnosis d
  JOIN diagnosis_kind k ON k.id = d.diagnosis_kind_id
 WHERE d.patient_id = $1
 ORDER BY COALESCE (d.made_on, '') DESC, d.id DESC
