-- SPDX-License-Identifier: GPL-3.0-or-later
-- Patients whose ids were made from $1 on, the latest first. The sign keeps SQLite from the index of those
-- merged, which has all that are not.
SELECT p.id, p.version, p.id AS patient_id, CAST(NULL AS BIGINT) AS session_id, CAST(NULL AS TEXT) AS day, p.file_number, p.family_name, p.given_name,
       p.birth_date, p.referral AS what, CAST(NULL AS TEXT) AS zone, CAST(NULL AS TEXT) AS who, CAST(NULL AS BIGINT) AS expected, 0 AS red_flag
  FROM patient p
 WHERE p.id >= CAST($1 AS BIGINT)
   AND +p.merged_into IS NULL
 ORDER BY p.id DESC
 LIMIT 500
