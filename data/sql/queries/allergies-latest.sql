-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was last answered about allergies until a day: $1 patient, $2 date.
SELECT *
  FROM allergy_status
 WHERE patient_id = $1
   AND asked_on <= $2
 ORDER BY asked_on DESC, id DESC
 LIMIT 1
