-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conditions of a patient that stand on a day: $1 patient, $2 date.
SELECT *
  FROM condition
 WHERE patient_id = $1
   AND (since IS NULL OR since <= $2)
   AND (until IS NULL OR until >= $2)
 ORDER BY id
