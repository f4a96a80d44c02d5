-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a patient's next visit after another begins: $1 patient, $2 that session, $3 its start.
SELECT MIN (starts)
  FROM session
 WHERE patient_id = $1
   AND id <> $2
   AND starts > $3
   AND status IN ('booked', 'confirmed')
