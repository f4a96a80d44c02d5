-- SPDX-License-Identifier: GPL-3.0-or-later
-- Up to eight words of names, where they are new; those not there are NULL.
INSERT INTO patient_word (token, id)
SELECT word.token, CAST($1 AS BIGINT)
  FROM (SELECT CAST($2 AS TEXT) AS token
        UNION ALL SELECT $3 UNION ALL SELECT $4 UNION ALL SELECT $5 UNION ALL SELECT $6 UNION ALL SELECT $7
        UNION ALL SELECT $8 UNION ALL SELECT $9) AS word
 WHERE word.token IS NOT NULL
ON CONFLICT (token) DO NOTHING
