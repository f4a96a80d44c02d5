-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reactions of a patient as they are read, open ones first: $1 patient.
SELECT r.id, r.version, 'reaction' AS kind, k.name, CAST(NULL AS TEXT) AS severity,
       CASE WHEN k.red_flag = 1 THEN 'stop' ELSE CAST(NULL AS TEXT) END AS bearing, r.action AS detail, r.zone, r.grade,
       k.expected_days, r.onset AS since, r.cleared AS ended, CASE WHEN r.cleared IS NULL THEN 0 ELSE 1 END AS past, r.note
  FROM reaction r
  JOIN reaction_kind k ON k.id = r.reaction_kind_id
 WHERE r.patient_id = $1
 ORDER BY CASE WHEN r.cleared IS NULL THEN 0 ELSE 1 END, r.onset DESC, r.id DESC
