-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the list of patients says of each: $1 today, $2 to $33 ids (NULL: none).
SELECT p.id, p.version, p.file_number, p.family_name, p.given_name, p.birth_date, p.sex,
       COALESCE (p.mobile, p.phone) AS phone, p.email, p.city, p.archived_on,
       (SELECT max (s.starts)
          FROM session s
         WHERE s.patient_id = p.id
           AND s.status = 'done') AS last_visit,
       (SELECT min (s.starts)
          FROM session s
         WHERE s.patient_id = p.id
           AND s.starts >= $1
           AND s.status IN ('booked', 'confirmed', 'arrived', 'in_treatment')) AS next_visit,
       (SELECT min (k.name)
          FROM course c
          JOIN protocol k ON k.id = c.protocol_id
         WHERE c.patient_id = p.id
           AND c.status = 'active') AS course,
       (SELECT count (*) FROM course c WHERE c.patient_id = p.id AND c.status = 'active') AS courses,
       (SELECT count (*) FROM allergy a WHERE a.patient_id = p.id AND a.ended_on IS NULL) AS allergies
  FROM patient p
 WHERE p.id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33)
