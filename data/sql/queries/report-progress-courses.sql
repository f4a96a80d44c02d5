-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every course with what a group of courses is made by.
SELECT c.id, c.patient_id, c.started_on, c.status, c.cocktail_id, c.protocol_id, d.diagnosis_kind_id
  FROM course c
  LEFT JOIN diagnosis d ON d.id = c.diagnosis_id
 ORDER BY c.id
