-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions that are open since before $1, of practitioner $2's patients (0: everybody's), the oldest first.
SELECT r.id, r.version, r.patient_id, r.session_id, r.onset AS day, p.file_number, p.family_name, p.given_name, p.birth_date,
       k.name AS what, r.zone, f.name AS who, k.expected_days AS expected, k.red_flag
  FROM reaction r
  JOIN patient p ON p.id = r.patient_id
  JOIN reaction_kind k ON k.id = r.reaction_kind_id
  LEFT JOIN session s ON s.id = r.session_id
  LEFT JOIN staff f ON f.id = s.practitioner_id
 WHERE r.cleared IS NULL
   AND r.onset < $1
   AND (CAST($2 AS BIGINT) = 0 OR s.practitioner_id IS NULL OR s.practitioner_id = CAST($2 AS BIGINT))
 ORDER BY r.onset, r.id
 LIMIT 500
