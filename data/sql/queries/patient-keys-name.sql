-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ids for the list of patients, by name:
-- $1 archived (0, 1), $2 sex (NULL: any), $3 visit to come (0 any, 1 booked, 2 none), $4 with a course running (1),
-- $5 with allergies (1), $6 today, $7 how many at most.
SELECT p.id, p.family_name, p.given_name
  FROM patient p
 WHERE CASE WHEN p.archived_on IS NULL THEN 0 ELSE 1 END = CAST($1 AS BIGINT)
   AND (CAST($2 AS TEXT) IS NULL OR p.sex = CAST($2 AS TEXT))
   AND (CAST($3 AS BIGINT) <> 1
        OR p.id IN (SELECT s.patient_id
                      FROM session s
                     WHERE s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
                       AND s.starts >= CAST($6 AS TEXT)))
   AND (CAST($3 AS BIGINT) <> 2
        OR p.id NOT IN (SELECT s.patient_id
                          FROM session s
                         WHERE s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')
                           AND s.starts >= CAST($6 AS TEXT)))
   AND (CAST($4 AS BIGINT) = 0 OR p.id IN (SELECT c.patient_id FROM course c WHERE c.status = 'active'))
   AND (CAST($5 AS BIGINT) = 0 OR p.id IN (SELECT a.patient_id FROM allergy a WHERE a.ended_on IS NULL))
 ORDER BY p.family_name, p.given_name, p.id
 LIMIT CAST($7 AS BIGINT)
