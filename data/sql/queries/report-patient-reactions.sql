-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT r.id, r.onset, r.cleared, r.zone, r.grade, r.action, r.causality, r.note, COALESCE (r.specified, k.name) AS kind,
       k.ctcae_term, COALESCE (r.ctcae_version, k.ctcae_version) AS ctcae_version, k.expected_days, k.red_flag, r.naranjo,
       r.outcome, r.death + r.life_threatening + r.hospital + r.disability + r.congenital + r.important AS reasons,
       r.assessed_on, f.name AS assessed_by, s.starts AS session, s.number
  FROM reaction r
  JOIN reaction_kind k ON k.id = r.reaction_kind_id
  LEFT JOIN session s ON s.id = r.session_id
  LEFT JOIN staff f ON f.id = r.assessed_by
 WHERE r.patient_id = $1
 ORDER BY r.onset, r.id
