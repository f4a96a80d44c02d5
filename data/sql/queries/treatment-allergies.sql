-- SPDX-License-Identifier: GPL-3.0-or-later
-- Allergies of a patient that stand on a day: $1 patient, $2 date.
SELECT *
  FROM allergy
 WHERE patient_id = $1
   AND (ended_on IS NULL OR ended_on > $2)
 ORDER BY id
