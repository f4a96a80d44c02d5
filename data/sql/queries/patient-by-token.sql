-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those with both search words: $1, $2 (the same one twice when there is only one).
SELECT *
  FROM patient
 WHERE id IN (SELECT patient_id FROM patient_token WHERE token = $1)
   AND id IN (SELECT patient_id FROM patient_token WHERE token = $2)
   AND merged_into IS NULL
 ORDER BY id
 LIMIT 500
