-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calls due on $1 or before and not made, of practitioner $2's patients (0: everybody's), the oldest first; about reactions
-- that have cleared nobody is called.
SELECT u.id, u.version, u.patient_id, u.reaction_id, u.due_on, u.reason, p.family_name, p.given_name,
       COALESCE (p.mobile, p.phone) AS phone, k.name AS what,
       r.specified, r.zone, r.grade, r.onset, k.expected_days, CASE WHEN k.red_flag = 1 THEN 1 ELSE 0 END AS red_flag
  FROM follow_up u
  JOIN patient p ON p.id = u.patient_id
  LEFT JOIN reaction r ON r.id = u.reaction_id
  LEFT JOIN reaction_kind k ON k.id = r.reaction_kind_id
  LEFT JOIN session s ON s.id = r.session_id
 WHERE u.done_at IS NULL
   AND u.due_on <= $1
   AND r.cleared IS NULL
   AND (CAST($2 AS BIGINT) = 0 OR u.staff_id = CAST($2 AS BIGINT)
        OR (u.staff_id IS NULL AND (s.practitioner_id IS NULL OR s.practitioner_id = CAST($2 AS BIGINT))))
 ORDER BY u.due_on, u.id
 LIMIT 500
