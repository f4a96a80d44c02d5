-- SPDX-License-Identifier: GPL-3.0-or-later
-- A page of the patients whose words lie after ($1, $2, $3) and before $4, with scores from $5 to $6 and all the bits
-- $7 in their signature, which is looked at inside the index.
SELECT patient.*, found.token, found.score
  FROM (SELECT token, score, patient_id
          FROM patient_token
         WHERE (token, score, patient_id) > ($1, $2, $3)
           AND token < $4
           AND score >= $5
           AND score <= $6
           AND (signature & CAST($7 AS BIGINT)) = CAST($7 AS BIGINT)
         ORDER BY token, score, patient_id
         LIMIT 64) AS found
  JOIN patient ON patient.id = found.patient_id
 ORDER BY found.token, found.score, found.patient_id
