-- SPDX-License-Identifier: GPL-3.0-or-later
-- The patient's treatment before one: $1 patient, $2 that session (0: none), $3 its start.
SELECT MAX (starts)
  FROM session
 WHERE patient_id = $1
   AND id <> $2
   AND starts < $3
   AND status IN ('in_treatment', 'done')
