-- SPDX-License-Identifier: GPL-3.0-or-later
-- Allergies of a patient as they are read, those that stand first: $1 patient, $2 today.
SELECT a.id, a.version, 'allergy' AS kind, COALESCE (i.name, g.name) AS name, a.severity, CAST(NULL AS TEXT) AS bearing,
       a.reaction AS detail, CAST(NULL AS TEXT) AS zone, CAST(NULL AS BIGINT) AS grade, CAST(NULL AS BIGINT) AS expected_days,
       a.noted_on AS since, a.ended_on AS ended, CASE WHEN a.ended_on <= CAST($2 AS TEXT) THEN 1 ELSE 0 END AS past, a.note
  FROM allergy a
  LEFT JOIN ingredient i ON i.id = a.ingredient_id
  LEFT JOIN allergen_group g ON g.id = a.allergen_group_id
 WHERE a.patient_id = $1
 ORDER BY CASE WHEN a.ended_on IS NULL THEN 0 ELSE 1 END,
          CASE a.severity WHEN 'severe' THEN 0 WHEN 'moderate' THEN 1 WHEN 'mild' THEN 2 ELSE 3 END, a.id
