-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words after ($1, $2, $3) and before $4 with scores from $5 to $6, from the index alone.
SELECT token, score, patient_id, signature
  FROM patient_token
 WHERE (token, score, patient_id) > ($1, $2, $3)
   AND token < $4
   AND score >= $5
   AND score <= $6
 ORDER BY token, score, patient_id
 LIMIT 1000
