-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was last said of pregnancy until a day: $1 patient, $2 date.
SELECT *
  FROM pregnancy_status
 WHERE patient_id = $1
   AND asked_on <= $2
 ORDER BY asked_on DESC, id DESC
 LIMIT 1
