-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages of a patient in the order they were seen, those that diagnoses were made with among them: $1 patient.
SELECT g.scale, g.stage, g.graded_on AS seen, g.edition, g.note, g.id
  FROM grade g
 WHERE g.patient_id = $1
UNION ALL
SELECT d.scale, d.grade AS stage, d.made_on AS seen, CAST(NULL AS BIGINT) AS edition, d.note, d.id
  FROM diagnosis d
 WHERE d.patient_id = $1
   AND d.scale IS NOT NULL
   AND d.grade IS NOT NULL
 ORDER BY seen, id
