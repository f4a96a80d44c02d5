-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows lie from $1 up to $2; beyond 500 it does not matter.
SELECT count(*)
  FROM (SELECT patient_id
          FROM patient_token
         WHERE token >= $1
           AND token < $2
         LIMIT 500) AS counted
