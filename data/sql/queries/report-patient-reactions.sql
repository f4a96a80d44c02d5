-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT r.id, r.onset, r.cleared, r.zone, r.grade, r.action, r.causality, r.note, k.name AS kind, k.expected_days,
       k.red_flag, s.starts AS session, s.number
  FROM reaction r
  JOIN reaction_kind k ON k.id = r.reaction_kind_id
  LEFT JOIN session s ON s.id = r.session_id
 WHERE r.patient_id = $1
 ORDER BY r.onset, r.id
