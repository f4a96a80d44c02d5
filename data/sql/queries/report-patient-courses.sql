-- SPDX-License-Identifier: GPL-3.0-or-later
-- The courses of a patient in the order of their numbers in a report.
SELECT c.id, c.started_on, c.status, c.ended_on, c.stop_reason, c.goal, p.name AS protocol, k.name AS diagnosis,
       d.scale, d.grade, t.name AS cocktail
  FROM course c
  LEFT JOIN protocol p ON p.id = c.protocol_id
  LEFT JOIN diagnosis d ON d.id = c.diagnosis_id
  LEFT JOIN diagnosis_kind k ON k.id = d.diagnosis_kind_id
  LEFT JOIN cocktail t ON t.id = c.cocktail_id
 WHERE c.patient_id = $1
 ORDER BY COALESCE(c.started_on, ''), c.id
